package org.crmkit.lifecycle;

import org.crmkit.core.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {}
