package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Ids as UTF-8 in 64-bit words, filled up with zeros.
 *
 * <p>Big-endian, so that comparing words as unsigned numbers compares bytes, which in UTF-8 compares code points.
 */
final class IdWords {

    /** No customer number is longer; the limit keeps a record within a chunk of the tally's memory. */
    static final int MAX_BYTES = 1024;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private IdWords() {}

    /** Writes an id of 1 to {@link #MAX_BYTES} bytes and returns their number. */
    static int write(String id, long[] words, int at) {
        int length = id.length();
        checkLength(length);
        if (writeAscii(id, length, words, at)) {
            return length;
        }
        byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
        checkArgument(id.equals(new String(utf8, StandardCharsets.UTF_8)), "id must be valid Unicode, was \"%s\"", id);
        return write(utf8, 0, utf8.length, words, at);
    }

    /** Returns false, with the words half written, for an id that is not ASCII. */
    static boolean writeAscii(String id, int length, long[] words, int at) {
        long word = 0;
        int seen = 0;
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            seen |= c;
            word = word << 8 | c & 0x7F;
            if ((i & 7) == 7) {
                words[at + (i >> 3)] = word;
                word = 0;
            }
        }
        if ((length & 7) != 0) {
            words[at + (length >> 3)] = word << (8 - (length & 7)) * 8;
        }
        return seen <= 0x7F;
    }

    static int write(byte[] utf8, int fromInclusive, int toExclusive, long[] words, int at) {
        int length = toExclusive - fromInclusive;
        checkLength(length);
        int whole = length >> 3;
        for (int i = 0; i < whole; i++) {
            words[at + i] = (long) WORDS.get(utf8, fromInclusive + (i << 3));
        }
        if ((length & 7) != 0) {
            long word = 0;
            for (int i = fromInclusive + (whole << 3); i < toExclusive; i++) {
                word = word << 8 | utf8[i] & 0xFF;
            }
            words[at + whole] = word << (8 - (length & 7)) * 8;
        }
        return length;
    }

    private static void checkLength(int length) {
        checkArgument(length > 0 && length <= MAX_BYTES, "id must have 1 to %s bytes, had %s", MAX_BYTES, length);
    }

    static int hash(long[] words, int at, int bytes) {
        long hash = bytes;
        for (int i = at; i < at + wordsFor(bytes); i++) {
            hash = (hash ^ words[i]) * MIX;
            hash ^= hash >>> 32;
        }
        return (int) (hash * MIX >>> 32);
    }

    static boolean equal(long[] left, int leftAt, long[] right, int rightAt, int words) {
        for (int i = 0; i < words; i++) {
            if (left[leftAt + i] != right[rightAt + i]) {
                return false;
            }
        }
        return true;
    }

    static int wordsFor(int bytes) {
        return bytes + 7 >> 3;
    }

    static String textAt(long[] chunk, int from, int bytes) {
        byte[] utf8 = new byte[wordsFor(bytes) << 3];
        for (int i = 0; i < wordsFor(bytes); i++) {
            WORDS.set(utf8, i << 3, chunk[from + i]);
        }
        return new String(Arrays.copyOf(utf8, bytes), StandardCharsets.UTF_8);
    }
}
