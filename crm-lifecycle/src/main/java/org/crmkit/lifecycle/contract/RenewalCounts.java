package org.crmkit.lifecycle.contract;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;

/**
 * How many customers faced each renewal, and how many of them renewed.
 *
 * <p>Everything that a fit needs of any number of cohorts, however long each was watched: the counts of cohorts add up,
 * in any order, to the same counts.
 */
public final class RenewalCounts {

    /** No customer at all: the unit of {@link #plus}. */
    public static final RenewalCounts EMPTY = new RenewalCounts(new long[0], new long[0]);

    private final long[] lost;
    private final long[] renewed;

    private RenewalCounts(long[] lost, long[] renewed) {
        this.lost = lost;
        this.renewed = renewed;
    }

    /**
     * Returns the counts of one cohort watched from its start.
     *
     * @param active the customers still active after 0, 1, 2, ... renewals; never rising
     * @return the counts
     * @throws IllegalArgumentException if a count is negative or rises, naming the renewal
     */
    public static RenewalCounts ofCohort(long... active) {
        return ofCohortSince(0, active);
    }

    /**
     * Returns the counts of a cohort that had renewals behind it when it came under watch.
     *
     * <p>Those who left before are not missed: each renewal is judged among those who faced it.
     *
     * @param renewalsBefore the renewals behind everyone in the cohort, at least zero
     * @param active the customers still active after that many renewals, one more, two more, ...; never rising
     * @return the counts
     * @throws IllegalArgumentException if a count is negative or rises, naming the renewal
     */
    public static RenewalCounts ofCohortSince(int renewalsBefore, long... active) {
        checkNotNull(active, "active");
        checkArgument(renewalsBefore >= 0, "renewalsBefore must be at least 0, was %s", renewalsBefore);
        checkArgument(active.length >= 1, "active must hold at least the cohort's size, was empty");
        int periods = renewalsBefore + active.length - 1;
        long[] lost = new long[periods];
        long[] renewed = new long[periods];
        checkArgument(active[0] >= 0, "active[0] must be at least 0, was %s", active[0]);
        for (int i = 1; i < active.length; i++) {
            long before = active[i - 1];
            if (!(active[i] >= 0 && active[i] <= before)) {
                throw new IllegalArgumentException(
                        "active[" + i + "] must be in [0, " + before + "], was " + active[i]);
            }
            lost[renewalsBefore + i - 1] = before - active[i];
            renewed[renewalsBefore + i - 1] = active[i];
        }
        return new RenewalCounts(lost, renewed);
    }

    /**
     * Returns counts that are already made.
     *
     * @param lost how many left at renewal 1, 2, ...; at least zero
     * @param renewed how many renewed at renewal 1, 2, ...; as many, at least zero
     * @return the counts
     */
    public static RenewalCounts of(long[] lost, long[] renewed) {
        checkArgument(
                lost.length == renewed.length,
                "lost and renewed must have equal length, were %s and %s",
                lost.length,
                renewed.length);
        for (int i = 0; i < lost.length; i++) {
            if (!(lost[i] >= 0 && renewed[i] >= 0)) {
                throw new IllegalArgumentException("lost and renewed must be at least 0, were " + lost[i] + " and "
                        + renewed[i] + " at renewal " + (i + 1));
            }
        }
        return new RenewalCounts(lost.clone(), renewed.clone());
    }

    /**
     * Returns a counter of single customers.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Counts customers one by one; not safe for several threads, whose counts are added with {@link #plus}. */
    public static final class Builder {

        private long[] left = new long[16];
        private long[] kept = new long[16];
        private int periods;

        private Builder() {}

        /**
         * Takes in one customer watched from his start.
         *
         * @param renewals the renewals he made, at least zero
         * @param active whether he has not decided on the next renewal yet; false if he left at it
         * @return this builder
         */
        public Builder customer(int renewals, boolean active) {
            ContractArguments.checkRenewals(renewals, "renewals");
            int faced = active ? renewals : renewals + 1;
            if (faced > left.length) {
                left = Arrays.copyOf(left, 2 * faced);
                kept = Arrays.copyOf(kept, 2 * faced);
            }
            periods = Math.max(periods, faced);
            for (int t = 0; t < renewals; t++) {
                kept[t]++;
            }
            if (!active) {
                left[renewals]++;
            }
            return this;
        }

        /**
         * Returns the counts so far.
         *
         * @return the counts
         */
        public RenewalCounts build() {
            return new RenewalCounts(Arrays.copyOf(left, periods), Arrays.copyOf(kept, periods));
        }
    }

    /**
     * Returns the counts of two groups of cohorts together.
     *
     * @param other the other group
     * @return the sum
     * @throws ArithmeticException if a count overflows
     */
    public RenewalCounts plus(RenewalCounts other) {
        int periods = Math.max(lost.length, other.lost.length);
        long[] sumLost = Arrays.copyOf(lost, periods);
        long[] sumRenewed = Arrays.copyOf(renewed, periods);
        for (int i = 0; i < other.lost.length; i++) {
            sumLost[i] = Math.addExact(sumLost[i], other.lost[i]);
            sumRenewed[i] = Math.addExact(sumRenewed[i], other.renewed[i]);
        }
        return new RenewalCounts(sumLost, sumRenewed);
    }

    /**
     * Returns the number of the last renewal that anyone faced.
     *
     * @return at least zero
     */
    public int renewals() {
        return lost.length;
    }

    /**
     * Returns how many customers left at a renewal.
     *
     * @param renewal the number of the renewal, from one
     * @return at least zero; zero beyond the last one
     */
    public long lost(int renewal) {
        return at(lost, renewal);
    }

    /**
     * Returns how many customers renewed at a renewal.
     *
     * @param renewal the number of the renewal, from one
     * @return at least zero; zero beyond the last one
     */
    public long renewed(int renewal) {
        return at(renewed, renewal);
    }

    /**
     * Returns how many customers left, renewal by renewal.
     *
     * @return a new array, index i is renewal i + 1
     */
    public long[] lost() {
        return lost.clone();
    }

    /**
     * Returns how many customers renewed, renewal by renewal.
     *
     * @return a new array, index i is renewal i + 1
     */
    public long[] renewed() {
        return renewed.clone();
    }

    private static long at(long[] counts, int renewal) {
        checkArgument(renewal >= 1, "renewal must be at least 1, was %s", renewal);
        return renewal <= counts.length ? counts[renewal - 1] : 0;
    }

    /**
     * Returns the number of decisions in all: one for each customer and renewal he faced.
     *
     * @return at least zero
     */
    public long decisions() {
        return Arrays.stream(lost).sum() + Arrays.stream(renewed).sum();
    }

    /** Returns the number of renewals at which anybody had to decide. */
    int informativeRenewals() {
        int n = 0;
        for (int i = 0; i < lost.length; i++) {
            n += lost[i] + renewed[i] > 0 ? 1 : 0;
        }
        return n;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenewalCounts that
                && Arrays.equals(lost, that.lost)
                && Arrays.equals(renewed, that.renewed);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lost) + Arrays.hashCode(renewed);
    }

    @Override
    public String toString() {
        return "RenewalCounts[lost=" + Arrays.toString(lost) + ", renewed=" + Arrays.toString(renewed) + "]";
    }
}
