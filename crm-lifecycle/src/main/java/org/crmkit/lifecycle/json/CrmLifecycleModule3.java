package org.crmkit.lifecycle.json;

import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 3 mapper the wire form of fits, fitted models and models of value.
 *
 * <p>The mapper also needs the module of core. The bytes are those that {@link CrmLifecycleModule} writes with Jackson 2.
 */
public final class CrmLifecycleModule3 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmLifecycleModule3() {
        super("org.crmkit.lifecycle");
        LifecycleMixins.table().forEach(this::setMixInAnnotation);
        LifecycleMixins.models().forEach((kind, model) -> registerSubtypes(new NamedType(model, kind)));
    }
}
