package org.crmkit.segmentation.json;

import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 3 mapper the wire form of bands, RFM models, scores and tables.
 *
 * <p>The mapper also needs the module of core. The bytes are those that {@link CrmSegmentationModule} writes with Jackson 2.
 */
public final class CrmSegmentationModule3 extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmSegmentationModule3() {
        super("org.crmkit.segmentation");
        SegmentationMixins.table().forEach(this::setMixInAnnotation);
        SegmentationMixins.models().forEach((kind, model) -> registerSubtypes(new NamedType(model, kind)));
    }
}
