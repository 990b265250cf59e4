package org.crmkit.lifecycle.purchase;

/**
 * The sums over a base that need no pass over its patterns: customers by what they exceed, customers and events by age.
 *
 * <p>{@code sum over customers of ln Gamma(r + k x) - ln Gamma(r)} is {@code sum over i of exceeding_i ln(r + i)}, exact for any r, with
 * {@code exceeding_i} the number of customers with {@code k x > i}.
 */
final class BaseCounts {

    final double customers;
    final double purchases;
    /** Number of customers with x > i, for i from 0. */
    final double[] exceeding;
    /** Customers of each age, by the numbers of {@link FitColumns}. */
    final double[] customersOfAge;
    /** Repeat purchases of the customers of each age. */
    final double[] purchasesOfAge;

    BaseCounts(FitColumns columns, long[] counts) {
        customersOfAge = new double[columns.ages.length];
        purchasesOfAge = new double[columns.ages.length];
        int largest = columns.size == 0 ? 0 : columns.x[columns.size - 1];
        exceeding = new double[largest + 1];
        double all = 0;
        double events = 0;
        for (int i = 0; i < columns.size; i++) {
            double count = counts[i];
            int x = columns.x[i];
            all += count;
            events += count * x;
            customersOfAge[columns.ageOf[i]] += count;
            purchasesOfAge[columns.ageOf[i]] += count * x;
            exceeding[x] += count;
        }
        customers = all;
        purchases = events;
        double above = 0;
        for (int i = largest; i >= 0; i--) {
            double here = exceeding[i];
            exceeding[i] = above;
            above += here;
        }
    }
}
