package org.crmkit.examples.report.intake;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All rows of a run as they arrived; {@link #until} puts those up to a day in order. */
public final class RawLog {

    private final ActivityColumns columns;

    RawLog(ActivityColumns columns) {
        this.columns = columns;
    }

    /**
     * Returns the last day on which anything happened.
     *
     * @param netReturns whether returns count as something that happened
     * @return empty if there is no activity
     */
    public Optional<LocalDate> lastDay(boolean netReturns) {
        int last = Integer.MIN_VALUE;
        last = Math.max(last, latest(columns.purchases.day));
        last = Math.max(last, latest(columns.contactDay));
        if (netReturns) {
            last = Math.max(last, latest(columns.returns.day));
        }
        if (netReturns || !columns.sawPlainOrder) {
            last = Math.max(last, latest(columns.marked.day));
        }
        return last == Integer.MIN_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(last));
    }

    /**
     * Sorts the rows up to a day by customer and day.
     *
     * @param asOf the day of the analysis; later rows are left out
     * @param netReturns whether returns are used; otherwise each counts as a return left out, whatever its day
     * @return the log in order
     */
    public ShopLog until(LocalDate asOf, boolean netReturns) {
        return new LogSorter(columns, Math.toIntExact(asOf.toEpochDay()), netReturns).sort();
    }

    /**
     * Returns the other activities.
     *
     * @return rows by kind, over all days
     */
    public Map<String, Long> contactKinds() {
        return new TreeMap<>(columns.contactKinds);
    }

    private static int latest(IntColumn days) {
        int last = Integer.MIN_VALUE;
        for (int i = 0; i < days.size(); i++) {
            last = Math.max(last, days.get(i));
        }
        return last;
    }
}
