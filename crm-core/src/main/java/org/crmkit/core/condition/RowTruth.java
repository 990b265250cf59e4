package org.crmkit.core.condition;

import java.util.Arrays;
import java.util.BitSet;

/** The answers of one node for the rows of a population, as {@link Codes}; one row at a time or many. */
abstract class RowTruth {

    abstract int at(int row);

    /** Writes the answers of rows from, from + 1, … to the front of an array. */
    void fill(int from, int count, int[] out) {
        for (int i = 0; i < count; i++) {
            out[i] = at(from + i);
        }
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
        void fill(int from, int count, int[] out) {
            of.fill(from, count, out);
            for (int i = 0; i < count; i++) {
                out[i] = ((out[i] << 1 | out[i] >> 1) & Codes.TRUE) ^ Codes.TRUE;
            }
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
    }

    /** All or any of some parts. */
    static final class Junction extends RowTruth {
        private final RowTruth[] parts;
        private final boolean all;
        private final int neutral;

        Junction(RowTruth[] parts, boolean all) {
            this.parts = parts;
            this.all = all;
            this.neutral = all ? Codes.TRUE : Codes.FALSE;
        }

        @Override
        int at(int row) {
            int code = neutral;
            for (RowTruth part : parts) {
                int other = part.at(row);
                code = all ? code & other : code | other;
                if (code == Codes.TRUE - neutral) {
                    return code;
                }
            }
            return code;
        }

        @Override
        void fill(int from, int count, int[] out) {
            if (parts.length == 0) {
                Arrays.fill(out, 0, count, neutral);
                return;
            }
            parts[0].fill(from, count, out);
            int[] other = new int[count];
            for (int part = 1; part < parts.length; part++) {
                parts[part].fill(from, count, other);
                if (all) {
                    and(out, other, count);
                } else {
                    or(out, other, count);
                }
            }
        }

        private static void and(int[] out, int[] other, int count) {
            for (int i = 0; i < count; i++) {
                out[i] &= other[i];
            }
        }

        private static void or(int[] out, int[] other, int count) {
            for (int i = 0; i < count; i++) {
                out[i] |= other[i];
            }
        }
    }

    /** At least a number of parts. */
    static final class Reaching extends RowTruth {
        private final RowTruth[] parts;
        private final int needed;

        Reaching(RowTruth[] parts, int needed) {
            this.parts = parts;
            this.needed = needed;
        }

        @Override
        int at(int row) {
            int holding = 0;
            int possible = 0;
            for (RowTruth part : parts) {
                int code = part.at(row);
                holding += code & 1;
                possible += code >> 1;
            }
            return holding >= needed ? Codes.TRUE : possible >= needed ? Codes.UNKNOWN : Codes.FALSE;
        }
    }

    /** An answer by the code of a value; code -1 is the first entry of the table. */
    static final class ByCode extends RowTruth {
        private final int[] codes;
        private final int[] table;

        ByCode(int[] codes, int[] table) {
            this.codes = codes;
            this.table = table;
        }

        @Override
        int at(int row) {
            return table[codes[row] + 1];
        }

        @Override
        void fill(int from, int count, int[] out) {
            for (int i = 0; i < count; i++) {
                out[i] = table[codes[from + i] + 1];
            }
        }
    }

    /** True for the codes of a range, unknown for -1, false for all else: a comparison with a literal on an ordered type. */
    static final class ByRange extends RowTruth {
        private final int[] codes;
        private final int low;
        private final int high;

        ByRange(int[] codes, int low, int high) {
            this.codes = codes;
            this.low = low;
            this.high = high;
        }

        @Override
        int at(int row) {
            int code = codes[row];
            return code >= low && code <= high ? Codes.TRUE : code >> 31 & Codes.UNKNOWN;
        }

        /** Without a branch, so that the loop is done for many rows at once: a negative difference has its sign bit set. */
        @Override
        void fill(int from, int count, int[] out) {
            for (int i = 0; i < count; i++) {
                int code = codes[from + i];
                int outside = (code - low | high - code) >> 31;
                out[i] = ~outside & Codes.TRUE | code >> 31 & Codes.UNKNOWN;
            }
        }
    }

    /** Unknown wherever something must not be read. */
    static final class Permitted extends RowTruth {
        private final RowTruth of;
        private final BitSet permitted;

        Permitted(RowTruth of, BitSet permitted) {
            this.of = of;
            this.permitted = permitted;
        }

        @Override
        int at(int row) {
            return permitted.get(row) ? of.at(row) : Codes.UNKNOWN;
        }
    }
}
