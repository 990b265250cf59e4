package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.OptionalInt;

/**
 * The scores of one customer, from 1 to as many as there are bands.
 *
 * @param recency the highest for the most recent
 * @param frequency the highest for the most frequent
 * @param monetary the highest for the most spent
 * @param length the highest for the longest relationship; only in LRFM
 * @param timeBetween the highest for the shortest time between purchases; only in RFMT
 */
public record RfmScore(int recency, int frequency, int monetary, OptionalInt length, OptionalInt timeBetween) {

    /**
     * Checks the parts.
     *
     * @param recency the highest for the most recent
     * @param frequency the highest for the most frequent
     * @param monetary the highest for the most spent
     * @param length the highest for the longest relationship; only in LRFM
     * @param timeBetween the highest for the shortest time between purchases; only in RFMT
     */
    public RfmScore {
        checkScore(recency, "recency");
        checkScore(frequency, "frequency");
        checkScore(monetary, "monetary");
        checkNotNull(length, "length").ifPresent(score -> checkScore(score, "length"));
        checkNotNull(timeBetween, "timeBetween").ifPresent(score -> checkScore(score, "timeBetween"));
    }

    /**
     * Returns scores of plain RFM.
     *
     * @param recency the highest for the most recent
     * @param frequency the highest for the most frequent
     * @param monetary the highest for the most spent
     * @return the scores
     */
    public static RfmScore of(int recency, int frequency, int monetary) {
        return new RfmScore(recency, frequency, monetary, OptionalInt.empty(), OptionalInt.empty());
    }

    /**
     * Returns the score of a part.
     *
     * @param part which part
     * @return the score; empty if the part is not scored
     */
    public OptionalInt part(RfmPart part) {
        return switch (part) {
            case LENGTH -> length;
            case RECENCY -> OptionalInt.of(recency);
            case FREQUENCY -> OptionalInt.of(frequency);
            case MONETARY -> OptionalInt.of(monetary);
            case TIME_BETWEEN -> timeBetween;
        };
    }

    /**
     * Returns the scores side by side: {@code 543}; with a hyphen between them where one has two digits, {@code 10-4-3}.
     *
     * @return length (if scored), recency, frequency, monetary, time between (if scored); different scores give different codes
     */
    public String code() {
        boolean wide = Math.max(
                        Math.max(recency, frequency),
                        Math.max(monetary, Math.max(length.orElse(0), timeBetween.orElse(0))))
                > 9;
        String gap = wide ? "-" : "";
        StringBuilder code = new StringBuilder();
        length.ifPresent(score -> code.append(score).append(gap));
        code.append(recency).append(gap).append(frequency).append(gap).append(monetary);
        timeBetween.ifPresent(score -> code.append(gap).append(score));
        return code.toString();
    }

    /** Returns the code, which is also the label that conditions ask for: {@code score("rfm").isOneOf("555", "554")}. */
    @Override
    public String toString() {
        return code();
    }

    private static void checkScore(int score, String name) {
        checkArgument(score >= 1 && score <= 100, "%s must be in [1, 100], was %s", name, score);
    }
}
