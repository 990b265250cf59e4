package org.crmkit.core.condition;

import java.util.Arrays;

/** At least a number of parts. */
final class RowCount extends RowTruth {
    /** Numbers below 128 are counted in bytes. */
    private static final int MOST_IN_BYTES = 127;

    private final RowTruth[] parts;
    private final int needed;

    RowCount(RowTruth[] parts, int needed) {
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

    @Override
    boolean isCertain() {
        return Arrays.stream(parts).allMatch(RowTruth::isCertain);
    }

    @Override
    int cost() {
        int sum = 1;
        for (RowTruth part : parts) {
            sum += Math.min(part.cost() + 1, Integer.MAX_VALUE - sum);
        }
        return sum;
    }

    @Override
    boolean isSlow() {
        return Arrays.stream(parts).anyMatch(RowTruth::isSlow);
    }

    @Override
    void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
        if (isSlow() || parts.length > MOST_IN_BYTES) {
            super.fill(from, count, out, scratch);
            return;
        }
        LaneBlock tally = scratch.take();
        LaneBlock part = scratch.take();
        tally.set(Codes.FALSE, count);
        for (RowTruth each : parts) {
            each.fill(from, count, part, scratch);
            LaneBlock.tally(part.is, tally.is, count);
            LaneBlock.tally(each.isCertain() ? part.is : part.may, tally.may, count);
        }
        LaneBlock.reach(tally.is, needed, out.is, count);
        LaneBlock.reach(tally.may, needed, out.may, count);
        scratch.giveBack();
        scratch.giveBack();
    }
}
