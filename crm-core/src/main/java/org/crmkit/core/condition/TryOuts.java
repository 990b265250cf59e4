package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Tries values on leaves that read the same thing: those next to each literal are enough to see every way they can answer together. */
final class TryOuts {
    private static final int MOST_VALUES = 50;
    /** Not a value that anyone compares with. */
    private static final String ANOTHER = "\u2026another\u2026";

    private final List<Leaf> leaves;
    private final AsOf now;

    private TryOuts(List<Leaf> leaves, AsOf now) {
        this.leaves = leaves;
        this.now = now;
    }

    /**
     * A value and what the leaves answer to it.
     *
     * @param value the value; null if there is none, or any other one would do
     */
    record TryOut(@Nullable Object value, Truth[] truths) {}

    /** Returns the different ways in which the leaves can answer together, apart from what is unknown now. */
    static List<TryOut> of(List<Leaf> leaves, AsOf now) {
        return new TryOuts(leaves, now).tryOuts();
    }

    static boolean dependsOnTime(Leaf leaf) {
        return leaf instanceof Leaf.Age || leaf instanceof Leaf.Anniversary;
    }

    private List<TryOut> tryOuts() {
        Leaf first = leaves.get(0);
        if (first instanceof Leaf.Sample || first instanceof Leaf.Custom || first instanceof Leaf.Opaque) {
            return List.of();
        }
        if (first instanceof Leaf.Sequence
                || first instanceof Leaf.InSegment
                || first instanceof Leaf.Tagged
                || first instanceof Leaf.Near) {
            return List.of(new TryOut(null, new Truth[] {Truth.TRUE}), new TryOut(null, new Truth[] {Truth.FALSE}));
        }
        Set<Object> values = new LinkedHashSet<>();
        leaves.forEach(leaf -> addValues(leaf, values));
        List<TryOut> tried = new ArrayList<>();
        for (Object value : values) {
            if (isPossible(value)) {
                add(new TryOut(value.equals(ANOTHER) ? null : value, answers(value)), tried);
            }
        }
        if (leaves.stream().anyMatch(Leaf.Present.class::isInstance)) {
            add(new TryOut(null, answers(null)), tried);
        }
        return tried;
    }

    private static void add(TryOut tryOut, List<TryOut> tried) {
        for (TryOut other : tried) {
            if (Arrays.equals(other.truths, tryOut.truths)) {
                return;
            }
        }
        tried.add(tryOut);
    }

    /** Counts and most sums cannot be negative. */
    private boolean isPossible(Object value) {
        boolean negative =
                value instanceof Long whole && whole < 0 || value instanceof BigDecimal decimal && decimal.signum() < 0;
        if (!negative) {
            return true;
        }
        if (leaves.get(0) instanceof Leaf.Events events) {
            return events.aggregate().needsField()
                    && events.aggregate() != Aggregate.DISTINCT
                    && events.stream().isSigned();
        }
        AttributeKey<?> key =
                Reads.attribute(leaves.get(0)).<AttributeKey<?>>map(Read::key).orElse(SummaryFacts.NET_SPEND);
        return !SummaryFacts.isFact(key) || key.equals(SummaryFacts.NET_SPEND);
    }

    private void addValues(Leaf leaf, Set<Object> values) {
        if (leaf instanceof Leaf.Compare<?> node) {
            addAround(node.value(), values);
        } else if (leaf instanceof Leaf.Between<?> node) {
            addAround(node.low(), values);
            addAround(node.high(), values);
        } else if (leaf instanceof Leaf.OneOf<?> node) {
            node.values().stream().limit(MOST_VALUES).forEach(value -> addAround(value, values));
            addOther(node.read().key().type(), values);
        } else if (leaf instanceof Leaf.TextTest node) {
            values.add(node.value());
            values.add(ANOTHER);
        } else if (leaf instanceof Leaf.SetTest node) {
            values.add(new TreeSet<>(node.values()));
            node.values().stream().limit(MOST_VALUES).forEach(value -> values.add(new TreeSet<>(Set.of(value))));
            values.add(new TreeSet<String>());
        } else if (leaf instanceof Leaf.Present node) {
            addOther(node.read().key().type(), values);
        } else if (leaf instanceof Leaf.Labeled node) {
            values.addAll(node.labels());
            values.add(ANOTHER);
        } else if (leaf instanceof Leaf.ScoreTest node) {
            addAround(node.value(), values);
        } else if (leaf instanceof Leaf.Events node) {
            addNumber(node, values);
        } else if (leaf instanceof Leaf.Age node) {
            addAge(node, values);
        } else if (leaf instanceof Leaf.Anniversary node) {
            addAround(now.date().minusYears(1), values);
            addAround(now.date().minusYears(1).plusDays(node.daysAhead()), values);
            addAround(now.date().minusYears(1).minusDays(node.daysBehind() + 1L), values);
            values.add(now.date().minusMonths(18));
        }
    }

    private void addNumber(Leaf.Events node, Set<Object> values) {
        boolean whole = !node.aggregate().needsField() || node.aggregate() == Aggregate.DISTINCT;
        if (whole) {
            addAround(node.value().setScale(0, RoundingMode.FLOOR), values);
        } else {
            addAround(node.value(), values);
        }
    }

    private void addAge(Leaf.Age node, Set<Object> values) {
        if (node.read().key().type().equals(AttributeType.DATE)) {
            addAround(now.date().minus(node.period()), values);
            addAround(now.date().minus(node.period()).minusDays(3), values);
        } else {
            addAround(
                    ZonedDateTime.ofInstant(now.instant(), now.zone())
                            .minus(node.period())
                            .toInstant(),
                    values);
        }
    }

    /** Adds a value with its neighbors, the value itself first. */
    private static void addAround(@Nullable Object value, Set<Object> values) {
        if (value instanceof Long whole) {
            values.add(whole);
            values.add(whole == Long.MIN_VALUE ? whole : whole - 1);
            values.add(whole == Long.MAX_VALUE ? whole : whole + 1);
        } else if (value instanceof BigDecimal decimal) {
            values.add(decimal);
            values.add(decimal.subtract(BigDecimal.ONE));
            values.add(decimal.add(BigDecimal.ONE));
        } else if (value instanceof LocalDate date) {
            values.addAll(List.of(date, date.minusDays(1), date.plusDays(1)));
        } else if (value instanceof Instant instant) {
            values.addAll(List.of(instant, instant.minusSeconds(1), instant.plusSeconds(1)));
        } else if (value instanceof Money money) {
            values.addAll(List.of(
                    money,
                    Money.ofMinor(money.amountMinor() - 1, money.currency()),
                    Money.ofMinor(money.amountMinor() + 1, money.currency())));
        } else if (value instanceof Boolean) {
            values.addAll(List.of(value, !value.equals(true)));
        } else if (value != null) {
            values.add(value);
            values.add(value instanceof String ? ANOTHER : value);
        }
    }

    private static void addOther(AttributeType<?> type, Set<Object> values) {
        if (type.equals(AttributeType.TEXT) || type.equals(AttributeType.CODE)) {
            values.add(ANOTHER);
        } else if (type.equals(AttributeType.BOOLEAN)) {
            values.addAll(List.of(true, false));
        } else if (type.equals(AttributeType.TEXT_SET)) {
            values.add(new TreeSet<String>());
        } else if (type.equals(AttributeType.INTEGER)) {
            values.add(0L);
        } else if (type.equals(AttributeType.DECIMAL)) {
            values.add(BigDecimal.ZERO);
        } else if (type.equals(AttributeType.DATE)) {
            values.add(LocalDate.EPOCH);
        } else if (type.equals(AttributeType.INSTANT)) {
            values.add(Instant.EPOCH);
        }
    }

    private Truth[] answers(@Nullable Object value) {
        Truth[] truths = new Truth[leaves.size()];
        for (int i = 0; i < truths.length; i++) {
            Leaf leaf = leaves.get(i);
            truths[i] =
                    value == null ? (leaf instanceof Leaf.Present ? Truth.FALSE : Truth.UNKNOWN) : answer(leaf, value);
        }
        return truths;
    }

    private Truth answer(Leaf leaf, Object value) {
        if (leaf instanceof Leaf.Events node) {
            return Truth.of(node.op().holds(((BigDecimal) value).compareTo(node.value())));
        }
        if (leaf instanceof Leaf.ScoreTest node) {
            return Truth.of(node.op().holds(((BigDecimal) value).compareTo(node.value())));
        }
        if (leaf instanceof Leaf.Labeled node) {
            return Truth.of(node.labels().contains(value));
        }
        return ofAttribute(leaf, value, now);
    }

    /** Answers for a leaf that compares an attribute with literals, given the value of the attribute. */
    static Truth ofAttribute(Leaf leaf, Object value, AsOf now) {
        if (leaf instanceof Leaf.Compare<?> node) {
            return compare(node, value);
        }
        if (leaf instanceof Leaf.Between<?> node) {
            return between(node, value);
        }
        if (leaf instanceof Leaf.OneOf<?> node) {
            return oneOf(node, value);
        }
        if (leaf instanceof Leaf.TextTest node) {
            return ValueTests.text(node, (String) value);
        }
        if (leaf instanceof Leaf.SetTest node) {
            return ValueTests.set(node, node.read().key().type().javaType().cast(value));
        }
        if (leaf instanceof Leaf.Age node) {
            return ValueTests.age(node, value, now);
        }
        if (leaf instanceof Leaf.Anniversary node) {
            return ValueTests.anniversary(node, (LocalDate) value, now.date());
        }
        return Truth.TRUE;
    }

    private static <T> Truth compare(Leaf.Compare<T> node, Object value) {
        return ValueTests.compare(node, node.read().key().type().javaType().cast(value));
    }

    private static <T> Truth between(Leaf.Between<T> node, Object value) {
        return ValueTests.between(node, node.read().key().type().javaType().cast(value));
    }

    private static <T> Truth oneOf(Leaf.OneOf<T> node, Object value) {
        return ValueTests.oneOf(node, node.read().key().type().javaType().cast(value));
    }
}
