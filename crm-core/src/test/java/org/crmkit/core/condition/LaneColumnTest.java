package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compares packed codes with plain ones, at every width and at its edges. */
class LaneColumnTest {
    private static final int ROWS = 1_003;

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 1
            126, 1
            127, 1
            128, 2
            32767, 2
            32768, 4
            2147483647, 4
            2147483648, 8
            9223372036854775807, 8
            -1, 8
            """)
    void addRange_isThatOfPlainComparisons(long greatest, int bytes) {
        Random random = new Random(greatest);
        long[] codes = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            codes[row] = code(random, greatest);
        }
        LaneColumn column = LaneColumn.pack(ROWS, greatest, row -> codes[row]);
        assertThat(column.bytes()).isEqualTo(bytes);
        for (int row = 0; row < ROWS; row++) {
            assertThat(column.code(row)).isEqualTo(codes[row]);
        }
        for (int round = 0; round < 200; round++) {
            long low = code(random, greatest);
            long high = code(random, greatest);
            check(column, codes, low, high);
        }
        check(column, codes, 0, greatest);
        check(column, codes, 0, 0);
        check(column, codes, greatest, greatest);
    }

    /** Small, great and any code, so that edges are met. */
    private static long code(Random random, long greatest) {
        long near = random.nextInt(3);
        return switch (random.nextInt(3)) {
            case 0 -> Long.compareUnsigned(near, greatest) <= 0 ? near : 0;
            case 1 -> Long.compareUnsigned(near, greatest) <= 0 ? greatest - near : greatest;
            default -> greatest == -1 ? random.nextLong() : Long.remainderUnsigned(random.nextLong(), greatest + 1);
        };
    }

    private static void check(LaneColumn column, long[] codes, long low, long high) {
        int words = (ROWS + 7) / 8 - 1;
        long[] out = new long[words];
        column.addRange(low, high, 1, words - 1, out);
        for (int row = 8; row < words * 8; row++) {
            boolean holds = Long.compareUnsigned(codes[row], low) >= 0 && Long.compareUnsigned(codes[row], high) <= 0;
            long lane = out[row / 8 - 1] >>> row % 8 * 8 & 0xff;
            assertThat(lane)
                    .as("row %s: %s in [%s, %s]", row, codes[row], low, high)
                    .isEqualTo(holds ? 0x80 : 0);
        }
    }
}
