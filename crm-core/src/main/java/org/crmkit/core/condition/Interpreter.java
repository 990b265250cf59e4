package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** Asks conditions of one customer at one moment, node by node: the reference that the other ways of asking must agree with. */
final class Interpreter extends Junctions {
    private final Knowledge known;
    private final EvaluationContext context;
    private final AsOf now;
    private final Map<Leaf, Truth> assumptions;
    private final Deque<String> path = new ArrayDeque<>();
    /** The answers of segments that the segment asked right now refers to: each is asked once, however often it is referred to. */
    private final Map<Leaf, Truth> inner = new HashMap<>(0);

    private @Nullable LocalDate today;
    /** Windows that lie alike for everyone are bound once where many conditions ask; null if they are not kept. */
    private final @Nullable Map<TimeWindow, Optional<BoundWindow>> bounds;

    Interpreter(Knowledge known, EvaluationContext context, AsOf now) {
        this(known, context, now, null);
    }

    private Interpreter(
            Knowledge known,
            EvaluationContext context,
            AsOf now,
            @Nullable Map<TimeWindow, Optional<BoundWindow>> bounds) {
        this.bounds = bounds;
        this.known = known;
        this.context = context;
        this.now = now;
        this.assumptions = context.assumptions();
    }

    static Interpreter of(Profile profile, EvaluationContext context) {
        return new Interpreter(new ProfileKnowledge(profile), context, context.asOf(profile));
    }

    /** Returns an interpreter that is asked many things at one moment. */
    static Interpreter ofMany(Knowledge known, EvaluationContext context, AsOf now) {
        return new Interpreter(known, context, now, new HashMap<>());
    }

    /** Returns an interpreter of the same customer at another moment. */
    Interpreter at(Instant moment) {
        return new Interpreter(known, context, new AsOf(moment, now.zone()));
    }

    AsOf now() {
        return now;
    }

    Knowledge known() {
        return known;
    }

    EvaluationContext context() {
        return context;
    }

    private <T> Truth ask(Leaf leaf, Read<T> read, Function<T, Truth> test) {
        Truth assumed = assumptions.get(leaf);
        if (assumed != null) {
            return assumed;
        }
        return value(read).map(test).orElse(Truth.UNKNOWN);
    }

    /** Returns the value of an attribute if it is known and may be read. */
    <T> Optional<T> value(Read<T> read) {
        return isPermitted(read) ? raw(read.key()) : Optional.empty();
    }

    boolean isPermitted(Read<?> read) {
        return !read.key().isSensitive() || context.guard().permits(request(read));
    }

    AccessRequest request(Read<?> read) {
        return AccessRequest.of(
                known.id(), read.key().dataClass(), read.purpose().orElseThrow(), now.instant());
    }

    private <T> Optional<T> raw(AttributeKey<T> key) {
        if (SummaryFacts.isFact(key)) {
            return known.summary(now).flatMap(summary -> SummaryFacts.value(key, summary, now.date()));
        }
        if (context.hasSubject() && LeafChecks.isOfEvents(key)) {
            return context.subject().value(key);
        }
        Optional<T> value = known.value(key);
        return value.isEmpty() && CustomerFacts.isFact(key) ? CustomerFacts.value(key, known.customer()) : value;
    }

    private Optional<Truth> assumed(Leaf leaf) {
        return Optional.ofNullable(assumptions.get(leaf));
    }

    @Override
    public <T> Truth compare(Leaf.Compare<T> node) {
        return ask(node, node.read(), value -> ValueTests.compare(node, value));
    }

    @Override
    public <T> Truth between(Leaf.Between<T> node) {
        return ask(node, node.read(), value -> ValueTests.between(node, value));
    }

    @Override
    public <T> Truth oneOf(Leaf.OneOf<T> node) {
        return ask(node, node.read(), value -> ValueTests.oneOf(node, value));
    }

    @Override
    public Truth text(Leaf.TextTest node) {
        return ask(node, node.read(), value -> ValueTests.text(node, value));
    }

    @Override
    public Truth present(Leaf.Present node) {
        return assumed(node)
                .orElseGet(() -> isPermitted(node.read())
                        ? Truth.of(raw(node.read().key()).isPresent())
                        : Truth.UNKNOWN);
    }

    @Override
    public Truth set(Leaf.SetTest node) {
        return ask(node, node.read(), (Set<String> value) -> ValueTests.set(node, value));
    }

    @Override
    public Truth age(Leaf.Age node) {
        return ask(node, node.read(), value -> ValueTests.age(node, value, now));
    }

    @Override
    public Truth anniversary(Leaf.Anniversary node) {
        return ask(node, node.read(), value -> ValueTests.anniversary(node, value, now.date()));
    }

    @Override
    public Truth near(Leaf.Near node) {
        return assumed(node).orElseGet(() -> {
            Optional<BigDecimal> north = value(node.latitude());
            Optional<BigDecimal> east = value(node.longitude());
            return north.isPresent() && east.isPresent()
                    ? Truth.of(ValueTests.isWithin(
                            north.get().doubleValue(), east.get().doubleValue(), node))
                    : Truth.UNKNOWN;
        });
    }

    @Override
    public Truth events(Leaf.Events node) {
        return assumed(node).orElseGet(() -> {
            Optional<EventList> events = known.events();
            Optional<BoundWindow> window = bind(node.window(), node.purpose());
            if (events.isEmpty() || window.isEmpty()) {
                return Truth.UNKNOWN;
            }
            ZoneId zone = node.window().zone(now.zone());
            return EventTally.compare(node, events.get(), window.get(), zone, today(zone), completeSince(node));
        });
    }

    boolean isCovered(Leaf.Events node, BoundWindow window) {
        return node.assumeComplete() || isCovered(node.stream(), node.window(), window);
    }

    /** Returns from when on nothing is missing of what a leaf asks for. */
    Optional<Instant> completeSince(Leaf.Events node) {
        return completeSince(node.assumeComplete(), node.window(), node.stream());
    }

    @Override
    public Truth sequence(Leaf.Sequence node) {
        return assumed(node).orElseGet(() -> {
            Optional<EventList> events = known.events();
            Optional<BoundWindow> window = bind(node.window(), node.purpose());
            if (events.isEmpty() || window.isEmpty()) {
                return Truth.UNKNOWN;
            }
            EventSequence sequence = new EventSequence(
                    node,
                    events.get(),
                    window.get(),
                    node.window().zone(now.zone()),
                    stream -> completeSince(node.assumeComplete(), node.window(), stream));
            return sequence.truth(isCovered(node, window.get()));
        });
    }

    /** Tells whether events followed each other for certain if of what must not lie between them nothing is missing. */
    boolean occursIfNothingElseDid(Leaf.Sequence node, BoundWindow window) {
        return known.events()
                .map(events -> new EventSequence(
                        node, events, window, node.window().zone(now.zone()), stream -> Optional.of(Instant.MIN)))
                .map(sequence -> sequence.truth(true) == Truth.TRUE)
                .orElse(false);
    }

    /** All of the past is covered: there is no edge to be short of. */
    private Optional<Instant> completeSince(boolean assumed, TimeWindow window, EventStream stream) {
        return assumed || isEver(window)
                ? Optional.of(Instant.MIN)
                : known.observedSince(context.observedSince(), stream);
    }

    boolean isCovered(Leaf.Sequence node, BoundWindow window) {
        boolean covered = true;
        for (Leaf.Sequence.Step step : node.steps()) {
            covered &= isCovered(node, step.stream(), window);
        }
        return covered;
    }

    boolean isCovered(Leaf.Sequence node, EventStream stream, BoundWindow window) {
        return node.assumeComplete() || isCovered(stream, node.window(), window);
    }

    private boolean isCovered(EventStream stream, TimeWindow window, BoundWindow bound) {
        return completeSince(false, window, stream).map(bound::isSince).orElse(false);
    }

    static boolean isEver(TimeWindow window) {
        return window instanceof TimeWindow.Ever
                || window instanceof TimeWindow.Zoned zoned && zoned.of() instanceof TimeWindow.Ever;
    }

    Optional<BoundWindow> bind(TimeWindow window, Optional<Purpose> purpose) {
        if (bounds == null || window.anchorKey().isPresent()) {
            return window.at(now, context.calendar(), anchor(window, purpose));
        }
        Optional<BoundWindow> known = bounds.get(window);
        if (known == null) {
            known = window.at(now, context.calendar(), Optional.empty());
            bounds.put(window, known);
        }
        return known;
    }

    /** Returns the day it is now in a zone. */
    LocalDate today(ZoneId zone) {
        if (!zone.equals(now.zone())) {
            return LocalDate.ofInstant(now.instant(), zone);
        }
        LocalDate known = today;
        if (known == null) {
            known = now.date();
            today = known;
        }
        return known;
    }

    Optional<LocalDate> anchor(TimeWindow window, Optional<Purpose> purpose) {
        return window.anchorKey().flatMap(key -> value(new Read<>(key, purpose)));
    }

    @Override
    public Truth segment(Leaf.InSegment node) {
        Optional<Truth> assumed = assumed(node);
        if (assumed.isPresent()) {
            return assumed.get();
        }
        Truth known = inner.get(node);
        return known == null ? defined(node) : known;
    }

    private Truth defined(Leaf.InSegment node) {
        Condition definition = enter(node);
        try {
            Truth truth = truth(definition);
            inner.put(node, truth);
            return truth;
        } finally {
            path.removeLast();
            if (path.isEmpty()) {
                inner.clear();
            }
        }
    }

    private Condition enter(Leaf.InSegment node) {
        Condition definition = Segments.definition(node, context.segments());
        Segments.checkAcyclic(node, path);
        path.addLast(Segments.name(node));
        return definition;
    }

    @Override
    public Truth tag(Leaf.Tagged node) {
        return assumed(node)
                .orElseGet(() -> known.customer()
                        .map(customer -> Truth.of(isTagged(node, customer)))
                        .orElse(Truth.UNKNOWN));
    }

    private boolean isTagged(Leaf.Tagged node, Customer customer) {
        for (Tag tag : customer.tags()) {
            if (tag.value().equals(node.tag()) && tag.holdsAt(now.instant()) && isHeld(node, tag)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(Leaf.Tagged node, Tag tag) {
        return node.heldFor().isEmpty()
                || tag.valid().from().equals(Instant.MIN)
                || !ValueTests.reached(tag.valid().from(), node.heldFor().get(), now)
                        .isAfter(now.instant());
    }

    @Override
    public Truth score(Leaf.ScoreTest node) {
        return assumed(node).orElseGet(() -> {
            OptionalDouble number = known.score(node.score())
                    .map(score -> number(score, node.part()))
                    .orElse(OptionalDouble.empty());
            return number.isPresent()
                    ? Truth.of(node.op()
                            .holds(Double.compare(
                                    number.getAsDouble() + 0.0, node.value().doubleValue())))
                    : Truth.UNKNOWN;
        });
    }

    static OptionalDouble number(Score<?> score, Optional<String> part) {
        if (part.isEmpty() || !(score instanceof Score.Known<?> given)) {
            return score.number();
        }
        return find(given.explanation(), part.get());
    }

    private static OptionalDouble find(Explanation explanation, String code) {
        if (explanation.code().equals(code)) {
            return OptionalDouble.of(explanation.value());
        }
        for (Explanation part : explanation.parts()) {
            OptionalDouble found = find(part, code);
            if (found.isPresent()) {
                return found;
            }
        }
        return OptionalDouble.empty();
    }

    @Override
    public Truth labeled(Leaf.Labeled node) {
        return assumed(node)
                .orElseGet(() -> known.score(node.model())
                        .flatMap(Score::value)
                        .map(value -> Truth.of(node.labels().contains(String.valueOf(value))))
                        .orElse(Truth.UNKNOWN));
    }

    @Override
    public Truth sample(Leaf.Sample node) {
        return assumed(node)
                .orElseGet(
                        () -> Truth.of(ValueTests.draw(node.salt(), known.id().value())
                                < node.share().doubleValue()));
    }

    @Override
    public Truth custom(Leaf.Custom node) {
        return assumed(node).orElseGet(() -> node.of().evaluate(known.profile(), context.withAsOf(now)));
    }

    @Override
    public Truth opaque(Leaf.Opaque node) {
        return assumed(node).orElse(Truth.UNKNOWN);
    }
}
