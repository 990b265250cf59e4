package org.crmkit.examples.benchmarks;

import java.util.Arrays;

/** RFM in three loops and three sorts over plain arrays: the floor for any library on one thread. */
final class BareLoop {

    private static final int BANDS = 5;

    private BareLoop() {}

    static RfmScores rfm(Orders orders) {
        int n = orders.customers;
        int[] lastDay = new int[n];
        int[] count = new int[n];
        long[] spend = new long[n];
        for (int i = 0; i < orders.size(); i++) {
            int c = orders.customer[i];
            lastDay[c] = Math.max(lastDay[c], orders.day[i]);
            count[c]++;
            spend[c] += orders.amountMinor[i];
        }
        RfmScores scores = RfmScores.ofSize(n);
        long[] keys = new long[n];
        for (int c = 0; c < n; c++) {
            keys[c] = key(lastDay[c], c);
        }
        ntile(keys, scores.recency());
        for (int c = 0; c < n; c++) {
            keys[c] = key(count[c], c);
        }
        ntile(keys, scores.frequency());
        for (int c = 0; c < n; c++) {
            keys[c] = key(spend[c], c);
        }
        ntile(keys, scores.monetary());
        return scores;
    }

    /** Value first, then the customer's number, which settles ties. */
    private static long key(long value, int customer) {
        return value << Integer.SIZE | customer;
    }

    /** SQL's ntile: equal parts by rank, the first ones one larger when it does not divide. */
    private static void ntile(long[] keys, byte[] score) {
        Arrays.sort(keys);
        int small = keys.length / BANDS;
        int larger = keys.length % BANDS;
        int rank = 0;
        for (int band = 1; band <= BANDS; band++) {
            int size = band <= larger ? small + 1 : small;
            for (int end = rank + size; rank < end; rank++) {
                score[(int) keys[rank]] = (byte) band;
            }
        }
    }
}
