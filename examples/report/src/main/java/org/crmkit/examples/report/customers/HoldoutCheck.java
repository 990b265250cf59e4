package org.crmkit.examples.report.customers;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.examples.report.intake.ShopLog;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/**
 * What a model expected beside what happened, also on days that it had not seen.
 *
 * <p>Where no end of calibration was chosen, the model is fitted once more on the first three quarters of the time, for this check
 * only.
 */
public final class HoldoutCheck {

    /** Fewer days to look back on, or to set apart, would judge by chance. */
    private static final int LEAST_DAYS = 28;

    private static final int GROUPS = 10;

    private final ValueFit fit;
    private final LocalDate firstDay;
    private final LocalDate lastDay;
    private final double[] expectedByGrain;
    private final double[] actualByGrain;
    private final double[] expectedByGroup;
    private final double[] actualByGroup;

    private HoldoutCheck(ValueFit fit, LocalDate firstDay, LocalDate lastDay, int grains) {
        this.fit = fit;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        expectedByGrain = new double[grains];
        actualByGrain = new double[grains];
        expectedByGroup = new double[GROUPS];
        actualByGroup = new double[GROUPS];
    }

    static Optional<HoldoutCheck> of(CustomerTable table, ValueChoice choice, ValueFit whole, ZoneId zone) {
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < table.size(); i++) {
            first = Math.min(first, table.log().epochDay(table.log().start(i)));
        }
        LocalDate firstDay = LocalDate.ofEpochDay(first);
        LocalDate lastDay = table.asOf().minusDays(1);
        long days = lastDay.toEpochDay() - first;
        LocalDate split = choice.calibrateUntil().orElse(firstDay.plusDays(days * 3 / 4));
        if (split.toEpochDay() - first < LEAST_DAYS || lastDay.toEpochDay() - split.toEpochDay() < LEAST_DAYS) {
            return Optional.empty();
        }
        ValueFit fit = choice.calibrateUntil().isPresent()
                ? whole
                : ValueFit.of(Population.byDay(table, split, zone), choice, false, false);
        if (fit.purchaseModel().isEmpty() || fit.buyers().size() < GROUPS) {
            return Optional.empty();
        }
        // A last grain that has not ended would look like a slump.
        int grains = Math.max(1, (int) Math.floor((days + 1) / choice.grain().days()));
        HoldoutCheck check = new HoldoutCheck(fit, firstDay, lastDay, grains);
        check.track(table.log(), fit.purchaseModel().get());
        check.group(table.log(), fit.purchaseModel().get());
        return Optional.of(check);
    }

    /** Repeat purchases of those acquired by the end of calibration, by grain since the first day. */
    private void track(ShopLog log, PurchaseModel model) {
        TimeGrain grain = model.grain();
        int first = (int) firstDay.toEpochDay();
        int last = (int) lastDay.toEpochDay();
        int split = (int) fit.lastDay().toEpochDay();
        long[] newOnDay = new long[split - first + 1];
        for (int customer = 0; customer < log.customers(); customer++) {
            int day = log.epochDay(log.start(customer));
            if (day <= split) {
                newOnDay[day - first]++;
                count(log, customer, last, grain);
            }
        }
        double[] ofNewCustomer = new double[last - first + 2];
        for (int day = 1; day < ofNewCustomer.length; day++) {
            ofNewCustomer[day] = model.expectedPurchasesOfNewCustomer(grain.fromDays(day));
        }
        for (int step = 0; step < expectedByGrain.length; step++) {
            int from = startOf(step, grain);
            int to = Math.min(last - first + 1, startOf(step + 1, grain));
            for (int day = 0; day < newOnDay.length && day < to; day++) {
                // A customer who joined on a day can come again from the next day on.
                double before = from - 1 > day ? ofNewCustomer[from - 1 - day] : 0;
                double after = to - 1 > day ? ofNewCustomer[to - 1 - day] : 0;
                expectedByGrain[step] += newOnDay[day] * (after - before);
            }
        }
    }

    private void count(ShopLog log, int customer, int last, TimeGrain grain) {
        int first = (int) firstDay.toEpochDay();
        for (int row = log.start(customer) + 1; row < log.start(customer + 1); row++) {
            int day = log.epochDay(row);
            if (day != log.epochDay(row - 1) && day <= last) {
                int step = stepOf(day - first, grain);
                if (step < actualByGrain.length) {
                    actualByGrain[step]++;
                }
            }
        }
    }

    /** Steps start on whole days: a step that would start within a day starts with the day it is nearest to. */
    private static int stepOf(int day, TimeGrain grain) {
        int step = (int) (day / grain.days());
        if (day >= startOf(step + 1, grain)) {
            return step + 1;
        }
        return day < startOf(step, grain) ? step - 1 : step;
    }

    private static int startOf(int step, TimeGrain grain) {
        return (int) Math.round(step * grain.days());
    }

    /** Mean expected and actual purchases after the end of calibration, in ten groups from the lowest expectation up. */
    private void group(ShopLog log, PurchaseModel model) {
        Buyers buyers = fit.buyers();
        int split = (int) fit.lastDay().toEpochDay();
        double length = model.grain().fromDays(lastDay.toEpochDay() - split);
        double[] expected = model.expectedPurchases(buyers.histories(), length);
        int[] order = IntStream.range(0, expected.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> expected[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sizes = new int[GROUPS];
        for (int rank = 0; rank < order.length; rank++) {
            int group = (int) ((long) rank * GROUPS / order.length);
            sizes[group]++;
            expectedByGroup[group] += expected[order[rank]];
            actualByGroup[group] += daysAfter(log, buyers.row(order[rank]), split);
        }
        for (int group = 0; group < GROUPS; group++) {
            expectedByGroup[group] /= sizes[group];
            actualByGroup[group] /= sizes[group];
        }
    }

    private int daysAfter(ShopLog log, int customer, int split) {
        int count = 0;
        for (int row = log.start(customer); row < log.start(customer + 1); row++) {
            int day = log.epochDay(row);
            boolean first = row == log.start(customer) || day != log.epochDay(row - 1);
            count += first && day > split && day <= lastDay.toEpochDay() ? 1 : 0;
        }
        return count;
    }

    /**
     * Returns the fit that was checked.
     *
     * @return its last day is the end of calibration
     */
    public ValueFit fit() {
        return fit;
    }

    /**
     * Returns the first day of the input.
     *
     * @return the start of the first grain
     */
    public LocalDate firstDay() {
        return firstDay;
    }

    /**
     * Returns the last day that was looked at.
     *
     * @return the end of the holdout
     */
    public LocalDate lastDay() {
        return lastDay;
    }

    /**
     * Returns the expected repeat purchases by grain.
     *
     * @return a copy
     */
    public double[] expectedByGrain() {
        return expectedByGrain.clone();
    }

    /**
     * Returns the actual repeat purchases by grain.
     *
     * @return a copy
     */
    public double[] actualByGrain() {
        return actualByGrain.clone();
    }

    /**
     * Returns the mean expected purchases in the holdout of ten groups of customers, lowest expectation first.
     *
     * @return a copy
     */
    public double[] expectedByGroup() {
        return expectedByGroup.clone();
    }

    /**
     * Returns the mean actual purchases in the holdout of the same groups.
     *
     * @return a copy
     */
    public double[] actualByGroup() {
        return actualByGroup.clone();
    }

    /**
     * Returns the first grain that lies in the holdout with its start.
     *
     * @return an index into the grains
     */
    public int firstGrainOfHoldout() {
        double days = fit.lastDay().toEpochDay() - firstDay.toEpochDay() + 1;
        return (int)
                Math.min(expectedByGrain.length, Math.ceil(fit.buyers().grain().fromDays(days)));
    }

    /**
     * Returns expected over actual purchases in the holdout, less one.
     *
     * @return the bias of the total, such as 0.05 for 5 % too many; NaN if nothing happened
     */
    public double bias() {
        double expected = Arrays.stream(expectedByGroup).sum();
        double actual = Arrays.stream(actualByGroup).sum();
        return actual > 0 ? expected / actual - 1 : Double.NaN;
    }
}
