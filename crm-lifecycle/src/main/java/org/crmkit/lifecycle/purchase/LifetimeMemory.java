package org.crmkit.lifecycle.purchase;

import java.util.Arrays;

/**
 * Remembers the last answer for some histories: a million customers have a third as many histories, and an answer costs more than to look it up.
 *
 * <p>One slot for each hash; a newer history replaces an older one. An answer is used only for the very same history, so it is the same double. At most 15 MB.
 */
final class LifetimeMemory {

    private static final int MOST_SLOTS = 1 << 19;

    /** The answer for one history. */
    interface Answer {
        double of(int x, double recency, double age);
    }

    private final Answer answer;
    private final int mask;
    private final int[] xs;
    private final double[] recencies;
    private final double[] ages;
    private final double[] answers;

    LifetimeMemory(int customers, Answer answer) {
        int slots = Math.min(MOST_SLOTS, Math.max(1, Integer.highestOneBit(customers)));
        this.answer = answer;
        this.mask = slots - 1;
        this.xs = new int[slots];
        this.recencies = new double[slots];
        this.ages = new double[slots];
        this.answers = new double[slots];
        Arrays.fill(xs, -1);
    }

    /** Returns the answer for each history. */
    static double[] all(PurchaseHistories histories, Answer answer) {
        LifetimeMemory memory = new LifetimeMemory(histories.size(), answer);
        double[] result = new double[histories.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = memory.get(histories.repeatPurchases(i), histories.recency(i), histories.age(i));
        }
        return result;
    }

    private double get(int x, double recency, double age) {
        long bits =
                Double.doubleToRawLongBits(recency) * 31 + Double.doubleToRawLongBits(age) * 0x9e3779b97f4a7c15L + x;
        int slot = (int) ((bits * 0xbf58476d1ce4e5b9L) >>> 40) & mask;
        if (xs[slot] != x || recencies[slot] != recency || ages[slot] != age) {
            answers[slot] = answer.of(x, recency, age);
            xs[slot] = x;
            recencies[slot] = recency;
            ages[slot] = age;
        }
        return answers[slot];
    }
}
