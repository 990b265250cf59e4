package org.crmkit.core.condition;

import static org.crmkit.core.condition.Conditions.where;
import static org.crmkit.core.condition.RandomCases.AILMENTS;
import static org.crmkit.core.condition.RandomCases.BORN;
import static org.crmkit.core.condition.RandomCases.BUDGET;
import static org.crmkit.core.condition.RandomCases.CITY;
import static org.crmkit.core.condition.RandomCases.DIAGNOSED;
import static org.crmkit.core.condition.RandomCases.EAST;
import static org.crmkit.core.condition.RandomCases.HEIGHT;
import static org.crmkit.core.condition.RandomCases.INTERESTS;
import static org.crmkit.core.condition.RandomCases.KEYS;
import static org.crmkit.core.condition.RandomCases.NAME;
import static org.crmkit.core.condition.RandomCases.NORTH;
import static org.crmkit.core.condition.RandomCases.SEEN;
import static org.crmkit.core.condition.RandomCases.VIP;
import static org.crmkit.core.condition.RandomCases.VISITS;
import static org.crmkit.core.condition.RandomCases.WORDS;
import static org.crmkit.core.condition.RandomCases.ZONES;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.profile.Profile;

/** Random conditions of every kind of node, in every form; literals are those that the random customers have. */
final class RandomConditions {
    private static final List<Comparison> OPS = List.of(Comparison.values());
    private static final List<EventStream> STREAMS = List.of(
            EventStream.PURCHASE,
            EventStream.PURCHASE,
            EventStream.SPENDING,
            EventStream.ACTIVITY,
            EventStream.REFUND,
            new EventStream("interaction"),
            new EventStream("interaction.visit"),
            new EventStream("case"),
            EventStream.survey("nps"),
            EventStream.custom("app-open"));

    private final RandomCases cases;

    RandomConditions(RandomCases cases) {
        this.cases = cases;
    }

    /** An own kind of node: an even number of visits. */
    record Even(long plus) implements CustomCondition {
        @Override
        public String type() {
            return "test.even";
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of("plus", Long.toString(plus));
        }

        @Override
        public Set<Input> inputs() {
            return Set.of(Input.of(Read.of(VISITS)));
        }

        @Override
        public Truth evaluate(Profile profile, EvaluationContext context) {
            return profile.value(VISITS)
                    .map(visits -> Truth.of((visits + plus) % 2 == 0))
                    .orElse(Truth.UNKNOWN);
        }
    }

    static ConditionVocabulary vocabulary() {
        return ConditionVocabulary.of(KEYS)
                .withExtension("test.even", parameters -> new Even(Long.parseLong(parameters.get("plus"))));
    }

    private <T> T one(List<T> values) {
        return cases.one(values);
    }

    private boolean chance(double share) {
        return cases.chance(share);
    }

    private int upTo(int bound) {
        return cases.random.nextInt(bound);
    }

    Condition condition(int depth) {
        Condition condition = unnamed(depth);
        boolean named = chance(0.05) && !(condition instanceof Leaf.Opaque);
        return named ? condition.withId("n").withLabel("named") : condition;
    }

    private Condition unnamed(int depth) {
        if (depth == 0 || chance(0.25)) {
            Condition leaf = leaf();
            return chance(0.1) && !(leaf instanceof Leaf.Opaque) ? leaf.ifMissing(cases.random.nextBoolean()) : leaf;
        }
        int kind = upTo(17);
        if (kind == 0) {
            return chance(0.5) ? Conditions.always() : Conditions.never();
        }
        if (kind <= 2) {
            return condition(depth - 1).negated();
        }
        List<Condition> parts = new ArrayList<>();
        int count = upTo(4);
        for (int i = 0; i < count; i++) {
            parts.add(condition(depth - 1));
        }
        return switch (kind) {
            case 3, 4, 5, 6, 7, 8 -> new Condition.All(parts);
            case 9, 10, 11, 12 -> new Condition.Any(parts);
            case 13, 14 -> new Condition.AtLeast(upTo(count + 1), parts);
            default -> new Condition.AtMost(upTo(count + 1), parts);
        };
    }

    Condition leaf() {
        return switch (upTo(30)) {
            case 0, 1, 2 -> compare();
            case 3 -> between();
            case 4 -> oneOf();
            case 5 -> text();
            case 6 -> set();
            case 7 -> new Leaf.Age(chance(0.5) ? Read.of(BORN) : Read.of(SEEN), one(OPS), period());
            case 8 -> new Leaf.Age(Read.of(CustomerFacts.CREATED_AT), one(OPS), period());
            case 9 -> new Leaf.Anniversary(Read.of(BORN), upTo(10), upTo(10));
            case 10 -> new Leaf.Present(present());
            case 11, 12 -> fact();
            case 13 -> Conditions.near(NORTH, EAST, 48 + upTo(3), 11 + upTo(3), 1 + upTo(200));
            case 14, 15, 16, 17, 18, 19 -> events();
            case 20, 21 -> sequence();
            case 22 ->
                new Leaf.InSegment(
                        one(List.of("s1", "s2", "s3")), chance(0.3) ? OptionalInt.of(2) : OptionalInt.empty());
            case 23 -> new Leaf.Tagged(one(List.of("t", "u")), chance(0.3) ? Optional.of(period()) : Optional.empty());
            case 24 ->
                new Leaf.ScoreTest(
                        "churn",
                        chance(0.4) ? Optional.of(one(List.of("churn", "other"))) : Optional.empty(),
                        one(OPS),
                        new BigDecimal("0.5"));
            case 25 -> Conditions.label("cluster", one(WORDS), one(WORDS));
            case 26 -> Conditions.sample(one(WORDS), one(List.of(0.0, 0.25, 0.5, 1.0)));
            case 27 -> Conditions.custom(new Even(upTo(2)));
            case 28 -> new Leaf.Opaque("acme.moon", "{\"type\":\"acme.moon\",\"phase\":" + upTo(2) + "}");
            default -> ofSubject();
        };
    }

    private Condition compare() {
        return switch (upTo(8)) {
            case 0 -> new Leaf.Compare<>(Read.of(VISITS), one(OPS), (long) upTo(5));
            case 1 -> new Leaf.Compare<>(Read.of(HEIGHT), one(OPS), cases.decimal());
            case 2 -> new Leaf.Compare<>(Read.of(CITY), one(List.of(Comparison.EQ, Comparison.NE)), one(WORDS));
            case 3 -> new Leaf.Compare<>(Read.of(VIP), one(List.of(Comparison.EQ, Comparison.NE)), chance(0.5));
            case 4 -> new Leaf.Compare<>(Read.of(BORN), one(OPS), cases.date());
            case 5 -> new Leaf.Compare<>(Read.of(SEEN), one(OPS), cases.moment());
            case 6 -> new Leaf.Compare<>(Read.of(BUDGET), one(OPS), cases.money());
            default -> where(CustomerFacts.TYPE).is(one(List.of("consumer", "patient")));
        };
    }

    private Condition between() {
        Bounds bounds = one(List.of(Bounds.values()));
        long low = upTo(4);
        return switch (upTo(3)) {
            case 0 -> where(VISITS).between(low, low + upTo(3), bounds);
            case 1 -> where(HEIGHT).between(BigDecimal.valueOf(low, 1), BigDecimal.valueOf(low + upTo(4), 1), bounds);
            default ->
                where(BORN)
                        .between(
                                cases.now.date().minusDays(upTo(40)),
                                cases.now.date().plusDays(upTo(20)),
                                bounds);
        };
    }

    private Condition oneOf() {
        return switch (upTo(4)) {
            case 0 -> where(CITY).isOneOf(one(WORDS), one(WORDS));
            case 1 -> where(VISITS).isOneOf((long) upTo(5), (long) upTo(5), (long) upTo(5));
            case 2 -> where(HEIGHT).isOneOf(cases.decimal(), cases.decimal());
            default -> where(NAME).isOneOf(one(WORDS));
        };
    }

    private Condition text() {
        return new Leaf.TextTest(
                Read.of(chance(0.5) ? NAME : CITY),
                one(List.of(Leaf.TextTest.Op.values())),
                chance(0.2) ? one(WORDS).toUpperCase(java.util.Locale.ROOT) : one(WORDS));
    }

    private Condition set() {
        Leaf.SetTest.Op op = one(List.of(Leaf.SetTest.Op.values()));
        List<String> values = List.of(one(WORDS), one(WORDS));
        return chance(0.5)
                ? new Leaf.SetTest(Read.of(INTERESTS), op, values)
                : new Leaf.SetTest(new Read<>(AILMENTS, Optional.of(purpose())), op, values);
    }

    private Purpose purpose() {
        return chance(0.7) ? Purpose.CARE : Purpose.MARKETING;
    }

    private Read<?> present() {
        AttributeKey<?> key = one(KEYS);
        return new Read<>(key, key.isSensitive() ? Optional.of(purpose()) : Optional.empty());
    }

    private Condition fact() {
        Comparison op = one(OPS);
        return switch (upTo(9)) {
            case 0 -> new Leaf.Compare<>(Read.of(SummaryFacts.ORDERS), op, (long) upTo(5));
            case 1 -> new Leaf.Compare<>(Read.of(SummaryFacts.RECENCY_DAYS), op, (long) upTo(40));
            case 2 -> new Leaf.Compare<>(Read.of(SummaryFacts.NET_SPEND), op, BigDecimal.valueOf(upTo(8)));
            case 3 -> new Leaf.Compare<>(Read.of(SummaryFacts.GROSS_SPEND), op, BigDecimal.valueOf(upTo(80), 1));
            case 4 -> where(SummaryFacts.TENURE_DAYS).between(upTo(20), 20 + upTo(40));
            case 5 -> where(SummaryFacts.PURCHASE_DAYS).isOneOf((long) upTo(4), (long) upTo(4));
            case 6 -> new Leaf.Anniversary(Read.of(SummaryFacts.FIRST_PURCHASE), upTo(10), upTo(10));
            case 7 -> where(one(SummaryFacts.all())).isPresent();
            default -> new Leaf.Age(Read.of(SummaryFacts.LAST_PURCHASE), op, period());
        };
    }

    private Period period() {
        return switch (upTo(5)) {
            case 0 -> Period.ofMonths(1);
            case 1 -> Period.of(0, 1, 3);
            case 2 -> Period.ofYears(1);
            default -> Period.ofDays(upTo(40));
        };
    }

    /** What a condition asks of an activity, or of one of its lines. */
    private Condition ofEvents(boolean lines, int depth) {
        if (depth > 0 && chance(0.3)) {
            List<Condition> parts = List.of(ofEvents(lines, depth - 1), ofEvents(lines && chance(0.5), depth - 1));
            return switch (upTo(4)) {
                case 0 -> new Condition.All(parts);
                case 1 -> new Condition.Any(parts);
                case 2 -> new Condition.AtMost(upTo(3), parts);
                default -> parts.get(0).negated();
            };
        }
        Condition leaf = lines ? ofLine() : ofActivity();
        return chance(0.1) ? leaf.ifMissing(chance(0.5)) : leaf;
    }

    private Condition ofLine() {
        return switch (upTo(6)) {
            case 0 -> where(LineFacts.CATEGORY).is(one(WORDS));
            case 1 -> where(LineFacts.ITEM_CLASS).isOneOf("RX", "OTC_A");
            case 2 -> where(LineFacts.QUANTITY).between(1, 1 + upTo(2));
            case 3 -> where(LineFacts.DAYS_SUPPLY).atLeast(30);
            case 4 -> where(LineFacts.SKU).contains(one(WORDS));
            default -> where(LineFacts.CATEGORY).isPresent();
        };
    }

    private Condition ofActivity() {
        return switch (upTo(7)) {
            case 0 -> where(ActivityFacts.CODE).startsWith(one(List.of("interaction", "purchase", "case.")));
            case 1 -> where(ActivityFacts.SUBJECT).is(one(WORDS));
            case 2 -> where(ActivityFacts.SEVERITY).atLeast(1 + upTo(5));
            case 3 -> where(ActivityFacts.answer("q")).atLeast(upTo(4));
            case 4 -> where(ActivityFacts.number("seconds")).lessThan(upTo(4));
            case 5 -> where(ActivityFacts.field("seconds")).isOneOf("1", "x");
            default -> where(ActivityFacts.AMOUNT).atLeast(upTo(4));
        };
    }

    private Condition ofSubject() {
        return chance(0.5) ? ofLine() : ofActivity();
    }

    private Condition events() {
        Aggregate aggregate = chance(0.3) ? Aggregate.COUNT : one(List.of(Aggregate.values()));
        if (chance(0.35)) {
            return plainly(aggregate);
        }
        Optional<Condition> where = chance(0.4) ? Optional.of(ofEvents(chance(0.5), 2)) : Optional.empty();
        TimeWindow window = window();
        return new Leaf.Events(
                one(STREAMS),
                where,
                window,
                aggregate,
                aggregate.needsField() ? Optional.of(field(aggregate)) : Optional.empty(),
                one(OPS),
                border(aggregate),
                chance(0.4),
                purpose(window));
    }

    private BigDecimal border(Aggregate aggregate) {
        if (aggregate == Aggregate.DAYS_SINCE_FIRST || aggregate == Aggregate.DAYS_SINCE_LAST) {
            return BigDecimal.valueOf(upTo(40));
        }
        return chance(0.2) ? BigDecimal.valueOf(upTo(40), 1) : BigDecimal.valueOf(upTo(4));
    }

    /** Of purchases whose history is complete, so that the answer is certain as a rule. */
    private Condition plainly(Aggregate aggregate) {
        return new Leaf.Events(
                EventStream.PURCHASE,
                Optional.empty(),
                chance(0.5) ? TimeWindow.ever() : window(),
                aggregate,
                aggregate.needsField() ? Optional.of(ActivityFacts.AMOUNT) : Optional.empty(),
                one(OPS),
                BigDecimal.valueOf(upTo(4)),
                true,
                Optional.of(Purpose.CARE));
    }

    private AttributeKey<?> field(Aggregate aggregate) {
        List<AttributeKey<?>> numbers = List.of(
                ActivityFacts.AMOUNT,
                LineFacts.QUANTITY,
                LineFacts.AMOUNT,
                LineFacts.DAYS_SUPPLY,
                ActivityFacts.SEVERITY,
                ActivityFacts.answer("q"),
                ActivityFacts.number("seconds"));
        List<AttributeKey<?>> words = List.of(LineFacts.SKU, LineFacts.CATEGORY, ActivityFacts.CODE);
        return one(aggregate == Aggregate.DISTINCT && chance(0.7) ? words : numbers);
    }

    private static Optional<Purpose> purpose(TimeWindow window) {
        return window.anchorKey().filter(AttributeKey::isSensitive).map(key -> Purpose.CARE);
    }

    TimeWindow window() {
        TimeWindow window = switch (upTo(12)) {
            case 0 -> TimeWindow.ever();
            case 1 -> new TimeWindow.LastDuration(Duration.ofHours(1 + upTo(300)));
            case 2 -> new TimeWindow.LastDays(1 + upTo(40));
            case 3 -> new TimeWindow.ToDate(one(List.of(CalendarUnit.values())));
            case 4 -> new TimeWindow.Previous(one(List.of(CalendarUnit.values())));
            case 5 -> dates();
            case 6 -> new TimeWindow.Ago(Period.ofDays(upTo(10)), Period.ofDays(10 + upTo(30)));
            case 7 -> new TimeWindow.Around(BORN, Period.ofDays(upTo(5)), Period.ofDays(upTo(5)));
            case 8 -> new TimeWindow.Around(DIAGNOSED, Period.ZERO, Period.ofDays(upTo(30)));
            case 9 -> new TimeWindow.Last(Period.ofMonths(1));
            default -> new TimeWindow.Last(Period.ofDays(1 + upTo(40)));
        };
        return chance(0.15) ? new TimeWindow.Zoned(window, ZoneId.of(one(ZONES))) : window;
    }

    private TimeWindow dates() {
        Optional<java.time.LocalDate> first =
                chance(0.7) ? Optional.of(cases.now.date().minusDays(20)) : Optional.empty();
        Optional<java.time.LocalDate> last = first.isEmpty() || chance(0.6)
                ? Optional.of(cases.now.date().plusDays(upTo(10) - 5))
                : Optional.empty();
        return new TimeWindow.Dates(first, last);
    }

    private Condition sequence() {
        int count = 2 + upTo(2);
        Leaf.Sequence.Step[] steps = new Leaf.Sequence.Step[count];
        for (int i = 0; i < count; i++) {
            steps[i] = new Leaf.Sequence.Step(
                    one(STREAMS.subList(0, chance(0.6) ? 4 : STREAMS.size())),
                    chance(0.2) ? Optional.of(ofEvents(chance(0.5), 1)) : Optional.empty(),
                    i > 0 && chance(0.3) ? Optional.of(one(STREAMS)) : Optional.empty());
        }
        TimeWindow window = chance(0.3) ? TimeWindow.ever() : window();
        return new Leaf.Sequence(
                Arrays.asList(steps),
                chance(0.5) ? Optional.of(period()) : Optional.empty(),
                window,
                chance(0.4),
                purpose(window));
    }
}
