package org.crmkit.lifecycle.purchase;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Remembers answers for customers who are alive: what lies ahead of them depends on x and T alone, so a million customers of some
 * hundred ages share some thousand answers.
 *
 * <p>An answer is one number or a short row of them. One slot for each hash; a newer pair (x, T) replaces an older one. An answer is used
 * only for the very same pair, so it is the same double. At most 3 MB. Not safe for several threads: each batch has its own.
 */
final class AliveMemory {

    private static final int MOST_NUMBERS = 1 << 17;

    /** The answer for customers with a history, whatever its recency. */
    @FunctionalInterface
    interface Answer {
        /** Fills the numbers from the offset on. */
        void fill(PurchaseHistory history, double[] numbers, int offset);
    }

    private final PurchaseHistories histories;
    private final int width;
    private final Answer answer;
    private final int mask;
    private final int[] xs;
    private final double[] ages;
    private final double[] numbers;

    AliveMemory(PurchaseHistories histories, int width, Answer answer) {
        int slots = Integer.highestOneBit(Math.max(1, Math.min(MOST_NUMBERS / width, histories.size())));
        this.histories = histories;
        this.width = width;
        this.answer = answer;
        this.mask = slots - 1;
        this.xs = new int[slots];
        this.ages = new double[slots];
        this.numbers = new double[slots * width];
        Arrays.fill(xs, -1);
    }

    /** Returns P(alive) times the answer for each customer; zero where P(alive) is. */
    static double[] times(double[] alive, PurchaseHistories histories, ToDoubleFunction<PurchaseHistory> ifAlive) {
        AliveMemory memory = new AliveMemory(
                histories, 1, (history, numbers, offset) -> numbers[offset] = ifAlive.applyAsDouble(history));
        double[] result = new double[alive.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = alive[i] == 0 ? 0 : alive[i] * memory.number(memory.offset(i));
        }
        return result;
    }

    /** Returns where the answer for the customer at an index begins; it stays there until the next call. */
    int offset(int index) {
        int x = histories.repeatPurchases(index);
        double age = histories.age(index);
        int slot = (int) (PurchasePatterns.mix(Double.doubleToRawLongBits(age) + x) >>> 32) & mask;
        if (xs[slot] != x || ages[slot] != age) {
            answer.fill(histories.get(index), numbers, slot * width);
            xs[slot] = x;
            ages[slot] = age;
        }
        return slot * width;
    }

    /** Returns one of the numbers. */
    double number(int position) {
        return numbers[position];
    }
}
