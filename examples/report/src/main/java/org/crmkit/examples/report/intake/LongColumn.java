package org.crmkit.examples.report.intake;

import java.util.ArrayList;
import java.util.List;

/** A growing column of large whole numbers in blocks, so that growing copies nothing. */
final class LongColumn {

    private static final int BLOCK_BITS = 16;
    private static final int BLOCK = 1 << BLOCK_BITS;

    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    void add(long value) {
        int offset = size & (BLOCK - 1);
        if (offset == 0) {
            blocks.add(new long[BLOCK]);
        }
        blocks.get(size >> BLOCK_BITS)[offset] = value;
        size++;
    }

    long get(int index) {
        return blocks.get(index >> BLOCK_BITS)[index & (BLOCK - 1)];
    }

    int size() {
        return size;
    }
}
