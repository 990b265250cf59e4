package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * Values to be tried on leaves that read the same thing: each literal, those next to it, and those between literals.
 *
 * <p>They are enough to see every way in which comparisons can answer together. Texts and sets that are asked for many parts are put together from the
 * parts, up to a limit.
 */
final class TryValues {
    /** Stands for whatever nobody compares with; joins the parts of texts that are put together. */
    static final String ANOTHER = "\u2026";

    private static final int MOST_VALUES = 50;
    private static final int MOST_ELEMENTS = 7;
    private static final int MOST_PARTS = 4;
    /** Beyond these years nobody lives, and calendars end. */
    private static final int FARTHEST_YEAR = 99_999;

    private static final int MONTHS_OF_YEAR = 12;
    private static final long SECONDS_OF_YEAR = 31_556_952L;

    private final List<Leaf> leaves;
    private final AsOf now;
    private final Set<Object> values = new LinkedHashSet<>();

    private TryValues(List<Leaf> leaves, AsOf now) {
        this.leaves = leaves;
        this.now = now;
    }

    /** Returns the values, those that literals name first. */
    static Collection<Object> of(List<Leaf> leaves, AsOf now) {
        TryValues tries = new TryValues(leaves, now);
        leaves.forEach(tries::addLiterals);
        tries.addBetween();
        tries.addTexts();
        tries.addSets();
        tries.addYears();
        return tries.values;
    }

    private void addLiterals(Leaf leaf) {
        if (leaf instanceof Leaf.Compare<?> node) {
            addAround(node.value());
        } else if (leaf instanceof Leaf.Between<?> node) {
            addAround(node.low());
            addAround(node.high());
        } else if (leaf instanceof Leaf.OneOf<?> node) {
            node.values().stream().limit(MOST_VALUES).forEach(this::addAround);
            addOther(node.read().key().type());
        } else if (leaf instanceof Leaf.TextTest node) {
            addText(node.value());
            values.add(ANOTHER);
        } else if (leaf instanceof Leaf.SetTest node) {
            values.add(new TreeSet<>(node.values()));
            node.values().stream().limit(MOST_VALUES).forEach(value -> values.add(new TreeSet<>(Set.of(value))));
            values.add(new TreeSet<String>());
        } else if (leaf instanceof Leaf.Present node) {
            addOther(node.read().key().type());
        } else if (leaf instanceof Leaf.Labeled node) {
            values.addAll(node.labels());
            values.add(ANOTHER);
        } else if (leaf instanceof Leaf.ScoreTest node) {
            addAround(node.value());
        } else if (leaf instanceof Leaf.Events node) {
            addAround(isWhole(node) ? node.value().setScale(0, RoundingMode.FLOOR) : node.value());
        } else if (leaf instanceof Leaf.Age node) {
            addAge(node);
        }
    }

    static boolean isWhole(Leaf.Events node) {
        return !node.aggregate().needsField() || node.aggregate() == Aggregate.DISTINCT;
    }

    private void addText(String text) {
        values.add(text);
        values.add(text.toUpperCase(Locale.ROOT));
        values.add(text.toLowerCase(Locale.ROOT));
    }

    private void addAge(Leaf.Age node) {
        if (node.read().key().type().equals(AttributeType.DATE)) {
            addAround(now.date().minus(node.period()));
            // Months have different lengths: three days more are a period more for certain.
            addAround(now.date().minus(node.period()).minusDays(3));
        } else {
            addAround(ZonedDateTime.ofInstant(now.instant(), now.zone())
                    .minus(node.period())
                    .toInstant());
        }
    }

    /** Adds a value with its neighbors, the value itself first. */
    private void addAround(@Nullable Object value) {
        if (value == null) {
            return;
        }
        values.add(value);
        if (value instanceof Long whole) {
            values.add(whole == Long.MIN_VALUE ? whole : whole - 1);
            values.add(whole == Long.MAX_VALUE ? whole : whole + 1);
        } else if (value instanceof BigDecimal decimal) {
            values.add(decimal.subtract(BigDecimal.ONE));
            values.add(decimal.add(BigDecimal.ONE));
        } else if (value instanceof LocalDate date && Math.abs(date.getYear()) < FARTHEST_YEAR) {
            values.add(date.minusDays(1));
            values.add(date.plusDays(1));
        } else if (value instanceof Instant instant
                && Math.abs(instant.getEpochSecond()) < FARTHEST_YEAR * SECONDS_OF_YEAR) {
            values.add(instant.minusSeconds(1));
            values.add(instant.plusSeconds(1));
        } else if (value instanceof Money money && Math.abs(money.amountMinor()) < Long.MAX_VALUE) {
            values.add(Money.ofMinor(money.amountMinor() - 1, money.currency()));
            values.add(Money.ofMinor(money.amountMinor() + 1, money.currency()));
        } else if (value instanceof Boolean) {
            values.add(!value.equals(true));
        } else if (value instanceof String) {
            values.add(ANOTHER);
        }
    }

    private void addOther(AttributeType<?> type) {
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

    /** Between 0.5 and 0.6 lies 0.55; whole numbers, dates and amounts have their neighbors already. */
    private void addBetween() {
        boolean whole = leaves.get(0) instanceof Leaf.Events node && isWhole(node);
        TreeSet<BigDecimal> decimals = new TreeSet<>();
        TreeSet<Instant> instants = new TreeSet<>();
        for (Object value : values) {
            if (value instanceof BigDecimal decimal && !whole) {
                decimals.add(decimal);
            } else if (value instanceof Instant instant) {
                instants.add(instant);
            }
        }
        for (BigDecimal low : decimals) {
            BigDecimal high = decimals.higher(low);
            if (high != null) {
                values.add(low.add(high).divide(BigDecimal.valueOf(2)));
            }
        }
        for (Instant low : instants) {
            Instant high = instants.higher(low);
            if (high != null && high.getEpochSecond() - low.getEpochSecond() <= 1) {
                values.add(low.plusNanos(1));
            }
        }
    }

    /** A text may begin, end and go on as several leaves ask for, and be longer than any of them says. */
    private void addTexts() {
        List<String> starts = parts(Leaf.TextTest.Op.STARTS_WITH);
        List<String> ends = parts(Leaf.TextTest.Op.ENDS_WITH);
        List<String> inner = parts(Leaf.TextTest.Op.CONTAINS);
        if (leaves.size() > 1 && starts.size() + ends.size() + inner.size() > 3) {
            for (String start : starts) {
                for (String end : ends) {
                    for (int some = 0; some < 1 << inner.size() - 1; some++) {
                        values.add(start
                                + ANOTHER
                                + subset(inner.subList(1, inner.size()), some).stream()
                                        .map(part -> part + ANOTHER)
                                        .reduce("", String::concat)
                                + end);
                    }
                }
            }
        }
    }

    /** Returns nothing at all, and what the leaves of one kind ask for. */
    private List<String> parts(Leaf.TextTest.Op op) {
        Set<String> parts = new LinkedHashSet<>(List.of(""));
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.TextTest test && test.op() == op && parts.size() <= MOST_PARTS) {
                parts.add(test.value());
            }
        }
        return new ArrayList<>(parts);
    }

    /** A set may hold what several leaves ask for. */
    private void addSets() {
        Set<String> named = new LinkedHashSet<>();
        int asked = 0;
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.SetTest test) {
                named.addAll(test.values());
                asked++;
            }
        }
        List<String> elements = new ArrayList<>(named);
        if (elements.size() <= MOST_ELEMENTS) {
            for (int some = 1; some < 1 << elements.size(); some++) {
                values.add(new TreeSet<>(subset(elements, some)));
            }
        } else if (asked > 1) {
            List<Set<?>> wanted = new ArrayList<>();
            values.stream().limit(MOST_VALUES).forEach(value -> {
                if (value instanceof Set<?> set) {
                    wanted.add(set);
                }
            });
            wanted.forEach(one -> wanted.forEach(other -> {
                Set<Object> both = new TreeSet<>(one);
                both.addAll(other);
                values.add(both);
            }));
            values.add(new TreeSet<>(elements));
        }
    }

    private static List<String> subset(List<String> elements, int some) {
        List<String> subset = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if ((some >> i & 1) == 1) {
                subset.add(elements.get(i));
            }
        }
        return subset;
    }

    /** Anniversaries ask for the day of the year: it is tried in the years around all other dates. */
    private void addYears() {
        Set<LocalDate> days = new LinkedHashSet<>();
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.Anniversary node) {
                LocalDate today = now.date();
                days.addAll(List.of(
                        today,
                        today.plusDays(node.daysAhead()),
                        today.minusDays(node.daysBehind()),
                        today.plusDays(node.daysAhead() + 1L),
                        today.minusDays(node.daysBehind() + 1L)));
                for (int month = 1; month < MONTHS_OF_YEAR; month++) {
                    days.add(today.plusMonths(month));
                }
            }
        }
        Set<Integer> years = new LinkedHashSet<>(List.of(now.date().getYear() - 1));
        for (Object value : values) {
            if (value instanceof LocalDate date && Math.abs(date.getYear()) < FARTHEST_YEAR) {
                years.addAll(List.of(date.getYear(), date.getYear() - 1, date.getYear() + 1));
            }
        }
        for (LocalDate day : days) {
            for (int year : years) {
                values.add(day.withYear(year));
            }
        }
    }
}
