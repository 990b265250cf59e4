package org.crmkit.segmentation.rfm;

import java.util.List;

/** Which parts are scored, in the order of their digits. */
public enum RfmVariant {
    /** Recency, frequency, monetary. */
    RFM(RfmPart.RECENCY, RfmPart.FREQUENCY, RfmPart.MONETARY),
    /** With the length of the relationship in front (Reinartz and Kumar 2000, doi 10.1509/jmkg.64.4.17.18077). */
    LRFM(RfmPart.LENGTH, RfmPart.RECENCY, RfmPart.FREQUENCY, RfmPart.MONETARY),
    /** With the time between purchases behind (Zhou, Wei and Xu 2021, doi 10.1016/j.jretconser.2021.102588). */
    RFMT(RfmPart.RECENCY, RfmPart.FREQUENCY, RfmPart.MONETARY, RfmPart.TIME_BETWEEN);

    private final List<RfmPart> parts;

    RfmVariant(RfmPart... parts) {
        this.parts = List.of(parts);
    }

    /**
     * Returns the parts in the order of their digits.
     *
     * @return three or four parts
     */
    public List<RfmPart> parts() {
        return parts;
    }

    boolean needsLength() {
        return this != RFM;
    }
}
