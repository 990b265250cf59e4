package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.function.IntFunction;

/** The ids of the rows, and whether all of them are numbers. */
record TieIds(IntFunction<String> byRow, boolean numeric) {

    /** Looks at the ids only if the banding will; the answer of others does not matter. */
    static TieIds of(Banding banding, int rows, IntFunction<String> byRow) {
        checkNotNull(byRow, "ids");
        boolean numeric = banding.splitsTies();
        for (int row = 0; numeric && row < rows; row++) {
            numeric = TieOrder.isWholeNumber(byRow.apply(row));
        }
        return new TieIds(byRow, numeric && rows > 0);
    }

    String get(int row) {
        return checkNotNull(byRow.apply(row), "ids");
    }
}
