package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.money.AmountUnit;

/** Activities of one customer that become more; always in the order of a history. */
final class GrowingEvents implements EventList {
    private final AmountUnit unit;
    private final List<Activity> activities;

    GrowingEvents(AmountUnit unit, List<Activity> sorted) {
        this.unit = unit;
        this.activities = new ArrayList<>(sorted);
    }

    /** Inserts an activity and returns its place. */
    int add(Activity activity) {
        int low = 0;
        int high = activities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(activities.get(middle), activity) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        activities.add(low, activity);
        return low;
    }

    List<Activity> asList() {
        return activities;
    }

    private static int compare(Activity a, Activity b) {
        int byTime = a.at().compareTo(b.at());
        return byTime != 0 ? byTime : a.id().compareTo(b.id());
    }

    @Override
    public int size() {
        return activities.size();
    }

    @Override
    public long second(int index) {
        return activities.get(index).at().getEpochSecond();
    }

    @Override
    public int nano(int index) {
        return activities.get(index).at().getNano();
    }

    @Override
    public String code(int index) {
        return activities.get(index).code();
    }

    @Override
    public long units(int index) {
        Activity activity = activities.get(index);
        if (activity instanceof Purchase purchase) {
            return unit.toUnits(purchase.amount());
        }
        return activity instanceof Refund refund ? unit.toUnits(refund.amount()) : 0;
    }

    @Override
    public Activity activity(int index) {
        return activities.get(index);
    }

    @Override
    public AmountUnit unit() {
        return unit;
    }
}
