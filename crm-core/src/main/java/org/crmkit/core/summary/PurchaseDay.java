package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;

/**
 * One day on which a customer bought.
 *
 * @param date the local date
 * @param orders the number of orders, at least 1
 * @param units what was charged, in the unit of the summary, not negative
 */
public record PurchaseDay(LocalDate date, int orders, long units) {
    /**
     * Checks the numbers.
     *
     * @param date the local date
     * @param orders the number of orders
     * @param units what was charged
     */
    public PurchaseDay {
        checkNotNull(date, "date");
        checkArgument(orders >= 1, "orders must be at least 1, was %s", orders);
        checkArgument(units >= 0, "units must be at least 0, was %s", units);
    }
}
