package org.crmkit.examples.benchmarks;

import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.AttributeColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/**
 * One nested rule with six conditions over a random population.
 *
 * <p>City in three and age from 25 to 60, and three orders in 90 days or more than 500 spent, and not opted out, and a purchase in the last 90 days.
 */
final class SixConditions {
    private static final AttributeKey<String> CITY = AttributeKey.code("city");
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<Long> ORDERS = AttributeKey.integer("orders-90d");
    private static final AttributeKey<BigDecimal> SPEND = AttributeKey.decimal("total-spend");
    private static final AttributeKey<Boolean> OPT_OUT = AttributeKey.bool("opt-out");
    private static final AttributeKey<Long> DAYS = AttributeKey.integer("days-since-last");
    private static final List<String> CITIES = List.of(
            "Almaty", "Astana", "Shymkent", "Aktobe", "Karaganda", "Taraz", "Pavlodar", "Semey", "Kostanay", "Oral");

    private final String[] city;
    private final int[] age;
    private final int[] orders;
    private final int[] spendCents;
    private final boolean[] optOut;
    private final int[] days;

    SixConditions(int customers, long seed) {
        Random random = new Random(seed);
        city = new String[customers];
        age = new int[customers];
        orders = new int[customers];
        spendCents = new int[customers];
        optOut = new boolean[customers];
        days = new int[customers];
        for (int i = 0; i < customers; i++) {
            city[i] = CITIES.get(random.nextInt(CITIES.size()));
            age[i] = 18 + random.nextInt(70);
            orders[i] = random.nextInt(6);
            spendCents[i] = random.nextInt(1_000) * 100;
            optOut[i] = random.nextInt(10) == 0;
            days[i] = random.nextInt(365);
        }
    }

    static Condition rule() {
        return all(
                where(CITY).isOneOf("Almaty", "Astana", "Shymkent"),
                where(AGE).between(25, 60),
                any(where(ORDERS).atLeast(3), where(SPEND).moreThan(500)),
                not(where(OPT_OUT).is(true)),
                where(DAYS).atMost(90));
    }

    CustomerBase base() {
        SummaryTable.Builder table = SummaryTable.builder(
                AsOf.of(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC), AmountUnit.plain(2));
        for (int i = 0; i < age.length; i++) {
            // Ids of one length stand in the order of their numbers, so that rows are those of the arrays.
            table.customer(CustomerId.of(Integer.toString(10_000_000 + i)));
        }
        int n = age.length;
        return CustomerBase.of(table.build())
                .withAttribute(AttributeColumn.of(CITY, n, i -> Optional.of(city[i])))
                .withAttribute(AttributeColumn.of(AGE, n, i -> Optional.of((long) age[i])))
                .withAttribute(AttributeColumn.of(ORDERS, n, i -> Optional.of((long) orders[i])))
                .withAttribute(AttributeColumn.of(SPEND, n, i -> Optional.of(BigDecimal.valueOf(spendCents[i], 2))))
                .withAttribute(AttributeColumn.of(OPT_OUT, n, i -> Optional.of(optOut[i])))
                .withAttribute(AttributeColumn.of(DAYS, n, i -> Optional.of((long) days[i])));
    }

    /** The same customers as the maps that rule engines take. */
    List<Map<String, Object>> maps() {
        List<Map<String, Object>> maps = new ArrayList<>(age.length);
        for (int i = 0; i < age.length; i++) {
            maps.add(new HashMap<>(Map.of(
                    "city",
                    city[i],
                    "age",
                    (long) age[i],
                    "orders90d",
                    (long) orders[i],
                    "totalSpend",
                    spendCents[i] / 100.0,
                    "optOut",
                    optOut[i],
                    "daysSinceLast",
                    (long) days[i])));
        }
        return maps;
    }

    CompiledCondition compiled() {
        return CompiledCondition.of(rule(), base());
    }

    /** The same rule as a Java condition over arrays: the floor. */
    int bareHits() {
        int hits = 0;
        for (int i = 0; i < age.length; i++) {
            boolean near = city[i].equals("Almaty") || city[i].equals("Astana") || city[i].equals("Shymkent");
            boolean buys = orders[i] >= 3 || spendCents[i] > 50_000;
            hits += near && age[i] >= 25 && age[i] <= 60 && buys && !optOut[i] && days[i] <= 90 ? 1 : 0;
        }
        return hits;
    }
}
