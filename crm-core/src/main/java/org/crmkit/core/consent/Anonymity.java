package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How well a table hides the individuals in it.
 *
 * <p>Rows with the same quasi-identifiers form a class. The table is k-anonymous if every class has k rows (Sweeney 2002), l-diverse if every class has l
 * different, or by entropy effectively l, sensitive values (Machanavajjhala et al. 2007), and t-close if no class's distribution of sensitive values is
 * further than t from the whole table's (Li, Li &amp; Venkatasubramanian 2007, DOI 10.1109/ICDE.2007.367856). The distance is the earth mover's with ordered
 * values one step apart: {@code 1/(m-1) * sum over i of |cumulated p - cumulated q|}, m being the number of different values in the table; it is 0 if m is 1.
 *
 * <p>An empty table has no classes, k, l and distance 0.
 *
 * @param classes the number of classes
 * @param k the size of the smallest class
 * @param distinctL the least number of different sensitive values in a class
 * @param entropyL the least effective number of sensitive values in a class, {@code exp(entropy)}, at most {@code distinctL}
 * @param distance the greatest distance of a class to the table, 0 to 1
 */
public record Anonymity(int classes, int k, int distinctL, double entropyL, double distance) {

    /**
     * One row of a table.
     *
     * @param quasiIdentifiers what could tell a person apart, generalized: region, band of age
     * @param sensitive the rank of the sensitive value in its order (severity, band); equal values have equal ranks
     */
    public record Row(List<String> quasiIdentifiers, int sensitive) {

        /**
         * Checks and copies.
         *
         * @param quasiIdentifiers what could tell a person apart
         * @param sensitive the rank of the sensitive value
         */
        public Row {
            quasiIdentifiers = List.copyOf(quasiIdentifiers);
        }

        /** Returns the quasi-identifiers; never the sensitive value. */
        @Override
        public String toString() {
            return "Row[quasiIdentifiers=" + quasiIdentifiers + ", sensitive=***]";
        }
    }

    /**
     * Checks ranges.
     *
     * @param classes the number of classes
     * @param k the size of the smallest class
     * @param distinctL the least number of different sensitive values
     * @param entropyL the least effective number of sensitive values
     * @param distance the greatest distance
     */
    public Anonymity {
        checkArgument(
                classes >= 0 && k >= 0 && distinctL >= 0,
                "counts must be at least 0, were %s, %s and %s",
                classes,
                k,
                distinctL);
        checkArgument(
                entropyL >= 0 && entropyL < Double.POSITIVE_INFINITY, "entropyL must be at least 0, was %s", entropyL);
        checkArgument(distance >= 0 && distance <= 1, "distance must be in [0, 1], was %s", distance);
    }

    /**
     * Measures a table.
     *
     * @param rows the rows in any order; O(n log n)
     * @return its anonymity
     */
    public static Anonymity of(Collection<Row> rows) {
        SensitiveCounts table = SensitiveCounts.of(rows);
        Collection<SensitiveCounts> classes = classesOf(rows).values();
        if (classes.isEmpty()) {
            return new Anonymity(0, 0, 0, 0, 0);
        }
        int k = Integer.MAX_VALUE;
        int distinct = Integer.MAX_VALUE;
        double entropy = Double.MAX_VALUE;
        double distance = 0;
        for (SensitiveCounts each : classes) {
            k = Math.min(k, each.size());
            distinct = Math.min(distinct, each.distinct());
            entropy = Math.min(entropy, each.effectiveNumber());
            distance = Math.max(distance, each.distanceTo(table));
        }
        return new Anonymity(classes.size(), k, distinct, entropy, distance);
    }

    /**
     * Measures the distance of one class to the whole table.
     *
     * @param classRanks the ranks of the class's sensitive values, not empty, each of them in the table
     * @param tableRanks the ranks of all sensitive values
     * @return the earth mover's distance between the two distributions, 0 to 1
     */
    public static double distance(Collection<Integer> classRanks, Collection<Integer> tableRanks) {
        checkArgument(!classRanks.isEmpty(), "classRanks must not be empty");
        checkArgument(tableRanks.containsAll(classRanks), "every rank of the class must be in the table");
        return SensitiveCounts.ofRanks(classRanks).distanceTo(SensitiveCounts.ofRanks(tableRanks));
    }

    static SortedMap<List<String>, SensitiveCounts> classesOf(Collection<Row> rows) {
        Map<List<String>, List<Row>> grouped = new TreeMap<>(Anonymity::compareLists);
        for (Row row : rows) {
            grouped.computeIfAbsent(row.quasiIdentifiers(), key -> new ArrayList<>())
                    .add(row);
        }
        SortedMap<List<String>, SensitiveCounts> classes = new TreeMap<>(Anonymity::compareLists);
        grouped.forEach((key, members) -> classes.put(key, SensitiveCounts.of(members)));
        return Collections.unmodifiableSortedMap(classes);
    }

    private static int compareLists(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = a.get(i).compareTo(b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }
}
