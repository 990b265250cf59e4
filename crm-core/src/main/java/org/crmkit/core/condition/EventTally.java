package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.window.BoundWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the events in a window add up to, as the least and the greatest value that it can be.
 *
 * <p>The two differ where an event may or may not match because something it should say is missing, or where the window reaches back before the
 * customer was observed. An end that is not there is infinite.
 */
final class EventTally {
    private final Leaf.Events node;
    private final boolean ofLines;
    private final boolean fieldOfLines;
    private long matching;
    private long possible;
    private long units;
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal possibleLess = BigDecimal.ZERO;
    private BigDecimal possibleMore = BigDecimal.ZERO;
    private @Nullable BigDecimal least;
    private @Nullable BigDecimal greatest;
    private long valuesCounted;
    private long valuesMissing;
    private long valuesPossible;
    private final Set<Object> distinct;
    private final Set<Object> distinctPossible;
    private int firstMatching = -1;
    private int lastMatching = -1;
    private int firstPossible = -1;
    private int lastPossible = -1;

    private EventTally(Leaf.Events node) {
        this.node = node;
        this.distinct = node.aggregate() == Aggregate.DISTINCT ? new HashSet<>() : Set.of();
        this.distinctPossible = node.aggregate() == Aggregate.DISTINCT ? new HashSet<>() : Set.of();
        this.ofLines = node.where().isPresent() && Reads.ofLines(node.where().get());
        this.fieldOfLines =
                node.field().isPresent() && node.field().get().name().startsWith(LineFacts.PREFIX);
    }

    /** Compares what the events add up to. */
    static Truth compare(
            Leaf.Events node, EventList events, BoundWindow window, ZoneId zone, LocalDate today, boolean covered) {
        EventTally tally = new EventTally(node);
        tally.addAll(events, window);
        return tally.compare(events, zone, today, covered);
    }

    /** Returns the least and the greatest number that the events can add up to. */
    static Range range(
            Leaf.Events node, EventList events, BoundWindow window, ZoneId zone, LocalDate today, boolean covered) {
        EventTally tally = new EventTally(node);
        tally.addAll(events, window);
        return tally.range(events, zone, today, covered);
    }

    /** Returns the number that the events add up to where it is certain. */
    static Optional<BigDecimal> value(
            Leaf.Events node, EventList events, BoundWindow window, ZoneId zone, LocalDate today, boolean covered) {
        EventTally tally = new EventTally(node);
        tally.addAll(events, window);
        Range range = tally.range(events, zone, today, covered);
        return range.low != null && range.high != null && range.low.compareTo(range.high) == 0
                ? Optional.of(range.low)
                : Optional.empty();
    }

    /** Returns the index of the event that days are counted from, or -1 if there is none for certain. */
    static int pivot(Leaf.Events node, EventList events, BoundWindow window) {
        EventTally tally = new EventTally(node);
        tally.addAll(events, window);
        return node.aggregate() == Aggregate.DAYS_SINCE_FIRST ? tally.firstMatching : tally.lastMatching;
    }

    private void addAll(EventList events, BoundWindow window) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (window.isWellBefore(events.second(i))) {
                return;
            }
            if (window.contains(events.second(i), events.nano(i))
                    && node.stream().includes(events.code(i))) {
                add(events, i);
            }
        }
    }

    private void add(EventList events, int index) {
        Truth truth = node.where().isEmpty()
                ? Truth.TRUE
                : EventQuestion.ask(node.where().get(), ofLines, events.activity(index));
        if (truth == Truth.TRUE) {
            matching++;
            firstMatching = index;
            lastMatching = lastMatching < 0 ? index : lastMatching;
        } else if (truth == Truth.UNKNOWN) {
            possible++;
            firstPossible = index;
            lastPossible = lastPossible < 0 ? index : lastPossible;
        } else {
            return;
        }
        if (node.aggregate().needsField()) {
            addField(events, index, truth);
        }
    }

    private void addField(EventList events, int index, Truth truth) {
        AttributeKey<?> field = node.field().orElseThrow();
        if (fieldOfLines) {
            addLines(field, events.activity(index), truth);
        } else if (field.equals(ActivityFacts.AMOUNT)) {
            addAmount(events, index, truth);
        } else {
            addValue(ActivityFacts.value(field, events.activity(index)), truth);
        }
    }

    /** What has no amount, such as a visit, adds nothing to amounts. */
    private void addAmount(EventList events, int index, Truth truth) {
        String code = events.code(index);
        boolean refund = code.equals("refund");
        if (!refund && !code.equals("purchase")) {
            return;
        }
        long signed = refund && node.stream().isSigned() ? -events.units(index) : events.units(index);
        if (truth == Truth.TRUE && node.aggregate() == Aggregate.SUM) {
            units = Math.addExact(units, signed);
            valuesCounted++;
        } else {
            addValue(Optional.of(events.unit().toDecimal(signed)), truth);
        }
    }

    private void addLines(AttributeKey<?> field, Activity activity, Truth truth) {
        List<PurchaseLine> lines = activity instanceof Purchase purchase ? purchase.lines() : List.of();
        if (lines.isEmpty() && !(activity instanceof Refund)) {
            addValue(Optional.empty(), truth);
        }
        for (PurchaseLine line : lines) {
            Truth ofLine = ofLines ? EventQuestion.ask(node.where().orElseThrow(), activity, line) : truth;
            if (ofLine != Truth.FALSE) {
                addValue(LineFacts.value(field, line), ofLine);
            }
        }
    }

    private void addValue(Optional<?> value, Truth truth) {
        if (value.isEmpty()) {
            valuesMissing++;
        } else if (node.aggregate() == Aggregate.DISTINCT) {
            (truth == Truth.TRUE ? distinct : distinctPossible).add(canonical(value.get()));
        } else if (truth == Truth.TRUE) {
            BigDecimal number = number(value.get());
            sum = sum.add(number);
            valuesCounted++;
            least = least == null || number.compareTo(least) < 0 ? number : least;
            greatest = greatest == null || number.compareTo(greatest) > 0 ? number : greatest;
        } else {
            addPossible(number(value.get()));
        }
    }

    private void addPossible(BigDecimal number) {
        valuesPossible++;
        if (node.aggregate() == Aggregate.SUM) {
            possibleLess = possibleLess.add(number.min(BigDecimal.ZERO));
            possibleMore = possibleMore.add(number.max(BigDecimal.ZERO));
        } else {
            possibleLess = valuesPossible == 1 ? number : possibleLess.min(number);
            possibleMore = valuesPossible == 1 ? number : possibleMore.max(number);
        }
    }

    private static Object canonical(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static BigDecimal number(Object value) {
        return value instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) value;
    }

    private Truth compare(EventList events, ZoneId zone, LocalDate today, boolean covered) {
        if (node.aggregate() == Aggregate.COUNT) {
            return compareCount(covered);
        }
        Range range = range(events, zone, today, covered);
        return range.compare(node.op(), node.value());
    }

    /** Compares a range with a value, given how its least and its greatest number compare with it. */
    static Truth compare(Comparison op, int low, int high) {
        return switch (op) {
            case LT -> high < 0 ? Truth.TRUE : low >= 0 ? Truth.FALSE : Truth.UNKNOWN;
            case LE -> high <= 0 ? Truth.TRUE : low > 0 ? Truth.FALSE : Truth.UNKNOWN;
            case GT -> low > 0 ? Truth.TRUE : high <= 0 ? Truth.FALSE : Truth.UNKNOWN;
            case GE -> low >= 0 ? Truth.TRUE : high < 0 ? Truth.FALSE : Truth.UNKNOWN;
            case EQ -> low == 0 && high == 0 ? Truth.TRUE : low > 0 || high < 0 ? Truth.FALSE : Truth.UNKNOWN;
            case NE -> low > 0 || high < 0 ? Truth.TRUE : low == 0 && high == 0 ? Truth.FALSE : Truth.UNKNOWN;
        };
    }

    private Truth compareCount(boolean covered) {
        if (covered && possible == 0) {
            return Truth.of(node.op().holds(BigDecimal.valueOf(matching).compareTo(node.value())));
        }
        return countRange(covered).compare(node.op(), node.value());
    }

    private Range countRange(boolean covered) {
        return new Range(BigDecimal.valueOf(matching), covered ? BigDecimal.valueOf(matching + possible) : null);
    }

    private Range range(EventList events, ZoneId zone, LocalDate today, boolean covered) {
        return switch (node.aggregate()) {
            case COUNT -> countRange(covered);
            case SUM -> sumRange(events, covered);
            case AVG -> averageRange(covered);
            case MIN -> minRange(covered);
            case MAX -> maxRange(covered);
            case DISTINCT -> distinctRange(covered);
            case DAYS_SINCE_FIRST -> daysRange(events, zone, today, firstMatching, firstPossible, covered);
            case DAYS_SINCE_LAST -> daysRange(events, zone, today, lastMatching, lastPossible, true);
        };
    }

    private Range sumRange(EventList events, boolean covered) {
        BigDecimal known = sum.add(events.unit().toDecimal(units));
        boolean open = !covered || valuesMissing > 0;
        boolean signed = open && !isNeverNegative();
        return new Range(signed ? null : known.add(possibleLess), open ? null : known.add(possibleMore));
    }

    private boolean isNeverNegative() {
        AttributeKey<?> field = node.field().orElseThrow();
        return fieldOfLines
                || field.equals(ActivityFacts.AMOUNT) && !node.stream().isSigned()
                || field.equals(ActivityFacts.SEVERITY);
    }

    private Range averageRange(boolean covered) {
        if (!covered || valuesMissing > 0 || valuesPossible > 0 || valuesCounted == 0) {
            return Range.OPEN;
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(valuesCounted), MathContext.DECIMAL128);
        return new Range(mean, mean);
    }

    private Range minRange(boolean covered) {
        if (least == null) {
            return Range.OPEN;
        }
        boolean open = !covered || valuesMissing > 0;
        return new Range(open ? null : valuesPossible > 0 ? least.min(possibleLess) : least, least);
    }

    private Range maxRange(boolean covered) {
        if (greatest == null) {
            return Range.OPEN;
        }
        boolean open = !covered || valuesMissing > 0;
        return new Range(greatest, open ? null : valuesPossible > 0 ? greatest.max(possibleMore) : greatest);
    }

    private Range distinctRange(boolean covered) {
        distinctPossible.removeAll(distinct);
        BigDecimal known = BigDecimal.valueOf(distinct.size());
        return new Range(
                known, covered ? known.add(BigDecimal.valueOf(distinctPossible.size() + valuesMissing)) : null);
    }

    private Range daysRange(EventList events, ZoneId zone, LocalDate today, int sure, int maybe, boolean covered) {
        if (sure < 0) {
            return Range.OPEN;
        }
        long days = days(events, zone, today, sure);
        long other = maybe < 0 ? days : days(events, zone, today, maybe);
        boolean first = node.aggregate() == Aggregate.DAYS_SINCE_FIRST;
        long low = first ? days : Math.min(days, other);
        long high = first ? Math.max(days, other) : days;
        return new Range(BigDecimal.valueOf(low), covered ? BigDecimal.valueOf(high) : null);
    }

    private static long days(EventList events, ZoneId zone, LocalDate today, int index) {
        Instant at = Instant.ofEpochSecond(events.second(index), events.nano(index));
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), today);
    }

    /** The least and the greatest value something can have; null where there is no end. */
    record Range(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        static final Range OPEN = new Range(null, null);

        Truth compare(Comparison op, BigDecimal value) {
            return EventTally.compare(
                    op, low == null ? -1 : low.compareTo(value), high == null ? 1 : high.compareTo(value));
        }
    }
}
