package org.crmkit.examples.benchmarks;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.AsOf;

/**
 * A shop whose customers buy at their own rates, four times a year on average: a year of history, and days that are still to come.
 *
 * <p>Rates are exponential, purchases come at random within them, and every customer bought at least once in the year of history.
 */
final class SimulatedShop {
    static final Currency CURRENCY = Currency.getInstance("EUR");
    static final AmountUnit UNIT = AmountUnit.of(CURRENCY);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant START = Instant.parse("2026-03-15T23:00:00Z");
    private static final int HISTORY_DAYS = 365;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final double PURCHASES_A_DAY = 4.0 / HISTORY_DAYS;

    final int customers;
    private final List<Purchase> past = new ArrayList<>();
    private final List<Purchase> coming = new ArrayList<>();

    SimulatedShop(int customers, int days, long seed) {
        this.customers = customers;
        SplittableRandom random = new SplittableRandom(seed);
        for (int customer = 0; customer < customers; customer++) {
            double rate = -Math.log(1 - random.nextDouble()) * PURCHASES_A_DAY;
            long last = -1L - random.nextInt(HISTORY_DAYS * SECONDS_OF_DAY);
            add(customer, 0, last, random);
            double day = -HISTORY_DAYS;
            for (int number = 1; day < days; number++) {
                day -= Math.log(1 - random.nextDouble()) / rate;
                if (day < days) {
                    add(customer, number, (long) (day * SECONDS_OF_DAY), random);
                }
            }
        }
        coming.sort(Comparator.comparing(Purchase::at).thenComparing(Purchase::id));
    }

    private void add(int customer, int number, long second, SplittableRandom random) {
        Purchase purchase = Purchase.of(
                customer + "-" + number,
                id(customer).value(),
                START.plusSeconds(second),
                Money.ofMinor(500 + random.nextInt(30_000), CURRENCY));
        (second <= 0 ? past : coming).add(purchase);
    }

    static CustomerId id(int customer) {
        return CustomerId.of("c" + (10_000_000 + customer));
    }

    /** Returns what is still to come, in its order. */
    List<Purchase> coming() {
        return coming;
    }

    /** Returns the population as of a moment, with the purchases up to it. */
    CustomerBase base(Instant moment) {
        ActivityLog.Builder log = ActivityLog.builder(UNIT).addAll(past);
        for (Purchase purchase : coming) {
            if (!purchase.at().isAfter(moment)) {
                log.add(purchase);
            }
        }
        return CustomerBase.of(log.build(), AsOf.of(moment, ZONE));
    }
}
