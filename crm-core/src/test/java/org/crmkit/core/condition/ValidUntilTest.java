package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/**
 * Compares the instant up to which an answer holds with brute force, minute by minute.
 *
 * <p>100,000 cases with {@code -Pslow}. All events and dates of the random cases lie on whole minutes, so an answer changes at one, or a nanosecond beside it:
 * "more than a month" begins a nanosecond after the month. To the nanosecond, the answer is another one at the instant and not before.
 */
class ValidUntilTest {
    private static final int CASES = Boolean.getBoolean("crm.slow") ? 100_000 : 300;
    private static final int MINUTES = 60 * 24 * 2;

    @Test
    void validUntil_isTheFirstMinuteAtWhichTheAnswerDiffers() {
        int changes = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            AsOf later = AsOf.of(cases.now.instant().plus(Duration.ofDays(10)), cases.now.zone());
            CustomerBase base = cases.base(1, later);
            if (base.size() == 0) {
                continue;
            }
            Condition condition = cases.condition(seed % 3);
            EvaluationContext context = cases.context().withAsOf(cases.now);
            Instant until = condition.explain(base.profile(0), context).validUntil();
            // A change that lies far ahead is looked at from the day before it, so that most cases have one.
            Instant dayBefore =
                    until.equals(Instant.MAX) ? cases.now.instant() : until.minus(Duration.ofMinutes(seed % 1500));
            AsOf now =
                    AsOf.of(dayBefore.isAfter(cases.now.instant()) ? dayBefore : cases.now.instant(), cases.now.zone());
            changes += check(seed, condition, base.profile(0), context.withAsOf(now), now);
        }
        assertThat(changes).as("cases with a change within the search").isGreaterThan(CASES / 12);
    }

    private static int check(int seed, Condition condition, Profile profile, EvaluationContext context, AsOf now) {
        Verdict verdict = condition.explain(profile, context);
        Instant end = now.instant().plus(Duration.ofMinutes(MINUTES));
        Instant found = Instant.MAX;
        for (Instant t = now.instant(); !t.isAfter(end) && found.equals(Instant.MAX); t = t.plusSeconds(60)) {
            if (condition.evaluate(profile, context.withAsOf(AsOf.of(t, now.zone()))) != verdict.truth()) {
                found = t;
            }
        }
        if (found.equals(Instant.MAX)) {
            assertThat(verdict.validUntil()).as("seed %s, %s", seed, condition).isAfter(end);
            return 0;
        }
        Instant until = verdict.validUntil();
        String what = "seed " + seed + ", " + condition;
        assertThat(until).as(what).isAfter(found.minusSeconds(60)).isBeforeOrEqualTo(found);
        assertThat(condition.evaluate(profile, context.withAsOf(AsOf.of(until, now.zone()))))
                .as(what)
                .isNotEqualTo(verdict.truth());
        assertThat(condition.evaluate(profile, context.withAsOf(AsOf.of(until.minusNanos(1), now.zone()))))
                .as(what)
                .isEqualTo(verdict.truth());
        return 1;
    }
}
