package org.crmkit.examples.benchmarks;

import java.util.SplittableRandom;

/**
 * Simulated orders as columns: index i is the order at i.
 *
 * <p>Customers are numbered from zero. The number of orders a customer makes is skewed, as in a shop: a few make many.
 */
final class Orders {

    private static final int DAYS = 730;

    final int customers;
    final int[] customer;
    final int[] day;
    final long[] amountMinor;

    private Orders(int customers, int orders) {
        this.customers = customers;
        this.customer = new int[orders];
        this.day = new int[orders];
        this.amountMinor = new long[orders];
    }

    /** Returns orders drawn from the seed; each customer has at least one when there are as many orders as customers. */
    static Orders simulate(int customers, int orders, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Orders result = new Orders(customers, orders);
        for (int i = 0; i < orders; i++) {
            double skewed = random.nextDouble() * random.nextDouble();
            result.customer[i] = i < customers ? i : (int) (skewed * customers);
            result.day[i] = random.nextInt(DAYS);
            result.amountMinor[i] = 100 + random.nextInt(20_000);
        }
        return result;
    }

    int size() {
        return customer.length;
    }

    /** Returns the day of the analysis: the one after the last possible order. */
    int asOfDay() {
        return DAYS;
    }
}
