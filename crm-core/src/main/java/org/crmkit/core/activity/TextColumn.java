package org.crmkit.core.activity;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The texts of many rows as bytes in pages: one byte a character where a page holds none beyond Latin-1, else two.
 *
 * <p>Nothing is lost, not even half a surrogate pair. Four bytes a row and those of its characters.
 */
final class TextColumn {
    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int LAST_LATIN = 0xFF;

    private final byte[][] pages;
    /** Where each row of a page begins and, one further on, ends; in characters. */
    private final int[][] offsets;

    private final boolean[] wide;

    private TextColumn(int size) {
        int count = (size + PAGE - 1) >>> PAGE_BITS;
        pages = new byte[count][];
        offsets = new int[count][];
        wide = new boolean[count];
    }

    static TextColumn of(int size, IntFunction<String> textAt) {
        TextColumn column = new TextColumn(size);
        for (int page = 0; page < column.pages.length; page++) {
            int first = page << PAGE_BITS;
            column.fill(page, first, Math.min(PAGE, size - first), textAt);
        }
        return column;
    }

    private void fill(int page, int first, int rows, IntFunction<String> textAt) {
        int[] starts = new int[rows + 1];
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            texts.append(textAt.apply(first + i));
            starts[i + 1] = texts.length();
        }
        boolean isWide = texts.chars().anyMatch(c -> c > LAST_LATIN);
        byte[] bytes = new byte[isWide ? texts.length() * 2 : texts.length()];
        for (int i = 0; i < texts.length(); i++) {
            char c = texts.charAt(i);
            if (isWide) {
                bytes[2 * i] = (byte) (c >>> Byte.SIZE);
                bytes[2 * i + 1] = (byte) c;
            } else {
                bytes[i] = (byte) c;
            }
        }
        pages[page] = bytes;
        offsets[page] = starts;
        wide[page] = isWide;
    }

    String get(int row) {
        int page = row >>> PAGE_BITS;
        int at = row & PAGE - 1;
        int from = offsets[page][at];
        int length = offsets[page][at + 1] - from;
        if (!wide[page]) {
            return new String(pages[page], from, length, StandardCharsets.ISO_8859_1);
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            int b = 2 * (from + i);
            text[i] = (char) (pages[page][b] << Byte.SIZE | pages[page][b + 1] & LAST_LATIN);
        }
        return new String(text);
    }

    /** Returns the bytes of the arrays, without the few of their headers. */
    long bytesHeld() {
        long bytes = 0;
        for (int page = 0; page < pages.length; page++) {
            bytes += pages[page].length + (long) Integer.BYTES * offsets[page].length;
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextColumn that
                && Arrays.deepEquals(offsets, that.offsets)
                && Arrays.deepEquals(pages, that.pages);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(pages);
    }
}
