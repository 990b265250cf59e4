package org.crmkit.segmentation.json;

import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;

/**
 * Teaches a Jackson 2 mapper the wire form of bands, RFM models, scores and tables.
 *
 * <p>The mapper also needs the module of core, and Jackson's {@code jsr310} and {@code jdk8} modules.
 */
public final class CrmSegmentationModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** Makes the module. */
    public CrmSegmentationModule() {
        super("org.crmkit.segmentation");
        SegmentationMixins.table().forEach(this::setMixInAnnotation);
        SegmentationMixins.models().forEach((kind, model) -> registerSubtypes(new NamedType(model, kind)));
    }
}
