package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.attribute.StandardAttributes.ACQUISITION_SOURCE;
import static org.crmkit.core.attribute.StandardAttributes.BED_COUNT;
import static org.crmkit.core.attribute.StandardAttributes.BIRTH_DATE;
import static org.crmkit.core.attribute.StandardAttributes.BUYING_MOTIVES;
import static org.crmkit.core.attribute.StandardAttributes.CONDITIONS;
import static org.crmkit.core.attribute.StandardAttributes.FAMILY_SIZE;
import static org.crmkit.core.attribute.StandardAttributes.FLOOR_AREA;
import static org.crmkit.core.attribute.StandardAttributes.LICENSE_UNTIL;
import static org.crmkit.core.attribute.StandardAttributes.REGION;
import static org.crmkit.core.attribute.StandardAttributes.THERAPY_STAGE;
import static org.crmkit.core.condition.ActivityFacts.AMOUNT;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.anniversary;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atLeast;
import static org.crmkit.core.condition.Conditions.events;
import static org.crmkit.core.condition.Conditions.label;
import static org.crmkit.core.condition.Conditions.near;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.sample;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.sequence;
import static org.crmkit.core.condition.Conditions.spending;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.timeSince;
import static org.crmkit.core.condition.Conditions.where;
import static org.crmkit.core.condition.window.CalendarUnit.MONTH;
import static org.crmkit.core.condition.window.CalendarUnit.YEAR;
import static org.crmkit.core.consent.Purpose.CARE;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.analysis.ConditionAnalysis;
import org.crmkit.core.condition.analysis.SetFinding;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.ConsentGuard;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** Every phrase and every example of the guide is the code of this test, and its JSON, its words and its results are what that code gives. */
class ConditionGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/conditions.md");
    private static final Path SOURCE = Path.of("src/test/java/org/crmkit/core/condition/ConditionGuideTest.java");
    private static final Pattern PHRASE = Pattern.compile(
            "### ([^\n]+)\n\n```java\n([^`]+?)\n```\n\n```json\n([^\n]+)\n```\n\n- English: ([^\n]+)\n- 中文：([^\n]+)\n");
    private static final Pattern JAVA = Pattern.compile("```java\n([^`]+?)\n```");
    private static final Pattern WINDOW = Pattern.compile("\n\\| `(\\{[^`]+\\})` \\| `([^`]+)` \\|");

    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final CustomerId LI = CustomerId.of("li");
    private static final AttributeKey<BigDecimal> RATING = AttributeKey.decimal("rating");
    private static final AttributeKey<BigDecimal> NORTH = AttributeKey.decimal("north");
    private static final AttributeKey<BigDecimal> EAST = AttributeKey.decimal("east");

    private static Map<String, Condition> phrases() {
        Map<String, Condition> phrases = new LinkedHashMap<>();
        phrases.put("Lives in one of two regions?", where(REGION).isOneOf("CN-11", "CN-44"));
        phrases.put("Lives anywhere in a province?", where(REGION).startsWith("CN-44"));
        phrases.put("Is from 25 to 60 years old?", age(BIRTH_DATE).isBetweenYears(25, 60));
        phrases.put("Has a family of 3 to 5?", where(FAMILY_SIZE).between(3, 5));
        phrases.put("Has a birthday in the next week?", anniversary(BIRTH_DATE, 7));
        phrases.put("Lives within 5 km of the shop?", near(NORTH, EAST, 23.13, 113.26, 5));
        phrases.put(
                "Cares for quality, and not for price?",
                all(
                        where(BUYING_MOTIVES).containsAny("quality"),
                        where(BUYING_MOTIVES).containsNone("price")));
        phrases.put(
                "Joined in the last month, by referral?",
                all(
                        timeSince(CustomerFacts.CREATED_AT).isLessThan(Period.ofMonths(1)),
                        where(ACQUISITION_SOURCE).is("referral")));
        phrases.put(
                "Bought at least 3 times in the last 90 days?",
                purchases().last(Period.ofDays(90)).count().atLeast(3));
        phrases.put(
                "Spent 500 or more this year, refunds taken off?",
                spending().thisUnit(YEAR).sum(AMOUNT).atLeast("500.00"));
        phrases.put(
                "Bought vitamins in the last month?",
                purchases()
                        .where(where(LineFacts.CATEGORY).is("vitamins"))
                        .last(Period.ofMonths(1))
                        .exist());
        phrases.put(
                "Bought 3 different items in one shop visit's time?",
                purchases().last(Duration.ofHours(2)).distinct(LineFacts.SKU).atLeast(3));
        phrases.put(
                "Spends more than 200 an order, on average?",
                purchases().previous(YEAR).average(AMOUNT).moreThan(200));
        phrases.put(
                "Not visited for 60 days?",
                events(EventStream.of(Interaction.Kind.VISIT))
                        .last(Period.ofDays(60))
                        .none());
        phrases.put(
                "Silent for more than 45 days, as far as is known?",
                where(SummaryFacts.RECENCY_DAYS).moreThan(45).ifMissing(false));
        phrases.put(
                "Complained, and was not answered before complaining again within 30 days?",
                sequence(events("case.opened"))
                        .thenWithout("case.answered", events("case.opened"))
                        .within(Period.ofDays(30))
                        .occurs());
        phrases.put(
                "Used the app for more than an hour this month?",
                events("custom.app-session")
                        .thisUnit(MONTH)
                        .sum(ActivityFacts.number("minutes"))
                        .moreThan(60));
        phrases.put(
                "Would not recommend us?",
                events("survey.nps")
                        .last(Period.ofYears(1))
                        .min(ActivityFacts.answer("recommend"))
                        .atMost(6));
        phrases.put(
                "Is a VIP by RFM, and among the best spenders?",
                all(
                        score("rfm").isOneOf("555", "554", "545"),
                        score("rfm").part("rfm.monetary").atLeast(4)));
        phrases.put("Is a commuter, or of a family?", label("persona", "commuter", "family"));
        phrases.put("Has been a gold member for half a year?", tag("tier-gold", Period.ofMonths(6)));
        phrases.put("Is a pharmacy or a clinic?", where(CustomerFacts.TYPE).isOneOf("pharmacy", "clinic"));
        phrases.put(
                "Is a hospital of at least 100 beds?",
                all(where(CustomerFacts.TYPE).is("hospital"), where(BED_COUNT).atLeast(100)));
        phrases.put(
                "Is a shop of 80.5 square meters or more, licensed into next year?",
                all(where(FLOOR_AREA).atLeast("80.5"), where(LICENSE_UNTIL).moreThan("2026-12-31")));
        phrases.put(
                "Has diabetes, read for care only?",
                where(CONDITIONS).forPurpose(CARE).containsAny("diabetes-2"));
        phrases.put(
                "Is in therapy, and has not refilled for 45 days?",
                all(
                        where(THERAPY_STAGE).forPurpose(CARE).is("maintenance"),
                        purchases()
                                .where(where(LineFacts.ITEM_CLASS).is("RX"))
                                .daysSinceLast()
                                .moreThan(45)));
        phrases.put(
                "Two signs of three?",
                atLeast(2, tag("vip"), score("rfm").part("rfm.recency").atLeast(4), segment("loyal")));
        phrases.put(
                "All of it, but for a control group of a tenth?",
                all(any(tag("vip"), segment("loyal")), not(sample("spring-2026", 0.1))));
        return phrases;
    }

    /** What is said of purchases for each row of the table of windows. */
    private static Map<String, EventsClause> windows() {
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 3, 31);
        Map<String, EventsClause> windows = new LinkedHashMap<>();
        windows.put("{\"last\":\"P90D\"}", purchases().last(Period.ofDays(90)));
        windows.put("{\"last\":\"PT24H\"}", purchases().last(Duration.ofHours(24)));
        windows.put("{\"lastDays\":90}", purchases().lastDays(90));
        windows.put("{\"toDate\":\"month\"}", purchases().thisUnit(MONTH));
        windows.put("{\"previous\":\"month\"}", purchases().previous(MONTH));
        windows.put(
                "{\"from\":\"2025-01-01\",\"to\":\"2025-03-31\"}", purchases().fromTo(first, last));
        windows.put("{\"between\":[\"P30D\",\"P90D\"]}", purchases().between(Period.ofDays(30), Period.ofDays(90)));
        windows.put(
                "{\"around\":\"attr:birth-date\",\"before\":\"P0D\",\"after\":\"P30D\"}",
                purchases().around(BIRTH_DATE, Period.ZERO, Period.ofDays(30)));
        windows.put(
                "{\"lastDays\":7,\"zone\":\"Asia/Shanghai\"}",
                purchases().lastDays(7).inZone(ZoneId.of("Asia/Shanghai")));
        return windows;
    }

    private static ConditionVocabulary vocabulary() {
        return ConditionVocabulary.of(List.of(
                REGION,
                BIRTH_DATE,
                FAMILY_SIZE,
                BUYING_MOTIVES,
                ACQUISITION_SOURCE,
                BED_COUNT,
                FLOOR_AREA,
                LICENSE_UNTIL,
                CONDITIONS,
                THERAPY_STAGE,
                RATING,
                NORTH,
                EAST));
    }

    private static Profile li() {
        return Profile.of(
                Person.of(
                        LI,
                        CustomerType.PATIENT,
                        Attributes.builder()
                                .put(REGION, "CN-44")
                                .put(BIRTH_DATE, LocalDate.of(1980, 5, 1))
                                .put(CONDITIONS, Set.of("diabetes-2"))
                                .build()),
                List.of(purchase("p1", 10), purchase("p2", 40)),
                NOW,
                AmountUnit.of(Money.parse("CNY 1.00").currency()));
    }

    private static Activity purchase(String id, int daysAgo) {
        return new Purchase(
                new ActivityId(id),
                LI,
                NOW.instant().minus(Duration.ofDays(daysAgo)),
                Optional.empty(),
                Money.parse("CNY 180.00"),
                List.of(vitamins()));
    }

    private static PurchaseLine vitamins() {
        return new PurchaseLine(
                "v-1",
                Optional.of("vitamins"),
                ItemClass.OTHER,
                BigDecimal.ONE,
                Money.parse("CNY 180.00"),
                OptionalInt.empty());
    }

    private static Condition chronicVip() {
        Condition chronicVip = all(
                where(REGION).isOneOf("CN-44", "CN-11"),
                age(BIRTH_DATE).isBetweenYears(25, 60),
                any(
                        purchases().last(Period.ofDays(90)).count().atLeast(3),
                        purchases().last(Period.ofDays(90)).sum(AMOUNT).atLeast("500.00")),
                where(CONDITIONS).forPurpose(CARE).containsAny("diabetes-2"),
                not(segment("opted-out")));
        return chronicVip;
    }

    @Test
    void chronicVip_asInTheGuide() {
        Condition chronicVip = chronicVip();
        Profile profile = li();
        ConsentGuard guard = request -> AccessDecision.of(AccessReason.CONSENTED);
        SegmentResolver segments = (id, version) -> Optional.of(tag("opted-out"));
        EvaluationContext context = EvaluationContext.STANDARD
                .withGuard(guard)
                .withSegments(segments)
                .withObservedSince(ObservedSince.EVER);

        Truth truth = chronicVip.evaluate(profile, context);
        Verdict verdict = chronicVip.explain(profile, context);

        assertThat(truth).isEqualTo(Truth.FALSE);
        assertThat(verdict.reasons())
                .extracting(reason -> reason.leaf().toString())
                .containsExactly(
                        "the number of purchases in the last 90 days is at least 3",
                        "the sum of the amount of purchases in the last 90 days is at least 500");
        assertThat(MembershipPolicy.UNKNOWN_IS_OUT.admits(truth)).isFalse();
        assertThat(chronicVip.evaluate(profile, context.withGuard(ConsentGuard.withoutRecords())))
                .isEqualTo(Truth.FALSE);
    }

    @Test
    void lineAtHand_asInTheGuide() {
        Profile profile = li();
        PurchaseLine line = vitamins();
        Purchase basket = (Purchase) purchase("p3", 0);
        EvaluationContext context = EvaluationContext.STANDARD;

        Condition vitamins = where(LineFacts.CATEGORY).is("vitamins");
        Truth onOffer = vitamins.evaluate(basket, line);
        Truth forHer = all(vitamins, where(REGION).is("CN-44")).evaluate(profile, context.withLine(basket, line));

        assertThat(List.of(onOffer, forHer)).containsOnly(Truth.TRUE);
    }

    @Test
    void readingJson_asInTheGuide() {
        ConditionJson json = ConditionJson.of(ConditionVocabulary.of(StandardAttributes.schema()));
        ConditionDocument document = new ConditionDocument("chronic-vip", 3, chronicVip());

        assertThat(json.read(document.toJson())).isEqualTo(document);
        assertThatThrownBy(() -> json.readCondition(
                        "{\"type\":\"compare\",\"attribute\":\"bed-cuont\",\"op\":\"ge\",\"value\":100}"))
                .hasMessage("at /attribute: must be an attribute of the vocabulary, was \"bed-cuont\"");
    }

    @Test
    void ownWords_asInTheGuide() {
        Condition wellRated = where(RATING).atLeast("4.5");
        String text = wellRated.toText(Locale.CHINESE, Set.of(), key -> Optional.of("门店评分"));

        assertThat(text).isEqualTo("门店评分至少为4.5");
        assertThat(wellRated.toText(Locale.CHINESE)).isEqualTo("rating至少为4.5");
    }

    @Test
    void completeSet_asInTheGuide() {
        AsOf now = NOW;
        List<Condition> set =
                List.of(where(BED_COUNT).lessThan(100), where(BED_COUNT).moreThan(100));
        SetFinding finding = ConditionAnalysis.at(now).set(set);

        assertThat(finding.coversDecided().isRefuted()).isTrue();
        List<Condition> better =
                List.of(where(BED_COUNT).lessThan(100), where(BED_COUNT).atLeast(100));
        assertThat(ConditionAnalysis.at(now).set(better).coversDecided().isProved())
                .isTrue();
        assertThat(ConditionAnalysis.at(now).set(better).covers().isRefuted()).isTrue();
    }

    @Test
    void everyPhraseOfTheGuideIsTrueToTheCode() throws IOException {
        String guide = Files.readString(GUIDE);
        String source = Files.readString(SOURCE).replaceAll("\\s", "");
        Map<String, Condition> phrases = phrases();
        Matcher found = PHRASE.matcher(guide);
        int count = 0;
        while (found.find()) {
            Condition condition = phrases.get(found.group(1));
            assertThat(condition).as(found.group(1)).isNotNull();
            assertThat(source).as(found.group(1)).contains((found.group(2) + ");").replaceAll("\\s", ""));
            assertThat(condition.toJson()).isEqualTo(found.group(3));
            assertThat(condition.toText(Locale.ENGLISH)).isEqualTo(found.group(4));
            assertThat(condition.toText(Locale.CHINESE)).isEqualTo(found.group(5));
            assertThat(ConditionJson.of(vocabulary()).readCondition(found.group(3)))
                    .isEqualTo(condition);
            count++;
        }
        assertThat(count).isEqualTo(phrases.size());
    }

    @Test
    void everyWindowOfTheGuideIsTrueToTheCode() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("\\s", "");
        Map<String, EventsClause> windows = windows();
        Matcher found = WINDOW.matcher(Files.readString(GUIDE));
        int count = 0;
        while (found.find()) {
            assertThat(windows).containsKey(found.group(1));
            assertThat(windows.get(found.group(1)).exist().toJson()).contains("\"window\":" + found.group(1) + ",");
            assertThat(source).contains(("purchases()." + found.group(2)).replaceAll("\\s", ""));
            count++;
        }
        assertThat(count).isEqualTo(windows.size());
    }

    @Test
    void everyExampleOfTheGuideIsCodeOfThisTest() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("\\s", "");
        Matcher found = JAVA.matcher(Files.readString(GUIDE));
        while (found.find()) {
            assertThat(source).contains(found.group(1).replaceAll("\\s", ""));
        }
    }
}
