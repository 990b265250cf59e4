package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Comparator;
import java.util.OptionalLong;

/**
 * The order in which customers of equal value are split.
 *
 * <p>By id, in the order of {@link org.crmkit.core.customer.CustomerOrder}: as numbers where all ids of the fitted customers are
 * whole numbers without leading zeros, else as text by code point. Or at random: by a hash of seed and id, which is the same in
 * every run and on every machine.
 *
 * @param numeric true for ids as numbers; an id that is none then comes after all that are
 * @param seed of a random order
 */
public record TieOrder(boolean numeric, OptionalLong seed) implements Comparator<String> {

    /** By id as text. */
    public static final TieOrder TEXT = new TieOrder(false, OptionalLong.empty());

    /** The golden ratio in 64 bits, the increment of SplitMix64 (Steele, Lea, Flood 2014, doi 10.1145/2660193.2660195). */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /**
     * Checks the parts.
     *
     * @param numeric true for ids as numbers; an id that is none then comes after all that are
     * @param seed of a random order
     */
    public TieOrder {
        checkNotNull(seed, "seed");
    }

    /** Compares two ids; zero only for the same id. */
    @Override
    public int compare(String left, String right) {
        if (seed.isPresent()) {
            int byHash = Long.compare(hash(left), hash(right));
            return byHash != 0 ? byHash : compareCodePoints(left, right);
        }
        return numeric ? compareNumbers(left, right) : compareCodePoints(left, right);
    }

    private long hash(String id) {
        long hash = mix(seed.orElse(0) + GOLDEN);
        for (int i = 0; i < id.length(); i++) {
            hash = mix((hash ^ id.charAt(i)) + GOLDEN);
        }
        return hash;
    }

    private static long mix(long bits) {
        long first = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
        return second ^ second >>> 31;
    }

    private static int compareNumbers(String left, String right) {
        boolean leftIs = isWholeNumber(left);
        if (leftIs != isWholeNumber(right)) {
            return leftIs ? -1 : 1;
        }
        return leftIs && left.length() != right.length()
                ? Integer.compare(left.length(), right.length())
                : compareCodePoints(left, right);
    }

    static boolean isWholeNumber(String id) {
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return id.length() == 1 || !id.isEmpty() && id.charAt(0) != '0';
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
