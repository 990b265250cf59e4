package org.crmkit.segmentation.rfm;

/** Which scores a table of named segments looks at. */
public enum RfmBasis {
    /** Recency, frequency and monetary: n x n x n cells. */
    RECENCY_FREQUENCY_MONETARY(3),
    /** Recency and frequency: n x n cells. */
    RECENCY_FREQUENCY(2),
    /** Recency, and the mean of frequency and monetary with halves rounded up: n x n cells. */
    RECENCY_FM(2);

    private final int dimensions;

    RfmBasis(int dimensions) {
        this.dimensions = dimensions;
    }

    int dimensions() {
        return dimensions;
    }

    /** Returns the second coordinate of a customer's cell. */
    int second(int frequency, int monetary) {
        return this == RECENCY_FM ? (frequency + monetary + 1) / 2 : frequency;
    }
}
