package org.crmkit.core.activity;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.crmkit.core.money.Money;

/**
 * The lines of the purchases of a log.
 *
 * <p>Where the same item goes over the counter at the same price again and again, the lines themselves are shared: 4 bytes a line. Else what is
 * shared is a line without its amount: 12 bytes a line. Both besides 4 bytes a row of the log and one object for each different line.
 */
final class LineColumns {
    private static final int[] NONE = {};
    /** Lines are shared whole if each occurs so often on average: else the objects would weigh more than the amounts. */
    private static final int WORTH_SHARING = 4;

    /** Lines of row i stand at [offsets[i], offsets[i + 1]); empty if no row has lines. */
    private final int[] offsets;
    /** Index into {@link #shared}. */
    private final int[] index;

    private final List<PurchaseLine> shared;
    /** What each line was charged; empty where the shared lines say it. */
    private final long[] amountMinor;

    LineColumns(List<Activity> activities, Money nothing) {
        int total = 0;
        for (Activity activity : activities) {
            total = Math.addExact(total, linesOf(activity).size());
        }
        offsets = total == 0 ? NONE : offsets(activities);
        index = new int[total];
        Dictionary<PurchaseLine> dictionary = new Dictionary<>();
        if (number(activities, dictionary, line -> line, total / WORTH_SHARING)) {
            amountMinor = new long[0];
        } else {
            dictionary = new Dictionary<>();
            number(activities, dictionary, line -> withAmount(line, nothing), total);
            amountMinor = amounts(activities, total);
        }
        shared = dictionary.values();
    }

    /** Numbers the lines; gives up and returns false when there are more different ones than allowed. */
    private boolean number(
            List<Activity> activities,
            Dictionary<PurchaseLine> dictionary,
            UnaryOperator<PurchaseLine> part,
            int most) {
        int next = 0;
        for (Activity activity : activities) {
            for (PurchaseLine line : linesOf(activity)) {
                int number = dictionary.numberOf(part.apply(line));
                if (number >= most) {
                    return false;
                }
                index[next++] = number;
            }
        }
        return true;
    }

    List<PurchaseLine> get(int row, Money nothing) {
        if (offsets.length == 0 || offsets[row] == offsets[row + 1]) {
            return List.of();
        }
        PurchaseLine[] lines = new PurchaseLine[offsets[row + 1] - offsets[row]];
        for (int i = 0; i < lines.length; i++) {
            int at = offsets[row] + i;
            PurchaseLine line = shared.get(index[at]);
            lines[i] = amountMinor.length == 0
                    ? line
                    : withAmount(line, Money.ofMinor(amountMinor[at], nothing.currency()));
        }
        return List.of(lines);
    }

    /** Returns the bytes of the arrays, without the few of their headers and without the shared lines. */
    long bytesHeld() {
        return (long) Integer.BYTES * (offsets.length + index.length) + (long) Long.BYTES * amountMinor.length;
    }

    private static int[] offsets(List<Activity> activities) {
        int[] offsets = new int[activities.size() + 1];
        for (int row = 0; row < activities.size(); row++) {
            offsets[row + 1] = offsets[row] + linesOf(activities.get(row)).size();
        }
        return offsets;
    }

    private static long[] amounts(List<Activity> activities, int total) {
        long[] amounts = new long[total];
        int next = 0;
        for (Activity activity : activities) {
            for (PurchaseLine line : linesOf(activity)) {
                amounts[next++] = line.amount().amountMinor();
            }
        }
        return amounts;
    }

    private static List<PurchaseLine> linesOf(Activity activity) {
        return activity instanceof Purchase purchase ? purchase.lines() : List.of();
    }

    private static PurchaseLine withAmount(PurchaseLine line, Money amount) {
        return new PurchaseLine(
                line.sku(), line.category(), line.itemClass(), line.quantity(), amount, line.daysSupply());
    }

    /** Whether lines are shared whole follows from the lines, so equal lines make equal columns. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LineColumns that
                && Arrays.equals(offsets, that.offsets)
                && Arrays.equals(index, that.index)
                && Arrays.equals(amountMinor, that.amountMinor)
                && shared.equals(that.shared);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(index) + shared.hashCode();
    }
}
