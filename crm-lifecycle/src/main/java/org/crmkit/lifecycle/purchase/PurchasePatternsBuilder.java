package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.crmkit.core.time.TimeGrain;

/**
 * Counts equal histories row by row, without an object per row; not safe for several threads (give each its own and merge).
 *
 * <p>An open-addressing table of row numbers over plain columns; {@link #build()} sorts what was found.
 */
public final class PurchasePatternsBuilder {

    private static final int INITIAL_ROWS = 1 << 10;

    private final TimeGrain grain;
    private int[] x = new int[INITIAL_ROWS];
    private double[] recency = new double[INITIAL_ROWS];
    private double[] age = new double[INITIAL_ROWS];
    private long[] counts = new long[INITIAL_ROWS];
    private int size;
    /** Row number plus one at the slot of its hash, zero if free; twice to four times as many slots as rows. */
    private int[] slots = new int[4 * INITIAL_ROWS];

    private boolean gapsKnown = true;
    private long gapWhole;
    private long gapPlaces;

    PurchasePatternsBuilder(TimeGrain grain) {
        this.grain = grain;
    }

    /**
     * Adds one customer without gaps.
     *
     * @param repeatPurchases x, at least zero
     * @param recencyTime t_x, 0 if x is 0, else in (0, T]
     * @param ageTime T, at least zero
     * @return this
     */
    public PurchasePatternsBuilder add(int repeatPurchases, double recencyTime, double ageTime) {
        add(repeatPurchases, recencyTime, ageTime, 1L);
        gapsKnown &= repeatPurchases == 0;
        return this;
    }

    /**
     * Adds one customer with the sum of the logarithms of the gaps.
     *
     * @param repeatPurchases x, at least zero
     * @param recencyTime t_x, 0 if x is 0, else in (0, T]
     * @param ageTime T, at least zero
     * @param sumLogGaps sum of ln(gap) over the x gaps, finite
     * @return this
     */
    public PurchasePatternsBuilder add(int repeatPurchases, double recencyTime, double ageTime, double sumLogGaps) {
        checkArgument(
                Math.abs(sumLogGaps) < 1e15, "sumLogGaps must be finite (below 1e15 in size), was %s", sumLogGaps);
        add(repeatPurchases, recencyTime, ageTime, 1L);
        if (repeatPurchases > 0) {
            addGaps(GapSum.of(sumLogGaps));
        }
        return this;
    }

    /**
     * Adds one customer.
     *
     * @param history with or without gaps
     * @return this
     */
    public PurchasePatternsBuilder add(PurchaseHistory history) {
        OptionalDouble gaps = history.sumLogGaps();
        return gaps.isPresent()
                ? add(history.repeatPurchases(), history.recency(), history.age(), gaps.getAsDouble())
                : add(history.repeatPurchases(), history.recency(), history.age());
    }

    /**
     * Adds customers who share a history, for example a row of a published table; their gaps are unknown.
     *
     * @param history what they share
     * @param customers how many they are, at least 1
     * @return this
     */
    public PurchasePatternsBuilder add(PurchaseHistory history, long customers) {
        checkArgument(customers >= 1, "customers must be at least 1, was %s", customers);
        add(history.repeatPurchases(), history.recency(), history.age(), customers);
        gapsKnown &= history.repeatPurchases() == 0;
        return this;
    }

    /**
     * Adds counted patterns.
     *
     * @param patterns of other customers, in the same unit
     * @return this
     */
    public PurchasePatternsBuilder addAll(PurchasePatterns patterns) {
        checkArgument(
                patterns.grain() == grain, "patterns must be in units of %s, were in %s", grain, patterns.grain());
        for (int i = 0; i < patterns.size(); i++) {
            add(patterns.repeatPurchases(i), patterns.recency(i), patterns.age(i), patterns.count(i));
        }
        addGaps(patterns.gaps());
        return this;
    }

    /**
     * Returns the patterns counted so far; the builder may go on.
     *
     * @return an immutable value
     */
    public PurchasePatterns build() {
        int[] order = PatternOrder.sorted(x, recency, age, size);
        int[] sortedX = new int[size];
        double[] sortedRecency = new double[size];
        double[] sortedAge = new double[size];
        long[] sortedCounts = new long[size];
        for (int i = 0; i < size; i++) {
            int row = order[i];
            sortedX[i] = x[row];
            sortedRecency[i] = recency[row];
            sortedAge[i] = age[row];
            sortedCounts[i] = counts[row];
        }
        GapSum gaps = gapsKnown ? new GapSum(true, gapWhole, gapPlaces) : GapSum.unknown();
        return new PurchasePatterns(grain, sortedX, sortedRecency, sortedAge, sortedCounts, gaps);
    }

    private void addGaps(GapSum gaps) {
        gapsKnown &= gaps.known();
        if (gapsKnown) {
            GapSum sum = new GapSum(true, gapWhole, gapPlaces).plus(gaps);
            gapWhole = sum.whole();
            gapPlaces = sum.places();
        }
    }

    private void add(int rowX, double rowRecency, double rowAge, long count) {
        Checks.history(rowX, rowRecency, rowAge);
        double tX = rowRecency + 0.0; // turns -0.0 into 0.0, so that equal times have equal bits
        double t = rowAge + 0.0;
        int mask = slots.length - 1;
        int slot = hash(rowX, tX, t) & mask;
        for (int row = slots[slot] - 1; row >= 0; row = slots[slot] - 1) {
            if (x[row] == rowX && recency[row] == tX && age[row] == t) {
                counts[row] = Math.addExact(counts[row], count);
                return;
            }
            slot = (slot + 1) & mask;
        }
        append(rowX, tX, t, count);
        slots[slot] = size;
        if (size * 2 > slots.length) {
            rehash();
        }
    }

    private void append(int rowX, double tX, double t, long count) {
        if (size == x.length) {
            int capacity = Math.addExact(size, size >> 1);
            x = Arrays.copyOf(x, capacity);
            recency = Arrays.copyOf(recency, capacity);
            age = Arrays.copyOf(age, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        x[size] = rowX;
        recency[size] = tX;
        age[size] = t;
        counts[size] = count;
        size++;
    }

    private void rehash() {
        int[] wider = new int[Math.multiplyExact(slots.length, 2)];
        int mask = wider.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = hash(x[row], recency[row], age[row]) & mask;
            while (wider[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            wider[slot] = row + 1;
        }
        slots = wider;
    }

    private static int hash(int x, double recency, double age) {
        long bits = Double.doubleToRawLongBits(recency) * 0x9e3779b97f4a7c15L
                ^ Long.rotateLeft(Double.doubleToRawLongBits(age) * 0xc2b2ae3d27d4eb4fL, 31)
                ^ x * 0x165667b19e3779f9L;
        bits ^= bits >>> 32;
        bits *= 0xd6e8feb86659fd93L;
        return (int) (bits >>> 32);
    }
}
