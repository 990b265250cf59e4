package org.crmkit.core.condition;

import static org.crmkit.core.attribute.AttributeKey.date;
import static org.crmkit.core.attribute.AttributeKey.decimal;
import static org.crmkit.core.attribute.AttributeKey.integer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.summary.CustomerSummary;

/**
 * The numbers of a customer's summary, readable like attributes.
 *
 * <p>They are over the whole history up to the moment asked about. Amounts are in the unit of the log, without a currency.
 */
public final class SummaryFacts {
    /** The number of orders. */
    public static final AttributeKey<Long> ORDERS = integer("fact.orders").in(DataClass.BEHAVIOR);

    /** The number of different days of purchase. */
    public static final AttributeKey<Long> PURCHASE_DAYS =
            integer("fact.purchase-days").in(DataClass.BEHAVIOR);

    /** The number of refunds. */
    public static final AttributeKey<Long> REFUNDS = integer("fact.refunds").in(DataClass.BEHAVIOR);

    /** Days from the last day of purchase to today; missing without purchases. */
    public static final AttributeKey<Long> RECENCY_DAYS =
            integer("fact.recency-days").in(DataClass.BEHAVIOR);

    /** Days from the first day of purchase to today; missing without purchases. */
    public static final AttributeKey<Long> TENURE_DAYS =
            integer("fact.tenure-days").in(DataClass.BEHAVIOR);

    /** What was charged less what was given back. */
    public static final AttributeKey<BigDecimal> NET_SPEND =
            decimal("fact.net-spend").in(DataClass.BEHAVIOR);

    /** What was charged, before refunds. */
    public static final AttributeKey<BigDecimal> GROSS_SPEND =
            decimal("fact.gross-spend").in(DataClass.BEHAVIOR);

    /** The day of the first purchase; missing without purchases. */
    public static final AttributeKey<LocalDate> FIRST_PURCHASE =
            date("fact.first-purchase").in(DataClass.BEHAVIOR);

    /** The day of the last purchase; missing without purchases. */
    public static final AttributeKey<LocalDate> LAST_PURCHASE =
            date("fact.last-purchase").in(DataClass.BEHAVIOR);

    static final String PREFIX = "fact.";

    private static final Map<AttributeKey<?>, BiFunction<CustomerSummary, LocalDate, Optional<?>>> READERS = readers();

    private SummaryFacts() {}

    /**
     * Returns all facts.
     *
     * @return the keys, in a fixed order
     */
    public static List<AttributeKey<?>> all() {
        return List.copyOf(READERS.keySet());
    }

    /**
     * Tells whether a key is one of these facts.
     *
     * @param key any key
     * @return true for the constants of this type
     */
    public static boolean isFact(AttributeKey<?> key) {
        return key.name().startsWith(PREFIX) && READERS.containsKey(key);
    }

    /** Tells whether the fact grows by one a day without anything happening. */
    static boolean isCountOfDays(AttributeKey<?> key) {
        return key.equals(RECENCY_DAYS) || key.equals(TENURE_DAYS);
    }

    static <T> Optional<T> value(AttributeKey<T> key, CustomerSummary summary, LocalDate today) {
        BiFunction<CustomerSummary, LocalDate, Optional<?>> reader = READERS.get(key);
        if (reader == null) {
            throw new IllegalArgumentException("fact must be one of " + READERS.keySet() + ", was " + key);
        }
        return reader.apply(summary, today).map(key.type().javaType()::cast);
    }

    private static Map<AttributeKey<?>, BiFunction<CustomerSummary, LocalDate, Optional<?>>> readers() {
        Map<AttributeKey<?>, BiFunction<CustomerSummary, LocalDate, Optional<?>>> readers = new LinkedHashMap<>();
        readers.put(ORDERS, (summary, today) -> Optional.of(summary.orders()));
        readers.put(
                PURCHASE_DAYS,
                (summary, today) -> Optional.of((long) summary.purchaseDays().size()));
        readers.put(REFUNDS, (summary, today) -> Optional.of(summary.refunds()));
        readers.put(
                RECENCY_DAYS,
                (summary, today) -> summary.lastPurchase().map(last -> ChronoUnit.DAYS.between(last, today)));
        readers.put(
                TENURE_DAYS,
                (summary, today) -> summary.firstPurchase().map(first -> ChronoUnit.DAYS.between(first, today)));
        readers.put(NET_SPEND, (summary, today) -> Optional.of(summary.unit().toDecimal(summary.netUnits())));
        readers.put(GROSS_SPEND, (summary, today) -> Optional.of(summary.unit().toDecimal(summary.grossUnits())));
        readers.put(FIRST_PURCHASE, (summary, today) -> summary.firstPurchase());
        readers.put(LAST_PURCHASE, (summary, today) -> summary.lastPurchase());
        return readers;
    }
}
