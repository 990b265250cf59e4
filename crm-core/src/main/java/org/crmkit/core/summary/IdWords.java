package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * An id as UTF-8 in 64-bit words, filled up with zeros.
 *
 * <p>Big-endian, so that comparing words as unsigned numbers compares bytes, which in UTF-8 compares code points.
 */
final class IdWords {

    /** No customer number is longer; the limit keeps a record within a chunk of the tally's memory. */
    static final int MAX_BYTES = 1024;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] words = new long[MAX_BYTES / Long.BYTES];
    private int bytes;

    /** Takes the id in; plain ASCII never leaves the registers. */
    void set(String id) {
        int length = id.length();
        checkLength(length);
        long word = 0;
        int nonAscii = 0;
        for (int i = 0; i < length; i++) {
            char c = id.charAt(i);
            nonAscii |= c;
            word = word << 8 | c & 0x7F;
            if ((i & 7) == 7) {
                words[i >> 3] = word;
                word = 0;
            }
        }
        if (nonAscii > 0x7F) {
            byte[] utf8 = id.getBytes(StandardCharsets.UTF_8);
            checkArgument(
                    id.equals(new String(utf8, StandardCharsets.UTF_8)), "id must be valid Unicode, was \"%s\"", id);
            set(utf8, 0, utf8.length);
            return;
        }
        if ((length & 7) != 0) {
            words[length >> 3] = word << (8 - (length & 7)) * 8;
        }
        bytes = length;
    }

    void set(byte[] utf8, int fromInclusive, int toExclusive) {
        int length = toExclusive - fromInclusive;
        checkLength(length);
        int whole = length >> 3;
        for (int i = 0; i < whole; i++) {
            words[i] = (long) WORDS.get(utf8, fromInclusive + (i << 3));
        }
        if ((length & 7) != 0) {
            long word = 0;
            for (int i = fromInclusive + (whole << 3); i < toExclusive; i++) {
                word = word << 8 | utf8[i] & 0xFF;
            }
            words[whole] = word << (8 - (length & 7)) * 8;
        }
        bytes = length;
    }

    void set(long[] chunk, int from, int length) {
        System.arraycopy(chunk, from, words, 0, wordsFor(length));
        bytes = length;
    }

    private static void checkLength(int length) {
        checkArgument(length > 0 && length <= MAX_BYTES, "id must have 1 to %s bytes, had %s", MAX_BYTES, length);
    }

    int bytes() {
        return bytes;
    }

    int size() {
        return wordsFor(bytes);
    }

    int hash() {
        long hash = bytes;
        for (int i = 0; i < size(); i++) {
            hash = (hash ^ words[i]) * MIX;
            hash ^= hash >>> 32;
        }
        return (int) (hash * MIX >>> 32);
    }

    boolean equalsAt(long[] chunk, int from) {
        for (int i = 0; i < size(); i++) {
            if (chunk[from + i] != words[i]) {
                return false;
            }
        }
        return true;
    }

    void copyTo(long[] chunk, int from) {
        System.arraycopy(words, 0, chunk, from, size());
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
