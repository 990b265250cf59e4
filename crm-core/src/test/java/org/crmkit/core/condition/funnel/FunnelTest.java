package org.crmkit.core.condition.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.crmkit.core.condition.Conditions.always;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.tck.Populations;
import org.junit.jupiter.api.Test;

class FunnelTest {
    private static final AttributeKey<Long> BEDS = AttributeKey.integer("beds");

    /** Ten: beds 0 to 7, two of whom nothing is known; every third opted out. */
    private static CustomerBase base() {
        List<Person> people = new ArrayList<>();
        for (long i = 0; i < 10; i++) {
            Attributes attributes = i < 8 ? Attributes.builder().put(BEDS, i).build() : Attributes.EMPTY;
            Person person = Person.of(CustomerId.of("p" + i), CustomerType.CLINIC, attributes);
            people.add(i % 3 == 0 ? person.withTags(List.of(Tag.of("opted-out", "crm"))) : person);
        }
        return CustomerBase.of(people, ActivityLog.of(List.of(), Populations.CENTS), Populations.AS_OF);
    }

    private static Funnel funnel() {
        return Funnel.of("large", where(BEDS).atLeast(2)).then("reachable", not(tag("opted-out")));
    }

    @Test
    void count_tellsWhereCustomersAreLost() {
        FunnelReport report = funnel().count(base());
        FunnelStep large = report.steps().get(0);
        assertThat(large.alone()).isEqualTo(new TruthCounts(6, 2, 2)).isEqualTo(large.allSoFar());
        FunnelStep reachable = report.steps().get(1);
        assertThat(reachable.alone()).isEqualTo(new TruthCounts(6, 4, 0));
        assertThat(reachable.allSoFar()).isEqualTo(new TruthCounts(4, 5, 1));
        assertThat(report.lost(1, MembershipPolicy.UNKNOWN_IS_OUT)).isEqualTo(2);
        assertThat(report.lost(1, MembershipPolicy.UNKNOWN_IS_IN)).isEqualTo(3);
        assertThat(reachable.onlyObstacle()).isEqualTo(2);
        assertThat(large.onlyObstacle()).isEqualTo(2);
        assertThat(report.first(1)).isEqualTo(2);
        assertThat(report.withoutPlace()).isEqualTo(new TruthCounts(0, 1, 1));
    }

    @Test
    void toText_inBothLanguages() {
        FunnelReport report = funnel().count(base());
        assertThat(report.toText(Locale.ENGLISH)).isEqualTo("""
                10 customers
                1. large: 6 left, 2 unknown, 4 lost; alone 6; only obstacle for 2; first for 6
                2. reachable: 4 left, 1 unknown, 2 lost; alone 6; only obstacle for 2; first for 2""");
        assertThat(report.toText(Locale.CHINESE)).isEqualTo("""
                共10位客户
                1. large：剩余6，未知2，减少4；单独满足6；唯一障碍2；首个满足6
                2. reachable：剩余4，未知1，减少2；单独满足6；唯一障碍2；首个满足2""");
    }

    @Test
    void whatCannotBe_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> funnel().then("large", always()))
                .withMessage("name must be given to one step, \"large\" was given to two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Funnel.of(" ", always()))
                .withMessage("name must have 1 to 200 characters and not be blank, had 1");
        FunnelReport report = funnel().count(base());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> report.plus(Funnel.of("large", always()).count(base())))
                .withMessage("reports must be of the same funnel, had 2 and 1 steps");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FunnelReport(9, report.steps()))
                .withMessage("counts of large must add up to 9 customers, were of 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TruthCounts(1, -1, 0))
                .withMessage("out must be at least 0, was -1");
    }
}
