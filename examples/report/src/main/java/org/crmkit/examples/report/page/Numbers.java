package org.crmkit.examples.report.page;

import java.util.Arrays;
import java.util.Locale;

/** Numbers as a reader wants them. */
final class Numbers {

    private Numbers() {}

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A share as a percentage: a decimal only below ten. */
    static String percent(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 0.05) {
            return "< 0.1 %";
        }
        return String.format(Locale.ROOT, Math.abs(percent) >= 9.95 || percent == 0 ? "%.0f %%" : "%.1f %%", percent);
    }

    static String oneDecimal(double value) {
        return String.format(Locale.ROOT, "%,.1f", value);
    }

    static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%,.2f", value);
    }

    /** The middle value; the mean of the middle two when their number is even. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    static String many(long count, String one, String several) {
        return count(count) + " " + (count == 1 ? one : several);
    }
}
