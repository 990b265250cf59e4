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
    private final BoundWindow window;
    /** From when on nothing is missing, if that is known. */
    private final Optional<Instant> completeSince;
    /** Whether the window does not reach before that. */
    private final boolean covered;

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

    private EventTally(Leaf.Events node, EventList events, BoundWindow window, Optional<Instant> completeSince) {
        this.node = node;
        this.window = window;
        this.completeSince = completeSince;
        this.covered = completeSince.isPresent() && window.isSince(completeSince.get());
        this.distinct = node.aggregate() == Aggregate.DISTINCT ? new HashSet<>() : Set.of();
        this.distinctPossible = node.aggregate() == Aggregate.DISTINCT ? new HashSet<>() : Set.of();
        this.ofLines = node.where().isPresent() && Reads.ofLines(node.where().get());
        this.fieldOfLines =
                node.field().isPresent() && node.field().get().name().startsWith(LineFacts.PREFIX);
        addAll(events);
    }

    /** Compares what the events add up to. */
    static Truth compare(
            Leaf.Events node,
            EventList events,
            BoundWindow window,
            ZoneId zone,
            LocalDate today,
            Optional<Instant> completeSince) {
        return new EventTally(node, events, window, completeSince).compare(events, zone, today);
    }

    /** Returns the least and the greatest number that the events can add up to. */
    static Range range(
            Leaf.Events node,
            EventList events,
            BoundWindow window,
            ZoneId zone,
            LocalDate today,
            Optional<Instant> completeSince) {
        return new EventTally(node, events, window, completeSince).range(events, zone, today);
    }

    /** Returns the index of the event that days are counted from, or -1 if there is none for certain. */
    static int pivot(Leaf.Events node, EventList events, BoundWindow window) {
        EventTally tally = new EventTally(node, events, window, Optional.empty());
        return node.aggregate() == Aggregate.DAYS_SINCE_FIRST ? tally.firstMatching : tally.lastMatching;
    }

    private void addAll(EventList events) {
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

    private Truth compare(EventList events, ZoneId zone, LocalDate today) {
        if (node.aggregate() == Aggregate.COUNT) {
            return compareCount();
        }
        Range range = range(events, zone, today);
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

    private Truth compareCount() {
        if (covered && possible == 0) {
            return Truth.of(node.op().holds(BigDecimal.valueOf(matching).compareTo(node.value())));
        }
        return countRange().compare(node.op(), node.value());
    }

    private Range countRange() {
        return new Range(BigDecimal.valueOf(matching), covered ? BigDecimal.valueOf(matching + possible) : null);
    }

    private Range range(EventList events, ZoneId zone, LocalDate today) {
        return switch (node.aggregate()) {
            case COUNT -> countRange();
            case SUM -> sumRange(events);
            case AVG -> averageRange();
            case MIN -> minRange();
            case MAX -> maxRange();
            case DISTINCT -> distinctRange();
            case DAYS_SINCE_FIRST -> daysSinceFirst(events, zone, today);
            case DAYS_SINCE_LAST -> daysSinceLast(events, zone, today);
        };
    }

    private Range sumRange(EventList events) {
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

    private Range averageRange() {
        if (!covered || valuesMissing > 0 || valuesPossible > 0 || valuesCounted == 0) {
            return Range.OPEN;
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(valuesCounted), MathContext.DECIMAL128);
        return new Range(mean, mean);
    }

    private Range minRange() {
        if (least == null) {
            return Range.OPEN;
        }
        boolean open = !covered || valuesMissing > 0;
        return new Range(open ? null : valuesPossible > 0 ? least.min(possibleLess) : least, least);
    }

    private Range maxRange() {
        if (greatest == null) {
            return Range.OPEN;
        }
        boolean open = !covered || valuesMissing > 0;
        return new Range(greatest, open ? null : valuesPossible > 0 ? greatest.max(possibleMore) : greatest);
    }

    private Range distinctRange() {
        distinctPossible.removeAll(distinct);
        BigDecimal known = BigDecimal.valueOf(distinct.size());
        return new Range(
                known, covered ? known.add(BigDecimal.valueOf(distinctPossible.size() + valuesMissing)) : null);
    }

    private Range daysSinceFirst(EventList events, ZoneId zone, LocalDate today) {
        if (firstMatching < 0) {
            return Range.OPEN;
        }
        long least = days(at(events, firstMatching), zone, today);
        long most = firstPossible < 0 ? least : Math.max(least, days(at(events, firstPossible), zone, today));
        return new Range(BigDecimal.valueOf(least), covered ? BigDecimal.valueOf(most) : null);
    }

    private Range daysSinceLast(EventList events, ZoneId zone, LocalDate today) {
        if (lastMatching < 0) {
            return Range.OPEN;
        }
        long most = days(at(events, lastMatching), zone, today);
        long least = lastPossible < 0 ? most : Math.min(most, days(at(events, lastPossible), zone, today));
        Instant missing = lastMissing();
        if (missing.isAfter(at(events, lastMatching))) {
            least = Math.min(least, days(missing, zone, today));
        }
        return new Range(BigDecimal.valueOf(least), BigDecimal.valueOf(most));
    }

    /** Returns the last instant of the window, or before it, at which there may have been an event that is not on record. */
    private Instant lastMissing() {
        if (completeSince.isEmpty()) {
            return window.to();
        }
        Instant since = completeSince.get();
        return since.isAfter(window.to()) ? window.to() : since.equals(Instant.MIN) ? since : since.minusNanos(1);
    }

    private static long days(Instant at, ZoneId zone, LocalDate today) {
        return ChronoUnit.DAYS.between(LocalDate.ofInstant(at, zone), today);
    }

    private static Instant at(EventList events, int index) {
        return Instant.ofEpochSecond(events.second(index), events.nano(index));
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
