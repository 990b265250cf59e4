package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;

/** Checks of literals and of what may be said of events. */
final class LeafChecks {
    private static final int MOST_YEARS = 200;
    private static final int MONTHS = 12;

    private LeafChecks() {}

    static <T> T value(Read<T> read, T value) {
        checkNotNull(value, "value");
        try {
            T checked = read.key().type().check(value);
            if (checked instanceof String text) {
                Limits.unicode(text, "text");
            }
            return checked;
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("value for " + read + ": " + e.getMessage(), e);
        }
    }

    static <T> List<T> distinct(Read<T> read, List<? extends T> values) {
        checkArgument(
                values.size() <= Limits.MOST_VALUES,
                "values must hold at most %s elements, held %s",
                Limits.MOST_VALUES,
                values.size());
        checkArgument(!values.isEmpty(), "values must hold at least 1 element, held none");
        Map<String, T> sorted = new TreeMap<>();
        for (T value : values) {
            T checked = value(read, value);
            sorted.put(read.key().type().format(checked), checked);
        }
        List<T> distinct = new ArrayList<>(sorted.values());
        if (read.key().type().equals(AttributeType.INTEGER) || read.key().type().equals(AttributeType.DECIMAL)) {
            distinct.sort(read.key().type()::compare);
        }
        return List.copyOf(distinct);
    }

    static void period(Period period, String name) {
        checkNotNull(period, name);
        checkArgument(
                !period.isNegative()
                        && period.toTotalMonths() <= MOST_YEARS * MONTHS
                        && period.getDays() <= MOST_YEARS * 366,
                "%s must be in [P0D, P%sY], was %s",
                name,
                MOST_YEARS,
                period);
    }

    static BigDecimal inRange(BigDecimal value, String name, long low, long high) {
        checkNotNull(value, name);
        BigDecimal checked = AttributeType.DECIMAL.check(value);
        checkArgument(
                checked.compareTo(BigDecimal.valueOf(low)) >= 0 && checked.compareTo(BigDecimal.valueOf(high)) <= 0,
                "%s must be in [%s, %s], was %s",
                name,
                low,
                high,
                checked);
        return checked;
    }

    static void field(Aggregate aggregate, Optional<AttributeKey<?>> field) {
        checkArgument(
                field.isPresent() == aggregate.needsField(),
                aggregate.needsField() ? "field must be named for %s" : "field must not be named for %s",
                aggregate.word());
        field.ifPresent(key -> {
            checkArgument(isOfEvents(key), "field must be a fact of activities or lines, was %s", key);
            fact(key);
            checkArgument(
                    aggregate == Aggregate.DISTINCT || isNumber(key),
                    "field must be a number for %s, was %s of type %s",
                    aggregate.word(),
                    key,
                    key.type());
        });
    }

    /** Only comparisons of what an activity or line says, and junctions of them, can be asked of an event. */
    static void onEvents(Condition condition, String name) {
        // A kind of node that is not known was kept on purpose: it is unknown of events as it is of customers.
        if (condition instanceof Leaf leaf && !(leaf instanceof Leaf.Opaque)) {
            Optional<Read<?>> read = Reads.attribute(leaf);
            checkArgument(
                    read.isPresent() && isOfEvents(read.get().key()),
                    "%s must read facts of activities or lines only, read %s",
                    name,
                    read.map(Read::toString).orElse(NodeTypes.of(leaf)));
            fact(read.get().key());
            checkArgument(
                    !(leaf instanceof Leaf.Age) && !(leaf instanceof Leaf.Anniversary),
                    "%s must not ask for the age of an event",
                    name);
        }
        for (Condition part : condition.parts()) {
            onEvents(part, name);
        }
    }

    /** A key that only looks like a fact would be missing for ever, or be cast to another type when it is asked. */
    private static void fact(AttributeKey<?> key) {
        Optional<AttributeKey<?>> fact =
                key.name().startsWith(LineFacts.PREFIX) ? LineFacts.key(key.name()) : ActivityFacts.key(key.name());
        checkArgument(
                fact.isPresent() && fact.get().type().equals(key.type()),
                "fact must be one of those of activities and lines and have its type, was %s of type %s",
                key,
                key.type());
    }

    static boolean isOfEvents(AttributeKey<?> key) {
        return key.name().startsWith(ActivityFacts.PREFIX) || key.name().startsWith(LineFacts.PREFIX);
    }

    private static boolean isNumber(AttributeKey<?> key) {
        return key.type().equals(AttributeType.INTEGER) || key.type().equals(AttributeType.DECIMAL);
    }
}
