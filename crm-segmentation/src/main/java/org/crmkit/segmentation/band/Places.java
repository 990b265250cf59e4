package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What stands at some places of a column in rising order, without bringing the column into order.
 *
 * <p>Keys are counted by their leading bits. Those that share the bits with a place that is asked for are gathered, and counted by their
 * next bits, until few are left or one value is. Each step settles twelve bits at least and reads fewer keys, so it is linear in the rows
 * for any keys; for a column of a million, a fraction of a sort.
 */
final class Places {

    private static final int BUCKET_BITS = 12;
    private static final int BUCKETS = 1 << BUCKET_BITS;
    /** Below this many keys a comparison sort is faster than clearing the counts. */
    private static final int FEW = 512;

    private final int size;
    private final boolean turned;
    /** In rising order, each once; of the column as given. */
    private final int[] ranks;

    private final long[] keys;
    private final int[] below;
    private final int[] upTo;

    private Places(KeyColumn column, boolean turned, IntStream asked) {
        this.size = column.size();
        this.turned = turned;
        this.ranks = asked.map(this::asGiven).sorted().distinct().toArray();
        this.keys = new long[ranks.length];
        this.below = new int[ranks.length];
        this.upTo = new int[ranks.length];
        if (ranks.length > 0) {
            find(new Part(column.asGiven(), 0, size, 0, 0, ranks.length));
        }
    }

    /** Looks for the keys at the given places, in any order; place zero is the worst. */
    static Places of(KeyColumn column, IntStream ranks) {
        return new Places(column, column.isTurned(), ranks);
    }

    /** Looks for the keys at the given places, in any order; place zero is the lowest, whichever end is better. */
    static Places asGiven(KeyColumn column, IntStream ranks) {
        return new Places(column, false, ranks);
    }

    private int asGiven(int rank) {
        return turned ? size - 1 - rank : rank;
    }

    /** Returns the key at a place, turned around where less is better. */
    long keyAt(int rank) {
        long key = keys[index(rank)];
        return turned ? -key : key;
    }

    /** Returns how many keys are below the one at a place. */
    int below(int rank) {
        return turned ? size - upTo[index(rank)] : below[index(rank)];
    }

    /** Returns how many keys are at most the one at a place. */
    int upTo(int rank) {
        return turned ? size - below[index(rank)] : upTo[index(rank)];
    }

    private int index(int rank) {
        int index = Arrays.binarySearch(ranks, asGiven(rank));
        checkState(index >= 0, "nobody asked for place %s", rank);
        return index;
    }

    /**
     * Some of the keys, where they are those from {@code from} to {@code to}, and the places that lie among them.
     *
     * @param before how many keys of the column are below all of these
     * @param first index of the first place
     * @param last index behind the last place
     */
    private record Part(long[] keys, int from, int to, int before, int first, int last) {}

    private void find(Part part) {
        if (part.to() - part.from() <= FEW) {
            readOffSorted(part);
            return;
        }
        long[] among = part.keys();
        long min = among[part.from()];
        long max = min;
        for (int i = part.from(); i < part.to(); i++) {
            min = Math.min(min, among[i]);
            max = Math.max(max, among[i]);
        }
        // As an unsigned number the distance never overflows.
        int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(max - min) - BUCKET_BITS);
        int[] counts = new int[BUCKETS];
        for (int i = part.from(); i < part.to(); i++) {
            counts[(int) (among[i] - min >>> shift)]++;
        }
        if (shift == 0) {
            readOffCounted(part, counts, min);
        } else {
            narrow(part, counts, min, shift);
        }
    }

    private void readOffSorted(Part part) {
        long[] sorted = Arrays.copyOfRange(part.keys(), part.from(), part.to());
        Arrays.sort(sorted);
        for (int place = part.first(); place < part.last(); place++) {
            long key = sorted[ranks[place] - part.before()];
            keys[place] = key;
            below[place] = part.before() + SortedKeys.countBelow(sorted, key);
            upTo[place] = part.before() + SortedKeys.countAtMost(sorted, key);
        }
    }

    /** Each bucket holds one value. */
    private void readOffCounted(Part part, int[] counts, long min) {
        int bucket = 0;
        int start = part.before();
        for (int place = part.first(); place < part.last(); place++) {
            while (ranks[place] >= start + counts[bucket]) {
                start += counts[bucket++];
            }
            keys[place] = min + bucket;
            below[place] = start;
            upTo[place] = start + counts[bucket];
        }
    }

    private void narrow(Part part, int[] counts, long min, int shift) {
        int[] placesOf = new int[BUCKETS];
        int[] ends = new int[BUCKETS];
        int wanted = countPlaces(part, counts, placesOf, ends);
        long[] gathered = new long[wanted];
        long[] among = part.keys();
        for (int i = part.from(); i < part.to(); i++) {
            int bucket = (int) (among[i] - min >>> shift);
            if (placesOf[bucket] != 0) {
                gathered[ends[bucket]++] = among[i];
            }
        }
        int place = part.first();
        int start = part.before();
        for (int bucket = 0; place < part.last(); bucket++) {
            if (placesOf[bucket] != 0) {
                int end = ends[bucket];
                find(new Part(gathered, end - counts[bucket], end, start, place, place + placesOf[bucket]));
                place += placesOf[bucket];
            }
            start += counts[bucket];
        }
    }

    /** Counts the places in each bucket, says where the keys of those buckets are to start, and returns how many keys that are. */
    private int countPlaces(Part part, int[] counts, int[] placesOf, int[] starts) {
        int wanted = 0;
        int bucket = 0;
        int start = part.before();
        for (int place = part.first(); place < part.last(); place++) {
            while (ranks[place] >= start + counts[bucket]) {
                start += counts[bucket++];
            }
            if (placesOf[bucket]++ == 0) {
                starts[bucket] = wanted;
                wanted += counts[bucket];
            }
        }
        return wanted;
    }
}
