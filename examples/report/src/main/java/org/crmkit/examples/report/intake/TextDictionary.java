package org.crmkit.examples.report.intake;

import java.util.Arrays;

/**
 * Numbers distinct texts in the order in which they first appear.
 *
 * <p>Open addressing over one character array: no object per text, about {@code 2 * length + 50} bytes each. A million ids do not fit
 * the processor's memory, so what counts is how often a look-up leaves it: a short text is told from others by one look into the table.
 */
final class TextDictionary {

    private static final int CHARACTERS_OF_A_WORD = 9;
    private static final int ASCII = 0x7F;

    private char[] characters = new char[1 << 12];
    private long[] starts = new long[1 << 8];
    /**
     * Two words a slot, so that they are fetched together: the hash in the upper half and the number plus one in the lower, zero if
     * free; then the text itself if it fits a word, else zero. At most half full.
     */
    private long[] slots = new long[1 << 10];

    private int size;

    int size() {
        return size;
    }

    /** The number of the text, a new one if it was not seen before. */
    int numberOf(char[] text, int from, int to) {
        int hash = hash(text, from, to);
        long word = word(text, from, to);
        int mask = slots.length - 2;
        int slot = hash << 1 & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            int number = (int) entry - 1;
            if ((int) (entry >> 32) == hash
                    && slots[slot + 1] == word
                    && (word != 0 || equalAt(number, text, from, to))) {
                return number;
            }
            slot = slot + 2 & mask;
        }
        add(text, from, to);
        slots[slot] = (long) hash << 32 | size;
        slots[slot + 1] = word;
        if (size * 4L > slots.length) {
            rehash();
        }
        return size - 1;
    }

    /** Up to nine ASCII characters of seven bits each after a leading one, which tells the length; zero for other texts. */
    private static long word(char[] text, int from, int to) {
        if (to - from > CHARACTERS_OF_A_WORD) {
            return 0;
        }
        long word = 1;
        for (int i = from; i < to; i++) {
            if (text[i] > ASCII) {
                return 0;
            }
            word = word << 7 | text[i];
        }
        return word;
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
        int mask = wider.length - 2;
        for (int old = 0; old < slots.length; old += 2) {
            if (slots[old] != 0) {
                int slot = (int) (slots[old] >> 32) << 1 & mask;
                while (wider[slot] != 0) {
                    slot = slot + 2 & mask;
                }
                wider[slot] = slots[old];
                wider[slot + 1] = slots[old + 1];
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
