package org.crmkit.segmentation.band;

import java.util.Comparator;
import java.util.OptionalLong;

/** The order in which customers of equal value are split: by id, or by a seeded hash of the id. */
record IdOrder(OptionalLong seed) implements Comparator<String> {

    /** The golden ratio in 64 bits, the increment of SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2660193.2660195). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    @Override
    public int compare(String left, String right) {
        if (seed.isPresent()) {
            int byHash = Long.compare(hash(left), hash(right));
            return byHash != 0 ? byHash : compareCodePoints(left, right);
        }
        return compareCodePoints(left, right);
    }

    private long hash(String id) {
        long hash = mix(seed.orElse(0) + GOLDEN);
        for (int i = 0; i < id.length(); i++) {
            hash = mix((hash ^ id.charAt(i)) + GOLDEN);
        }
        return hash;
    }

    long hash(int row) {
        return mix(mix(seed.orElse(0) + GOLDEN) ^ row + GOLDEN);
    }

    private static long mix(long bits) {
        long first = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }

    /** Java compares UTF-16 units, which puts the characters beyond U+FFFF before some that are below them. */
    static int compareCodePoints(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char l = left.charAt(i);
            char r = right.charAt(i);
            if (l != r) {
                boolean mixed = Character.isSurrogate(l) != Character.isSurrogate(r);
                return mixed ? (Character.isSurrogate(l) ? 1 : -1) : l - r;
            }
        }
        return left.length() - right.length();
    }
}
