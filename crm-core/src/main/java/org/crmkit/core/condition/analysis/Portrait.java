package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** A customer in the making: what settings ask for, put together to one profile. */
final class Portrait {
    static final AmountUnit UNIT = AmountUnit.of(java.util.Currency.getInstance("EUR"));
    private static final int MOST_IDS = 20_000;

    private final EvaluationContext context;
    private final AsOf now;
    private final Attributes.Builder attributes = Attributes.builder();
    private final List<Tag> tags = new ArrayList<>();
    private final Map<String, ScoreDraft> scores = new LinkedHashMap<>();
    private final Map<Leaf.Sample, Truth> draws = new LinkedHashMap<>();
    private final Set<Withheld> withheld = new HashSet<>();
    private final Map<String, Optional<Instant>> observedSince = new HashMap<>();
    private final History history;

    Portrait(EvaluationContext context, AsOf now) {
        this.context = context;
        this.now = now;
        this.history = new History(context, now);
    }

    private record Withheld(DataClass dataClass, Purpose purpose) {}

    private static final class ScoreDraft {
        private @Nullable Double number;
        private @Nullable String label;
        private final List<Explanation> parts = new ArrayList<>();
    }

    <T> void put(AttributeKey<T> key, Object value) {
        attributes.put(key, key.type().check(value));
    }

    void withhold(DataClass dataClass, Purpose purpose) {
        withheld.add(new Withheld(dataClass, purpose));
    }

    void tag(String tag, Instant from) {
        tags.add(from.equals(Instant.MIN) ? Tag.of(tag, "analysis") : Tag.since(tag, "analysis", from));
    }

    void score(String name, double number) {
        draft(name).number = number;
    }

    void part(String name, String code, double value) {
        draft(name).parts.add(Explanation.fact(code, value));
    }

    void label(String name, String label) {
        draft(name).label = label;
    }

    void draw(Leaf.Sample leaf, Truth truth) {
        draws.put(leaf, truth);
    }

    /** Has the activities of a stream observed late: just in time for some windows, or not at all if there are none. */
    void unobserved(String stream, List<TimeWindow> covered) {
        Optional<Instant> since = covered.stream()
                .map(window -> window.at(now, context.calendar(), Optional.empty())
                        .orElseThrow()
                        .from())
                .min(Comparator.naturalOrder());
        observedSince.merge(stream, since, (a, b) -> a.isEmpty() || b.isEmpty() ? Optional.empty() : later(a, b));
    }

    private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
        return a.orElseThrow().isAfter(b.orElseThrow()) ? a : b;
    }

    void total(Leaf.Events node, BigDecimal value) {
        history.add(node, value);
    }

    void fact(AttributeKey<?> key, Object value) {
        history.add(key, value);
    }

    private ScoreDraft draft(String name) {
        return scores.computeIfAbsent(name, key -> new ScoreDraft());
    }

    /** Returns the context in which the customer is asked. */
    EvaluationContext context() {
        Set<Withheld> denied = Set.copyOf(withheld);
        Map<String, Optional<Instant>> since = Map.copyOf(observedSince);
        return context.withGuard(request -> AccessDecision.of(
                        denied.contains(new Withheld(request.dataClass(), request.purpose()))
                                ? AccessReason.NO_CONSENT
                                : AccessReason.CONSENTED))
                .withObservedSince((profile, stream) -> since.getOrDefault(stream.name(), Optional.of(Instant.MIN)));
    }

    /** Returns the customer, or empty if what is asked for cannot be put together. */
    Optional<Profile> profile() {
        Optional<CustomerId> id = id();
        Optional<List<Activity>> activities = id.flatMap(history::activities);
        if (activities.isEmpty()) {
            return Optional.empty();
        }
        Person person = Person.of(id.orElseThrow(), CustomerType.CONSUMER, attributes.build())
                .withTags(tags);
        Profile profile = Profile.of(person, activities.get(), now, UNIT);
        for (Map.Entry<String, ScoreDraft> entry : scores.entrySet()) {
            profile = withScore(profile, entry.getKey(), entry.getValue());
        }
        return Optional.of(profile);
    }

    private static Profile withScore(Profile profile, String name, ScoreDraft draft) {
        List<Explanation> parts = new ArrayList<>();
        double number = draft.number == null ? 0 : draft.number;
        parts.add(Explanation.fact("analysis.score", number));
        parts.addAll(draft.parts);
        Explanation explanation = new Explanation.Choice("analysis", "first", 0, parts);
        Scale scale = Scale.unbounded("");
        return draft.label == null
                ? profile.withScore(ScoreKey.number(name), Score.of(number, scale, explanation))
                : profile.withScore(ScoreKey.label(name), Score.of(draft.label, number, scale, explanation));
    }

    /** Draws depend on the id only, so ids are tried until all draws fall as they should. */
    private Optional<CustomerId> id() {
        for (int i = 1; i <= MOST_IDS; i++) {
            CustomerId id = CustomerId.of("witness-" + i);
            if (isDrawn(id)) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private boolean isDrawn(CustomerId id) {
        if (draws.isEmpty()) {
            return true;
        }
        Profile profile = Profile.of(Person.of(id, CustomerType.CONSUMER, Attributes.EMPTY), List.of(), now, UNIT);
        for (Map.Entry<Leaf.Sample, Truth> draw : draws.entrySet()) {
            if (draw.getKey().evaluate(profile) != draw.getValue()) {
                return false;
            }
        }
        return true;
    }
}
