package org.crmkit.core.condition;

import java.util.function.IntUnaryOperator;

/** The answers of one node for the rows of a population; one row at a time as {@link Codes}, or many as lanes. */
abstract class RowTruth {
    /** From here on a node is asked row by row, and only where the other parts have not decided. */
    static final int SLOW = 100;

    private static final int INTERPRETED = 10_000;

    abstract int at(int row);

    /** Tells whether the answer is never unknown. */
    boolean isCertain() {
        return false;
    }

    /** Returns about how long an answer takes, a comparison of bytes being one. */
    abstract int cost();

    /** Tells whether some of it has to be asked row by row. */
    boolean isSlow() {
        return cost() >= SLOW;
    }

    /** Writes the answers of the rows of some words to the front of a block. */
    void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
        for (int word = 0; word < count; word++) {
            int first = (from + word) * LaneBlock.ROWS;
            int rows = Math.min(LaneBlock.ROWS, scratch.rows() - first);
            long codes = 0;
            for (int lane = 0; lane < rows; lane++) {
                codes |= (long) at(first + lane) << lane * Byte.SIZE;
            }
            out.put(word, codes);
        }
    }

    /** Returns the answers of all rows as {@link Codes}, one a byte, eight rows a word. */
    long[] evaluate(int rows) {
        long[] words = new long[(rows + LaneBlock.ROWS - 1) / LaneBlock.ROWS];
        LaneScratch scratch = new LaneScratch(rows);
        LaneBlock block = scratch.take();
        for (int from = 0; from < words.length; from += LaneBlock.WORDS) {
            int count = Math.min(LaneBlock.WORDS, words.length - from);
            fill(from, count, block, scratch);
            block.answers(isCertain(), words, from, count);
        }
        if (rows % LaneBlock.ROWS > 0) {
            words[words.length - 1] &= (1L << rows % LaneBlock.ROWS * Byte.SIZE) - 1;
        }
        return words;
    }

    /** Returns answers that are asked for row by row. */
    static RowTruth byRow(int cost, IntUnaryOperator answer) {
        return new RowTruth() {
            @Override
            int at(int row) {
                return answer.applyAsInt(row);
            }

            @Override
            int cost() {
                return cost;
            }
        };
    }

    /** Returns answers that need much work a row. */
    static RowTruth interpreted(IntUnaryOperator answer) {
        return byRow(INTERPRETED, answer);
    }

    /** The same answer for everyone. */
    static final class Constant extends RowTruth {
        private final int code;

        Constant(int code) {
            this.code = code;
        }

        @Override
        int at(int row) {
            return code;
        }

        @Override
        boolean isCertain() {
            return code != Codes.UNKNOWN;
        }

        @Override
        int cost() {
            return 0;
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            out.set(code, count);
        }
    }

    /** Answers that were worked out before. */
    static final class Stored extends RowTruth {
        private final long[] words;

        /** Takes over the answers as {@link #evaluate} gives them. */
        Stored(long[] words) {
            this.words = words;
        }

        @Override
        int at(int row) {
            return (int) (words[row / LaneBlock.ROWS] >>> row % LaneBlock.ROWS * Byte.SIZE) & Codes.TRUE;
        }

        @Override
        int cost() {
            return 1;
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            for (int word = 0; word < count; word++) {
                out.put(word, words[from + word]);
            }
        }
    }

    /** A negation. */
    static final class Negated extends RowTruth {
        private final RowTruth of;

        Negated(RowTruth of) {
            this.of = of;
        }

        @Override
        int at(int row) {
            return Codes.not(of.at(row));
        }

        @Override
        boolean isCertain() {
            return of.isCertain();
        }

        @Override
        int cost() {
            return of.cost();
        }

        @Override
        boolean isSlow() {
            return of.isSlow();
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            of.fill(from, count, out, scratch);
            out.not(of.isCertain(), count);
        }
    }

    /** An answer for the unknown. */
    static final class Defaulted extends RowTruth {
        private final RowTruth of;
        private final int answer;

        Defaulted(RowTruth of, boolean answer) {
            this.of = of;
            this.answer = answer ? Codes.TRUE : Codes.FALSE;
        }

        @Override
        int at(int row) {
            int code = of.at(row);
            return code == Codes.UNKNOWN ? answer : code;
        }

        @Override
        boolean isCertain() {
            return true;
        }

        @Override
        int cost() {
            return of.cost();
        }

        @Override
        boolean isSlow() {
            return of.isSlow();
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            of.fill(from, count, out, scratch);
            if (answer == Codes.TRUE && !of.isCertain()) {
                System.arraycopy(out.may, 0, out.is, 0, count);
            }
        }
    }

    /** Unknown wherever something must not be read. */
    static final class Permitted extends RowTruth {
        private final RowTruth of;
        private final long[] permitted;

        /** Takes over lanes that are set where reading is permitted. */
        Permitted(RowTruth of, long[] permitted) {
            this.of = of;
            this.permitted = permitted;
        }

        @Override
        int at(int row) {
            long lane = permitted[row / LaneBlock.ROWS] << (LaneBlock.ROWS - 1 - row % LaneBlock.ROWS) * Byte.SIZE;
            return lane < 0 ? of.at(row) : Codes.UNKNOWN;
        }

        @Override
        int cost() {
            return of.cost() + 1;
        }

        @Override
        boolean isSlow() {
            return of.isSlow();
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            of.fill(from, count, out, scratch);
            out.permit(of.isCertain(), permitted, from, count);
        }
    }
}
