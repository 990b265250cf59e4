package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.oneDecimal;
import static org.crmkit.examples.report.page.Numbers.percent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;

/** What lies ahead: who is still there, what they are worth. */
final class ValueFigures {

    private static final int MOST_COLUMNS = 10;
    private static final int ROWS = 9;
    private static final int TOP = 15;

    private final CustomerTable table;
    private final ValueResult value;
    private final String grains;

    ValueFigures(CustomerTable table, ValueResult value) {
        this.table = table;
        this.value = value;
        this.grains = value.choice().grain().name().toLowerCase(Locale.ROOT) + "s";
    }

    /** The chance to be alive of the oldest customers, by how often they came back and how long they have been silent. */
    Figure alive(PurchaseModel model) {
        double age = 0;
        int[] counts = IntStream.range(0, value.size())
                .map(value::x)
                .filter(x -> x >= 0)
                .sorted()
                .toArray();
        for (int i = 0; i < value.size(); i++) {
            age = value.x(i) >= 0 ? Math.max(age, value.age(i)) : age;
        }
        int[] purchases = columns(counts[counts.length - 1 - counts.length / 50]);
        double[] silence = new double[ROWS];
        double step = Math.max(1, Math.rint(age / ROWS));
        Arrays.setAll(silence, i -> i * step);
        List<Map<String, Object>> cells = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        List<String> yLabels = new ArrayList<>();
        for (int row = 0; row < ROWS && silence[row] < age; row++) {
            yLabels.add(count(Math.round(silence[row])));
            List<String> cellsOfRow = new ArrayList<>(List.of(yLabels.get(row)));
            for (int column = 0; column < purchases.length; column++) {
                double alive = model.pAlive(PurchaseHistory.of(purchases[column], age - silence[row], age));
                cells.add(Map.of("x", column, "y", row, "value", alive));
                cellsOfRow.add(percent(alive));
            }
            rows.add(cellsOfRow);
        }
        List<String> xLabels =
                Arrays.stream(purchases).mapToObj(String::valueOf).toList();
        List<String> headers = new ArrayList<>(List.of(grains + " of silence"));
        xLabels.forEach(label -> headers.add(label + (label.equals("1") ? " purchase" : " purchases")));
        int few = purchases[Math.min(1, purchases.length - 1)];
        int many = purchases[purchases.length / 2];
        double silent = silence[Math.min(2, yLabels.size() - 1)];
        return new Figure(
                "alive",
                "matrix",
                "Still a customer? Chance by purchases and silence",
                "After %s %s of silence, a customer of %s %s who came back %s times is still there with %s, one who came back %s times with %s (%s)."
                        .formatted(
                                count(Math.round(silent)),
                                grains,
                                count(Math.round(age)),
                                grains,
                                few,
                                percent(model.pAlive(PurchaseHistory.of(few, age - silent, age))),
                                many,
                                percent(model.pAlive(PurchaseHistory.of(many, age - silent, age))),
                                model.name()),
                Map.of(
                        "x", xLabels,
                        "y", yLabels,
                        "cells", cells,
                        "xName", "repeat purchases",
                        "yName", grains + " of silence"),
                new DataTable(headers, rows),
                true);
    }

    private static int[] columns(int most) {
        int[] nice = {1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 65, 80, 100, 130, 160, 200, 300, 500, 1_000};
        int[] used = Arrays.stream(nice).filter(x -> x <= Math.max(2, most)).toArray();
        if (used.length <= MOST_COLUMNS) {
            return used;
        }
        // Evenly thinned, the ends kept.
        return IntStream.range(0, MOST_COLUMNS)
                .map(i -> used[(int) Math.round((double) i * (used.length - 1) / (MOST_COLUMNS - 1))])
                .toArray();
    }

    Figure clv() {
        double[] known = IntStream.range(0, value.size())
                .mapToDouble(value::clv)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        double total = Arrays.stream(known).sum();
        int best = Math.max(1, known.length / 10);
        double ofBest = Arrays.stream(known, known.length - best, known.length).sum();
        String reading =
                "Over the next %s %s the customers are worth %s together, %s each on average; the best tenth holds %s of it."
                        .formatted(
                                count(Math.round(value.choice().horizonInGrains())),
                                grains,
                                table.unit().shown(total),
                                table.unit().shown(total / known.length),
                                percent(total > 0 ? ofBest / total : 0));
        return DistributionFigures.money("clv", "Lifetime value ahead", reading, "lifetime value", known);
    }

    /** The customers worth most, for a table. */
    DataTable top() {
        List<List<String>> rows = new ArrayList<>();
        for (int i : best()) {
            rows.add(List.of(
                    table.log().customerId(i),
                    table.unit().shown(value.clv(i)),
                    percent(value.pAlive(i)),
                    oneDecimal(value.expectedPurchases(i)),
                    table.unit().shown(value.expectedSpend(i)),
                    table.unit().shown(table.unit().major(table.monetaryMinor(i))),
                    table.log().lastPurchase(i).toString()));
        }
        return new DataTable(
                List.of(
                        "customer",
                        "lifetime value",
                        "still there",
                        "purchases ahead",
                        "spend each",
                        "spent so far",
                        "last purchase"),
                rows);
    }

    /** The rows of the customers worth most, the best first; of equals the earlier. */
    private List<Integer> best() {
        Comparator<Integer> better =
                Comparator.<Integer>comparingDouble(i -> -value.clv(i)).thenComparing(Comparator.naturalOrder());
        PriorityQueue<Integer> kept = new PriorityQueue<>(better.reversed());
        for (int i = 0; i < value.size(); i++) {
            if (Double.isFinite(value.clv(i)) && (kept.size() < TOP || value.clv(i) > value.clv(kept.element()))) {
                kept.add(i);
                if (kept.size() > TOP) {
                    kept.remove();
                }
            }
        }
        return kept.stream().sorted(better).toList();
    }
}
