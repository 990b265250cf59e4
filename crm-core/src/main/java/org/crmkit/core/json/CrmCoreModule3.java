package org.crmkit.core.json;

import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 3 mapper the wire form of core's types: the same bytes as {@link CrmCoreModule} writes with Jackson 2.
 */
public final class CrmCoreModule3 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmCoreModule3() {
        super("org.crmkit.core");
        CoreMixins.table().forEach(this::setMixInAnnotation);
    }
}
