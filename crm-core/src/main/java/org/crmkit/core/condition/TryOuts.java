package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.internal.check.Years;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Finds the ways in which leaves that read the same thing can answer together, by trying {@linkplain TryValues values} on them. */
final class TryOuts {
    /** Decimal attributes have no more on either side of the point. */
    private static final int MOST_DIGITS = 100;

    private final List<Leaf> leaves;
    private final AsOf now;
    private final Set<List<Truth>> seen = new HashSet<>();

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
        return leaf instanceof Leaf.Age
                || leaf instanceof Leaf.Anniversary
                || Reads.attribute(leaf)
                        .map(read -> isDayOfPurchase(read.key()))
                        .orElse(false);
    }

    private List<TryOut> tryOuts() {
        Leaf first = leaves.get(0);
        if (first instanceof Leaf.Sample || first instanceof Leaf.Custom || first instanceof Leaf.Opaque) {
            return List.of();
        }
        if (first instanceof Leaf.Sequence || first instanceof Leaf.InSegment) {
            return List.of(new TryOut(null, new Truth[] {Truth.TRUE}), new TryOut(null, new Truth[] {Truth.FALSE}));
        }
        if (first instanceof Leaf.Tagged) {
            return tags();
        }
        if (first instanceof Leaf.Near) {
            return places();
        }
        List<TryOut> tried = new ArrayList<>();
        for (Object value : TryValues.of(leaves, now)) {
            if (isPossible(value)) {
                add(new TryOut(isNamed(value) ? value : null, answers(value)), tried);
            }
        }
        if (leaves.stream().anyMatch(Leaf.Present.class::isInstance)) {
            add(new TryOut(null, answers(null)), tried);
        }
        return tried;
    }

    /** A tag is there or not; one that has been there for a year has been there for a month. */
    private List<TryOut> tags() {
        List<TryOut> tried = new ArrayList<>();
        TreeSet<Long> held = new TreeSet<>(Set.of(Long.MAX_VALUE, 0L, -1L));
        leaves.forEach(leaf -> held.add(daysHeld(leaf)));
        for (long days : held.descendingSet()) {
            Truth[] truths = new Truth[leaves.size()];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = Truth.of(daysHeld(leaves.get(i)) <= days);
            }
            add(new TryOut(null, truths), tried);
        }
        return tried;
    }

    private static long daysHeld(Leaf leaf) {
        return ((Leaf.Tagged) leaf)
                .heldFor()
                .map(period -> period.toTotalMonths() * 31 + period.getDays())
                .orElse(0L);
    }

    /** The middle of each circle, and the place farthest from each. */
    private List<TryOut> places() {
        List<TryOut> tried = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Leaf.Near node = (Leaf.Near) leaf;
            double north = node.north().doubleValue();
            double east = node.east().doubleValue();
            add(new TryOut(null, near(north, east)), tried);
            add(new TryOut(null, near(-north, east > 0 ? east - 180 : east + 180)), tried);
        }
        return tried;
    }

    private Truth[] near(double north, double east) {
        Truth[] truths = new Truth[leaves.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = Truth.of(ValueTests.isWithin(north, east, (Leaf.Near) leaves.get(i)));
        }
        return truths;
    }

    private void add(TryOut tryOut, List<TryOut> tried) {
        if (seen.add(List.of(tryOut.truths))) {
            tried.add(tryOut);
        }
    }

    /** Texts that were put together are examples of many, and not each is a code. */
    private static boolean isNamed(Object value) {
        return !(value instanceof String text)
                || !text.contains(TryValues.ANOTHER) && !text.isBlank() && text.length() <= Limits.LONGEST_WORD;
    }

    private static boolean isDayOfPurchase(AttributeKey<?> key) {
        return key.equals(SummaryFacts.FIRST_PURCHASE) || key.equals(SummaryFacts.LAST_PURCHASE);
    }

    /** Counts and most sums cannot be negative, and no purchase lies in the future. */
    private boolean isPossible(Object value) {
        if (value instanceof LocalDate date && !Years.contain(date)
                || value instanceof Instant instant && !Years.contain(instant)) {
            return false;
        }
        if (value instanceof LocalDate date && date.isAfter(now.date())) {
            return !Reads.attribute(leaves.get(0))
                    .map(read -> isDayOfPurchase(read.key()))
                    .orElse(false);
        }
        if (value instanceof BigDecimal decimal
                && Math.max(decimal.scale(), decimal.precision() - decimal.scale()) > MOST_DIGITS) {
            return false;
        }
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
