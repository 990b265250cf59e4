package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Names the next instant at which a leaf may change by the passing of time: never too late, perhaps too early. */
@NullUnmarked // "R extends @Nullable Object" of ConditionCases is understood by NullAway on newer JDKs only
final class LeafOutlook implements ConditionCases<@Nullable Instant> {
    private static final int YEARS_OF_LOOKING_BACK = 200;

    private final Interpreter interpreter;
    private final AsOf now;
    /** What was found for segments, each of which is looked at once; null where it cannot change. */
    private final Map<Leaf, Instant> segments = new HashMap<>(0);

    private LeafOutlook(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.now = interpreter.now();
    }

    /** Returns the next instant at which a leaf may change, or null if it cannot. */
    static @Nullable Instant next(Condition condition, Interpreter interpreter) {
        return condition.match(new LeafOutlook(interpreter));
    }

    private @Nullable Instant parts(List<Condition> parts) {
        @Nullable Instant next = null;
        for (Condition part : parts) {
            next = earlier(next, part.match(this));
        }
        return next;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    private static @Nullable Instant earlier(@Nullable Instant a, Optional<Instant> b) {
        return earlier(a, b.orElse(null));
    }

    @Override
    public @Nullable Instant all(Condition.All node) {
        return parts(node.parts());
    }

    @Override
    public @Nullable Instant any(Condition.Any node) {
        return parts(node.parts());
    }

    @Override
    public @Nullable Instant not(Condition.Not node) {
        return node.of().match(this);
    }

    @Override
    public @Nullable Instant atLeast(Condition.AtLeast node) {
        return parts(node.parts());
    }

    @Override
    public @Nullable Instant atMost(Condition.AtMost node) {
        return parts(node.parts());
    }

    @Override
    public @Nullable Instant always(Condition.Always node) {
        return null;
    }

    @Override
    public @Nullable Instant never(Condition.Never node) {
        return null;
    }

    @Override
    public @Nullable Instant ifMissing(Condition.IfMissing node) {
        return node.of().match(this);
    }

    @Override
    public @Nullable Instant annotated(Condition.Annotated node) {
        return node.of().match(this);
    }

    /** What time alone does to a value that is read: a consent runs out, days since a purchase grow, an event that is already known comes. */
    private @Nullable Instant read(Read<?> read, List<? extends Number> borders) {
        if (read.key().isSensitive()) {
            Instant until = interpreter
                    .context()
                    .guard()
                    .decide(interpreter.request(read))
                    .validUntil();
            return until.equals(Instant.MAX) ? null : until;
        }
        if (!SummaryFacts.isFact(read.key())) {
            return null;
        }
        @Nullable Instant next = nextEvent();
        if (SummaryFacts.isCountOfDays(read.key())) {
            Optional<LocalDate> zero = interpreter.value(
                    read.key().equals(SummaryFacts.RECENCY_DAYS)
                            ? Read.of(SummaryFacts.LAST_PURCHASE)
                            : Read.of(SummaryFacts.FIRST_PURCHASE));
            next = zero.isPresent() ? earlier(next, daysReach(zero.get(), borders, now)) : next;
        }
        return next;
    }

    /** Returns when the number of days since a date next reaches or leaves one of several numbers. */
    private static @Nullable Instant daysReach(LocalDate zero, List<? extends Number> borders, AsOf now) {
        @Nullable Instant next = null;
        long most = YEARS_OF_LOOKING_BACK * 366L;
        for (Number border : borders) {
            long days = Math.max(-most, Math.min(most * 2, border.longValue()));
            next = earlier(next, TimeWindow.nextMidnight(zero.plusDays(days), now));
            next = earlier(next, TimeWindow.nextMidnight(zero.plusDays(days + 1), now));
        }
        return next;
    }

    private @Nullable Instant nextEvent() {
        EventList events = interpreter.known().events().orElse(null);
        return events == null ? null : firstAfter(events, now.instant());
    }

    private static @Nullable Instant firstAfter(EventList events, Instant moment) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(events, middle).isAfter(moment)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == events.size() ? null : at(events, low);
    }

    private static Instant at(EventList events, int index) {
        return Instant.ofEpochSecond(events.second(index), events.nano(index));
    }

    private static List<Number> borders(Object... values) {
        List<Number> borders = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Long number) {
                borders.add(number);
            }
        }
        return borders;
    }

    @Override
    public <T> @Nullable Instant compare(Leaf.Compare<T> node) {
        return read(node.read(), borders(node.value()));
    }

    @Override
    public <T> @Nullable Instant between(Leaf.Between<T> node) {
        return read(node.read(), borders(node.low(), node.high()));
    }

    @Override
    public <T> @Nullable Instant oneOf(Leaf.OneOf<T> node) {
        return read(node.read(), borders(node.values().toArray()));
    }

    @Override
    public @Nullable Instant text(Leaf.TextTest node) {
        return read(node.read(), List.of());
    }

    @Override
    public @Nullable Instant present(Leaf.Present node) {
        return read(node.read(), List.of());
    }

    @Override
    public @Nullable Instant set(Leaf.SetTest node) {
        return read(node.read(), List.of());
    }

    @Override
    public @Nullable Instant age(Leaf.Age node) {
        @Nullable Instant next = read(node.read(), List.of());
        Object value = interpreter.value(node.read()).orElse(null);
        if (value instanceof LocalDate date) {
            LocalDate reached = date.plus(node.period());
            next = earlier(next, TimeWindow.nextMidnight(reached, now));
            return earlier(next, TimeWindow.nextMidnight(reached.plusDays(1), now));
        }
        if (value instanceof Instant instant) {
            Instant reached = ValueTests.reached(instant, node.period(), now);
            Instant after = reached.plusNanos(1);
            return earlier(
                    next, reached.isAfter(now.instant()) ? reached : after.isAfter(now.instant()) ? after : null);
        }
        return next;
    }

    @Override
    public @Nullable Instant anniversary(Leaf.Anniversary node) {
        @Nullable Instant next = read(node.read(), List.of());
        LocalDate date = interpreter.value(node.read()).orElse(null);
        if (date == null) {
            return next;
        }
        LocalDate today = now.date();
        // Before the first anniversary the calendar may have to turn several times.
        LocalDate from =
                today.getYear() > date.getYear() ? today : date.plusYears(1).withDayOfYear(1);
        for (LocalDate anniversary : ValueTests.anniversariesNear(date, from)) {
            next = earlier(next, TimeWindow.nextMidnight(anniversary.minusDays(node.daysAhead()), now));
            next = earlier(next, TimeWindow.nextMidnight(anniversary.plusDays(node.daysBehind() + 1L), now));
        }
        return next;
    }

    @Override
    public @Nullable Instant near(Leaf.Near node) {
        return earlier(read(node.latitude(), List.of()), read(node.longitude(), List.of()));
    }

    @Override
    public @Nullable Instant events(Leaf.Events node) {
        EventList events = interpreter.known().events().orElse(null);
        if (events == null) {
            return null;
        }
        @Nullable
        Instant next = turns(events, node.window(), node.purpose(), List.of(node.stream()), node.assumeComplete());
        if (node.aggregate() == Aggregate.DAYS_SINCE_FIRST || node.aggregate() == Aggregate.DAYS_SINCE_LAST) {
            next = earlier(next, nextCountOfDays(node, events));
        }
        return next;
    }

    private @Nullable Instant nextCountOfDays(Leaf.Events node, EventList events) {
        BoundWindow window = interpreter.bind(node.window(), node.purpose()).orElse(null);
        if (window == null) {
            return null;
        }
        ZoneId zone = node.window().zone(now.zone());
        AsOf there = new AsOf(now.instant(), zone);
        if (node.where().isPresent()) {
            // Doubtful events make a range of days: its ends are looked at every day.
            return TimeWindow.nextMidnight(there.date().plusDays(1), there).orElse(null);
        }
        int pivot = EventTally.pivot(node, events, window);
        if (pivot < 0) {
            return null;
        }
        if (node.aggregate() == Aggregate.DAYS_SINCE_LAST && !isCompleteSince(at(events, pivot), node)) {
            // So do events that may be missing after the last one on record.
            return TimeWindow.nextMidnight(there.date().plusDays(1), there).orElse(null);
        }
        long border = node.value()
                .setScale(0, RoundingMode.FLOOR)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .max(BigDecimal.ZERO)
                .longValue();
        return daysReach(LocalDate.ofInstant(at(events, pivot), zone), List.of(border), there);
    }

    private boolean isCompleteSince(Instant event, Leaf.Events node) {
        return interpreter
                .completeSince(node)
                .map(since -> !since.isAfter(event))
                .orElse(false);
    }

    @Override
    public @Nullable Instant sequence(Leaf.Sequence node) {
        EventList events = interpreter.known().events().orElse(null);
        if (events == null) {
            return null;
        }
        List<EventStream> streams = new ArrayList<>();
        for (Leaf.Sequence.Step step : node.steps()) {
            streams.add(step.stream());
            step.withoutBetween().ifPresent(streams::add);
        }
        return turns(events, node.window(), node.purpose(), streams, node.assumeComplete());
    }

    /**
     * Returns when an event next enters or leaves the window, or the window its coverage.
     *
     * <p>Time moves the edges of a window over events in their order, so that it is enough to look at the events next to an edge on either side.
     */
    private @Nullable Instant turns(
            EventList events,
            TimeWindow window,
            Optional<Purpose> purpose,
            List<EventStream> streams,
            boolean assumeComplete) {
        @Nullable
        Instant next = window.anchorKey().isPresent()
                ? read(new Read<>(window.anchorKey().get(), purpose), List.of())
                : null;
        Optional<LocalDate> anchor = interpreter.anchor(window, purpose);
        Optional<BoundWindow> bound = interpreter.bind(window, purpose);
        if (bound.isEmpty()) {
            return next;
        }
        for (Instant event : besideEdges(events, bound.get(), streams)) {
            next = earlier(
                    next, window.nextTurn(event, now, interpreter.context().calendar(), anchor));
        }
        if (!assumeComplete && !Interpreter.isEver(window)) {
            for (EventStream stream : streams) {
                next = earlier(
                        next,
                        interpreter
                                .known()
                                .observedSince(interpreter.context().observedSince(), stream)
                                .filter(since -> !since.equals(Instant.MIN))
                                .flatMap(since -> window.nextCoverage(
                                        since, now, interpreter.context().calendar(), anchor)));
            }
        }
        return next;
    }

    /** Returns, of the events of the streams, each one whose neighbor is on the other side of an edge, and the next one to come. */
    private TreeSet<Instant> besideEdges(EventList events, BoundWindow window, List<EventStream> streams) {
        TreeSet<Instant> beside = new TreeSet<>();
        boolean inside = false;
        boolean above = false;
        @Nullable Instant previous = null;
        for (int i = 0; i < events.size(); i++) {
            if (!isIn(streams, events.code(i))) {
                continue;
            }
            Instant event = at(events, i);
            boolean isInside = window.contains(events.second(i), events.nano(i));
            boolean isAbove = !isInside && !event.isBefore(window.from());
            if (isInside != inside || isAbove != above) {
                beside.add(event);
                if (previous != null) {
                    beside.add(previous);
                }
            }
            if (event.isAfter(now.instant())) {
                beside.add(event);
                break;
            }
            inside = isInside;
            above = isAbove;
            previous = event;
        }
        if (previous != null) {
            beside.add(previous);
        }
        return beside;
    }

    private static boolean isIn(List<EventStream> streams, String code) {
        for (EventStream stream : streams) {
            if (stream.includes(code)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Instant segment(Leaf.InSegment node) {
        if (!segments.containsKey(node)) {
            segments.put(
                    node,
                    Segments.definition(node, interpreter.context().segments()).match(this));
        }
        return segments.get(node);
    }

    @Override
    public @Nullable Instant tag(Leaf.Tagged node) {
        @Nullable Instant next = null;
        List<Tag> tags =
                interpreter.known().customer().map(customer -> customer.tags()).orElse(List.of());
        for (Tag tag : tags) {
            if (tag.value().equals(node.tag())) {
                next = earlier(next, ifLater(tag.valid().from()));
                next = earlier(next, ifLater(tag.valid().to()));
                if (node.heldFor().isPresent() && !tag.valid().from().equals(Instant.MIN)) {
                    next = earlier(
                            next,
                            ifLater(ValueTests.reached(
                                    tag.valid().from(), node.heldFor().get(), now)));
                }
            }
        }
        return next;
    }

    private @Nullable Instant ifLater(Instant instant) {
        return instant.isAfter(now.instant()) && !instant.equals(Instant.MAX) ? instant : null;
    }

    @Override
    public @Nullable Instant score(Leaf.ScoreTest node) {
        return null;
    }

    @Override
    public @Nullable Instant labeled(Leaf.Labeled node) {
        return null;
    }

    @Override
    public @Nullable Instant sample(Leaf.Sample node) {
        return null;
    }

    @Override
    public @Nullable Instant custom(Leaf.Custom node) {
        return node.of()
                .nextChange(interpreter.known().profile(), interpreter.context().withAsOf(now))
                .map(this::ifLater)
                .orElse(null);
    }

    @Override
    public @Nullable Instant opaque(Leaf.Opaque node) {
        return null;
    }
}
