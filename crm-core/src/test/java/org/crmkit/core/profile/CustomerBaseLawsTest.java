package org.crmkit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.tck.Populations;

class CustomerBaseLawsTest {
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");

    @Provide
    Arbitrary<List<Activity>> activities() {
        return Populations.activities(8, 50);
    }

    @Property(tries = 100)
    void profileOfARowEqualsProfileMadeAlone(@ForAll("activities") List<Activity> activities) {
        CustomerBase base = CustomerBase.of(ActivityLog.of(activities, Populations.CENTS), Populations.AS_OF);
        Map<CustomerId, List<Activity>> own = activities.stream().collect(Collectors.groupingBy(Activity::customer));
        for (int row = 0; row < base.size(); row++) {
            Profile inBase = base.profile(row);
            Profile alone = Profile.of(
                    TestCustomers.person(inBase.id().value()),
                    own.get(inBase.id()),
                    Populations.AS_OF,
                    Populations.CENTS);
            assertThat(inBase.summary()).isEqualTo(alone.summary());
            assertThat(inBase.activities()).isEqualTo(alone.activities());
            assertThat(inBase.asOf()).isEqualTo(alone.asOf());
        }
    }

    @Property(tries = 100)
    void orderOfActivitiesDoesNotMatter(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> shuffled = new ArrayList<>(activities);
        Collections.shuffle(shuffled, new Random(seed));
        CustomerBase a = CustomerBase.of(ActivityLog.of(activities, Populations.CENTS), Populations.AS_OF);
        CustomerBase b = CustomerBase.of(ActivityLog.of(shuffled, Populations.CENTS), Populations.AS_OF);
        assertThat(a.summaries().customers()).isEqualTo(b.summaries().customers());
        assertThat(a.summaries().netUnits()).isEqualTo(b.summaries().netUnits());
        assertThat(a.summaries().days()).isEqualTo(b.summaries().days());
    }

    @Property(tries = 100)
    void attributeColumnGivesEachRowItsValueInAscendingCodes(@ForAll List<Long> values) {
        AttributeColumn<Long> column = AttributeColumn.of(
                AGE, values.size(), row -> values.get(row) % 3 == 0 ? Optional.empty() : Optional.of(values.get(row)));
        for (int row = 0; row < values.size(); row++) {
            Optional<Long> expected = values.get(row) % 3 == 0 ? Optional.empty() : Optional.of(values.get(row));
            assertThat(column.get(row)).isEqualTo(expected);
        }
        for (int code = 1; code < column.dictionary().size(); code++) {
            assertThat(column.dictionary().get(code))
                    .isGreaterThan(column.dictionary().get(code - 1));
        }
    }
}
