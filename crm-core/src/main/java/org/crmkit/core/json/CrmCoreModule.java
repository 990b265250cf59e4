package org.crmkit.core.json;

import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 2 mapper the wire form of core's types.
 *
 * <p>The mapper also needs the {@code jsr310} and {@code jdk8} modules. Reading is as strict as the mapper is set; {@link CrmJson} shows the settings
 * that refuse what should not pass.
 */
public final class CrmCoreModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmCoreModule() {
        super("org.crmkit.core");
        CoreMixins.table().forEach(this::setMixInAnnotation);
    }
}
