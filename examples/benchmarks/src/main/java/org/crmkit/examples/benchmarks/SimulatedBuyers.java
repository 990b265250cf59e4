package org.crmkit.examples.benchmarks;

import java.util.SplittableRandom;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistories;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchasePatterns;

/** Columns of customers with the habits of CDNOW's: days as in a log, first purchases within two years, several on one day count once. */
final class SimulatedBuyers {

    private static final int SHORTEST_DAYS = 189;
    private static final int LONGEST_DAYS = 918;

    private final int[] repeatPurchases;
    private final double[] recency;
    private final double[] age;

    SimulatedBuyers(int customers, long seed) {
        PurchaseModel habits =
                PurchaseModelFamily.bgNbd().model(TimeGrain.WEEK, 0.24259452, 4.41360202, 0.79292202, 2.42590678);
        SplittableRandom random = new SplittableRandom(seed);
        repeatPurchases = new int[customers];
        recency = new double[customers];
        age = new double[customers];
        for (int i = 0; i < customers; i++) {
            int days = random.nextInt(SHORTEST_DAYS, LONGEST_DAYS + 1);
            int last = 0;
            for (double time : habits.simulate(PurchaseHistory.NEW_CUSTOMER, days / 7.0, random)) {
                int day = Math.min(days, (int) Math.ceil(7 * time));
                repeatPurchases[i] += day > last ? 1 : 0;
                last = day;
            }
            recency[i] = last / 7.0;
            age[i] = days / 7.0;
        }
    }

    PurchasePatterns compressed() {
        return PurchasePatterns.of(TimeGrain.WEEK, repeatPurchases, recency, age);
    }

    PurchaseHistories histories() {
        return PurchaseHistories.of(repeatPurchases, recency, age);
    }
}
