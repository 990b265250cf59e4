package org.crmkit.core.summary;

import java.util.Arrays;

/** Sorts positions of records by their ids: bytes first, then length. */
final class IdSort {

    private IdSort() {}

    /** Merge sort without objects: the ids stay where they are. */
    static void sort(long[][] chunks, int[] positions) {
        int[] from = positions.clone();
        sort(chunks, from, positions, 0, positions.length);
    }

    private static void sort(long[][] chunks, int[] from, int[] to, int start, int end) {
        if (end - start < 2) {
            return;
        }
        int middle = start + end >>> 1;
        sort(chunks, to, from, start, middle);
        sort(chunks, to, from, middle, end);
        if (compare(chunks, from[middle - 1], from[middle]) <= 0) {
            System.arraycopy(from, start, to, start, end - start);
            return;
        }
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            if (right == end || left < middle && compare(chunks, from[left], from[right]) <= 0) {
                to[i] = from[left++];
            } else {
                to[i] = from[right++];
            }
        }
    }

    private static int compare(long[][] chunks, int left, int right) {
        long[] l = chunks[left >>> PurchaseTally.CHUNK_BITS];
        long[] r = chunks[right >>> PurchaseTally.CHUNK_BITS];
        int lAt = left & PurchaseTally.CHUNK - 1;
        int rAt = right & PurchaseTally.CHUNK - 1;
        int lBytes = PurchaseTally.lower(l[lAt + PurchaseTally.COUNTS]);
        int rBytes = PurchaseTally.lower(r[rAt + PurchaseTally.COUNTS]);
        int words = IdWords.wordsFor(Math.min(lBytes, rBytes));
        lAt += PurchaseTally.ID;
        rAt += PurchaseTally.ID;
        int at = Arrays.mismatch(l, lAt, lAt + words, r, rAt, rAt + words);
        return at < 0 ? lBytes - rBytes : Long.compareUnsigned(l[lAt + at], r[rAt + at]);
    }
}
