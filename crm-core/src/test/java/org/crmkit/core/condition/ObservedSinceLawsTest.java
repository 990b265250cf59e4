package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.sequence;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.Verdict.Gap;
import org.crmkit.core.condition.Verdict.Gap.Cause;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** What is said for certain of a history with gaps stays so, whatever was in the gaps. */
class ObservedSinceLawsTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c0");
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final int SEEDS = 1_500;

    private static Profile profile(List<Activity> activities, AsOf now) {
        return Profile.of(
                Person.of(CUSTOMER, CustomerType.CONSUMER, Attributes.EMPTY), activities, now, RandomCases.CENTS);
    }

    private static EvaluationContext since(Optional<Instant> since) {
        return EvaluationContext.STANDARD.withObservedSince((profile, stream) -> since);
    }

    private static Profile boughtDaysAgo(int... days) {
        List<Activity> activities = new ArrayList<>();
        for (int ago : days) {
            activities.add(Purchase.of(
                    "p" + ago, CUSTOMER.value(), NOW.instant().minus(Duration.ofDays(ago)), Money.parse("EUR 1.00")));
        }
        return profile(activities, NOW);
    }

    @Test
    void aPurchaseThatIsNotOnRecord_mayBeTheLast() {
        Profile profile = boughtDaysAgo(30);
        AggregateClause days = purchases().last(Period.ofDays(60)).daysSinceLast();
        EvaluationContext late = since(Optional.of(NOW.instant().minus(Duration.ofDays(10))));
        assertThat(days.atLeast(20).evaluate(profile, late)).isEqualTo(Truth.UNKNOWN);
        assertThat(days.atLeast(10).evaluate(profile, late)).isEqualTo(Truth.TRUE);
        assertThat(days.atMost(30).evaluate(profile, late)).isEqualTo(Truth.TRUE);
        assertThat(days.atLeast(1).evaluate(profile, since(Optional.empty()))).isEqualTo(Truth.UNKNOWN);
        assertThat(days.atLeast(30).evaluate(boughtDaysAgo(5, 30), late)).isEqualTo(Truth.FALSE);
        assertThat(days.is(5).evaluate(boughtDaysAgo(5, 30), late)).isEqualTo(Truth.TRUE);
        Verdict verdict = days.atLeast(20).explain(profile, late);
        assertThat(verdict.unknownBecause())
                .containsExactly(new Gap(Input.of(EventStream.PURCHASE), Cause.NOT_COVERED));
        // In ten days even a purchase of ten days ago is twenty days old.
        assertThat(verdict.validUntil()).isEqualTo(Instant.parse("2026-12-03T00:00:00Z"));
    }

    @Test
    void whatMayLieBetween_isNamedAsWhatIsMissing() {
        EvaluationContext noVisits = EvaluationContext.STANDARD.withObservedSince(
                (profile, stream) -> stream.equals(EventStream.PURCHASE) ? Optional.of(Instant.MIN) : Optional.empty());
        Condition silent = sequence(purchases())
                .thenWithout("interaction", purchases())
                .last(Period.ofDays(60))
                .occurs();
        assertThat(silent.explain(boughtDaysAgo(5, 30), noVisits).unknownBecause())
                .containsExactly(new Gap(Input.of(new EventStream("interaction")), Cause.NOT_COVERED));
        Condition ofVitamins = sequence(
                        purchases().where(where(LineFacts.CATEGORY).is("vitamins")))
                .thenWithout("interaction", purchases())
                .last(Period.ofDays(60))
                .occurs();
        assertThat(ofVitamins.explain(boughtDaysAgo(5, 30), noVisits).unknownBecause())
                .containsExactly(new Gap(Input.of(EventStream.PURCHASE), Cause.UNCERTAIN));
        assertThat(silent.explain(boughtDaysAgo(5, 30), since(Optional.empty())).unknownBecause())
                .containsExactly(
                        new Gap(Input.of(EventStream.PURCHASE), Cause.NOT_COVERED),
                        new Gap(Input.of(new EventStream("interaction")), Cause.NOT_COVERED));
    }

    @Test
    void whatIsCertain_holdsWhateverWasNotRecorded() {
        int certain = 0;
        int asked = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomCases cases = new RandomCases(seed);
            Instant since = cases.now.instant().minus(Duration.ofDays(cases.random.nextInt(50)));
            List<Activity> known = cases.activities(CUSTOMER);
            List<Activity> all = new ArrayList<>(known);
            for (int i = 0; i < 4; i++) {
                Activity missing = cases.activity(CUSTOMER, 100 + i);
                if (missing.at().isBefore(since)) {
                    all.add(missing);
                }
            }
            for (int i = 0; i < 20; i++) {
                Condition leaf = i % 4 == 0 ? days(cases) : cases.leaf();
                if (admitsGaps(leaf)) {
                    Truth answer = leaf.evaluate(profile(known, cases.now), since(Optional.of(since)));
                    asked++;
                    certain += answer.isKnown() ? 1 : 0;
                    if (answer.isKnown()) {
                        assertThat(leaf.evaluate(profile(all, cases.now), since(Optional.of(Instant.MIN))))
                                .as("seed %s, since %s, %s", seed, since, leaf)
                                .isEqualTo(answer);
                    }
                }
            }
        }
        assertThat(certain).as("certain of " + asked).isBetween(asked / 5, asked * 4 / 5);
    }

    private static Condition days(RandomCases cases) {
        EventsClause lately = purchases().last(Period.ofDays(1 + cases.random.nextInt(60)));
        AggregateClause days = cases.chance(0.7) ? lately.daysSinceLast() : lately.daysSinceFirst();
        int border = cases.random.nextInt(30);
        return cases.chance(0.5) ? days.atLeast(border) : days.atMost(border);
    }

    private static boolean admitsGaps(Condition leaf) {
        return leaf instanceof Leaf.Events events && !events.assumeComplete() && !Interpreter.isEver(events.window())
                || leaf instanceof Leaf.Sequence sequence
                        && !sequence.assumeComplete()
                        && !Interpreter.isEver(sequence.window());
    }
}
