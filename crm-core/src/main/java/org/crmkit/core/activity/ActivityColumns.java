package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkElementIndex;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;

/**
 * The columns behind a log and its histories: one row an activity, sorted by customer, instant and id.
 *
 * <p>Never changed after they are made; shared by every view. An activity is made again when someone asks for it.
 */
final class ActivityColumns {
    final AmountUnit unit;
    final List<CustomerId> customers;
    /** The rows of customer i are [offsets[i], offsets[i + 1]). */
    final int[] offsets;

    final long[] epochSecond;
    final int[] nano;
    /** What was charged or given back; 0 for activities without an amount. */
    final long[] units;

    private final TextColumn ids;
    /** Index into {@link #patterns} and {@link #codes}. */
    private final int[] pattern;

    private final List<Activity> patterns;
    private final String[] codes;
    private final LineColumns lines;
    private final Money nothing;

    ActivityColumns(AmountUnit unit, List<CustomerId> customers, int[] offsets, List<Activity> sorted) {
        int size = sorted.size();
        this.unit = unit;
        this.customers = customers;
        this.offsets = offsets;
        nothing = Money.zero(unit.currency());
        epochSecond = new long[size];
        nano = new int[size];
        units = new long[size];
        pattern = new int[size];
        Dictionary<Activity> dictionary = new Dictionary<>();
        for (int i = 0; i < size; i++) {
            Activity activity = sorted.get(i);
            epochSecond[i] = activity.at().getEpochSecond();
            nano[i] = activity.at().getNano();
            units[i] = unitsOf(activity, unit);
            pattern[i] = dictionary.numberOf(ActivityPattern.of(activity, nothing));
        }
        patterns = dictionary.values();
        codes = codesOf(patterns);
        ids = TextColumn.of(size, row -> sorted.get(row).id().value());
        lines = new LineColumns(sorted, nothing);
    }

    int size() {
        return epochSecond.length;
    }

    Instant at(int row) {
        return Instant.ofEpochSecond(epochSecond[row], nano[row]);
    }

    int compareInstants(int row, int other) {
        int bySecond = Long.compare(epochSecond[row], epochSecond[other]);
        return bySecond != 0 ? bySecond : Integer.compare(nano[row], nano[other]);
    }

    String code(int row) {
        return codes[pattern[row]];
    }

    /** Makes the activity of a row again, equal to the one that was taken; O(log customers) to find whose it is. */
    Activity activity(int row) {
        Money amount = units[row] == 0 ? nothing : unit.toMoney(units[row], RoundingMode.UNNECESSARY);
        return ActivityPattern.fill(
                patterns.get(pattern[row]),
                new ActivityId(ids.get(row)),
                customerAt(row),
                at(row),
                amount,
                lines.get(row, nothing));
    }

    /** Returns the activities of some rows, each made when it is asked for. */
    List<Activity> asList(int from, int to) {
        return new AbstractList<>() {
            @Override
            public Activity get(int index) {
                return activity(from + checkElementIndex(index, to - from));
            }

            @Override
            public int size() {
                return to - from;
            }
        };
    }

    /** Returns the bytes of the arrays, without the few of their headers and without what rows share. */
    long bytesHeld() {
        long row = 2L * Long.BYTES + 2L * Integer.BYTES;
        return row * size() + (long) Integer.BYTES * offsets.length + ids.bytesHeld() + lines.bytesHeld();
    }

    private CustomerId customerAt(int row) {
        int found = Arrays.binarySearch(offsets, row);
        return customers.get(found >= 0 ? found : -found - 2);
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

    /** Equal codes are the same object. */
    private static String[] codesOf(List<Activity> patterns) {
        Map<String, String> same = new HashMap<>();
        String[] codes = new String[patterns.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = same.computeIfAbsent(patterns.get(i).code(), code -> code);
        }
        return codes;
    }

    /** Patterns are numbered in the order of the rows, so equal activities make equal columns. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ActivityColumns that
                && unit.equals(that.unit)
                && customers.equals(that.customers)
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(epochSecond, that.epochSecond)
                && Arrays.equals(nano, that.nano)
                && Arrays.equals(units, that.units)
                && Arrays.equals(pattern, that.pattern)
                && patterns.equals(that.patterns)
                && ids.equals(that.ids)
                && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * unit.hashCode() + customers.hashCode()) + ids.hashCode();
    }
}
