package org.crmkit.core.summary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.money.AmountUnit;

/** Adds up activities in any order; cheaper than merging a summary for each of them. */
final class SummaryAccumulator {
    static final String PURCHASE = "purchase";
    static final String REFUND = "refund";

    private final ZoneId zone;
    private final AmountUnit unit;
    private final TreeMap<Integer, Day> days = new TreeMap<>();
    private final Map<String, Touch> touches = new TreeMap<>();
    private long refunds;
    private long refundUnits;

    SummaryAccumulator(ZoneId zone, AmountUnit unit) {
        this.zone = zone;
        this.unit = unit;
    }

    private static long unitsOf(Activity activity, AmountUnit unit) {
        if (activity instanceof Purchase purchase) {
            return unit.toUnits(purchase.amount());
        }
        return activity instanceof Refund refund ? unit.toUnits(refund.amount()) : 0;
    }

    void add(Activity activity) {
        add(activity.code(), activity.at(), unitsOf(activity, unit));
    }

    /** Adds an activity of which the code and the amount are known; only purchases and refunds have their codes. */
    void add(String code, Instant at, long units) {
        touches.merge(code, Touch.once(at), Touch::merge);
        if (code.equals(PURCHASE)) {
            int day = Math.toIntExact(LocalDate.ofInstant(at, zone).toEpochDay());
            days.computeIfAbsent(day, ignored -> new Day()).add(units);
        } else if (code.equals(REFUND)) {
            refunds++;
            refundUnits = Math.addExact(refundUnits, units);
        }
    }

    CustomerSummary toSummary() {
        int[] epochDays = new int[days.size()];
        int[] orders = new int[days.size()];
        long[] units = new long[days.size()];
        int i = 0;
        for (Map.Entry<Integer, Day> day : days.entrySet()) {
            epochDays[i] = day.getKey();
            orders[i] = day.getValue().orders;
            units[i++] = day.getValue().units;
        }
        return new CustomerSummary(
                zone, unit, new PurchaseDays(epochDays, orders, units), refunds, refundUnits, touches);
    }

    private static final class Day {
        private int orders;
        private long units;

        void add(long amount) {
            orders++;
            units = Math.addExact(units, amount);
        }
    }
}
