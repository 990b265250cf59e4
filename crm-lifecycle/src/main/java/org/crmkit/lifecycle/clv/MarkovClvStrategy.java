package org.crmkit.lifecycle.clv;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.column.LongColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.purchase.Buyers;

/** Counts the moves between recency states, period by period back from the instant. */
record MarkovClvStrategy(MarkovClv.Plan plan) implements ClvStrategy {

    MarkovClvStrategy {
        checkNotNull(plan, "plan");
    }

    @Override
    public MarkovClv fit(CustomerBase population, ScoringContext context) {
        SummaryTable table = population.summaries();
        LongColumn net = table.netUnits();
        int end = Buyers.lastObservedDay(population.asOf());
        int n = plan.recencyStates() + 1;
        double[][] moves = new double[n][n];
        long activePeriods = 0;
        double spend = 0;
        for (int row = 0; row < table.size(); row++) {
            if (table.purchaseDays().get(row) > 0) {
                activePeriods += count(table, row, end, moves);
                spend += table.unit().toDouble(net.get(row));
            }
        }
        double watched = 0;
        for (double[] row : moves) {
            for (double count : row) {
                watched += count;
            }
        }
        boolean learned = watched > 0;
        // gone is gone: who comes back after that long is a new customer
        Arrays.fill(moves[n - 1], 0);
        return new MarkovClv(
                learned ? Optional.of(chain(moves)) : Optional.empty(),
                activePeriods > 0 ? spend / activePeriods : 0,
                plan,
                FitOrigins.of(
                        population,
                        Optional.empty(),
                        learned ? FitStatus.CONVERGED : FitStatus.TOO_LITTLE_DATA,
                        (long) watched + " moves between states were counted"));
    }

    private MarkovChain chain(double[][] moves) {
        int n = moves.length;
        List<String> names = new ArrayList<>();
        for (int state = 1; state < n; state++) {
            names.add(Integer.toString(state));
        }
        names.add("gone");
        double[][] allowed = new double[n][n];
        for (int i = 0; i < n - 1; i++) {
            // from a recency state one either buys or falls back by one
            allowed[i][0] = moves[i][0] + plan.smoothing();
            allowed[i][i + 1] = moves[i][i + 1] + plan.smoothing();
            if (allowed[i][0] + allowed[i][i + 1] == 0) {
                allowed[i][i + 1] = 1;
            }
        }
        allowed[n - 1][n - 1] = 1;
        return MarkovChain.fromCounts(names, allowed, 0);
    }

    /** Adds the moves of one customer and returns the number of periods in which he bought. */
    private int count(SummaryTable table, int row, int end, double[][] moves) {
        int from = table.dayOffsets().get(row);
        int to = table.dayOffsets().get(row + 1);
        int periods = periodBack(end, table.days().get(from));
        boolean[] bought = new boolean[periods + 1];
        for (int i = from; i < to; i++) {
            bought[periodBack(end, table.days().get(i))] = true;
        }
        int state = 0;
        int active = 1;
        for (int back = periods - 1; back >= 0; back--) {
            int next = bought[back] ? 0 : plan.stateAfter(state + 1);
            moves[state][next]++;
            active += bought[back] ? 1 : 0;
            state = next;
        }
        return active;
    }

    /** How many whole periods before the present one a day lies; 0 in the present one. */
    private int periodBack(int end, int day) {
        return Math.max(0, end - day) / plan.periodDays();
    }
}
