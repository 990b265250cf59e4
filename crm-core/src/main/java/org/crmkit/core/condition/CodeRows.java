package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** Answers that depend on the code of a value. */
final class CodeRows {
    /** Where the codes of an answer lie in more stretches, looking each row up is quicker. */
    private static final int MOST_RANGES = 12;

    private static final int MOST_ENTRIES = 1 << 22;
    private static final int LOOK_UP_COST = 50;
    private static final int SEARCH_COST = 90;

    private CodeRows() {}

    /** A stretch of codes, both ends included, and the answer for them. */
    record Stretch(long low, long high, int code) {}

    /** Answers of neighboring codes, collected in ascending order. */
    static final class Stretches {
        private final List<Stretch> stretches = new ArrayList<>();

        void add(long low, long high, int code) {
            int last = stretches.size() - 1;
            if (last >= 0 && stretches.get(last).code == code) {
                stretches.set(last, new Stretch(stretches.get(last).low, high, code));
            } else {
                stretches.add(new Stretch(low, high, code));
            }
        }

        private List<Stretch> of(int code) {
            return stretches.stream().filter(each -> each.code == code).toList();
        }
    }

    /** Returns the answers for a column, given that of every code but 0 that occurs, and that of a value that is missing. */
    static RowTruth of(LaneColumn column, Stretches stretches, int missing) {
        Stretches all = new Stretches();
        if (column.hasMissing()) {
            all.add(0, 0, missing);
        }
        stretches.stretches.forEach(each -> all.add(each.low, each.high, each.code));
        if (all.stretches.size() <= 1) {
            return new RowTruth.Constant(all.stretches.isEmpty() ? missing : all.stretches.get(0).code);
        }
        if (all.stretches.size() <= 2 * MOST_RANGES) {
            return new InRanges(column, all.of(Codes.TRUE), all.of(Codes.UNKNOWN));
        }
        return column.isAtMost(MOST_ENTRIES) ? new ByTable(column, all.stretches) : bySearch(column, all.stretches);
    }

    private static RowTruth bySearch(LaneColumn column, List<Stretch> stretches) {
        long[] highs = stretches.stream().mapToLong(each -> each.high).toArray();
        int[] codes = stretches.stream().mapToInt(each -> each.code).toArray();
        return RowTruth.byRow(SEARCH_COST, row -> {
            long code = column.code(row);
            int low = 0;
            int high = highs.length - 1;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Long.compareUnsigned(code, highs[middle]) > 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return codes[low];
        });
    }

    /** Compares codes with the stretches that are true, and with those that are unknown; the rest is false. */
    private static final class InRanges extends RowTruth {
        private final LaneColumn column;
        private final long[] holds;
        private final long[] unknown;

        InRanges(LaneColumn column, List<Stretch> holds, List<Stretch> unknown) {
            this.column = column;
            this.holds = ends(holds);
            this.unknown = ends(unknown);
        }

        private static long[] ends(List<Stretch> stretches) {
            return stretches.stream()
                    .flatMapToLong(each -> LongStream.of(each.low, each.high))
                    .toArray();
        }

        @Override
        int at(int row) {
            long code = column.code(row);
            return isIn(holds, code) ? Codes.TRUE : isIn(unknown, code) ? Codes.UNKNOWN : Codes.FALSE;
        }

        private static boolean isIn(long[] ends, long code) {
            for (int i = 0; i < ends.length; i += 2) {
                if (Long.compareUnsigned(code, ends[i]) >= 0 && Long.compareUnsigned(code, ends[i + 1]) <= 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        boolean isCertain() {
            return unknown.length == 0;
        }

        @Override
        int cost() {
            return Math.min(SLOW - 1, column.bytes() * (holds.length + unknown.length) / 2);
        }

        @Override
        void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
            out.set(Codes.FALSE, count);
            for (int i = 0; i < holds.length; i += 2) {
                column.addRange(holds[i], holds[i + 1], from, count, out.is);
            }
            if (unknown.length > 0) {
                out.spell(count);
            }
            for (int i = 0; i < unknown.length; i += 2) {
                column.addRange(unknown[i], unknown[i + 1], from, count, out.may);
            }
        }
    }

    /** Looks the answer of a code up. */
    private static final class ByTable extends RowTruth {
        private final LaneColumn column;
        private final byte[] table;

        ByTable(LaneColumn column, List<Stretch> stretches) {
            this.column = column;
            this.table = new byte[Math.toIntExact(column.greatest() + 1)];
            for (Stretch each : stretches) {
                for (long code = each.low; code <= each.high; code++) {
                    table[(int) code] = (byte) each.code;
                }
            }
        }

        @Override
        int at(int row) {
            return table[(int) column.code(row)];
        }

        @Override
        int cost() {
            return LOOK_UP_COST;
        }
    }
}
