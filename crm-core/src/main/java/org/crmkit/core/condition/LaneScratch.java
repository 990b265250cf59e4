package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.List;

/** Blocks for the answers of parts while the whole is worked out; made once an evaluation, used by one thread. */
final class LaneScratch {
    private final int rows;
    private final List<LaneBlock> blocks = new ArrayList<>();
    private int taken;

    LaneScratch(int rows) {
        this.rows = rows;
    }

    /** Returns the number of rows of the population. */
    int rows() {
        return rows;
    }

    LaneBlock take() {
        if (taken == blocks.size()) {
            blocks.add(new LaneBlock());
        }
        return blocks.get(taken++);
    }

    /** Gives the block that was taken last back. */
    void giveBack() {
        taken--;
    }
}
