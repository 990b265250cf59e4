package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/**
 * Asks random conditions of random customers in every way there is, which must all give the same answer.
 *
 * <p>A million pairs with {@code -Pslow}, thousands by default. A seed that fails is printed with the assertion.
 */
class EvaluationPathsTest {
    private static final boolean SLOW = Boolean.getBoolean("crm.slow");
    private static final int CUSTOMERS = 10;
    private static final int CONDITIONS = 10;
    private static final int ROUNDS = SLOW ? 10_000 : 60;

    @Test
    void interpreterColumnsExplanationAndIncrementAgree() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomCases cases = new RandomCases(seed);
            // Every third time at another moment than that of the base: earlier, with events that lie ahead.
            AsOf asOf = seed % 3 == 0
                    ? AsOf.of(cases.now.instant().plus(Duration.ofDays(20)), cases.now.zone())
                    : cases.now;
            CustomerBase base = cases.base(CUSTOMERS, asOf);
            EvaluationContext context = cases.context().withAsOf(cases.now);
            for (int i = 0; i < CONDITIONS; i++) {
                check(seed, cases.condition(3), base, context);
            }
        }
    }

    private static void check(int seed, Condition condition, CustomerBase base, EvaluationContext context) {
        CompiledCondition compiled = CompiledCondition.of(condition, base, context);
        PreparedCondition prepared = condition.prepared();
        TruthColumn column = compiled.evaluate();
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Truth truth = condition.evaluate(profile, context);
            String what = "seed " + seed + ", row " + row + ", " + condition;
            assertThat(compiled.truth(row)).as(what).isEqualTo(truth);
            assertThat(column.get(row)).as(what).isEqualTo(truth);
            assertThat(condition.normalized().evaluate(profile, context))
                    .as(what)
                    .isEqualTo(truth);
            if (row % 5 == 0) {
                Verdict verdict = condition.explain(profile, context);
                assertThat(verdict.truth()).as(what).isEqualTo(truth);
                assertThat(compiled.explain(row)).as(what).isEqualTo(verdict);
                assertThat(prepared.explain(profile, context)).as(what).isEqualTo(verdict);
                assertThat(incremental(seed, condition, profile, context))
                        .as(what)
                        .isEqualTo(truth);
            }
        }
    }

    /** Begins with half of the history, and lets the rest come in any order. */
    private static Truth incremental(int seed, Condition condition, Profile profile, EvaluationContext context) {
        List<Activity> activities = new ArrayList<>(profile.activities().asList());
        Collections.shuffle(activities, new Random(seed));
        int half = activities.size() / 2;
        List<Customer> customers = profile.customer().map(List::of).orElse(List.of());
        if (customers.isEmpty() && half == 0) {
            return condition.evaluate(profile, context);
        }
        CustomerBase start = CustomerBase.of(
                customers,
                org.crmkit.core.activity.ActivityLog.of(activities.subList(0, half), RandomCases.CENTS),
                profile.asOf());
        Profile begun = start.profile(profile.id()).orElseThrow();
        for (var key : profile.scoreKeys()) {
            begun = withScore(begun, profile, key);
        }
        IncrementalEvaluator evaluator = IncrementalEvaluator.of(condition, begun, context);
        activities.forEach(evaluator::add);
        return evaluator.truth();
    }

    private static <S> Profile withScore(Profile to, Profile from, org.crmkit.core.score.ScoreKey<S> key) {
        return to.withScore(key, from.score(key).orElseThrow());
    }

    @Test
    void advancingTime_equalsAskingAnew() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomCases cases = new RandomCases(seed);
            CustomerBase base = cases.base(2, AsOf.of(cases.now.instant().plus(Duration.ofDays(60)), cases.now.zone()));
            if (base.size() == 0) {
                continue;
            }
            Condition condition = cases.condition(3);
            Profile profile = base.profile(0);
            EvaluationContext context = cases.context().withAsOf(cases.now);
            IncrementalEvaluator evaluator = IncrementalEvaluator.of(condition, profile, context);
            for (int step = 1; step <= 6; step++) {
                AsOf later = AsOf.of(cases.now.instant().plus(Duration.ofHours(step * 37L)), cases.now.zone());
                assertThat(evaluator.advanceTo(later.instant()))
                        .as("seed %s, step %s, %s", seed, step, condition)
                        .isEqualTo(condition.evaluate(profile, context.withAsOf(later)));
            }
        }
    }
}
