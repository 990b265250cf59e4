package org.crmkit.core.condition.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.crmkit.core.attribute.StandardAttributes.BED_COUNT;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.always;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atLeast;
import static org.crmkit.core.condition.Conditions.events;
import static org.crmkit.core.condition.Conditions.label;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.sample;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.spending;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.condition.ActivityFacts;
import org.crmkit.core.condition.AggregateClause;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EventsClause;
import org.crmkit.core.condition.LineFacts;
import org.crmkit.core.condition.SummaryFacts;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class ConditionAnalysisTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Europe/Berlin"));
    private static final ConditionAnalysis ANALYSIS = ConditionAnalysis.at(NOW);
    private static final AttributeKey<Long> X = AttributeKey.integer("x");
    private static final AttributeKey<BigDecimal> SPEND = AttributeKey.decimal("spend");
    private static final AttributeKey<String> CITY = AttributeKey.code("city");
    private static final AttributeKey<String> NAME = AttributeKey.text("name");
    private static final AttributeKey<LocalDate> BORN = AttributeKey.date("born");
    private static final AttributeKey<Set<String>> LIKES = AttributeKey.textSet("likes");
    private static final AttributeKey<Set<String>> CONDITIONS =
            AttributeKey.textSet("conditions").in(DataClass.HEALTH);

    private static void assertProved(Finding finding) {
        assertThat(finding).isInstanceOf(Finding.Proved.class);
    }

    /** The witness is asked once more, by whoever reads the finding. */
    private static Witness refuted(Finding finding, Condition... conditions) {
        assertThat(finding).as(List.of(conditions).toString()).isInstanceOf(Finding.Refuted.class);
        Witness witness = finding.refutation().orElseThrow();
        for (int i = 0; i < conditions.length; i++) {
            assertThat(conditions[i].evaluate(witness.profile(), witness.context()))
                    .isEqualTo(witness.truths().get(i));
        }
        return witness;
    }

    @Test
    void never_findsContradictions() {
        assertProved(ANALYSIS.never(all(where(X).moreThan(5), where(X).lessThan(6))));
        assertProved(ANALYSIS.never(all(where(CITY).is("Almaty"), where(CITY).isOneOf("Astana", "Bern"))));
        assertProved(ANALYSIS.never(all(where(X).isMissing(), any(where(X).is(3), where(X).lessThan(3)))));
        assertProved(ANALYSIS.never(
                all(age(BORN).isAtLeast(Period.ofYears(18)), where(BORN).atLeast(LocalDate.of(2010, 1, 1)))));
        assertProved(ANALYSIS.never(
                all(where(LIKES).containsAll("a", "b"), where(LIKES).containsNone("b", "c"))));
        assertProved(ANALYSIS.never(all(label("k", "a"), label("k", "b", "c"))));
        assertProved(ANALYSIS.never(all(score("s").atLeast(0.3), score("s").lessThan(0.3))));
        assertProved(
                ANALYSIS.never(all(purchases().count().atLeast(3), purchases().none())));
        assertProved(ANALYSIS.never(all(sample("s", 0.2), not(sample("s", 0.5)))));
        assertProved(ANALYSIS.never(all(tag("vip", Period.ofDays(30)), not(tag("vip")))));
        assertProved(ANALYSIS.never(where(SummaryFacts.ORDERS).lessThan(0)));
        assertProved(ANALYSIS.never(atLeast(2, where(X).is(1), where(X).is(2), where(X).is(3))));
        assertProved(ANALYSIS.never(all(
                where(NAME).startsWith("Dr"),
                where(NAME).is("Smith"),
                not(where(NAME).startsWith("Dr")))));
    }

    @Test
    void never_showsWhoMeetsACondition() {
        for (Condition condition : List.of(
                all(where(X).moreThan(5), where(X).lessThan(7)),
                all(where(SPEND).moreThan(new BigDecimal("1.5")), where(SPEND).lessThan(new BigDecimal("1.6"))),
                all(age(BORN).isAtLeast(Period.ofYears(18)), age(BORN).isLessThan(Period.ofYears(19))),
                all(
                        where(NAME).startsWith("Dr"),
                        where(NAME).contains("x"),
                        where(NAME).endsWith("son")),
                all(where(LIKES).containsAny("a", "b"), not(where(LIKES).containsAll("a", "b"))),
                all(
                        score("rfm").part("rfm.recency").atLeast(4),
                        score("rfm").lessThan(3),
                        score("rfm").part("rfm.monetary").is(2)),
                all(sample("s", 0.2), not(sample("t", 0.9))),
                all(tag("vip", Period.ofDays(30)), not(tag("vip", Period.ofDays(60))), not(tag("lost"))),
                all(
                        purchases().last(Period.ofDays(90)).count().atLeast(3),
                        purchases().last(Period.ofDays(30)).count().is(1)),
                all(
                        purchases().last(Duration.ofHours(24)).count().is(2),
                        purchases()
                                .last(Period.ofDays(90))
                                .sum(ActivityFacts.AMOUNT)
                                .atLeast("500.00")),
                all(
                        purchases().daysSinceLast().moreThan(60),
                        purchases().count().atLeast(5)),
                all(
                        where(SummaryFacts.ORDERS).atLeast(5),
                        where(SummaryFacts.RECENCY_DAYS).moreThan(90),
                        where(SummaryFacts.NET_SPEND).lessThan(new BigDecimal("10")),
                        where(SummaryFacts.GROSS_SPEND).moreThan(20)),
                where(CONDITIONS).forPurpose(Purpose.of("care")).containsAny("diabetes-2"),
                not(where(CONDITIONS).forPurpose(Purpose.of("care")).containsAny("diabetes-2")))) {
            assertThat(refuted(ANALYSIS.never(condition), condition).truths())
                    .as(condition.toString())
                    .containsExactly(Truth.TRUE);
        }
    }

    @Test
    void always_aHoleOfMissingValuesIsShownAsSuch() {
        Condition lowOrHigh = any(where(X).atMost(5), where(X).moreThan(5));
        assertThat(refuted(ANALYSIS.always(lowOrHigh), lowOrHigh).truths()).containsExactly(Truth.UNKNOWN);
        assertProved(ANALYSIS.always(any(lowOrHigh, where(X).isMissing())));
        assertProved(ANALYSIS.given(where(X).isPresent()).always(lowOrHigh));
        Condition gap = any(where(X).lessThan(5), where(X).moreThan(5), where(X).isMissing());
        Witness witness = refuted(ANALYSIS.always(gap), gap);
        assertThat(witness.truths()).containsExactly(Truth.FALSE);
        assertThat(witness.profile().value(X)).hasValue(5L);
        assertThat(witness).hasToString("x = 5 -> [FALSE]");
    }

    @Test
    void always_aWithheldAttributeIsNeitherPresentNorMissing() {
        var conditions = where(CONDITIONS).forPurpose(Purpose.of("care"));
        Condition either = any(conditions.isPresent(), conditions.isMissing());
        Witness witness = refuted(ANALYSIS.always(either), either);
        assertThat(witness.truths()).containsExactly(Truth.UNKNOWN);
        assertThat(witness.facts())
                .singleElement()
                .asString()
                .startsWith("conditions withheld")
                .doesNotContain("diabetes");
    }

    @Test
    void implies_comparesLiterals() {
        assertProved(ANALYSIS.implies(where(X).atLeast(5), where(X).atLeast(3)));
        assertProved(ANALYSIS.implies(where(X).isOneOf(1L, 2L), where(X).between(1, 2)));
        assertProved(ANALYSIS.implies(where(X).between(1, 2), where(X).isOneOf(1L, 2L)));
        assertProved(ANALYSIS.implies(
                purchases().last(Period.ofDays(9)).count().atLeast(5),
                purchases().last(Period.ofDays(9)).count().atLeast(3)));
        Witness witness = refuted(ANALYSIS.implies(where(X).atLeast(3), where(X).atLeast(5)));
        assertThat(witness.truths()).containsExactly(Truth.TRUE, Truth.FALSE);
        assertThat(witness.profile().value(X))
                .hasValueSatisfying(x -> assertThat(x).isBetween(3L, 4L));
    }

    private static AggregateClause buys(int days) {
        return purchases().last(Period.ofDays(days)).count();
    }

    /** Whoever bought in the last 30 days bought in the last 90. */
    @Test
    void implies_aWindowWithinAnother() {
        assertProved(ANALYSIS.implies(buys(30).atLeast(3), buys(90).atLeast(3)));
        assertProved(ANALYSIS.disjoint(buys(30).atLeast(3), buys(90).atMost(2)));
        assertProved(ANALYSIS.never(all(buys(30).atLeast(3), buys(90).lessThan(3))));
        assertProved(ANALYSIS.implies(
                buys(30).atLeast(3), purchases().lastDays(31).count().moreThan(2)));
        assertProved(ANALYSIS.implies(
                purchases().last(Duration.ofHours(24)).exist(),
                purchases().last(Period.ofDays(3)).exist()));
        assertProved(ANALYSIS.implies(
                purchases().thisUnit(CalendarUnit.MONTH).count().atLeast(2),
                purchases().thisUnit(CalendarUnit.YEAR).count().atLeast(1)));
        assertProved(ANALYSIS.implies(buys(30).atLeast(3), purchases().count().atLeast(3)));
        assertProved(ANALYSIS.implies(
                purchases().last(Period.ofDays(30)).sum(ActivityFacts.AMOUNT).atLeast(500),
                purchases().last(Period.ofDays(90)).sum(ActivityFacts.AMOUNT).atLeast(300)));
        EventsClause vitamins = purchases().where(where(LineFacts.CATEGORY).is("vitamins"));
        assertProved(ANALYSIS.implies(vitamins.last(Period.ofDays(30)).count().atLeast(2), buys(90).atLeast(2)));
        assertProved(ANALYSIS.implies(
                vitamins.last(Period.ofDays(30)).count().atLeast(2),
                vitamins.last(Period.ofDays(90)).count().atLeast(1)));
        List<Condition> ladder = List.of(
                buys(30).atLeast(1),
                buys(60).atLeast(1),
                buys(90).atLeast(1),
                buys(180).atLeast(1));
        for (int i = 0; i < ladder.size(); i++) {
            for (int j = i; j < ladder.size(); j++) {
                assertProved(ANALYSIS.implies(ladder.get(i), ladder.get(j)));
            }
        }
    }

    /** What is not within is not taken to be, and each refutation is a customer who was really asked. */
    @Test
    void implies_windowsThatOnlyOverlap_areRefuted() {
        refuted(ANALYSIS.implies(buys(90).atLeast(3), buys(30).atLeast(3)));
        refuted(ANALYSIS.implies(buys(30).atLeast(2), buys(90).atLeast(3)));
        refuted(ANALYSIS.disjoint(buys(30).atLeast(2), buys(90).atMost(2)));
        refuted(ANALYSIS.implies(
                purchases()
                        .between(Period.ofDays(10), Period.ofDays(60))
                        .count()
                        .atLeast(1),
                buys(30).atLeast(1)));
        refuted(ANALYSIS.implies(
                purchases().last(Period.ofDays(30)).count().atLeast(1),
                events("refund").last(Period.ofDays(90)).count().atLeast(1)));
        // Nothing bought in 90 days is nothing bought in 30, and nothing observed before is unknown for the longer
        // window only.
        assertProved(ANALYSIS.implies(buys(90).is(0), buys(30).is(0)));
        Condition shortest = buys(30).atMost(2);
        Condition longest = buys(90).atMost(2);
        Witness late = refuted(ANALYSIS.implies(shortest, any(longest, longest.negated())), shortest);
        assertThat(late.truths()).containsExactly(Truth.TRUE, Truth.UNKNOWN);
        // With refunds taken off, a longer window may hold less.
        Condition month =
                spending().last(Period.ofDays(30)).sum(ActivityFacts.AMOUNT).atLeast(500);
        Condition quarter =
                spending().last(Period.ofDays(90)).sum(ActivityFacts.AMOUNT).atLeast(500);
        assertThat(ANALYSIS.implies(month, quarter).isProved()).isFalse();
    }

    @Test
    void equivalent_toldApartByTheUnknownOnly() {
        assertProved(ANALYSIS.equivalent(not(where(X).atLeast(3)), where(X).lessThan(3)));
        assertProved(ANALYSIS.equivalent(
                not(all(where(X).is(3), where(CITY).is("a"))),
                any(not(where(X).is(3)), not(where(CITY).is("a")))));
        Condition excludedMiddle = any(where(X).is(3), not(where(X).is(3)));
        assertThat(refuted(ANALYSIS.equivalent(excludedMiddle, always()), excludedMiddle)
                        .truths())
                .containsExactly(Truth.UNKNOWN, Truth.TRUE);
    }

    @Test
    void disjoint_showsWhoMeetsBoth() {
        assertProved(ANALYSIS.disjoint(where(X).lessThan(3), where(X).atLeast(3)));
        assertThat(refuted(ANALYSIS.disjoint(where(X).atMost(3), where(X).atLeast(3)))
                        .profile()
                        .value(X))
                .hasValue(3L);
    }

    @Test
    void set_namesHolesOverlapsAndTheUnreachable() {
        List<Condition> set =
                List.of(where(X).lessThan(10), where(X).between(5, 20), where(X).between(7, 15), where(X).moreThan(21));
        SetFinding finding = ANALYSIS.set(set);
        assertThat(finding.coversDecided().refutation().orElseThrow().profile().value(X))
                .hasValue(21L);
        assertThat(finding.overlaps())
                .extracting(SetFinding.Overlap::first, SetFinding.Overlap::second)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 1),
                        org.assertj.core.groups.Tuple.tuple(0, 2),
                        org.assertj.core.groups.Tuple.tuple(1, 2));
        assertThat(finding.neverFirst()).extracting(Finding::isProved).containsExactly(false, false, true, false);
        assertThat(finding.isPartition()).isFalse();
        assertThatIllegalStateException()
                .isThrownBy(finding::requirePartition)
                .withMessage("conditions must cover everyone, but do not: x = 21 -> [FALSE, FALSE, FALSE, FALSE]");
    }

    @Test
    void set_onlyTheUnknownMayHaveNoPlace() {
        List<Condition> set = List.of(where(X).lessThan(10), where(X).atLeast(10));
        SetFinding finding = ANALYSIS.set(set);
        assertProved(finding.coversDecided());
        assertThat(refuted(finding.covers()).truths()).containsExactly(Truth.UNKNOWN, Truth.UNKNOWN);
        List<Condition> closed = new ArrayList<>(set);
        closed.add(where(X).isMissing());
        assertThat(ANALYSIS.set(closed).requirePartition().isPartition()).isTrue();
    }

    @Test
    void holes_listsOneOfEachKind() {
        Holes holes = ANALYSIS.given(all(where(X).between(1, 3), where(CITY).isOneOf("a", "b")))
                .holes(List.of(where(X).is(2), all(where(X).is(1), where(CITY).is("a"))), 100);
        assertThat(holes.areAll()).isTrue();
        assertThat(holes.witnesses()).hasSize(3);
        assertThat(ANALYSIS.holes(List.of(where(X).is(2)), 1)).satisfies(some -> {
            assertThat(some.areAll()).isFalse();
            assertThat(some.witnesses()).hasSize(1);
        });
    }

    @Test
    void segments_areReplacedByTheirDefinitions() {
        ConditionAnalysis analysis = ANALYSIS.withSegments((id, version) -> id.equals("adult")
                ? Optional.of(where(X).atLeast(18))
                : id.equals("loop") ? Optional.of(segment("loop")) : Optional.empty());
        assertProved(analysis.implies(where(X).atLeast(21), segment("adult")));
        refuted(analysis.disjoint(where(X).atMost(18), segment("adult")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.never(segment("loop")))
                .withMessage("segment must not refer to itself, was loop -> loop");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> analysis.never(segment("none")))
                .withMessage("segment must be defined, was \"none\"");
    }

    @Test
    void notDecided_isSaidWhereTheMethodEnds() {
        Condition lines = purchases()
                .where(where(ActivityFacts.CHANNEL).is("online"))
                .count()
                .atLeast(3);
        assertThat(ANALYSIS.never(lines)).isEqualTo(new Finding.NotDecided(Finding.Reason.NO_WITNESS));
        assertProved(ANALYSIS.never(all(lines, not(lines))));
        List<Condition> many = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            many.add(any(
                    where(AttributeKey.integer("a" + i)).is(1),
                    where(AttributeKey.integer("a" + (i + 7) % 40)).is(2)));
        }
        assertThat(ANALYSIS.withMostSteps(5).never(new Condition.All(many)))
                .isEqualTo(new Finding.NotDecided(Finding.Reason.TOO_MANY_STEPS));
    }

    @Test
    void conditionsThatCannotBeAskedOfOneCustomer_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ANALYSIS.disjoint(
                        where(X).is(1), where(AttributeKey.decimal("x")).is(1)))
                .withMessageStartingWith("attribute x must have one type and class of data, had integer");
        Condition deep = where(X).is(1);
        for (int i = 0; i < 50; i++) {
            deep = new Condition.Not(deep);
        }
        Condition tooDeep = deep;
        assertThat(Complexity.of(tooDeep)).isEqualTo(new Complexity(51, 1, 51));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Complexity.of(tooDeep).requireAtMost(2_000, 20))
                .withMessage("depth must be at most 20, was 51");
    }

    /** The code of the section of the guide, and what is said there of it. */
    @Test
    void guide_saysWhatIsSo() throws IOException {
        AsOf now = NOW;
        List<Condition> set =
                List.of(where(BED_COUNT).lessThan(100), where(BED_COUNT).moreThan(100));
        SetFinding finding = ConditionAnalysis.at(now).set(set);
        Witness witness = refuted(finding.coversDecided());
        assertThat(witness.profile().value(BED_COUNT)).hasValue(100L);
        List<Condition> closed =
                List.of(where(BED_COUNT).lessThan(100), where(BED_COUNT).atLeast(100));
        assertProved(ANALYSIS.set(closed).coversDecided());
        refuted(ANALYSIS.set(closed).covers());
        ANALYSIS.given(where(BED_COUNT).isPresent()).set(closed).requirePartition();
        assertThat(Files.readString(Path.of("../docs/guide/conditions.md")))
                .contains(
                        "List<Condition> set = List.of(where(BED_COUNT).lessThan(100), where(BED_COUNT).moreThan(100));\n"
                                + "SetFinding finding = ConditionAnalysis.at(now).set(set);");
    }
}
