package org.crmkit.core.condition;

import java.util.Arrays;
import java.util.Comparator;

/**
 * All or any of some parts.
 *
 * <p>The order of parts does not matter, so the cheapest is asked first. Parts that read columns are worked out for a block at once; the others only for
 * the rows of the block that are still undecided.
 */
final class RowJunction extends RowTruth {
    private final RowTruth[] parts;
    private final int quick;
    private final boolean all;
    private final int neutral;
    private final boolean certain;
    private final int cost;

    RowJunction(RowTruth[] parts, boolean all) {
        this.parts = parts.clone();
        Arrays.sort(this.parts, Comparator.comparing(RowTruth::isSlow).thenComparingInt(RowTruth::cost));
        int fast = 0;
        int sum = 0;
        boolean known = true;
        for (RowTruth part : this.parts) {
            fast += part.isSlow() ? 0 : 1;
            sum += Math.min(part.cost(), Integer.MAX_VALUE - sum);
            known &= part.isCertain();
        }
        this.quick = fast;
        this.all = all;
        this.neutral = all ? Codes.TRUE : Codes.FALSE;
        this.certain = known;
        this.cost = sum;
    }

    @Override
    int at(int row) {
        return from(0, neutral, row);
    }

    private int from(int first, int before, int row) {
        int code = before;
        for (int i = first; i < parts.length; i++) {
            int other = parts[i].at(row);
            code = all ? code & other : code | other;
            if (code == Codes.TRUE - neutral) {
                return code;
            }
        }
        return code;
    }

    @Override
    boolean isCertain() {
        return certain;
    }

    @Override
    int cost() {
        return cost;
    }

    @Override
    boolean isSlow() {
        return quick < parts.length;
    }

    @Override
    void fill(int from, int count, LaneBlock out, LaneScratch scratch) {
        boolean known = fillQuick(from, count, out, scratch);
        if (known && !certain) {
            out.spell(count);
        }
        if (quick < parts.length) {
            addSlow(from, count, out, scratch);
        }
    }

    /** Returns whether nothing is unknown so far. */
    private boolean fillQuick(int from, int count, LaneBlock out, LaneScratch scratch) {
        if (quick == 0) {
            out.set(neutral, count);
            return true;
        }
        parts[0].fill(from, count, out, scratch);
        boolean known = parts[0].isCertain();
        LaneBlock other = scratch.take();
        for (int i = 1; i < quick; i++) {
            parts[i].fill(from, count, other, scratch);
            boolean otherKnown = parts[i].isCertain();
            if (known && !otherKnown) {
                out.spell(count);
                known = false;
            }
            combine(out.is, other.is, count);
            if (!known) {
                combine(out.may, otherKnown ? other.is : other.may, count);
            }
        }
        scratch.giveBack();
        return known;
    }

    private void combine(long[] into, long[] other, int count) {
        if (all) {
            LaneBlock.and(into, other, count);
        } else {
            LaneBlock.or(into, other, count);
        }
    }

    private void addSlow(int from, int count, LaneBlock out, LaneScratch scratch) {
        for (int word = 0; word < count; word++) {
            // Where "all" has no chance any more, or "any" holds already, nothing is left to ask.
            long open = all ? certain ? out.is[word] : out.may[word] : out.is[word] ^ LaneBlock.SIGNS;
            while (open != 0) {
                int lane = Long.numberOfTrailingZeros(open) / Byte.SIZE;
                open &= open - 1;
                int row = (from + word) * LaneBlock.ROWS + lane;
                if (row < scratch.rows()) {
                    out.put(word, lane, from(quick, out.code(word, lane, certain), row));
                }
            }
        }
    }
}
