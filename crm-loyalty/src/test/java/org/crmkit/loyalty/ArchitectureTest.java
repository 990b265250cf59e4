package org.crmkit.loyalty;

import org.crmkit.core.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {}
