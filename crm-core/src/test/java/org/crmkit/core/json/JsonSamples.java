package org.crmkit.core.json;

import com.fasterxml.jackson.core.type.TypeReference;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.activity.SurveyResponse;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.CodeList;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.ContactPoint;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.InstitutionType;
import org.crmkit.core.customer.Organization;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Relationship;
import org.crmkit.core.customer.RelationshipType;
import org.crmkit.core.customer.StakeholderRole;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.ClampedModel;
import org.crmkit.core.strategy.Combined;
import org.crmkit.core.strategy.CombinedModel;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScorecardModel;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.WhenAbstained;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.core.time.Window;

/** One value of each kind, under the name of its golden file. */
final class JsonSamples {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOON = Instant.parse("2024-02-29T12:00:00.5Z");
    private static final CustomerId SEVEN = new CustomerId("7");
    private static final Explanation DAYS = new Explanation.Fact("days", 70, Map.of("since", "2024-01-01"));

    private JsonSamples() {}

    /** A value and the type it is written and read as. */
    record Sample(Object value, Type type) {
        static <T> Sample of(T value, TypeReference<T> type) {
            return new Sample(value, type.getType());
        }

        static Sample of(Object value) {
            return new Sample(value, value.getClass());
        }
    }

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("money", Sample.of(Money.ofMinor(-1299, EUR)));
        samples.put("amount-unit", Sample.of(AmountUnit.plain(3)));
        samples.put("window", Sample.of(new Window(Instant.parse("2024-01-01T00:00:00Z"), Instant.MAX)));
        samples.put("as-of", Sample.of(AsOf.of(NOON, ZoneId.of("Asia/Almaty"))));
        samples.put("time-grain", Sample.of(TimeGrain.WEEK));
        samples.put("person", Sample.of(person(), new TypeReference<Customer>() {}));
        samples.put("organization", Sample.of(hospital(), new TypeReference<Customer>() {}));
        samples.put("code-list", Sample.of(new CodeList("sex", 1, List.of(new CodeList.Code("f", "female")))));
        samples.put("activities", Sample.of(activities(), new TypeReference<List<Activity>>() {}));
        samples.put(
                "summary",
                Sample.of(CustomerSummary.of(
                        ActivityHistory.of(activities(), AmountUnit.of(EUR)), ZoneId.of("Europe/Berlin"))));
        samples.put("explanation", Sample.of(explanation(), new TypeReference<Explanation>() {}));
        samples.put(
                "score",
                Sample.of(
                        Score.of(140, Scale.unbounded("day"), new Explanation.Weighted("twice", 2, DAYS)),
                        new TypeReference<Score<Double>>() {}));
        samples.put(
                "label",
                Sample.of(
                        Score.of("gold", 5, Scale.oneTo(5), Explanation.fact("tier", 5)),
                        new TypeReference<Score<String>>() {}));
        samples.put(
                "abstention",
                Sample.of(Score.<Double>abstain(Abstention.NO_PURCHASES), new TypeReference<Score<Double>>() {}));
        samples.put(
                "fitted-on",
                Sample.of(new FittedOn(
                        2357,
                        Optional.of(LocalDate.of(1997, 1, 1)),
                        Optional.of(AsOf.of(NOON, ZoneId.of("UTC"))),
                        Optional.of(TimeGrain.WEEK),
                        FittedOn.Outcome.NOT_IDENTIFIED,
                        "drop-out practically the same for all")));
        samples.put("fitted-on-nothing", Sample.of(FittedOn.NOTHING));
        samples.put(
                "drift",
                Sample.of(
                        new Drift(true, 0.01, List.of(new Drift.Finding("frequency-histogram", 31.5, 0.0002, true)))));
        samples.put("scorecard", Sample.of(scorecard(), new TypeReference<ScoringModel<Double>>() {}));
        samples.put(
                "clamped",
                Sample.of(
                        new ClampedModel("kept", -1.5, 30, new OwnModel(0.5)),
                        new TypeReference<ScoringModel<Double>>() {}));
        samples.put("model-document", Sample.of(ModelDocument.of(scorecard())));
        samples.putAll(ConsentSamples.all());
        samples.putAll(RegulationSamples.all());
        samples.putAll(DecisionSamples.all());
        samples.putAll(SchemaSamples.all());
        samples.putAll(StoredSamples.all(samples));
        return samples;
    }

    private static Person person() {
        Attributes attributes = Attributes.builder()
                .put(AttributeKey.date("birth-date").in(DataClass.IDENTITY), LocalDate.of(1980, 2, 29))
                .put(AttributeKey.integer("visits"), 3L, new Provenance("pos", Optional.of(NOON), Optional.of("store")))
                .put(AttributeKey.decimal("height"), new BigDecimal("1.75"))
                .put(AttributeKey.money("limit"), Money.ofMinor(50_000, EUR))
                .put(AttributeKey.textSet("conditions").in(DataClass.HEALTH), Set.of("asthma", "diabetes-2"))
                .build();
        return new Person(
                SEVEN,
                CustomerType.PATIENT,
                attributes,
                List.of(Tag.since("vip", "rule-12", NOON)),
                List.of(new ContactPoint(
                        ContactPoint.Kind.EMAIL,
                        "a@example.org",
                        Window.endingAt(NOON, Duration.ofDays(1)),
                        Provenance.UNKNOWN)),
                List.of(Relationship.of(RelationshipType.HOUSEHOLD_OF, new CustomerId("8"))),
                Optional.of(NOON));
    }

    private static Organization hospital() {
        return new Organization(
                new CustomerId("h-1"),
                CustomerType.HOSPITAL,
                Optional.of(InstitutionType.GENERAL_HOSPITAL),
                Attributes.EMPTY,
                List.of(),
                List.of(),
                List.of(new Relationship(
                        RelationshipType.ACCOUNT_OF,
                        SEVEN,
                        Set.of(StakeholderRole.PAYER),
                        Window.endingAt(NOON, Duration.ofDays(365)))),
                Optional.empty());
    }

    private static List<Activity> activities() {
        PurchaseLine line = new PurchaseLine(
                "aspirin-500",
                Optional.of("pain"),
                ItemClass.OTC_B,
                new BigDecimal("2.5"),
                Money.ofMinor(1299, EUR),
                OptionalInt.of(30));
        return List.of(
                new Purchase(
                        new ActivityId("p1"),
                        SEVEN,
                        NOON,
                        Optional.of(Channel.STORE),
                        Money.ofMinor(1299, EUR),
                        List.of(line)),
                Refund.of("r1", "7", NOON.plusSeconds(60), Money.ofMinor(299, EUR), "p1"),
                new Interaction(
                        new ActivityId("i1"),
                        SEVEN,
                        NOON,
                        Optional.of(Channel.FIELD),
                        Interaction.Kind.VISIT,
                        Optional.of("aspirin-500"),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(25)),
                        Optional.of("rep-3")),
                new ServiceCaseEvent(
                        new ActivityId("s1"),
                        SEVEN,
                        NOON,
                        Optional.empty(),
                        "case-9",
                        ServiceCaseEvent.Step.COMPENSATED,
                        Optional.of("late"),
                        Optional.of(2),
                        Optional.of(Money.ofMinor(500, EUR))),
                new SurveyResponse(
                        new ActivityId("v1"), SEVEN, NOON, Optional.of(Channel.SMS), "nps", Map.of("recommend", 9.0)),
                new CustomActivity(
                        new ActivityId("k1"), SEVEN, NOON, Optional.empty(), "card-lost", Map.of("card", "gold")));
    }

    private static Explanation explanation() {
        Explanation banded = new Explanation.Banded("band", DAYS, List.of(30.0, 90.5), false, true);
        Explanation product = Explanation.product("product", List.of(banded, Explanation.fact("rate", 0.1)));
        Explanation choice = new Explanation.Choice("choice", "max", 1, List.of(Explanation.fact("none", 0), product));
        return Explanation.sum("sum", List.of(choice, new Explanation.Weighted("weighted", 2, DAYS)));
    }

    private static ScorecardModel scorecard() {
        CombinedModel any = new CombinedModel("any", Combined.Rule.FIRST_KNOWN, List.of(new OwnModel(0.5)));
        return new ScorecardModel(
                "card",
                List.of(new ScorecardModel.Part(3, new OwnModel(1)), new ScorecardModel.Part(1, any)),
                WhenAbstained.REWEIGHT);
    }
}
