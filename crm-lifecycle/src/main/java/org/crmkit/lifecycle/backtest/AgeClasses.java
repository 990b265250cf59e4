package org.crmkit.lifecycle.backtest;

import java.util.Arrays;
import org.crmkit.lifecycle.purchase.PurchaseHistories;

/**
 * The customers of a population by age, youngest first: all that a model's expectation of a number of purchases depends on.
 *
 * <p>At most 64 classes: beyond that neighboring ages are taken together at their mean, which moves an expectation by some hundredths of a
 * thousandth of itself. O(n log n).
 */
final class AgeClasses {

    private static final int MOST = 64;

    private final double[] ages;
    private final long[] customers;
    private final long[] purchases;

    private AgeClasses(int size) {
        ages = new double[size];
        customers = new long[size];
        purchases = new long[size];
    }

    static AgeClasses of(PurchaseHistories histories) {
        int n = histories.size();
        double[] sorted = new double[n];
        for (int i = 0; i < n; i++) {
            sorted[i] = histories.age(i);
        }
        Arrays.sort(sorted);
        double[] firsts = firstAges(sorted);
        AgeClasses classes = new AgeClasses(firsts.length);
        for (double age : sorted) {
            int c = classOf(firsts, age);
            classes.ages[c] += age;
            classes.customers[c]++;
        }
        for (int c = 0; c < firsts.length; c++) {
            classes.ages[c] /= classes.customers[c];
        }
        for (int i = 0; i < n; i++) {
            classes.purchases[classOf(firsts, histories.age(i))] += histories.repeatPurchases(i);
        }
        return classes;
    }

    /** The least age of each class: every age, or as many quantiles as there may be classes. */
    private static double[] firstAges(double[] sorted) {
        double[] distinct = Arrays.stream(sorted).distinct().toArray();
        if (distinct.length <= MOST) {
            return distinct;
        }
        double[] quantiles = new double[MOST];
        for (int c = 0; c < MOST; c++) {
            quantiles[c] = sorted[(int) ((long) sorted.length * c / MOST)];
        }
        return Arrays.stream(quantiles).distinct().toArray();
    }

    private static int classOf(double[] firsts, double age) {
        int found = Arrays.binarySearch(firsts, age);
        return found >= 0 ? found : -found - 2;
    }

    int size() {
        return ages.length;
    }

    /** The mean age of a class. */
    double age(int c) {
        return ages[c];
    }

    long customers(int c) {
        return customers[c];
    }

    /** The repeat purchases of all customers of a class. */
    long purchases(int c) {
        return purchases[c];
    }
}
