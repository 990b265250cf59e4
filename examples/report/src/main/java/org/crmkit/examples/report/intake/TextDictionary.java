package org.crmkit.examples.report.intake;

import java.util.Arrays;

/**
 * Numbers distinct texts in the order in which they first appear.
 *
 * <p>Open addressing over one character array: no object per text, about {@code 2 * length + 20} bytes each.
 */
final class TextDictionary {

    private static final int ABSENT = -1;

    private char[] characters = new char[1 << 12];
    private long[] starts = new long[1 << 8];
    private int[] hashes = new int[1 << 8];
    private int[] slots = new int[1 << 9];
    private int size;

    TextDictionary() {
        Arrays.fill(slots, ABSENT);
    }

    int size() {
        return size;
    }

    /** The number of the text, a new one if it was not seen before. */
    int numberOf(char[] text, int from, int to) {
        int hash = hash(text, from, to);
        int slot = hash & (slots.length - 1);
        while (slots[slot] != ABSENT) {
            int number = slots[slot];
            if (hashes[number] == hash && equalAt(number, text, from, to)) {
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        add(text, from, to, hash);
        slots[slot] = size - 1;
        if (size * 2 > slots.length) {
            rehash();
        }
        return size - 1;
    }

    String text(int number) {
        int start = (int) starts[number];
        return new String(characters, start, (int) starts[number + 1] - start);
    }

    private void add(char[] text, int from, int to, int hash) {
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
            hashes = Arrays.copyOf(hashes, hashes.length * 2);
        }
        hashes[size] = hash;
        starts[++size] = start + length;
    }

    private boolean equalAt(int number, char[] text, int from, int to) {
        int start = (int) starts[number];
        return Arrays.equals(characters, start, (int) starts[number + 1], text, from, to);
    }

    private void rehash() {
        int[] wider = new int[slots.length * 2];
        Arrays.fill(wider, ABSENT);
        for (int number = 0; number < size; number++) {
            int slot = hashes[number] & (wider.length - 1);
            while (wider[slot] != ABSENT) {
                slot = (slot + 1) & (wider.length - 1);
            }
            wider[slot] = number;
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
