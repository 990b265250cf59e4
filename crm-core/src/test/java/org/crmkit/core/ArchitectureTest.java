package org.crmkit.core;

import org.crmkit.core.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {}
