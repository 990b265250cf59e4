package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import org.crmkit.core.time.TimeGrain;

/**
 * What waiting a year costs: money in a year is worth {@code 1/(1 + annualRate)} of money today.
 *
 * <p>Models count time in their own grain; {@link #continuousPer(TimeGrain)} converts once. There is no way to pass a bare number, because
 * a yearly rate applied each week shrinks lifetime values twentyfold and nothing else shows it.
 *
 * @param annualRate effective rate of a year, at least zero and below 10; 0.1 is ten percent
 */
public record DiscountRate(double annualRate) {

    /** No discounting; only for a finite horizon. */
    public static final DiscountRate NONE = new DiscountRate(0);

    /**
     * Checks the parts.
     *
     * @param annualRate effective rate of a year
     */
    public DiscountRate {
        checkArgument(
                annualRate >= 0 && annualRate < 10,
                "annualRate must be in [0, 10), was %s: give 0.1 for ten percent",
                annualRate);
    }

    /**
     * Returns the rate of a year from a rate with continuous compounding per unit of time, as papers print it.
     *
     * @param delta continuous rate per unit, at least zero, for example 0.0027 per week
     * @param grain the unit
     * @return the same discounting as a yearly rate {@code exp(delta units) - 1}
     */
    public static DiscountRate ofContinuous(double delta, TimeGrain grain) {
        return new DiscountRate(Math.expm1(delta * grain.perYear()));
    }

    /**
     * Returns the continuous rate {@code delta = ln(1 + annualRate) / units per year}.
     *
     * @param grain unit of time of the model: a year has 365.25 days, so 52.18 weeks
     * @return the rate per unit, at least zero
     */
    public double continuousPer(TimeGrain grain) {
        return Math.log1p(annualRate) / grain.perYear();
    }
}
