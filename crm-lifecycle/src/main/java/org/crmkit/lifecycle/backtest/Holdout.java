package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.lifecycle.purchase.Buyers;

/**
 * A population cut at a day: what was known then, and what came after.
 *
 * <p>Row i of {@link #calibration()} and of every outcome is the same customer, and the same row as in the population that was cut. Customers
 * whose first purchase lies after the cut are there without purchases: no strategy can know them, and none is judged by them.
 */
public final class Holdout {

    private final CustomerBase calibration;
    private final CustomerBase full;
    private final int cut;
    private final int end;

    private Holdout(CustomerBase calibration, CustomerBase full, int cut, int end) {
        this.calibration = calibration;
        this.full = full;
        this.cut = cut;
        this.end = end;
    }

    /**
     * Cuts a population.
     *
     * @param population all that is known today; its attributes and scores are of today and do not pass into the calibration
     * @param lastCalibrationDay the last day of which strategies may know; refunds, whose days a population does not hold,
     *     are left out of the calibration
     * @return both parts
     * @throws IllegalArgumentException if no day is left after the cut
     */
    public static Holdout of(CustomerBase population, LocalDate lastCalibrationDay) {
        checkNotNull(lastCalibrationDay, "lastCalibrationDay");
        int end = Buyers.lastObservedDay(population.asOf());
        checkArgument(
                lastCalibrationDay.toEpochDay() < end,
                "lastCalibrationDay must lie before %s, was %s",
                LocalDate.ofEpochDay(end),
                lastCalibrationDay);
        int cut = (int) lastCalibrationDay.toEpochDay();
        SummaryTable table = population.summaries();
        SummaryTable.Builder known = SummaryTable.builder(
                AsOf.endOf(lastCalibrationDay, population.asOf().zone()), table.unit());
        long order = 0;
        for (int row = 0; row < table.size(); row++) {
            int customer = known.customer(table.customers().get(row));
            for (int i = table.dayOffsets().get(row); i < table.dayOffsets().get(row + 1); i++) {
                int day = table.days().get(i);
                if (day <= cut) {
                    known.purchase(customer, order++, day, table.dayUnits().get(i));
                    for (int more = 1; more < table.dayOrders().get(i); more++) {
                        known.purchase(customer, order++, day, 0);
                    }
                }
            }
        }
        return new Holdout(CustomerBase.of(known.build()), population, cut, end);
    }

    /**
     * Returns what was known at the cut.
     *
     * @return the population as of the end of the last calibration day
     */
    public CustomerBase calibration() {
        return calibration;
    }

    /**
     * Returns the last day that models may see.
     *
     * @return the day of the cut
     */
    public LocalDate lastCalibrationDay() {
        return LocalDate.ofEpochDay(cut);
    }

    /**
     * Returns the length of the holdout.
     *
     * @return whole days, at least 1
     */
    public int days() {
        return end - cut;
    }

    /**
     * Returns what happened after the cut.
     *
     * @param target what is counted
     * @return one number a row
     */
    public DoubleColumn outcomes(Target target) {
        SummaryTable table = full.summaries();
        return DoubleColumn.tabulate(table.size(), row -> outcome(table, row, target));
    }

    private double outcome(SummaryTable table, int row, Target target) {
        int purchases = 0;
        long units = 0;
        for (int i = table.dayOffsets().get(row); i < table.dayOffsets().get(row + 1); i++) {
            if (table.days().get(i) > cut && table.days().get(i) <= end) {
                purchases++;
                units = Math.addExact(units, table.dayUnits().get(i));
            }
        }
        return switch (target) {
            case PURCHASES -> purchases;
            case SPEND -> table.unit().toDouble(units);
            case ANY_PURCHASE -> purchases > 0 ? 1 : 0;
        };
    }
}
