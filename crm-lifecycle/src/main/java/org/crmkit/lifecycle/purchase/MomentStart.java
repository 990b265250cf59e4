package org.crmkit.lifecycle.purchase;

import java.util.Optional;

/** Where a search starts: the gamma distribution of rates whose mean and variance are those of the base. */
final class MomentStart {

    /** Fewer customers with a repeat purchase than this say nothing about how customers differ. */
    private static final long FEWEST_REPEATERS = 2;

    private MomentStart() {}

    /** Tells why no model can be fitted, if so. */
    static Optional<String> lacking(PurchasePatterns patterns) {
        if (patterns.customers() == 0) {
            return Optional.of("there is no customer");
        }
        long repeaters = 0;
        for (int i = 0; i < patterns.size(); i++) {
            repeaters += patterns.repeatPurchases(i) > 0 ? patterns.count(i) : 0;
        }
        if (repeaters == 0) {
            return Optional.of("nobody has a repeat purchase: rates and drop-out cannot be told");
        }
        if (repeaters < FEWEST_REPEATERS) {
            return Optional.of("only one customer has a repeat purchase: how customers differ cannot be told");
        }
        return Optional.empty();
    }

    /** Returns purchases per unit of scaled time, above zero. */
    static double rate(FitColumns columns, BaseCounts counts) {
        double time = 0;
        for (int i = 0; i < columns.ages.length; i++) {
            time += counts.customersOfAge[i] * columns.ages[i];
        }
        return counts.purchases / time;
    }

    /** Returns r and alpha in scaled time for hidden events, k of which make a purchase: {@code E[x(x-1)] = T^2 r(r+1)/alpha^2}. */
    static double[] of(FitColumns columns, int k) {
        double purchases = 0;
        double time = 0;
        double pairs = 0;
        double squares = 0;
        for (int i = 0; i < columns.size; i++) {
            double count = columns.patterns.count(i);
            double age = columns.ages[columns.ageOf[i]];
            double x = columns.x[i];
            purchases += count * x;
            time += count * age;
            pairs += count * x * (x - 1);
            squares += count * age * age;
        }
        double mean = purchases / time;
        double excess = pairs / squares / (mean * mean) - 1;
        double r = excess > 0 ? Math.max(0.05, Math.min(10, 1 / excess)) : 10;
        return new double[] {r, r / (k * mean)};
    }
}
