package org.crmkit.lifecycle.purchase;

import java.util.Optional;
import org.crmkit.lifecycle.FitStatus;

/**
 * Something about fitted parameters that a user must know: a limit of the model, or a ridge.
 *
 * @param status {@link FitStatus#AT_BORDER} or {@link FitStatus#NOT_IDENTIFIED}
 * @param reason one sentence for a person
 */
record FitFinding(FitStatus status, String reason) {

    /** Above this the mixing distribution is a point for every practical purpose: its coefficient of variation is below 1 percent. */
    static final double HOMOGENEOUS = 1e4;

    /** Below this a beta distribution puts all its weight on 0 and 1. */
    private static final double POLAR = 1e-4;
    /** A mean drop-out probability this close to 0 or 1 is 0 or 1. */
    private static final double CERTAIN = 1e-6;

    static FitFinding atBorder(String reason) {
        return new FitFinding(FitStatus.AT_BORDER, reason);
    }

    static FitFinding notIdentified(String reason) {
        return new FitFinding(FitStatus.NOT_IDENTIFIED, reason);
    }

    /** Looks at the gamma distribution of purchase rates, shape r, whose mean is r/alpha. */
    static Optional<FitFinding> ofRates(double r) {
        if (r > HOMOGENEOUS) {
            return Optional.of(
                    atBorder(
                            "purchase rates are practically the same for all: r and alpha run away together, only r/alpha is known"));
        }
        if (r < CERTAIN) {
            return Optional.of(
                    atBorder("purchase rates differ without limit: r runs to zero, practically nobody buys again"));
        }
        return Optional.empty();
    }

    /** Looks at the beta distribution of drop-out probabilities. */
    static Optional<FitFinding> ofDropOut(double a, double b) {
        return ofDropOut(a, b, "a", "b");
    }

    /** Looks at the beta distribution of drop-out probabilities whose shapes have other letters. */
    static Optional<FitFinding> ofDropOut(double a, double b, String first, String second) {
        String both = first + " and " + second;
        String ratio = first + "/(" + first + "+" + second + ")";
        double mean = a / (a + b);
        if (mean < CERTAIN) {
            return Optional.of(
                    atBorder("practically nobody drops out: the model without drop-out (nbd) says the same"));
        }
        if (1 - mean < CERTAIN) {
            return Optional.of(atBorder("practically everybody drops out at the first chance"));
        }
        if (a + b > HOMOGENEOUS) {
            return Optional.of(notIdentified("drop-out practically the same for all: " + both
                    + " run away together, only " + ratio + " is known"));
        }
        if (a + b < POLAR) {
            return Optional.of(notIdentified(
                    "drop-out is all or nothing: " + both + " run to zero together, only " + ratio + " is known"));
        }
        return Optional.empty();
    }

    /**
     * Looks at a lifetime that has nothing to do with purchases.
     *
     * @param s shape of the gamma distribution of its hazard
     * @param leaving minus the logarithm of the survival to the mean age
     */
    static Optional<FitFinding> ofLeaving(double s, double leaving) {
        if (leaving < CERTAIN) {
            return Optional.of(
                    atBorder("practically nobody drops out: the model without drop-out (nbd) says the same"));
        }
        if (s > HOMOGENEOUS) {
            return Optional.of(notIdentified(
                    "drop-out practically the same for all: s and beta run away together, only s/beta is known"));
        }
        if (s < POLAR) {
            return Optional.of(notIdentified("drop-out is at once or never: s and beta run to zero together"));
        }
        return Optional.empty();
    }
}
