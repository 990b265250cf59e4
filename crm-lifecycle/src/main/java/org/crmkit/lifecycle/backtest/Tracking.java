package org.crmkit.lifecycle.backtest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * Expected against actual repeat purchases, period by period: the picture by which purchase models are judged.
 *
 * <p>Expected are those of new customers, from the day each was acquired, without looking at what he did. Customers acquired after the
 * calibration are left out on both sides.
 *
 * @param periods the periods, the earliest first
 */
public record Tracking(List<Period> periods) {

    /**
     * Copies the periods.
     *
     * @param periods the periods, the earliest first
     */
    public Tracking {
        periods = List.copyOf(periods);
    }

    /**
     * One period.
     *
     * @param from its first day
     * @param toExclusive the day after its last one
     * @param expected repeat purchases that the model expects
     * @param actual repeat purchases that happened
     * @param holdout whether it begins after the calibration
     */
    public record Period(LocalDate from, LocalDate toExclusive, double expected, long actual, boolean holdout) {}

    /**
     * Tracks a fitted model over a population's history.
     *
     * @param summaries what the customers did
     * @param model the fitted model
     * @param lastCalibrationDay the last day that the model knew of
     * @param periodDays the length of a period in days, such as 7; a last part shorter than that is left out
     * @return the periods from the first purchase of all to the population's instant
     */
    public static Tracking of(
            SummaryTable summaries, PurchaseModel model, LocalDate lastCalibrationDay, int periodDays) {
        checkArgument(periodDays >= 1, "periodDays must be at least 1, was %s", periodDays);
        checkNotNull(lastCalibrationDay, "lastCalibrationDay");
        int cut = (int) lastCalibrationDay.toEpochDay();
        TreeMap<Integer, Integer> acquired = new TreeMap<>();
        for (int row = 0; row < summaries.size(); row++) {
            int first = summaries.firstDay().get(row);
            if (first != SummaryTable.NEVER && first <= cut) {
                acquired.merge(first, 1, Integer::sum);
            }
        }
        if (acquired.isEmpty()) {
            return new Tracking(List.of());
        }
        int start = acquired.firstKey();
        int n = (Buyers.lastObservedDay(summaries.asOf()) + 1 - start) / periodDays;
        long[] actual = actual(summaries, cut, start, n, periodDays);
        List<Period> periods = new ArrayList<>();
        Map<Integer, Double> ofNewCustomer = new HashMap<>();
        double before = 0;
        for (int i = 0; i < n; i++) {
            int end = start + (i + 1) * periodDays;
            double upTo = expectedUpTo(acquired, model, end, ofNewCustomer);
            int from = end - periodDays;
            periods.add(new Period(
                    LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(end), upTo - before, actual[i], from > cut));
            before = upTo;
        }
        return new Tracking(periods);
    }

    private static double expectedUpTo(
            TreeMap<Integer, Integer> acquired, PurchaseModel model, int end, Map<Integer, Double> ofNewCustomer) {
        double sum = 0;
        // a purchase on the last day of the period lies end - 1 - first days after the first one
        for (Map.Entry<Integer, Integer> day : acquired.headMap(end - 1).entrySet()) {
            int lag = end - 1 - day.getKey();
            // Many pairs of days lie as far apart, and an expectation may cost a quadrature.
            double expected = ofNewCustomer.computeIfAbsent(
                    lag,
                    days -> model.expectedPurchasesOfNewCustomer(model.grain().fromDays(days)));
            sum += day.getValue() * expected;
        }
        return sum;
    }

    private static long[] actual(SummaryTable table, int cut, int start, int n, int periodDays) {
        long[] counts = new long[n];
        for (int row = 0; row < table.size(); row++) {
            int from = table.dayOffsets().get(row);
            int to = table.dayOffsets().get(row + 1);
            if (to > from && table.days().get(from) <= cut) {
                for (int i = from + 1; i < to; i++) {
                    int period = (table.days().get(i) - start) / periodDays;
                    if (period < n) {
                        counts[period]++;
                    }
                }
            }
        }
        return counts;
    }
}
