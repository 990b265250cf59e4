package org.crmkit.core.score;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.explain.Explanation;

/**
 * What a strategy says of one customer: {@link Known} with its reasons, or {@link Abstained} with the reason why not.
 *
 * <p>An abstention is a result like any other, never a zero, a NaN or an exception. Who combines scores decides what it means there.
 *
 * @param <S> the type of the value: a number, a label, or a record of the strategy
 */
public sealed interface Score<S> {

    /**
     * Returns the value.
     *
     * @return the value, or empty if the strategy abstained
     */
    Optional<S> value();

    /**
     * Returns the number by which the score takes part in scorecards, rankings and columns.
     *
     * @return a finite number on the scale, or empty if the strategy abstained
     */
    OptionalDouble number();

    /**
     * Tells whether there is a value.
     *
     * @return false if the strategy abstained
     */
    default boolean isKnown() {
        return this instanceof Known;
    }

    /**
     * Returns a score that is a number.
     *
     * @param value the number, on the scale
     * @param scale the scale it is meant on
     * @param explanation why; its value must be the number
     * @return the score
     */
    static Score<Double> of(double value, Scale scale, Explanation explanation) {
        return new Known<>(value, value, scale, explanation);
    }

    /**
     * Returns a score whose value is not a number itself, such as a label or a record.
     *
     * @param value the value
     * @param number the number that stands for it, on the scale
     * @param scale the scale the number is meant on
     * @param explanation why; its value must be the number
     * @param <S> the type of the value
     * @return the score
     */
    static <S> Score<S> of(S value, double number, Scale scale, Explanation explanation) {
        return new Known<>(value, number, scale, explanation);
    }

    /**
     * Returns a score that says nothing.
     *
     * @param reason why the strategy cannot know
     * @param <S> the type of the value it would have had
     * @return the abstention
     */
    static <S> Score<S> abstain(Abstention reason) {
        return new Abstained<>(reason);
    }

    /**
     * A score with a value.
     *
     * @param given the value
     * @param points the number that stands for it, finite and on the scale
     * @param scale the scale that number is meant on
     * @param explanation why; its value is the number, within a relative 1e-9
     * @param <S> the type of the value
     */
    record Known<S>(S given, double points, Scale scale, Explanation explanation) implements Score<S> {
        private static final double RELATIVE_TOLERANCE = 1e-9;

        /**
         * Checks that number, scale and explanation belong together.
         *
         * @param given the value
         * @param points the number that stands for it
         * @param scale the scale that number is meant on
         * @param explanation why
         */
        public Known {
            checkNotNull(given, "given");
            checkNotNull(scale, "scale");
            checkNotNull(explanation, "explanation");
            checkArgument(
                    Double.isFinite(points),
                    "points must be finite, was %s; a score that is not known abstains",
                    points);
            checkArgument(
                    scale.contains(points), "points must be in [%s, %s], was %s", scale.low(), scale.high(), points);
            double explained = explanation.value();
            checkArgument(
                    Math.abs(explained - points)
                            <= RELATIVE_TOLERANCE * Math.max(Math.abs(points), Math.abs(explained)),
                    "explanation must have the value %s, was %s",
                    points,
                    explained);
        }

        @Override
        public Optional<S> value() {
            return Optional.of(given);
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.of(points);
        }
    }

    /**
     * A score without a value.
     *
     * @param reason why the strategy cannot know
     * @param <S> the type of the value it would have had
     */
    record Abstained<S>(Abstention reason) implements Score<S> {
        /**
         * Checks that there is a reason.
         *
         * @param reason why the strategy cannot know
         */
        public Abstained {
            checkNotNull(reason, "reason");
        }

        @Override
        public Optional<S> value() {
            return Optional.empty();
        }

        @Override
        public OptionalDouble number() {
            return OptionalDouble.empty();
        }
    }
}
