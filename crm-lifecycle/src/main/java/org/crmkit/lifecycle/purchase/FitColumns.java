package org.crmkit.lifecycle.purchase;

import java.util.Arrays;

/**
 * Patterns laid out for likelihoods: time scaled to a mean age of 1, different ages and recencies numbered.
 *
 * <p>Days are coarse: a million customers have some hundreds of different ages. A logarithm is taken once for each of these, not once for each pattern.
 */
final class FitColumns {

    final PurchasePatterns patterns;
    final int size;
    final int[] x;
    final double meanAge;
    /** Different ages in scaled time, and the number of the age of each pattern. */
    final double[] ages;

    final int[] ageOf;
    /** Different recencies in scaled time, and the number of the recency of each pattern. */
    final double[] recencies;

    final int[] recencyOf;

    FitColumns(PurchasePatterns patterns) {
        this(patterns, patterns.meanAge());
    }

    /** Lays out part of a base whose mean age is given. */
    FitColumns(PurchasePatterns patterns, double meanAge) {
        this.patterns = patterns;
        this.size = patterns.size();
        this.x = patterns.xColumn();
        this.meanAge = meanAge;
        this.ageOf = new int[size];
        this.ages = number(patterns.ageColumn(), ageOf);
        this.recencyOf = new int[size];
        this.recencies = number(patterns.recencyColumn(), recencyOf);
    }

    /** Returns the different values, scaled, in order of first appearance; writes the number of each. */
    private double[] number(double[] values, int[] numbers) {
        double[] distinct = new double[Math.min(64, Math.max(1, values.length))];
        int[] slots = new int[256];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            int mask = slots.length - 1;
            int slot = (int) PurchasePatterns.mix(Double.doubleToRawLongBits(value)) & mask;
            while (slots[slot] != 0 && distinct[slots[slot] - 1] != value) {
                slot = (slot + 1) & mask;
            }
            if (slots[slot] == 0) {
                if (count == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * count);
                }
                distinct[count++] = value;
                slots[slot] = count;
                if (2 * count > slots.length) {
                    slots = wider(slots, distinct, count);
                }
                numbers[i] = count - 1;
            } else {
                numbers[i] = slots[slot] - 1;
            }
        }
        double[] scaled = new double[count];
        for (int i = 0; i < count; i++) {
            scaled[i] = distinct[i] / meanAge;
        }
        return scaled;
    }

    private static int[] wider(int[] slots, double[] distinct, int count) {
        int[] wider = new int[2 * slots.length];
        int mask = wider.length - 1;
        for (int i = 0; i < count; i++) {
            int slot = (int) PurchasePatterns.mix(Double.doubleToRawLongBits(distinct[i])) & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = i + 1;
        }
        return wider;
    }
}
