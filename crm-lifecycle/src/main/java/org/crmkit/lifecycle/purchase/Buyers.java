package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Arrays;
import org.crmkit.core.column.IntColumn;
import org.crmkit.core.column.LongColumn;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;

/**
 * The customers of a population who ever bought, as purchase and spend models read them.
 *
 * <p>The way from summaries to (x, t_x, T, mean spend): a day of purchase counts once, the first is not counted, time runs to
 * the last day of which all is known. Index i is a buyer; {@link #row} leads back to the population. Columns, 44 bytes a
 * buyer; a {@link BuyerState} is made when asked for and equals the one made from the customer's summary.
 */
public final class Buyers {

    private final TimeGrain grain;
    private final int lastObservedDay;
    private final int[] rows;
    private final int[] firstDays;
    private final int[] lastDays;
    private final int[] repeats;
    private final double[] gaps;
    private final double[] firstSpends;
    private final double[] repeatSpends;

    private Buyers(TimeGrain grain, int lastObservedDay, int size) {
        this.grain = grain;
        this.lastObservedDay = lastObservedDay;
        rows = new int[size];
        firstDays = new int[size];
        lastDays = new int[size];
        repeats = new int[size];
        gaps = new double[size];
        firstSpends = new double[size];
        repeatSpends = new double[size];
    }

    /**
     * Returns the buyers of a population as of its instant.
     *
     * @param summaries what the customers did
     * @param grain the unit of time of the histories
     * @param returns what becomes of refunds
     * @return the buyers, in the order of their rows
     */
    public static Buyers of(SummaryTable summaries, TimeGrain grain, BuyerState.Returns returns) {
        checkNotNull(returns, "returns");
        IntColumn counts = summaries.purchaseDays();
        int n = 0;
        for (int row = 0; row < summaries.size(); row++) {
            n += counts.get(row) > 0 ? 1 : 0;
        }
        Buyers buyers = new Buyers(checkNotNull(grain, "grain"), lastObservedDay(summaries.asOf()), n);
        int i = 0;
        for (int row = 0; row < summaries.size(); row++) {
            if (counts.get(row) > 0) {
                buyers.read(i++, row, summaries, returns);
            }
        }
        return buyers;
    }

    private void read(int i, int row, SummaryTable table, BuyerState.Returns returns) {
        IntColumn days = table.days();
        LongColumn units = table.dayUnits();
        int from = table.dayOffsets().get(row);
        int to = table.dayOffsets().get(row + 1);
        long repeat = 0;
        double sum = 0;
        for (int d = from + 1; d < to; d++) {
            sum += Math.log(days.get(d) - days.get(d - 1));
            repeat = Math.addExact(repeat, units.get(d));
        }
        BuyerState state = BuyerState.of(
                days.get(from),
                days.get(to - 1),
                to - from - 1,
                sum,
                units.get(from),
                repeat,
                returns == BuyerState.Returns.NET ? table.refundUnits().get(row) : 0,
                table.unit());
        rows[i] = row;
        firstDays[i] = state.firstDay();
        lastDays[i] = state.lastDay();
        repeats[i] = state.repeatPurchases();
        gaps[i] = sum;
        firstSpends[i] = state.firstSpend();
        repeatSpends[i] = state.repeatSpend();
    }

    /**
     * Returns the last day of which all is known at an instant.
     *
     * @param asOf an instant and the zone of its days
     * @return the day of the instant, or the day before if the instant is that day's first; as days since 1970-01-01
     */
    public static int lastObservedDay(AsOf asOf) {
        return Math.toIntExact(asOf.dateOf(asOf.instant().minusNanos(1)).toEpochDay());
    }

    /**
     * Returns the number of buyers.
     *
     * @return at least zero
     */
    public int size() {
        return rows.length;
    }

    /**
     * Returns the unit of time of the histories.
     *
     * @return the grain
     */
    public TimeGrain grain() {
        return grain;
    }

    /**
     * Returns the last day of which all is known.
     *
     * @return the end of the observation
     */
    public LocalDate lastObservedDay() {
        return LocalDate.ofEpochDay(lastObservedDay);
    }

    /**
     * Returns the row of a buyer in the population.
     *
     * @param index from zero, below {@link #size()}
     * @return the row
     */
    public int row(int index) {
        return rows[index];
    }

    /**
     * Returns the state of a buyer.
     *
     * @param index from zero, below {@link #size()}
     * @return a new value
     */
    public BuyerState state(int index) {
        return new BuyerState(
                firstDays[index],
                lastDays[index],
                repeats[index],
                gaps[index],
                firstSpends[index],
                repeatSpends[index]);
    }

    /**
     * Returns the history of a buyer as of the end of the observation.
     *
     * @param index from zero, below {@link #size()}
     * @return a new value
     */
    public PurchaseHistory history(int index) {
        return state(index).history(lastObservedDay, grain);
    }

    /**
     * Returns the histories of all buyers.
     *
     * @return index i is the buyer at i
     */
    public PurchaseHistories histories() {
        double[] recency = new double[size()];
        double[] age = new double[size()];
        double[] logs = new double[size()];
        for (int i = 0; i < size(); i++) {
            PurchaseHistory history = history(i);
            recency[i] = history.recency();
            age[i] = history.age();
            logs[i] = history.sumLogGaps().orElse(0);
        }
        return PurchaseHistories.of(repeats, recency, age, logs);
    }

    /**
     * Returns the counted histories, as fits take them.
     *
     * @return the patterns, with the gaps
     */
    public PurchasePatterns patterns() {
        PurchasePatternsBuilder builder = PurchasePatterns.builder(grain);
        for (int i = 0; i < size(); i++) {
            builder.add(history(i));
        }
        return builder.build();
    }

    /**
     * Returns the repeat purchases of all buyers.
     *
     * @return a new array, index i is the buyer at i
     */
    public double[] repeatPurchases() {
        return Arrays.stream(repeats).asDoubleStream().toArray();
    }

    /**
     * Returns the mean repeat spend of all buyers.
     *
     * @return a new array of amounts in major units, index i is the buyer at i; zero without repeat purchases
     */
    public double[] meanRepeatSpends() {
        double[] means = new double[size()];
        for (int i = 0; i < means.length; i++) {
            means[i] = repeats[i] == 0 ? 0 : repeatSpends[i] / repeats[i];
        }
        return means;
    }

    /**
     * Returns the amount of the first purchase of all buyers.
     *
     * @return a new array of amounts in major units, index i is the buyer at i
     */
    public double[] firstSpends() {
        return firstSpends.clone();
    }

    @Override
    public String toString() {
        return "Buyers[size=" + size() + ", grain=" + grain + ", lastObservedDay=" + lastObservedDay() + "]";
    }
}
