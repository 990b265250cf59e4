package org.crmkit.core.activity;

import java.util.List;
import org.crmkit.core.money.AmountUnit;

/**
 * The columns behind a log and its histories: one row an activity, sorted by customer, instant and id.
 *
 * <p>Never changed after it is made; shared by every view.
 */
final class ActivityColumns {
    final AmountUnit unit;
    final long[] epochSecond;
    final int[] nano;
    /** Index into {@link #codes}. */
    final int[] code;

    final String[] codes;
    /** What was charged or given back; 0 for activities without an amount. */
    final long[] units;

    final Activity[] activities;

    ActivityColumns(AmountUnit unit, List<Activity> sorted) {
        int size = sorted.size();
        this.unit = unit;
        epochSecond = new long[size];
        nano = new int[size];
        code = new int[size];
        units = new long[size];
        activities = sorted.toArray(new Activity[0]);
        CodeDictionary dictionary = new CodeDictionary();
        for (int i = 0; i < size; i++) {
            Activity activity = activities[i];
            epochSecond[i] = activity.at().getEpochSecond();
            nano[i] = activity.at().getNano();
            code[i] = dictionary.indexOf(activity.code());
            units[i] = unitsOf(activity, unit);
        }
        codes = dictionary.codes();
    }

    static long unitsOf(Activity activity, AmountUnit unit) {
        if (activity instanceof Purchase purchase) {
            return unit.toUnits(purchase.amount());
        }
        if (activity instanceof Refund refund) {
            return unit.toUnits(refund.amount());
        }
        return 0;
    }
}
