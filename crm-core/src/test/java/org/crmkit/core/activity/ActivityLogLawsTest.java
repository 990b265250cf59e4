package org.crmkit.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.tck.Populations;

class ActivityLogLawsTest {
    @Provide
    Arbitrary<List<Activity>> activities() {
        return Populations.activities(8, 40);
    }

    @Property(tries = 200)
    void orderOfArrivalAndDuplicationDoNotMatter(@ForAll("activities") List<Activity> activities, @ForAll long seed) {
        List<Activity> shuffled = new ArrayList<>(activities);
        shuffled.addAll(activities.subList(0, activities.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ActivityLog.of(shuffled, Populations.CENTS))
                .isEqualTo(ActivityLog.of(activities, Populations.CENTS));
    }

    @Property(tries = 200)
    void mergingPartsGivesTheWhole(@ForAll("activities") List<Activity> activities, @ForAll int cut) {
        int at = activities.isEmpty() ? 0 : Math.floorMod(cut, activities.size());
        ActivityLog first = ActivityLog.of(activities.subList(0, at), Populations.CENTS);
        ActivityLog second = ActivityLog.of(activities.subList(at, activities.size()), Populations.CENTS);
        ActivityLog whole = ActivityLog.of(activities, Populations.CENTS);
        assertThat(first.merge(second)).isEqualTo(whole);
        assertThat(second.merge(first)).isEqualTo(whole);
        assertThat(whole.merge(whole)).isEqualTo(whole);
    }

    @Property(tries = 200)
    void historiesPartitionTheLog(@ForAll("activities") List<Activity> activities) {
        ActivityLog log = ActivityLog.of(activities, Populations.CENTS);
        List<Activity> all = new ArrayList<>();
        for (int row = 0; row < log.customers().size(); row++) {
            ActivityHistory history = log.history(row);
            for (int i = 0; i < history.size(); i++) {
                assertThat(history.get(i).customer()).isEqualTo(log.customers().get(row));
                assertThat(i == 0 || !history.at(i).isBefore(history.at(i - 1))).isTrue();
            }
            all.addAll(history.asList());
        }
        assertThat(all).isEqualTo(log.asList()).containsExactlyInAnyOrderElementsOf(activities);
    }
}
