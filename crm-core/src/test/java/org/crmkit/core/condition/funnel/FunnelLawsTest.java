package org.crmkit.core.condition.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.tck.Populations;

/** Law 34 of spec/segmentation.md: counts add up to the population at each step. */
class FunnelLawsTest {
    private static final int TRIES = 150;
    private static final AttributeKey<Long> X = AttributeKey.integer("x");
    private static final AttributeKey<String> CITY = AttributeKey.code("city");

    private static List<Person> people(Random random) {
        List<Person> people = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            Attributes.Builder attributes = Attributes.builder();
            if (random.nextInt(4) > 0) {
                attributes.put(X, (long) random.nextInt(6));
            }
            if (random.nextInt(4) > 0) {
                attributes.put(CITY, "c" + random.nextInt(3));
            }
            people.add(Person.of(CustomerId.of("p" + i), CustomerType.CONSUMER, attributes.build()));
        }
        return people;
    }

    private static CustomerBase base(List<Person> people, Random random) {
        List<Activity> activities = new ArrayList<>();
        for (Person person : people) {
            for (int i = random.nextInt(3); i > 0; i--) {
                activities.add(Purchase.of(
                        person.id() + "-" + i,
                        person.id().value(),
                        Populations.AS_OF.instant().minusSeconds(86_400L * random.nextInt(120)),
                        Money.ofMinor(100, Populations.EUR)));
            }
        }
        return CustomerBase.of(people, ActivityLog.of(activities, Populations.CENTS), Populations.AS_OF);
    }

    private static List<Condition> conditions(Random random) {
        List<Condition> conditions = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            conditions.add(
                    switch (random.nextInt(5)) {
                        case 0 -> Conditions.where(X).atLeast(random.nextInt(5));
                        case 1 -> Conditions.where(CITY).isOneOf("c0", "c" + random.nextInt(4));
                        case 2 -> Conditions.purchases().lastDays(90).count().atLeast(random.nextInt(3));
                        case 3 -> Conditions.where(CITY).isMissing();
                        default ->
                            Conditions.not(Conditions.all(
                                    Conditions.where(X).lessThan(random.nextInt(6)),
                                    Conditions.where(CITY).is("c1")));
                    });
        }
        return conditions;
    }

    private static Funnel funnel(List<Condition> conditions) {
        Funnel funnel = Funnel.of("1", conditions.get(0));
        for (int i = 1; i < conditions.size(); i++) {
            funnel = funnel.then(Integer.toString(i + 1), conditions.get(i));
        }
        return funnel;
    }

    @Property(tries = TRIES)
    void law34_countsAddUpToThePopulationAtEachStep(@ForAll long seed) {
        Random random = new Random(seed);
        CustomerBase base = base(people(random), random);
        FunnelReport report = funnel(conditions(random)).count(base);
        assertThat(report.customers()).isEqualTo(base.size());
        for (MembershipPolicy policy : MembershipPolicy.values()) {
            long lost = 0;
            for (int i = 0; i < report.steps().size(); i++) {
                FunnelStep step = report.steps().get(i);
                assertThat(step.alone().total()).isEqualTo(base.size());
                assertThat(step.allSoFar().total()).isEqualTo(base.size());
                assertThat(step.anySoFar().total()).isEqualTo(base.size());
                assertThat(report.lost(i, policy)).isNotNegative();
                lost += report.lost(i, policy);
                assertThat(lost + step.allSoFar().members(policy)).isEqualTo(base.size());
            }
        }
        long placed = 0;
        for (int i = 0; i < report.steps().size(); i++) {
            assertThat(report.first(i)).isNotNegative();
            placed += report.first(i);
        }
        assertThat(placed + report.withoutPlace().total()).isEqualTo(base.size());
    }

    @Property(tries = TRIES)
    void countsAreThoseOfAskingEachCustomer(@ForAll long seed) {
        Random random = new Random(seed);
        CustomerBase base = base(people(random), random);
        List<Condition> conditions = conditions(random);
        FunnelReport report = funnel(conditions).count(base);
        for (int i = 0; i < conditions.size(); i++) {
            FunnelStep step = report.steps().get(i);
            List<Condition> soFar = conditions.subList(0, i + 1);
            assertThat(step.alone()).isEqualTo(counted(base, conditions.get(i)));
            assertThat(step.allSoFar()).isEqualTo(counted(base, new Condition.All(soFar)));
            assertThat(step.anySoFar()).isEqualTo(counted(base, new Condition.Any(soFar)));
            List<Condition> others = new ArrayList<>(conditions);
            Condition own = others.remove(i);
            long obstructed = 0;
            long first = 0;
            for (int row = 0; row < base.size(); row++) {
                Profile profile = base.profile(row);
                Truth truth = own.evaluate(profile);
                boolean rest = new Condition.All(others).evaluate(profile) == Truth.TRUE;
                obstructed += rest && truth != Truth.TRUE ? 1 : 0;
                boolean earlier = conditions.subList(0, i).stream()
                        .anyMatch(condition -> condition.evaluate(profile) == Truth.TRUE);
                first += truth == Truth.TRUE && !earlier ? 1 : 0;
            }
            assertThat(step.onlyObstacle()).isEqualTo(obstructed);
            assertThat(report.first(i)).isEqualTo(first);
        }
    }

    private static TruthCounts counted(CustomerBase base, Condition condition) {
        TruthCounts counts = TruthCounts.ZERO;
        for (int row = 0; row < base.size(); row++) {
            Truth truth = condition.evaluate(base.profile(row));
            counts = counts.plus(new TruthCounts(
                    truth == Truth.TRUE ? 1 : 0, truth == Truth.FALSE ? 1 : 0, truth == Truth.UNKNOWN ? 1 : 0));
        }
        return counts;
    }

    @Property(tries = TRIES)
    void orderChangesTheWay_notTheEnd(@ForAll long seed) {
        Random random = new Random(seed);
        CustomerBase base = base(people(random), random);
        List<Condition> conditions = conditions(random);
        FunnelReport report = funnel(conditions).count(base);
        List<Condition> shuffled = new ArrayList<>(conditions);
        Collections.shuffle(shuffled, random);
        FunnelReport other = funnel(shuffled).count(base);
        int last = conditions.size() - 1;
        assertThat(other.steps().get(last).allSoFar())
                .isEqualTo(report.steps().get(last).allSoFar());
        assertThat(other.steps().get(last).anySoFar())
                .isEqualTo(report.steps().get(last).anySoFar());
        for (int i = 1; i <= last; i++) {
            assertThat(report.steps().get(i).allSoFar().in())
                    .isLessThanOrEqualTo(report.steps().get(i - 1).allSoFar().in());
        }
    }

    @Property(tries = TRIES)
    void reportsOfParts_addUpToTheWhole(@ForAll long seed) {
        Random random = new Random(seed);
        List<Person> people = people(random);
        int cut = random.nextInt(people.size() + 1);
        long sales = random.nextLong();
        Funnel funnel = funnel(conditions(random));
        List<Person> left = people.subList(0, cut);
        List<Person> right = people.subList(cut, people.size());
        Random drawn = new Random(sales);
        CustomerBase one = base(left, drawn);
        CustomerBase two = base(right, drawn);
        FunnelReport sum = funnel.count(one).plus(funnel.count(two));
        assertThat(sum).isEqualTo(funnel.count(two).plus(funnel.count(one)));
        assertThat(sum).isEqualTo(funnel.count(base(people, new Random(sales))));
    }
}
