package org.crmkit.lifecycle.json;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 2 mapper the wire form of fits, fitted models and models of value.
 *
 * <p>The mapper also needs the module of core, and Jackson's {@code jsr310} and {@code jdk8} modules.
 */
public final class CrmLifecycleModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmLifecycleModule() {
        super("org.crmkit.lifecycle");
        LifecycleMixins.table().forEach(this::setMixInAnnotation);
        LifecycleMixins.models().forEach((kind, model) -> registerSubtypes(new NamedType(model, kind)));
    }
}
