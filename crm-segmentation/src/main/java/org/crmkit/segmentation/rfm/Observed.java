package org.crmkit.segmentation.rfm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.summary.CustomerSummary;

/** What is scored of one customer with purchases; the same figures as a row of {@link RfmColumns}. */
record Observed(long recencyDays, long frequency, long monetary, long lengthDays) {

    static Observed of(Profile profile, RfmStrategy strategy) {
        CustomerSummary summary = profile.summary();
        LocalDate first = summary.firstPurchase().orElseThrow();
        LocalDate last = summary.lastPurchase().orElseThrow();
        long times = strategy.frequency() == Frequency.ORDERS
                ? summary.orders()
                : summary.purchaseDays().size();
        return new Observed(
                profile.asOf().daysSince(last),
                times + (strategy.returns() == Returns.COUNTED ? summary.refunds() : 0),
                strategy.returns() == Returns.IGNORED ? summary.grossUnits() : summary.netUnits(),
                ChronoUnit.DAYS.between(first, last));
    }

    long value(RfmPart part) {
        return switch (part) {
            case LENGTH -> lengthDays;
            case RECENCY -> recencyDays;
            case FREQUENCY -> frequency;
            case MONETARY -> monetary;
            case TIME_BETWEEN -> RfmColumns.timeBetween(lengthDays, frequency);
        };
    }
}
