package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.Aggregate;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.EventStream;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.SummaryFacts;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.AsOf;

/**
 * Activities that add up to what is asked for, where that is easy to see.
 *
 * <p>Windows are served from the shortest to the longest: what lies in a short one counts in the longer ones too, and only what is missing there is
 * added outside. What comes out is asked again by whoever uses it, so a simple way that sometimes misses is good enough.
 */
final class History {
    private static final int MOST_EVENTS = 1_000;
    private static final int MOST_DAYS = 40_000;
    private static final int DECIMALS = 2;

    private final EvaluationContext context;
    private final AsOf now;
    private final Map<Leaf.Events, BigDecimal> totals = new LinkedHashMap<>();
    private final Map<AttributeKey<?>, Object> facts = new LinkedHashMap<>();

    History(EvaluationContext context, AsOf now) {
        this.context = context;
        this.now = now;
    }

    void add(Leaf.Events node, BigDecimal value) {
        totals.put(node, value);
    }

    void add(AttributeKey<?> key, Object value) {
        facts.put(key, value);
    }

    private record Event(EventStream stream, Instant at, BigDecimal amount) {}

    private record Need(Leaf.Events node, BoundWindow window, BigDecimal value) {}

    /** Returns the activities, or empty if the way is not easy to see. */
    Optional<List<Activity>> activities(CustomerId customer) {
        List<Event> events = new ArrayList<>();
        if (!addFacts(events)) {
            return Optional.empty();
        }
        List<Need> needs = new ArrayList<>();
        for (Map.Entry<Leaf.Events, BigDecimal> total : totals.entrySet()) {
            TimeWindow window = total.getKey().window();
            Optional<BoundWindow> bound = window.at(now, context.calendar(), Optional.empty());
            if (bound.isEmpty()) {
                return Optional.empty();
            }
            needs.add(new Need(total.getKey(), bound.get(), total.getValue()));
        }
        // Of one window, days come first, for they need events of their own day; sums come before counts, which nothing
        // can be added to.
        needs.sort(Comparator.comparing((Need need) -> need.window.from())
                .reversed()
                .thenComparing(need -> need.node.aggregate() == Aggregate.COUNT)
                .thenComparing(need -> need.node.aggregate() == Aggregate.SUM));
        for (int i = 0; i < needs.size(); i++) {
            if (!serve(needs.get(i), needs.subList(0, i), events)) {
                return Optional.empty();
            }
        }
        return made(events, customer);
    }

    private boolean serve(Need need, List<Need> served, List<Event> events) {
        if (need.node.where().isPresent()) {
            return need.value.signum() == 0;
        }
        return switch (need.node.aggregate()) {
            case COUNT -> serveCount(need, served, events);
            case SUM -> serveSum(need, served, events);
            case MIN, MAX, AVG -> place(need, served, events, need.value);
            case DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> serveDays(need, events);
            case DISTINCT -> need.value.signum() == 0;
        };
    }

    private boolean serveCount(Need need, List<Need> served, List<Event> events) {
        long there = events.stream().filter(event -> isCounted(event, need)).count();
        long missing = need.value.longValueExact() - there;
        for (long i = 0; i < missing; i++) {
            if (events.size() > MOST_EVENTS || !place(need, served, events, BigDecimal.ZERO)) {
                return false;
            }
        }
        return missing >= 0;
    }

    private boolean serveSum(Need need, List<Need> served, List<Event> events) {
        BigDecimal there = BigDecimal.ZERO;
        for (Event event : events) {
            there = isCounted(event, need) ? there.add(event.amount) : there;
        }
        BigDecimal missing = need.value.subtract(there);
        return missing.signum() == 0 || missing.signum() > 0 && place(need, served, events, missing);
    }

    private boolean serveDays(Need need, List<Event> events) {
        ZoneId zone = need.node.window().zone(now.zone());
        LocalDate day = LocalDate.ofInstant(now.instant(), zone).minusDays(need.value.intValueExact());
        Instant at = day.atTime(now.instant().atZone(zone).toLocalTime())
                .atZone(zone)
                .toInstant();
        if (!contains(need.window, at)) {
            return false;
        }
        events.add(new Event(need.node.stream(), at, BigDecimal.ZERO));
        return true;
    }

    private static boolean isCounted(Event event, Need need) {
        return contains(need.window, event.at) && need.node.stream().includes(code(event.stream));
    }

    private static boolean contains(BoundWindow window, Instant at) {
        return window.contains(at.getEpochSecond(), at.getNano());
    }

    /** Adds an event to a window, outside of the windows that have been served. */
    private boolean place(Need need, List<Need> served, List<Event> events, BigDecimal amount) {
        if (amount.signum() < 0 || amount.scale() > DECIMALS) {
            return false;
        }
        // Beside an event that is there, what has been said about days stays true.
        for (Event event : events) {
            if (isCounted(event, need) && isOutside(event.at, need, served)) {
                events.add(new Event(need.node.stream(), event.at, amount));
                return true;
            }
        }
        Instant at = now.instant().minus(Duration.ofHours(1));
        for (int day = 0; day < MOST_DAYS && !need.window.isWellBefore(at.getEpochSecond()); day++) {
            if (contains(need.window, at) && isOutside(at, need, served)) {
                events.add(new Event(need.node.stream(), at, amount));
                return true;
            }
            at = at.minus(Duration.ofHours(day < 48 ? 1 : 24));
        }
        return false;
    }

    private static boolean isOutside(Instant at, Need need, List<Need> served) {
        for (Need other : served) {
            if (other.window.from().isAfter(need.window.from()) && contains(other.window, at)) {
                return false;
            }
        }
        return true;
    }

    private boolean addFacts(List<Event> events) {
        if (facts.isEmpty()) {
            return true;
        }
        long orders = number(SummaryFacts.ORDERS, -1);
        long days = number(SummaryFacts.PURCHASE_DAYS, -1);
        long recency = daysAgo(SummaryFacts.RECENCY_DAYS, SummaryFacts.LAST_PURCHASE);
        long tenure = daysAgo(SummaryFacts.TENURE_DAYS, SummaryFacts.FIRST_PURCHASE);
        BigDecimal gross = amount(SummaryFacts.GROSS_SPEND);
        BigDecimal net = amount(SummaryFacts.NET_SPEND);
        boolean buys = orders > 0 || days > 0 || recency >= 0 || tenure >= 0 || gross.signum() > 0 || net.signum() > 0;
        long last = recency >= 0 ? recency : tenure >= 0 ? Math.min(tenure, 1) : 1;
        long wanted = Math.max(orders, Math.max(days, buys ? tenure > last ? 2 : 1 : 0));
        if (wanted > MOST_EVENTS || last > MOST_DAYS || tenure > MOST_DAYS) {
            return false;
        }
        long refunds = Math.max(
                number(SummaryFacts.REFUNDS, 0),
                net.compareTo(gross) < 0 && facts.containsKey(SummaryFacts.GROSS_SPEND) ? 1 : 0);
        BigDecimal charged = facts.containsKey(SummaryFacts.GROSS_SPEND) ? gross : net.max(BigDecimal.ZERO);
        BigDecimal returned = facts.containsKey(SummaryFacts.NET_SPEND)
                ? charged.subtract(net).max(BigDecimal.ZERO)
                : BigDecimal.ZERO;
        refunds = returned.signum() > 0 ? Math.max(refunds, 1) : refunds;
        if (charged.stripTrailingZeros().scale() > DECIMALS
                || returned.stripTrailingZeros().scale() > DECIMALS
                || refunds > MOST_EVENTS) {
            return false;
        }
        for (long i = 0; i < wanted; i++) {
            long spread = days > 0 ? Math.min(i, days - 1) : 0;
            long ago = i > 0 && i == wanted - 1 && tenure >= 0 ? tenure : last + spread;
            events.add(new Event(EventStream.PURCHASE, ago(ago), i == 0 ? charged : BigDecimal.ZERO));
        }
        for (long i = 0; i < refunds; i++) {
            events.add(new Event(EventStream.REFUND, ago(0), i == 0 ? returned : BigDecimal.ZERO));
        }
        return true;
    }

    private Instant ago(long days) {
        return now.instant().atZone(now.zone()).minusDays(days).toInstant();
    }

    private long number(AttributeKey<Long> key, long otherwise) {
        return facts.containsKey(key) ? (Long) facts.get(key) : otherwise;
    }

    private long daysAgo(AttributeKey<Long> days, AttributeKey<LocalDate> date) {
        if (facts.containsKey(days)) {
            return (Long) facts.get(days);
        }
        return facts.containsKey(date) ? now.daysSince((LocalDate) facts.get(date)) : -1;
    }

    private BigDecimal amount(AttributeKey<BigDecimal> key) {
        return facts.containsKey(key) ? (BigDecimal) facts.get(key) : BigDecimal.ZERO;
    }

    private static Optional<List<Activity>> made(List<Event> events, CustomerId customer) {
        List<Activity> activities = new ArrayList<>();
        for (Event event : events) {
            Optional<Activity> activity = activity(event, customer.value(), "witness-" + (activities.size() + 1));
            if (activity.isEmpty()) {
                return Optional.empty();
            }
            activities.add(activity.get());
        }
        return Optional.of(activities);
    }

    private static String code(EventStream stream) {
        return switch (stream.name()) {
            case "activity", "spending" -> "purchase";
            case "interaction" -> "interaction.visit";
            case "custom" -> "custom.any";
            default -> stream.name();
        };
    }

    private static Optional<Activity> activity(Event event, String customer, String id) {
        String code = code(event.stream);
        if (code.equals("purchase")) {
            return Optional.of(Purchase.of(id, customer, event.at, money(event.amount)));
        }
        if (code.equals("refund")) {
            return Optional.of(Refund.of(id, customer, event.at, money(event.amount), "unknown"));
        }
        if (code.startsWith("custom.")) {
            String name = code.substring("custom.".length());
            return Optional.of(new CustomActivity(
                    new ActivityId(id), CustomerId.of(customer), event.at, Optional.empty(), name, Map.of()));
        }
        for (Interaction.Kind kind : Interaction.Kind.values()) {
            if (code.equals("interaction." + kind.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(Interaction.of(id, customer, event.at, kind));
            }
        }
        return Optional.empty();
    }

    private static Money money(BigDecimal amount) {
        return Money.of(amount, Portrait.UNIT.currency());
    }
}
