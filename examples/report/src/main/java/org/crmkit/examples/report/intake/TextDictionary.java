package org.crmkit.examples.report.intake;

import java.util.Arrays;

/**
 * Numbers distinct texts in the order in which they first appear.
 *
 * <p>Open addressing over one character array: no object per text, about {@code 2 * length + 20} bytes each.
 */
final class TextDictionary {

    private char[] characters = new char[1 << 12];
    private long[] starts = new long[1 << 8];
    /** The hash in the upper half, the number plus one in the lower; zero is free. At most half full. */
    private long[] slots = new long[1 << 9];

    private int size;

    int size() {
        return size;
    }

    /** The number of the text, a new one if it was not seen before. */
    int numberOf(char[] text, int from, int to) {
        int hash = hash(text, from, to);
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int number = (int) entry - 1;
            if ((int) (entry >> 32) == hash && equalAt(number, text, from, to)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        add(text, from, to);
        slots[slot] = (long) hash << 32 | size;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    String text(int number) {
        int start = (int) starts[number];
        return new String(characters, start, (int) starts[number + 1] - start);
    }

    private void add(char[] text, int from, int to) {
        long start = starts[size];
        int length = to - from;
        if (start + length > Integer.MAX_VALUE - 16) {
            throw new InputProblem("the ids take more than 2 billion characters: split the input");
        }
        if (start + length > characters.length) {
            int wanted = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(start + length, characters.length * 2L));
            characters = Arrays.copyOf(characters, wanted);
        }
        System.arraycopy(text, from, characters, (int) start, length);
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[++size] = start + length;
    }

    private boolean equalAt(int number, char[] text, int from, int to) {
        int start = (int) starts[number];
        return Arrays.equals(characters, start, (int) starts[number + 1], text, from, to);
    }

    private void rehash() {
        long[] wider = new long[slots.length * 2];
        int mask = wider.length - 1;
        for (long entry : slots) {
            if (entry != 0) {
                int slot = (int) (entry >> 32) & mask;
                while (wider[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                wider[slot] = entry;
            }
        }
        slots = wider;
    }

    private static int hash(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        // Fibonacci hashing: ids that count upwards would otherwise fill the table in runs.
        int spread = hash * 0x9E3779B9;
        return spread ^ (spread >>> 15);
    }
}
