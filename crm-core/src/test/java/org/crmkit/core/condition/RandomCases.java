package org.crmkit.core.condition;

import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.condition.window.CalendarUnit;
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
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.Window;

/** Random customers and conditions from a seed; values are few, so that comparisons often meet them, and many are missing. */
final class RandomCases {
    static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    static final AttributeKey<BigDecimal> HEIGHT = AttributeKey.decimal("height");
    static final AttributeKey<String> CITY = AttributeKey.code("city");
    static final AttributeKey<String> NAME = AttributeKey.text("name").in(DataClass.IDENTITY);
    static final AttributeKey<Boolean> VIP = AttributeKey.bool("vip");
    static final AttributeKey<LocalDate> BORN = AttributeKey.date("born").in(DataClass.IDENTITY);
    static final AttributeKey<Instant> SEEN = AttributeKey.instant("seen");
    static final AttributeKey<Set<String>> INTERESTS = AttributeKey.textSet("interests");
    static final AttributeKey<Set<String>> AILMENTS =
            AttributeKey.textSet("ailments").in(DataClass.HEALTH);
    static final List<AttributeKey<?>> KEYS = List.of(VISITS, HEIGHT, CITY, NAME, VIP, BORN, SEEN, INTERESTS, AILMENTS);

    static final ScoreKey<Double> CHURN = ScoreKey.number("churn");
    static final ScoreKey<String> CLUSTER = ScoreKey.label("cluster");
    static final AmountUnit CENTS = AmountUnit.of(Currency.getInstance("EUR"));
    private static final List<String> ZONES =
            List.of("UTC", "America/New_York", "Asia/Almaty", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai");
    private static final List<String> WORDS = List.of("a", "b", "ab", "abc");

    final Random random;
    final AsOf now;

    RandomCases(long seed) {
        this.random = new Random(seed);
        // Around the changes of the clocks of 2024 and 2025, and around the leap day.
        Instant start = Instant.parse("2024-02-20T00:00:00Z");
        Instant instant = start.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 420)));
        this.now = AsOf.of(instant, ZoneId.of(one(ZONES)));
    }

    EvaluationContext context() {
        return EvaluationContext.STANDARD
                .withSegments((id, version) ->
                        Optional.of(id.equals("s1") ? where(VISITS).atLeast(2) : Conditions.tag("t")))
                .withGuard(request -> AccessDecision.of(
                        request.person().value().hashCode() % 2 == 0 ? AccessReason.CONSENTED : AccessReason.DENIED));
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    Attributes attributes() {
        Attributes.Builder builder = Attributes.builder();
        put(builder, VISITS, (long) random.nextInt(5));
        put(builder, HEIGHT, decimal());
        put(builder, CITY, one(WORDS));
        put(builder, NAME, one(WORDS));
        put(builder, VIP, random.nextBoolean());
        put(builder, BORN, date());
        put(builder, SEEN, moment());
        put(builder, INTERESTS, words());
        put(builder, AILMENTS, words());
        return builder.build();
    }

    private <T> void put(Attributes.Builder builder, AttributeKey<T> key, T value) {
        if (chance(0.7)) {
            builder.put(key, value);
        }
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(9), 1);
    }

    private LocalDate date() {
        return chance(0.5)
                ? now.date().plusDays(random.nextInt(60) - 30)
                : now.date().minusDays(random.nextInt(3000));
    }

    private Instant moment() {
        return now.instant()
                .plus(Duration.ofMinutes(random.nextInt(60 * 24 * 60) - 60 * 24 * 50))
                .truncatedTo(ChronoUnit.MINUTES);
    }

    Set<String> words() {
        Set<String> words = new TreeSet<>();
        for (String word : WORDS) {
            if (random.nextBoolean()) {
                words.add(word);
            }
        }
        return words;
    }

    List<Activity> activities(CustomerId id) {
        List<Activity> activities = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            activities.add(activity(id, i));
        }
        return activities;
    }

    Activity activity(CustomerId customer, int number) {
        ActivityId id = new ActivityId(customer + "-" + number);
        Instant at = moment();
        Money amount = Money.ofMinor(random.nextInt(5) * 100L, CENTS.currency());
        return switch (random.nextInt(6)) {
            case 0 -> new Refund(id, customer, at, Optional.empty(), amount, Optional.empty(), Optional.empty());
            case 1 ->
                new Interaction(
                        id,
                        customer,
                        at,
                        Optional.empty(),
                        one(List.of(Interaction.Kind.values())),
                        some(one(WORDS)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            default -> new Purchase(id, customer, at, Optional.empty(), amount, lines());
        };
    }

    private <T> Optional<T> some(T value) {
        return chance(0.6) ? Optional.of(value) : Optional.empty();
    }

    private List<PurchaseLine> lines() {
        List<PurchaseLine> lines = new ArrayList<>();
        int count = random.nextInt(3);
        for (int i = 0; i < count; i++) {
            lines.add(new PurchaseLine(
                    one(WORDS),
                    some(one(WORDS)),
                    chance(0.5) ? ItemClass.RX : ItemClass.OTHER,
                    BigDecimal.valueOf(1L + random.nextInt(3)),
                    Money.ofMinor(random.nextInt(5) * 100L, CENTS.currency()),
                    chance(0.5) ? OptionalInt.of(30) : OptionalInt.empty()));
        }
        return lines;
    }

    Person person(CustomerId id) {
        Person person = Person.of(id, CustomerType.CONSUMER, attributes());
        List<Tag> tags = new ArrayList<>();
        for (String tag : List.of("t", "u")) {
            if (chance(0.6)) {
                Instant from = moment();
                tags.add(new Tag(tag, "test", Window.of(from, from.plus(Duration.ofDays(random.nextInt(60))))));
            }
        }
        Optional<Instant> created = chance(0.5) ? Optional.of(moment()) : Optional.empty();
        return new Person(
                person.id(),
                person.type(),
                person.attributes(),
                tags,
                person.contactPoints(),
                person.relationships(),
                created);
    }

    /** A population with attributes, activities, tags and scores, as of a later moment than {@link #now}, so that some events lie ahead. */
    CustomerBase base(int size, AsOf asOf) {
        List<Person> people = new ArrayList<>();
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            CustomerId id = CustomerId.of("c" + i);
            if (chance(0.9)) {
                people.add(person(id));
            }
            activities.addAll(activities(id));
        }
        CustomerBase base = CustomerBase.of(people, ActivityLog.of(activities, CENTS), asOf);
        List<Score<Double>> churn = new ArrayList<>();
        List<Score<String>> cluster = new ArrayList<>();
        for (int row = 0; row < base.size(); row++) {
            double value = random.nextInt(5) / 4.0;
            churn.add(
                    chance(0.2)
                            ? Score.abstain(Abstention.NO_PURCHASES)
                            : Score.of(
                                    value,
                                    Scale.probability(Scale.Direction.LOWER_IS_BETTER),
                                    Explanation.fact("churn", value)));
            cluster.add(Score.of(one(WORDS), value, Scale.unbounded(""), Explanation.fact("cluster", value)));
        }
        return base.withScores(CHURN, ScoreColumn.of(churn)).withScores(CLUSTER, ScoreColumn.of(cluster));
    }

    Condition condition(int depth) {
        if (depth == 0 || chance(0.25)) {
            Condition leaf = leaf();
            return chance(0.1) ? leaf.ifMissing(random.nextBoolean()) : leaf;
        }
        int kind = random.nextInt(8);
        if (kind == 0) {
            return condition(depth - 1).negated();
        }
        List<Condition> parts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(condition(depth - 1));
        }
        return switch (kind) {
            case 1, 2, 3 -> new Condition.All(parts);
            case 4, 5 -> new Condition.Any(parts);
            case 6 -> new Condition.AtLeast(random.nextInt(count + 1), parts);
            default -> new Condition.AtMost(random.nextInt(count + 1), parts);
        };
    }

    Condition leaf() {
        return switch (random.nextInt(22)) {
            case 0 -> new Leaf.Compare<>(Read.of(VISITS), one(List.of(Comparison.values())), (long) random.nextInt(5));
            case 1 -> new Leaf.Compare<>(Read.of(HEIGHT), one(List.of(Comparison.values())), decimal());
            case 2 -> where(CITY).isOneOf(one(WORDS), one(WORDS));
            case 3 -> where(NAME).startsWith(one(WORDS));
            case 4 -> where(VIP).is(random.nextBoolean());
            case 5 -> between();
            case 6 -> where(INTERESTS).containsAll(one(WORDS), one(WORDS));
            case 7 -> where(AILMENTS).forPurpose(Purpose.CARE).containsAny(one(WORDS));
            case 8 -> new Leaf.Age(Read.of(BORN), one(List.of(Comparison.values())), period());
            case 9 -> new Leaf.Age(Read.of(SEEN), one(List.of(Comparison.LT, Comparison.GE)), period());
            case 10 -> new Leaf.Anniversary(Read.of(BORN), random.nextInt(10), random.nextInt(10));
            case 11 -> chance(0.5) ? where(one(KEYS.subList(0, 8))).isPresent() : fact();
            case 12, 13, 14, 15, 16 -> events();
            case 17 -> sequence();
            case 18 -> Conditions.segment(one(List.of("s1", "s2")));
            case 19 -> new Leaf.Tagged(one(List.of("t", "u")), chance(0.3) ? Optional.of(period()) : Optional.empty());
            case 20 ->
                new Leaf.ScoreTest("churn", Optional.empty(), one(List.of(Comparison.values())), new BigDecimal("0.5"));
            default -> chance(0.5) ? Conditions.label("cluster", one(WORDS)) : Conditions.sample(one(WORDS), 0.5);
        };
    }

    private Condition between() {
        long low = random.nextInt(4);
        return where(VISITS).between(low, low + random.nextInt(3), one(List.of(Bounds.values())));
    }

    private Condition fact() {
        Comparison op = one(List.of(Comparison.values()));
        return switch (random.nextInt(4)) {
            case 0 -> new Leaf.Compare<>(Read.of(SummaryFacts.ORDERS), op, (long) random.nextInt(5));
            case 1 -> new Leaf.Compare<>(Read.of(SummaryFacts.RECENCY_DAYS), op, (long) random.nextInt(40));
            case 2 -> new Leaf.Compare<>(Read.of(SummaryFacts.NET_SPEND), op, BigDecimal.valueOf(random.nextInt(8)));
            default -> new Leaf.Age(Read.of(SummaryFacts.LAST_PURCHASE), op, period());
        };
    }

    private Period period() {
        return switch (random.nextInt(4)) {
            case 0 -> Period.ofMonths(1);
            case 1 -> Period.of(0, 1, 3);
            default -> Period.ofDays(random.nextInt(40));
        };
    }

    private Condition events() {
        Aggregate aggregate = chance(0.5) ? Aggregate.COUNT : one(List.of(Aggregate.values()));
        boolean lines = chance(0.3);
        EventStream stream = one(List.of(
                EventStream.PURCHASE, EventStream.SPENDING, EventStream.ACTIVITY, new EventStream("interaction")));
        Optional<AttributeKey<?>> field = aggregate.needsField()
                ? Optional.of(lines ? LineFacts.QUANTITY : ActivityFacts.AMOUNT)
                : Optional.empty();
        Optional<Condition> where = chance(0.4)
                ? Optional.of(
                        lines
                                ? where(LineFacts.CATEGORY).is(one(WORDS))
                                : where(ActivityFacts.AMOUNT).atLeast(2))
                : Optional.empty();
        return new Leaf.Events(
                stream,
                where,
                window(),
                aggregate,
                field,
                one(List.of(Comparison.values())),
                BigDecimal.valueOf(random.nextInt(4)),
                chance(0.5),
                Optional.empty());
    }

    TimeWindow window() {
        TimeWindow window = switch (random.nextInt(10)) {
            case 0 -> TimeWindow.ever();
            case 1 -> new TimeWindow.LastDuration(Duration.ofHours(1 + random.nextInt(300)));
            case 2 -> new TimeWindow.LastDays(1 + random.nextInt(40));
            case 3 -> new TimeWindow.ToDate(one(List.of(CalendarUnit.values())));
            case 4 -> new TimeWindow.Previous(one(List.of(CalendarUnit.values())));
            case 5 ->
                new TimeWindow.Dates(
                        Optional.of(now.date().minusDays(20)), some(now.date().plusDays(random.nextInt(10) - 5)));
            case 6 -> new TimeWindow.Ago(Period.ofDays(random.nextInt(10)), Period.ofDays(10 + random.nextInt(30)));
            case 7 -> new TimeWindow.Around(BORN, Period.ofDays(random.nextInt(5)), Period.ofDays(random.nextInt(5)));
            case 8 -> new TimeWindow.Last(Period.ofMonths(1));
            default -> new TimeWindow.Last(Period.ofDays(1 + random.nextInt(40)));
        };
        return chance(0.15) ? new TimeWindow.Zoned(window, ZoneId.of(one(ZONES))) : window;
    }

    private Condition sequence() {
        Leaf.Sequence.Step first = new Leaf.Sequence.Step(EventStream.PURCHASE, Optional.empty(), Optional.empty());
        Leaf.Sequence.Step second = new Leaf.Sequence.Step(
                one(List.of(EventStream.REFUND, EventStream.PURCHASE)),
                chance(0.3) ? Optional.of(where(ActivityFacts.AMOUNT).moreThan(1)) : Optional.empty(),
                chance(0.3) ? Optional.of(new EventStream("interaction")) : Optional.empty());
        return new Leaf.Sequence(
                List.of(first, second),
                chance(0.5) ? Optional.of(period()) : Optional.empty(),
                window(),
                chance(0.5),
                Optional.empty());
    }
}
