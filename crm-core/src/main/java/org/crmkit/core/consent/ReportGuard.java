package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;

/**
 * Lets a report out only where nobody in it can be told apart.
 *
 * <p>Classes of rows that miss a limit are suppressed. So are as many further classes, smallest first, as it takes until the suppressed rows together meet
 * the limits: otherwise the difference to a known total would give them away. If even all rows together do not, nothing is released.
 *
 * @param k the least rows of a class, at least 2
 * @param l the least different sensitive values of a class, at least 1 (1: not checked)
 * @param entropyL the least effective number of sensitive values of a class, at least 1 (1: not checked)
 * @param t the greatest distance of a class's sensitive values to the whole table's, 0 to 1 (1: not checked)
 */
public record ReportGuard(int k, int l, double entropyL, double t) {

    /** Room for rounding when an entropy or a distance sits on its limit: their sums are of far fewer than 10^6 terms. */
    private static final double TOLERANCE = 1e-9;

    private static final SensitiveCounts EMPTY = SensitiveCounts.of(List.of());

    /**
     * Checks ranges.
     *
     * @param k the least rows of a class
     * @param l the least different sensitive values
     * @param entropyL the least effective number of sensitive values
     * @param t the greatest distance
     */
    public ReportGuard {
        checkArgument(k >= 2, "k must be at least 2, was %s", k);
        checkArgument(l >= 1, "l must be at least 1, was %s", l);
        checkArgument(
                entropyL >= 1 && entropyL < Double.POSITIVE_INFINITY, "entropyL must be at least 1, was %s", entropyL);
        checkArgument(t >= 0 && t <= 1, "t must be in [0, 1], was %s", t);
    }

    /**
     * Returns the guard of class sizes only.
     *
     * @param k the least rows of a class, at least 2
     * @return the guard
     */
    public static ReportGuard ofSize(int k) {
        return new ReportGuard(k, 1, 1, 1);
    }

    /**
     * Returns this with a least number of different sensitive values.
     *
     * @param newL at least 1
     * @return a changed copy
     */
    public ReportGuard withDistinct(int newL) {
        return new ReportGuard(k, newL, entropyL, t);
    }

    /**
     * Returns this with a least effective number of sensitive values.
     *
     * @param newEntropyL at least 1
     * @return a changed copy
     */
    public ReportGuard withEntropy(double newEntropyL) {
        return new ReportGuard(k, l, newEntropyL, t);
    }

    /**
     * Returns this with a greatest distance to the whole table.
     *
     * @param newT 0 to 1
     * @return a changed copy
     */
    public ReportGuard withCloseness(double newT) {
        return new ReportGuard(k, l, entropyL, newT);
    }

    /**
     * One class of a report.
     *
     * @param quasiIdentifiers what its rows have in common
     * @param size the number of rows
     * @param sensitiveCounts the number of rows by rank of the sensitive value, ordered
     */
    public record Cell(List<String> quasiIdentifiers, int size, SortedMap<Integer, Integer> sensitiveCounts) {

        /**
         * Checks and copies.
         *
         * @param quasiIdentifiers what its rows have in common
         * @param size the number of rows
         * @param sensitiveCounts the number of rows by rank
         */
        public Cell {
            quasiIdentifiers = List.copyOf(quasiIdentifiers);
            sensitiveCounts = Collections.unmodifiableSortedMap(checkNotNull(sensitiveCounts, "sensitiveCounts"));
        }
    }

    /**
     * What may leave.
     *
     * @param cells the classes released, ordered by quasi-identifiers
     * @param suppressedRows the number of rows left out, which is 0 or at least k; absent if the whole table is too small to count
     */
    public record Release(List<Cell> cells, OptionalInt suppressedRows) {

        /**
         * Copies.
         *
         * @param cells the classes released
         * @param suppressedRows the number of rows left out
         */
        public Release {
            cells = List.copyOf(cells);
            checkNotNull(suppressedRows, "suppressedRows");
        }
    }

    /**
     * Returns the part of a table that may leave.
     *
     * @param rows the rows in any order; O(n log n)
     * @return the released classes and how many rows were suppressed
     */
    public Release release(Collection<Anonymity.Row> rows) {
        SensitiveCounts table = SensitiveCounts.of(rows);
        SortedMap<List<String>, SensitiveCounts> classes = Anonymity.classesOf(rows);
        List<List<String>> kept = new ArrayList<>();
        SensitiveCounts suppressed = EMPTY;
        for (Map.Entry<List<String>, SensitiveCounts> each : classes.entrySet()) {
            if (isSafe(each.getValue(), table)) {
                kept.add(each.getKey());
            } else {
                suppressed = suppressed.plus(each.getValue());
            }
        }
        // Smallest last; the sort is stable, so equal sizes stay in the order of their quasi-identifiers.
        kept.sort(
                Comparator.comparing((List<String> key) -> sizeOf(classes, key)).reversed());
        while (suppressed.size() > 0 && !isSafe(suppressed, table) && !kept.isEmpty()) {
            suppressed = suppressed.plus(classes.getOrDefault(kept.remove(kept.size() - 1), EMPTY));
        }
        boolean countable = suppressed.size() == 0 || suppressed.size() >= k;
        return new Release(
                cellsOf(classes, Set.copyOf(kept)),
                countable ? OptionalInt.of(suppressed.size()) : OptionalInt.empty());
    }

    private boolean isSafe(SensitiveCounts counts, SensitiveCounts table) {
        return counts.size() >= k
                && counts.distinct() >= l
                && counts.effectiveNumber() >= entropyL - TOLERANCE
                && counts.distanceTo(table) <= t + TOLERANCE;
    }

    private static int sizeOf(Map<List<String>, SensitiveCounts> classes, List<String> key) {
        return classes.getOrDefault(key, EMPTY).size();
    }

    private static List<Cell> cellsOf(SortedMap<List<String>, SensitiveCounts> classes, Set<List<String>> kept) {
        List<Cell> cells = new ArrayList<>(kept.size());
        classes.forEach((key, counts) -> {
            if (kept.contains(key)) {
                cells.add(new Cell(key, counts.size(), counts.byRank()));
            }
        });
        return cells;
    }
}
