package org.crmkit.segmentation;

import org.crmkit.core.architecture.ModuleArchitecture;

class ArchitectureTest extends ModuleArchitecture {}
