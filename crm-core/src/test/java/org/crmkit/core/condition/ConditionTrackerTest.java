package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.condition.Conditions.events;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.Person;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/**
 * Lets events come in random batches and time pass between them: the answers are those of asking anew with all that is known, and the changes told lead
 * from one to the next.
 *
 * <p>10,000 batches with {@code -Pslow}.
 */
class ConditionTrackerTest {
    private static final int CASES = Boolean.getBoolean("crm.slow") ? 1_250 : 25;
    private static final int BATCHES = 8;
    private static final CustomerId ID = CustomerId.of("c0");

    @Test
    void answersAreThoseOfAskingAnewAfterEachBatch() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCases cases = new RandomCases(seed);
            Map<String, Condition> conditions = conditions(cases);
            List<Customer> customers = cases.chance(0.8) ? List.of(cases.person(ID)) : List.of();
            List<Activity> known = new ArrayList<>(List.of(cases.activity(ID, 0)));
            Instant now = cases.now.instant();
            ConditionTracker tracker = ConditionSet.of(conditions)
                    .track(profile(customers, known, cases), cases.context().withAsOf(cases.now));
            Map<String, Truth> told = new HashMap<>();
            conditions.keySet().forEach(name -> told.put(name, tracker.truth(name)));
            for (int batch = 1; batch <= BATCHES; batch++) {
                int events = cases.random.nextInt(4);
                for (int i = 0; i < events; i++) {
                    // A number that has been before may be the same activity again.
                    Activity activity = cases.chance(0.2) ? cases.one(known) : cases.activity(ID, 100 * batch + i);
                    if (!known.contains(activity)) {
                        known.add(activity);
                    }
                    apply(tracker.add(activity), told);
                }
                if (cases.chance(0.3)) {
                    tracker.holdsUntil();
                }
                if (cases.chance(0.7)) {
                    now = now.plus(Duration.ofMinutes(cases.random.nextInt(60 * 24 * 12)));
                    apply(tracker.advanceTo(now), told);
                }
                Profile anew = profile(customers, known, cases);
                EvaluationContext context = cases.context().withAsOf(AsOf.of(now, cases.now.zone()));
                for (Map.Entry<String, Condition> each : conditions.entrySet()) {
                    Truth truth = each.getValue().evaluate(anew, context);
                    assertThat(tracker.truth(each.getKey()))
                            .as("seed %s, batch %s, %s", seed, batch, each.getValue())
                            .isEqualTo(truth);
                    assertThat(told.get(each.getKey())).isEqualTo(truth);
                }
            }
        }
    }

    private static void apply(List<ConditionTracker.Change> changes, Map<String, Truth> told) {
        for (ConditionTracker.Change change : changes) {
            assertThat(told.put(change.name(), change.after())).isEqualTo(change.before());
        }
    }

    private static Map<String, Condition> conditions(RandomCases cases) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            conditions.put("s" + i, cases.condition(i % 4));
        }
        return conditions;
    }

    /** As of a moment after all events. */
    private static Profile profile(List<Customer> customers, List<Activity> known, RandomCases cases) {
        AsOf end = AsOf.of(cases.now.instant().plus(Duration.ofDays(200)), cases.now.zone());
        return CustomerBase.of(customers, ActivityLog.of(known, RandomCases.CENTS), end)
                .profile(ID)
                .orElseThrow();
    }

    @Test
    void add_tellsWhoEntersAndWhoLeaves() {
        RandomCases cases = new RandomCases(1);
        Map<String, Condition> conditions = new LinkedHashMap<>();
        conditions.put("any", events(EventStream.ACTIVITY).count().atLeast(1));
        conditions.put("none", events(EventStream.ACTIVITY).count().is(0));
        Person person = cases.person(ID);
        Profile profile = Profile.of(person, List.of(), cases.now, RandomCases.CENTS);
        ConditionTracker tracker =
                ConditionSet.of(conditions).track(profile, EvaluationContext.STANDARD.withAsOf(cases.now));
        Activity later = cases.activity(ID, 1);
        while (!later.at().isAfter(cases.now.instant())) {
            later = cases.activity(ID, 1);
        }
        assertThat(tracker.add(later)).isEmpty();
        assertThat(tracker.holdsUntil()).contains(later.at());
        assertThat(tracker.advanceTo(later.at()))
                .containsExactly(
                        new ConditionTracker.Change("any", Truth.FALSE, Truth.TRUE),
                        new ConditionTracker.Change("none", Truth.TRUE, Truth.FALSE));
        assertThat(tracker.add(later)).isEmpty();
        assertThatThrownBy(() -> tracker.truth("other")).hasMessage("name must be one of the set's, was other");
        assertThatThrownBy(() -> tracker.advanceTo(Instant.EPOCH)).hasMessageStartingWith("moment must not be before ");
    }
}
