package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Many histories as columns: 20 bytes a customer (28 with the gaps), one {@link PurchaseHistory} made only when asked for.
 */
public final class PurchaseHistories {

    private final int[] x;
    private final double[] recency;
    private final double[] age;
    private final double[] sumLogGaps;

    private PurchaseHistories(int[] x, double[] recency, double[] age, double[] sumLogGaps) {
        this.x = x;
        this.recency = recency;
        this.age = age;
        this.sumLogGaps = sumLogGaps;
    }

    /**
     * Returns histories without gaps.
     *
     * @param repeatPurchases x of each customer, length n
     * @param recency t_x of each customer, length n
     * @param age T of each customer, length n
     * @return the histories; the arrays are copied
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchaseHistories of(int[] repeatPurchases, double[] recency, double[] age) {
        return of(repeatPurchases, recency, age, new double[0]);
    }

    /**
     * Returns histories with the sums of the logarithms of the gaps.
     *
     * @param repeatPurchases x of each customer, length n
     * @param recency t_x of each customer, length n
     * @param age T of each customer, length n
     * @param sumLogGaps sum of ln(gap) of each customer, length n, or length 0 if unknown
     * @return the histories; the arrays are copied
     * @throws IllegalArgumentException if lengths differ or a row is impossible; the message names the row
     */
    public static PurchaseHistories of(int[] repeatPurchases, double[] recency, double[] age, double[] sumLogGaps) {
        int n = repeatPurchases.length;
        checkArgument(
                recency.length == n && age.length == n,
                "columns must have length %s, had %s and %s",
                n,
                recency.length,
                age.length);
        checkArgument(
                sumLogGaps.length == n || sumLogGaps.length == 0,
                "sumLogGaps must have length %s or 0, had %s",
                n,
                sumLogGaps.length);
        PurchaseHistories histories =
                new PurchaseHistories(repeatPurchases.clone(), recency.clone(), age.clone(), sumLogGaps.clone());
        for (int i = 0; i < n; i++) {
            histories.check(i);
        }
        return histories;
    }

    private void check(int i) {
        try {
            Checks.history(x[i], recency[i], age[i]);
            checkArgument(sumLogGaps.length == 0 || Double.isFinite(sumLogGaps[i]), "sumLogGaps must be finite");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("row " + i + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return x.length;
    }

    /**
     * Returns one customer's history.
     *
     * @param index from 0 to {@code size() - 1}
     * @return a new value
     */
    public PurchaseHistory get(int index) {
        return sumLogGaps.length == 0
                ? PurchaseHistory.of(x[index], recency[index], age[index])
                : PurchaseHistory.of(x[index], recency[index], age[index], sumLogGaps[index]);
    }

    /**
     * Returns the repeat purchases of one customer.
     *
     * @param index from 0 to {@code size() - 1}
     * @return x, at least zero
     */
    public int repeatPurchases(int index) {
        return x[index];
    }

    /**
     * Returns the recency of one customer.
     *
     * @param index from 0 to {@code size() - 1}
     * @return t_x
     */
    public double recency(int index) {
        return recency[index];
    }

    /**
     * Returns the age of one customer.
     *
     * @param index from 0 to {@code size() - 1}
     * @return T
     */
    public double age(int index) {
        return age[index];
    }
}
