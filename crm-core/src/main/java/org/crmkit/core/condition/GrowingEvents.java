package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.money.AmountUnit;

/** Activities of one customer that become more; always in the order of a history. */
final class GrowingEvents implements EventList {
    private final AmountUnit unit;
    private static final long NOT_ASKED = Long.MIN_VALUE;

    private final List<Activity> activities;
    /** What is asked most, beside the activities: the seconds, and the units once they were asked for. */
    private long[] seconds;

    private long[] units;

    GrowingEvents(AmountUnit unit, List<Activity> sorted) {
        this.unit = unit;
        this.activities = new ArrayList<>(sorted);
        this.seconds = new long[sorted.size()];
        this.units = new long[sorted.size()];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = sorted.get(i).at().getEpochSecond();
            units[i] = NOT_ASKED;
        }
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
        seconds = inserted(seconds, low, activity.at().getEpochSecond());
        units = inserted(units, low, NOT_ASKED);
        activities.add(low, activity);
        return low;
    }

    private long[] inserted(long[] numbers, int place, long number) {
        int size = activities.size();
        long[] more = size < numbers.length ? numbers : Arrays.copyOf(numbers, size + size / 2 + 4);
        System.arraycopy(more, place, more, place + 1, size - place);
        more[place] = number;
        return more;
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
        return seconds[index];
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
        if (units[index] == NOT_ASKED) {
            units[index] = unitsOf(activities.get(index));
        }
        return units[index];
    }

    private long unitsOf(Activity activity) {
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
