package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.segmentation.band.Banding;

/**
 * How RFM scores are made: which parts, cut how, and what counts.
 *
 * <p>Customers without orders are never scored among buyers: the model abstains for them, and they are counted. Nothing that
 * happened after the instant of the base counts; for a shorter history, make the base from a shorter log.
 *
 * <p>The number of a score is the weighted mean of its parts' scores, equal weights unless others are given, so it lies between
 * the lowest and the highest of them.
 *
 * @param variant which parts are scored
 * @param bandings how each part is cut, exactly one a part of the variant
 * @param nested whether each part is cut inside the bands of the parts before it
 * @param frequency what counts as one more time
 * @param returns what goods given back do
 * @param weights of the parts in the score's number, at least zero, one a part of the variant, not all zero
 */
public record RfmStrategy(
        RfmVariant variant,
        Map<RfmPart, Banding> bandings,
        boolean nested,
        Frequency frequency,
        Returns returns,
        Map<RfmPart, Double> weights)
        implements ScoringStrategy<RfmScore> {

    /**
     * Checks the parts.
     *
     * @param variant which parts are scored
     * @param bandings how each part is cut, exactly one a part of the variant
     * @param nested whether each part is cut inside the bands of the parts before it
     * @param frequency what counts as one more time
     * @param returns what goods given back do
     * @param weights of the parts in the score's number, at least zero, one a part of the variant, not all zero
     */
    public RfmStrategy {
        checkNotNull(frequency, "frequency");
        checkNotNull(returns, "returns");
        bandings = ordered(bandings, variant, "bandings");
        weights = ordered(weights, variant, "weights");
        double sum = 0;
        for (Map.Entry<RfmPart, Double> weight : weights.entrySet()) {
            checkArgument(
                    weight.getValue() >= 0 && weight.getValue() <= 1e9,
                    "weight of %s must be in [0, 1e9], was %s",
                    weight.getKey(),
                    weight.getValue());
            sum += weight.getValue();
        }
        checkArgument(sum > 0, "weights must not all be zero, were %s", weights);
        if (nested) {
            long cells = 1;
            for (Banding banding : bandings.values()) {
                cells *= banding.bands();
            }
            checkArgument(
                    cells <= MAX_NESTED_CELLS, "nested cells must be at most %s, were %s", MAX_NESTED_CELLS, cells);
        }
    }

    /** Nested cuts are kept for every cell, so their number is limited: ten bands of four parts. */
    private static final int MAX_NESTED_CELLS = 10_000;

    private static <T> Map<RfmPart, T> ordered(Map<RfmPart, T> given, RfmVariant variant, String name) {
        checkNotNull(variant, "variant");
        Map<RfmPart, T> ordered = new EnumMap<>(RfmPart.class);
        ordered.putAll(given);
        checkArgument(
                ordered.size() == variant.parts().size() && ordered.keySet().containsAll(variant.parts()),
                "%s must be one for each of %s, were for %s",
                name,
                variant.parts(),
                ordered.keySet());
        return Collections.unmodifiableMap(ordered);
    }

    /**
     * Returns plain RFM with five bands by mid-rank: ties stay together, bands are as even as ties allow.
     *
     * @return the strategy; orders counted, returns subtracted
     */
    public static RfmStrategy standard() {
        return of(Banding.midRank(5));
    }

    /**
     * Returns plain RFM with all parts cut alike.
     *
     * @param banding how
     * @return the strategy; orders counted, returns subtracted
     */
    public static RfmStrategy of(Banding banding) {
        return builder(RfmVariant.RFM).all(banding).build();
    }

    /**
     * Starts a strategy.
     *
     * @param variant which parts are scored
     * @return a builder with the choices of {@link #standard()}
     */
    public static Builder builder(RfmVariant variant) {
        return new Builder(variant);
    }

    /** Learns the cuts from a population as of its instant. */
    @Override
    public RfmModel fit(CustomerBase population, ScoringContext context) {
        checkNotNull(context, "context");
        return RfmFit.fit(this, RfmColumns.of(population, frequency, returns), Optional.of(population.asOf()))
                .model();
    }

    /**
     * Learns the cuts from columns, and scores them at once.
     *
     * @param columns what is scored; frequency and returns are as they were made, whatever this strategy says
     * @return the scores, and the model
     * @throws IllegalStateException if the variant needs a length that the columns do not have
     */
    public RfmScores fitAndScore(RfmColumns columns) {
        return RfmFit.fit(this, columns, Optional.empty());
    }

    double totalWeight() {
        double sum = 0;
        for (double weight : weights.values()) {
            sum += weight;
        }
        return sum;
    }

    /** Collects the choices. */
    public static final class Builder {

        private final RfmVariant variant;
        private final Map<RfmPart, Banding> bandings = new EnumMap<>(RfmPart.class);
        private final Map<RfmPart, Double> weights = new EnumMap<>(RfmPart.class);
        private boolean nested;
        private Frequency frequency = Frequency.ORDERS;
        private Returns returns = Returns.SUBTRACTED;

        private Builder(RfmVariant variant) {
            this.variant = checkNotNull(variant, "variant");
            all(Banding.midRank(5));
            variant.parts().forEach(part -> weights.put(part, 1.0));
        }

        /**
         * Cuts all parts alike; five bands by mid-rank unless set.
         *
         * @param banding how
         * @return this
         */
        public Builder all(Banding banding) {
            checkNotNull(banding, "banding");
            variant.parts().forEach(part -> bandings.put(part, banding));
            return this;
        }

        /**
         * Cuts one part in its own way.
         *
         * @param part of the variant
         * @param banding how, in days, orders, minor units or seconds
         * @return this
         */
        public Builder part(RfmPart part, Banding banding) {
            bandings.put(checkNotNull(part, "part"), checkNotNull(banding, "banding"));
            return this;
        }

        /**
         * Weighs one part in the score's number; one unless set.
         *
         * @param part of the variant
         * @param weight at least zero
         * @return this
         */
        public Builder weight(RfmPart part, double weight) {
            weights.put(checkNotNull(part, "part"), weight);
            return this;
        }

        /**
         * Cuts each part inside the bands of the parts before it; not unless set.
         *
         * @return this
         */
        public Builder nested() {
            nested = true;
            return this;
        }

        /**
         * Says what counts as one more time; orders unless set.
         *
         * @param counted orders or days
         * @return this
         */
        public Builder frequency(Frequency counted) {
            frequency = counted;
            return this;
        }

        /**
         * Says what goods given back do; subtracted unless set.
         *
         * @param effect on scores
         * @return this
         */
        public Builder returns(Returns effect) {
            returns = effect;
            return this;
        }

        /**
         * Returns the strategy.
         *
         * @return the strategy
         * @throws IllegalArgumentException if a part was set that the variant does not have, or a weight is out of range
         */
        public RfmStrategy build() {
            return new RfmStrategy(variant, bandings, nested, frequency, returns, weights);
        }
    }

    /** How a part of the variant is cut; the constructor made sure that there is one. */
    Banding banding(RfmPart part) {
        return checkNotNull(bandings.get(part), "banding of %s", part);
    }

    /** The weight of a part of the variant; the constructor made sure that there is one. */
    double weight(RfmPart part) {
        return checkNotNull(weights.get(part), "weight of %s", part);
    }
}
