package org.crmkit.core.condition;

import java.util.Arrays;

/**
 * The answers of some rows, eight rows a word: the highest bit of each byte is the answer of a row.
 *
 * <p>One array says who is true, the other who may be true, so that Kleene's "and" and "or" are those of bits. An operation
 * on a word is one on eight rows, whatever the processor. Each word depends on the same word of its inputs and on nothing else, and no loop has a
 * branch, so that the virtual machine can make vector instructions of the simpler ones.
 */
final class LaneBlock {
    /** Rows in a word. */
    static final int ROWS = 8;
    /** Words in a block: what a few nested nodes need stays in the nearest cache. */
    static final int WORDS = 256;
    /** The highest bit of each byte. */
    static final long SIGNS = 0x8080808080808080L;

    private static final int UNKNOWN_SHIFT = 6;
    private static final int TRUE_SHIFT = 7;

    final long[] is = new long[WORDS];
    /** Not kept where a node is {@linkplain RowTruth#isCertain() certain}: it would be the same. */
    final long[] may = new long[WORDS];

    void set(int code, int count) {
        Arrays.fill(is, 0, count, code == Codes.TRUE ? SIGNS : 0);
        Arrays.fill(may, 0, count, code == Codes.FALSE ? 0 : SIGNS);
    }

    /** Makes the second array stand for itself. */
    void spell(int count) {
        System.arraycopy(is, 0, may, 0, count);
    }

    static void and(long[] into, long[] other, int count) {
        for (int i = 0; i < count; i++) {
            into[i] &= other[i];
        }
    }

    static void or(long[] into, long[] other, int count) {
        for (int i = 0; i < count; i++) {
            into[i] |= other[i];
        }
    }

    void not(boolean certain, int count) {
        if (certain) {
            complement(is, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            long before = is[i];
            is[i] = may[i] ^ SIGNS;
            may[i] = before ^ SIGNS;
        }
    }

    private static void complement(long[] lanes, int count) {
        for (int i = 0; i < count; i++) {
            lanes[i] ^= SIGNS;
        }
    }

    /** Takes the answers of rows that must not be read away. */
    void permit(boolean certain, long[] permitted, int from, int count) {
        if (certain) {
            spell(count);
        }
        for (int i = 0; i < count; i++) {
            is[i] &= permitted[from + i];
            may[i] |= permitted[from + i] ^ SIGNS;
        }
    }

    /** Adds one to each byte whose lane is set. */
    static void tally(long[] lanes, long[] tally, int count) {
        for (int i = 0; i < count; i++) {
            tally[i] += lanes[i] >>> TRUE_SHIFT;
        }
    }

    /** Sets the lanes whose byte has reached a number below 128. */
    static void reach(long[] tally, int needed, long[] out, int count) {
        long spread = needed * (SIGNS >>> TRUE_SHIFT);
        for (int i = 0; i < count; i++) {
            out[i] = ((tally[i] | SIGNS) - spread) & SIGNS;
        }
    }

    /** Writes {@link Codes}, one a byte. */
    void answers(boolean certain, long[] words, int from, int count) {
        long[] possible = certain ? is : may;
        for (int i = 0; i < count; i++) {
            words[from + i] = is[i] >>> TRUE_SHIFT | possible[i] >>> UNKNOWN_SHIFT;
        }
    }

    int code(int word, int lane, boolean certain) {
        int shift = lane * Byte.SIZE;
        int holds = (int) (is[word] >>> shift + TRUE_SHIFT) & 1;
        int possible = certain ? holds : (int) (may[word] >>> shift + TRUE_SHIFT) & 1;
        return holds | possible << 1;
    }

    /** Takes eight answers as {@link Codes}, one a byte. */
    void put(int word, long codes) {
        is[word] = codes << TRUE_SHIFT & SIGNS;
        may[word] = codes << UNKNOWN_SHIFT & SIGNS;
    }

    /** Changes the answer of a row. */
    void put(int word, int lane, int code) {
        int shift = lane * Byte.SIZE + TRUE_SHIFT;
        is[word] = is[word] & ~(1L << shift) | (long) (code & 1) << shift;
        may[word] = may[word] & ~(1L << shift) | (long) (code >> 1) << shift;
    }
}
