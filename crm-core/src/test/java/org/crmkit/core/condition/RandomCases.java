package org.crmkit.core.condition;

import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.activity.SurveyResponse;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.condition.window.CalendarRules;
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
import org.crmkit.core.profile.Profile;
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
    static final AttributeKey<LocalDate> DIAGNOSED =
            AttributeKey.date("diagnosed").in(DataClass.HEALTH);
    static final AttributeKey<Money> BUDGET = AttributeKey.money("budget");
    static final AttributeKey<BigDecimal> NORTH = AttributeKey.decimal("north");
    static final AttributeKey<BigDecimal> EAST = AttributeKey.decimal("east");
    static final List<AttributeKey<?>> KEYS =
            List.of(VISITS, HEIGHT, CITY, NAME, VIP, BORN, SEEN, INTERESTS, AILMENTS, DIAGNOSED, BUDGET, NORTH, EAST);

    static final ScoreKey<Double> CHURN = ScoreKey.number("churn");
    static final ScoreKey<String> CLUSTER = ScoreKey.label("cluster");
    static final AmountUnit CENTS = AmountUnit.of(Currency.getInstance("EUR"));
    static final List<String> ZONES =
            List.of("UTC", "America/New_York", "Asia/Almaty", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Shanghai");
    static final List<String> WORDS = List.of("a", "b", "ab", "abc");

    final Random random;
    final AsOf now;
    private final RandomConditions conditions = new RandomConditions(this);
    private final EvaluationContext context;

    RandomCases(long seed) {
        this.random = new Random(seed);
        // Around the changes of the clocks of 2024 and 2025, and around the leap day.
        Instant start = Instant.parse("2024-02-20T00:00:00Z");
        Instant instant = start.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 420)));
        this.now = AsOf.of(instant, ZoneId.of(one(ZONES)));
        this.context = randomContext();
    }

    EvaluationContext context() {
        return context;
    }

    private EvaluationContext randomContext() {
        EvaluationContext context = EvaluationContext.STANDARD
                .withSegments((id, version) -> Optional.of(segment(id, version)))
                .withGuard(request -> AccessDecision.of(
                        request.person().value().hashCode() % 2 == 0
                                        && request.purpose().isWithin(Purpose.CARE)
                                ? AccessReason.CONSENTED
                                : AccessReason.DENIED));
        if (chance(0.3)) {
            context = context.withCalendar(
                    new CalendarRules(one(List.of(DayOfWeek.values())), one(List.of(Month.values()))));
        }
        if (chance(0.4)) {
            context = context.withObservedSince(observedSince());
        }
        if (chance(0.3)) {
            Activity activity = activity(CustomerId.of("c0"), 99);
            context = activity instanceof Purchase purchase && !purchase.lines().isEmpty()
                    ? context.withLine(purchase, purchase.lines().get(0))
                    : context.withActivity(activity);
        }
        return context;
    }

    private static Condition segment(String id, OptionalInt version) {
        return switch (id) {
            case "s1" -> where(VISITS).atLeast(version.orElse(1));
            case "s2" -> Conditions.tag("t");
            default ->
                Conditions.any(
                        Conditions.segment("s1"),
                        Conditions.purchases().last(Period.ofDays(20)).count().atLeast(2));
        };
    }

    private ObservedSince observedSince() {
        Instant since = now.instant().minus(Duration.ofDays(random.nextInt(60)));
        return chance(0.4)
                ? ObservedSince.EVER
                : (profile, stream) -> switch (stream.name()) {
                    case "purchase" -> Optional.of(since);
                    case "refund" -> Optional.of(since.plus(Duration.ofDays(10)));
                    case "interaction" -> Optional.of(since.minus(Duration.ofDays(10)));
                    default -> Optional.empty();
                };
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
        put(builder, DIAGNOSED, date());
        put(builder, BUDGET, money());
        put(builder, NORTH, BigDecimal.valueOf(48L + random.nextInt(3)));
        put(builder, EAST, BigDecimal.valueOf(11L + random.nextInt(3)));
        return builder.build();
    }

    /** Returns attributes of which none is missing. */
    Attributes completeAttributes() {
        Attributes.Builder builder = Attributes.builder();
        while (!KEYS.stream().allMatch(builder.build()::has)) {
            builder = builder.build().toBuilder();
            for (AttributeKey<?> key : KEYS) {
                copy(attributes(), key, builder);
            }
        }
        return builder.build();
    }

    private static <T> void copy(Attributes from, AttributeKey<T> key, Attributes.Builder to) {
        from.get(key).ifPresent(value -> to.put(key, value));
    }

    /** Returns a profile of which nothing is missing: attributes, date of creation, purchases, scores. */
    Profile complete(CustomerId id) {
        Person known = Person.of(id, CustomerType.CONSUMER, completeAttributes());
        Person person = new Person(
                id,
                known.type(),
                known.attributes(),
                List.of(),
                known.contactPoints(),
                known.relationships(),
                Optional.of(moment()));
        List<Activity> activities = new ArrayList<>(activities(id));
        activities.add(purchaseAt(id, 1_000, now.instant().minusSeconds(1)));
        Scale scale = Scale.unbounded("");
        return Profile.of(person, activities, now, CENTS)
                .withScore(
                        CHURN,
                        Score.of(
                                0.5,
                                scale,
                                Explanation.sum(
                                        "churn",
                                        List.of(Explanation.fact("other", 0.25), Explanation.fact("rest", 0.25)))))
                .withScore(CLUSTER, Score.of("a", 0, scale, Explanation.fact("cluster", 0)));
    }

    private <T> void put(Attributes.Builder builder, AttributeKey<T> key, T value) {
        if (chance(0.7)) {
            builder.put(key, value);
        }
    }

    Money money() {
        return Money.ofMinor(random.nextInt(3) * 100L, chance(0.8) ? CENTS.currency() : Currency.getInstance("CNY"));
    }

    BigDecimal decimal() {
        return BigDecimal.valueOf(random.nextInt(9), 1);
    }

    LocalDate date() {
        return switch (random.nextInt(6)) {
            case 0, 1, 2 -> now.date().plusDays(random.nextInt(60) - 30);
            case 3 -> now.date().minusMonths(1);
            case 4 -> now.date().minusYears(1 + random.nextInt(2)).plusDays(random.nextInt(12) - 6);
            default -> now.date().minusDays(random.nextInt(3000));
        };
    }

    Instant moment() {
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
        if (count > 0 && chance(0.3)) {
            activities.add(purchaseAt(id, count, activities.get(0).at()));
        }
        return activities;
    }

    Activity activity(CustomerId customer, int number) {
        ActivityId id = new ActivityId(customer + "-" + number);
        Instant at = moment();
        Money amount = Money.ofMinor(random.nextInt(5) * 100L, CENTS.currency());
        return switch (random.nextInt(9)) {
            case 6 ->
                new ServiceCaseEvent(
                        id,
                        customer,
                        at,
                        Optional.empty(),
                        "case",
                        one(List.of(ServiceCaseEvent.Step.values())),
                        some(one(WORDS)),
                        some(1 + random.nextInt(5)),
                        Optional.empty());
            case 7 ->
                new SurveyResponse(
                        id,
                        customer,
                        at,
                        Optional.empty(),
                        "nps",
                        chance(0.7) ? Map.of("q", (double) random.nextInt(4)) : Map.of());
            case 8 ->
                new CustomActivity(
                        id,
                        customer,
                        at,
                        Optional.empty(),
                        "app-open",
                        chance(0.7) ? Map.of("seconds", one(List.of("0", "1", "2.5", "x"))) : Map.of());
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

    /** Two events may happen at the same instant. */
    private Purchase purchaseAt(CustomerId customer, int number, Instant at) {
        return new Purchase(
                new ActivityId(customer + "-" + number),
                customer,
                at,
                Optional.empty(),
                Money.ofMinor(100, CENTS.currency()),
                lines());
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
        Person person = Person.of(id, chance(0.5) ? CustomerType.CONSUMER : CustomerType.PATIENT, attributes());
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
            cluster.add(
                    chance(0.2)
                            ? Score.abstain(Abstention.NO_PURCHASES)
                            : Score.of(one(WORDS), value, Scale.unbounded(""), Explanation.fact("cluster", value)));
        }
        return base.withScores(CHURN, ScoreColumn.of(churn)).withScores(CLUSTER, ScoreColumn.of(cluster));
    }

    Condition condition(int depth) {
        return conditions.condition(depth);
    }

    Condition leaf() {
        return conditions.leaf();
    }

    TimeWindow window() {
        return conditions.window();
    }
}
