package org.crmkit.core.explain;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a value is what it is, as a tree of typed parts that recombine to it.
 *
 * <p>Leaves are observed {@linkplain Fact facts}; inner parts say how their children make the value: {@linkplain Sum added},
 * {@linkplain Product multiplied}, {@linkplain Weighted weighted}, {@linkplain Banded cut into bands}, {@linkplain Choice chosen}. Every part has
 * a {@code code}: a stable dotted word such as {@code rfm.recency} by which a message bundle finds its text; a code without an entry is shown
 * as it is.
 *
 * <p>The law, checked by the contract of every strategy: {@link #recombined()} equals {@link #value()} within a relative 1e-9.
 */
public sealed interface Explanation {

    /**
     * Returns what is explained, as a stable dotted word.
     *
     * @return the code of this part, not blank
     */
    String code();

    /**
     * Returns the value that is explained.
     *
     * @return a finite number
     */
    double value();

    /**
     * Returns the parts that make up the value, in the order they are told.
     *
     * @return the parts; empty for a fact
     */
    List<Explanation> parts();

    /**
     * Computes the value again from the parts, all the way down to the facts.
     *
     * @return the value that the parts make
     */
    double recombined();

    /**
     * Returns the explanation as indented lines that a person can read.
     *
     * @param locale the language; English is used where a language has no text for a code
     * @return one line a part, without a line break at the end
     */
    default String toText(Locale locale) {
        return ExplanationText.of(this, locale);
    }

    /**
     * Something observed or given: a leaf.
     *
     * @param code what it is
     * @param value its value, finite
     * @param inputs what else a reader needs to know, as text by name, in the order given
     */
    record Fact(String code, double value, Map<String, String> inputs) implements Explanation {
        /**
         * Checks the parts and copies the inputs in their order.
         *
         * @param code what it is
         * @param value its value
         * @param inputs what else a reader needs to know
         */
        public Fact {
            checkPart(code, value);
            inputs = ExplanationText.orderedCopy(inputs);
        }

        @Override
        public List<Explanation> parts() {
            return List.of();
        }

        @Override
        public double recombined() {
            return value;
        }
    }

    /**
     * A value that is the sum of its parts.
     *
     * @param code what is summed
     * @param value the sum, finite
     * @param parts the terms
     */
    record Sum(String code, double value, List<Explanation> parts) implements Explanation {
        /**
         * Checks and copies the parts.
         *
         * @param code what is summed
         * @param value the sum
         * @param parts the terms
         */
        public Sum {
            checkPart(code, value);
            parts = List.copyOf(parts);
        }

        @Override
        public double recombined() {
            double sum = 0;
            for (Explanation part : parts) {
                sum += part.recombined();
            }
            return sum;
        }
    }

    /**
     * A value that is the product of its parts.
     *
     * @param code what is multiplied
     * @param value the product, finite
     * @param parts the factors, at least one
     */
    record Product(String code, double value, List<Explanation> parts) implements Explanation {
        /**
         * Checks and copies the parts.
         *
         * @param code what is multiplied
         * @param value the product
         * @param parts the factors
         */
        public Product {
            checkPart(code, value);
            parts = List.copyOf(parts);
            checkArgument(!parts.isEmpty(), "parts of %s must hold at least one factor", code);
        }

        @Override
        public double recombined() {
            double product = 1;
            for (Explanation part : parts) {
                product *= part.recombined();
            }
            return product;
        }
    }

    /**
     * A part that counts with a weight: value = weight * part.
     *
     * @param code what is weighted
     * @param weight the weight, finite
     * @param part what the weight applies to
     */
    record Weighted(String code, double weight, Explanation part) implements Explanation {
        /**
         * Checks the weight.
         *
         * @param code what is weighted
         * @param weight the weight
         * @param part what the weight applies to
         */
        public Weighted {
            checkNotNull(part, "part");
            checkPart(code, weight);
        }

        @Override
        public double value() {
            return weight * part.value();
        }

        @Override
        public List<Explanation> parts() {
            return List.of(part);
        }

        @Override
        public double recombined() {
            return weight * part.recombined();
        }
    }

    /**
     * A value that is the band into which an observed number falls.
     *
     * <p>The band is {@code 1 + #{t : t < observed}}, or {@code 1 + #{t : t <= observed}} when {@code leftClosed}; where {@code reversed}, it is
     * {@code thresholds.size() + 2} minus that, so that a small number is best.
     *
     * @param code what is banded
     * @param observed the part whose value was cut
     * @param thresholds the cut points, not descending
     * @param leftClosed whether a value equal to a threshold belongs above it
     * @param reversed whether small numbers are best
     */
    record Banded(String code, Explanation observed, List<Double> thresholds, boolean leftClosed, boolean reversed)
            implements Explanation {
        /**
         * Checks that the thresholds are in order.
         *
         * @param code what is banded
         * @param observed the part whose value was cut
         * @param thresholds the cut points
         * @param leftClosed whether a value equal to a threshold belongs above it
         * @param reversed whether small numbers are best
         */
        public Banded {
            checkNotNull(observed, "observed");
            checkPart(code, observed.value());
            thresholds = List.copyOf(thresholds);
            for (int i = 0; i < thresholds.size(); i++) {
                checkArgument(
                        i == 0 ? !thresholds.get(i).isNaN() : thresholds.get(i - 1) <= thresholds.get(i),
                        "thresholds must not descend, were %s",
                        thresholds);
            }
        }

        @Override
        public double value() {
            return band(observed.value());
        }

        @Override
        public List<Explanation> parts() {
            return List.of(observed);
        }

        @Override
        public double recombined() {
            return band(observed.recombined());
        }

        private int band(double x) {
            int below = 0;
            for (double t : thresholds) {
                if (t < x || leftClosed && t == x) {
                    below++;
                }
            }
            return reversed ? thresholds.size() + 1 - below : below + 1;
        }
    }

    /**
     * A value taken from one of several parts: the first that applied, the largest, the smallest.
     *
     * @param code what was chosen
     * @param rule how it was chosen, for the reader: {@code first}, {@code max}, {@code min}, or a word of the strategy
     * @param chosen the index of the chosen part
     * @param parts the alternatives, the chosen one among them
     */
    record Choice(String code, String rule, int chosen, List<Explanation> parts) implements Explanation {
        /**
         * Checks that the chosen part exists.
         *
         * @param code what was chosen
         * @param rule how it was chosen
         * @param chosen the index of the chosen part
         * @param parts the alternatives
         */
        public Choice {
            parts = List.copyOf(parts);
            checkNotNull(rule, "rule");
            checkArgument(
                    chosen >= 0 && chosen < parts.size(), "chosen must be in [0, %s), was %s", parts.size(), chosen);
            checkPart(code, parts.get(chosen).value());
        }

        @Override
        public double value() {
            return parts.get(chosen).value();
        }

        @Override
        public double recombined() {
            return parts.get(chosen).recombined();
        }
    }

    /**
     * Returns a fact without further inputs.
     *
     * @param code what it is
     * @param value its value, finite
     * @return the fact
     */
    static Explanation fact(String code, double value) {
        return new Fact(code, value, Map.of());
    }

    /**
     * Returns the sum of parts.
     *
     * @param code what is summed
     * @param parts the terms
     * @return a sum whose value is that of its parts added
     */
    static Explanation sum(String code, List<Explanation> parts) {
        double sum = 0;
        for (Explanation part : parts) {
            sum += part.value();
        }
        return new Sum(code, sum, parts);
    }

    /**
     * Returns the product of parts.
     *
     * @param code what is multiplied
     * @param parts the factors, at least one
     * @return a product whose value is that of its parts multiplied
     */
    static Explanation product(String code, List<Explanation> parts) {
        double product = 1;
        for (Explanation part : parts) {
            product *= part.value();
        }
        return new Product(code, product, parts);
    }

    private static void checkPart(String code, double value) {
        checkNotNull(code, "code");
        checkArgument(!code.isBlank(), "code must not be blank");
        checkArgument(
                value > Double.NEGATIVE_INFINITY && value < Double.POSITIVE_INFINITY,
                "value of %s must be finite, was %s",
                code,
                value);
    }
}
