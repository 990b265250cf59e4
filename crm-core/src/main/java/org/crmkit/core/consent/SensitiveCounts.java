package org.crmkit.core.consent;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** How often each sensitive value occurs in some rows, by rank. */
record SensitiveCounts(SortedMap<Integer, Integer> byRank, int size) {

    static SensitiveCounts of(Collection<Anonymity.Row> rows) {
        return ofRanks(rows.stream().map(Anonymity.Row::sensitive).toList());
    }

    static SensitiveCounts ofRanks(Collection<Integer> ranks) {
        SortedMap<Integer, Integer> counts = new TreeMap<>();
        for (Integer rank : ranks) {
            counts.merge(rank, 1, Integer::sum);
        }
        return new SensitiveCounts(counts, ranks.size());
    }

    SensitiveCounts plus(SensitiveCounts other) {
        SortedMap<Integer, Integer> sum = new TreeMap<>(byRank);
        other.byRank.forEach((rank, count) -> sum.merge(rank, count, Integer::sum));
        return new SensitiveCounts(sum, size + other.size);
    }

    int distinct() {
        return byRank.size();
    }

    /** exp of the Shannon entropy: l if l values are equally frequent. */
    double effectiveNumber() {
        double entropy = 0;
        for (int count : byRank.values()) {
            double share = (double) count / size;
            entropy -= share * Math.log(share);
        }
        // Rounding may lift equal shares a hair above the number of values, which no distribution exceeds.
        return size == 0 ? 0 : Math.min(Math.exp(entropy), distinct());
    }

    /** Earth mover's distance with values one step apart; the steps are the values that occur in either. */
    double distanceTo(SensitiveCounts table) {
        TreeSet<Integer> ranks = new TreeSet<>(table.byRank.keySet());
        ranks.addAll(byRank.keySet());
        if (ranks.size() < 2) {
            return 0;
        }
        double cumulated = 0;
        double moved = 0;
        for (Integer rank : ranks) {
            cumulated += share(rank) - table.share(rank);
            moved += Math.abs(cumulated);
        }
        return Math.min(1, moved / (ranks.size() - 1));
    }

    private double share(Integer rank) {
        return (double) byRank.getOrDefault(rank, 0) / size;
    }
}
