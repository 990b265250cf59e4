package org.crmkit.lifecycle.purchase;

/** Sorts row numbers by (x, t_x, T): a merge sort over plain columns, without an object per row. */
final class PatternOrder {

    /** Short runs are sorted by insertion, which is faster than merging them. */
    private static final int RUN = 8;

    private PatternOrder() {}

    /** Returns the row numbers 0..size-1 in ascending order of the rows, O(n log n). */
    static int[] sorted(int[] x, double[] recency, double[] age, int size) {
        int[] from = new int[size];
        int[] to = new int[size];
        for (int start = 0; start < size; start += RUN) {
            int end = Math.min(start + RUN, size);
            for (int i = start; i < end; i++) {
                int j = i;
                while (j > start && less(i, from[j - 1], x, recency, age)) {
                    from[j] = from[--j];
                }
                from[j] = i;
            }
        }
        for (int width = RUN; width < size; width <<= 1) {
            for (int start = 0; start < size; start += 2 * width) {
                merge(
                        from,
                        to,
                        start,
                        Math.min(start + width, size),
                        Math.min(start + 2 * width, size),
                        x,
                        recency,
                        age);
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(
            int[] from, int[] to, int start, int middle, int end, int[] x, double[] recency, double[] age) {
        int i = start;
        int j = middle;
        for (int k = start; k < end; k++) {
            if (j >= end || (i < middle && !less(from[j], from[i], x, recency, age))) {
                to[k] = from[i++];
            } else {
                to[k] = from[j++];
            }
        }
    }

    private static boolean less(int a, int b, int[] x, double[] recency, double[] age) {
        if (x[a] != x[b]) {
            return x[a] < x[b];
        }
        if (recency[a] != recency[b]) {
            return recency[a] < recency[b];
        }
        return age[a] < age[b];
    }
}
