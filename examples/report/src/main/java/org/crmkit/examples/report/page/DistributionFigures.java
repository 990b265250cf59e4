package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.many;
import static org.crmkit.examples.report.page.Numbers.percent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.crmkit.examples.report.customers.CustomerTable;

/** How orders, silence and spend are spread over the customers. */
final class DistributionFigures {

    /** The first count of each bar: single counts where most customers are, wider steps for the busy few. */
    private static final int[] COUNTS = {1, 2, 3, 4, 5, 6, 8, 11, 16, 21, 31, 51, 101};

    private static final int[] RECENCY_STEPS = {7, 30, 60, 90, 182, 365, 730, 3_650};

    private final CustomerTable table;
    private final String frequencyWord;

    DistributionFigures(CustomerTable table, String frequencyWord) {
        this.table = table;
        this.frequencyWord = frequencyWord;
    }

    Figure orders() {
        int n = table.size();
        long[] customers = new long[COUNTS.length];
        long total = 0;
        for (int i = 0; i < n; i++) {
            int at = Arrays.binarySearch(COUNTS, table.frequency(i));
            customers[at >= 0 ? at : -at - 2]++;
            total += table.frequency(i);
        }
        int[] sorted = new int[n];
        Arrays.setAll(sorted, table::frequency);
        Arrays.sort(sorted);
        int best = Math.max(1, n / 20);
        long ofBest = 0;
        for (int i = n - best; i < n; i++) {
            ofBest += sorted[i];
        }
        List<String> labels = new ArrayList<>();
        int used = COUNTS.length;
        while (used > 6 && customers[used - 1] == 0) {
            used--;
        }
        for (int bar = 0; bar < used; bar++) {
            int last = bar + 1 < COUNTS.length ? COUNTS[bar + 1] - 1 : Integer.MAX_VALUE;
            String range = last == Integer.MAX_VALUE ? COUNTS[bar] + "+" : COUNTS[bar] + "–" + last;
            labels.add(last == COUNTS[bar] ? String.valueOf(last) : range);
        }
        String reading = "%s of the customers have a single %s; the busiest 5 %% made %s of all %ss."
                .formatted(
                        percent((double) customers[0] / n),
                        frequencyWord,
                        percent((double) ofBest / total),
                        frequencyWord);
        return bars(
                "orders",
                "How often customers bought",
                reading,
                frequencyWord + "s per customer",
                labels,
                labels,
                Arrays.copyOf(customers, used));
    }

    Figure recency() {
        int n = table.size();
        int longest = 0;
        double[] days = new double[n];
        for (int i = 0; i < n; i++) {
            days[i] = table.recencyDays(i);
            longest = Math.max(longest, table.recencyDays(i));
        }
        int step = RECENCY_STEPS[0];
        for (int candidate : RECENCY_STEPS) {
            step = candidate;
            if (longest / candidate < 26) {
                break;
            }
        }
        long[] customers = new long[longest / step + 1];
        List<String> labels = new ArrayList<>();
        List<String> ticks = new ArrayList<>();
        for (int bar = 0; bar < customers.length; bar++) {
            ticks.add(String.valueOf(bar * step));
            labels.add(bar * step + "–" + (bar * step + step - 1));
        }
        long silent = 0;
        for (int i = 0; i < n; i++) {
            customers[table.recencyDays(i) / step]++;
            if (table.recencyDays(i) > 182) {
                silent++;
            }
        }
        String reading =
                "Half of the customers bought within the last %s; %s have been silent for more than half a year."
                        .formatted(many(Math.round(Numbers.median(days)), "day", "days"), percent((double) silent / n));
        return bars(
                "recency",
                "Days since the last purchase",
                reading,
                "days since the last purchase",
                labels,
                ticks,
                customers);
    }

    Figure spend() {
        int n = table.size();
        double[] money = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            money[i] = table.unit().major(table.monetaryMinor(i));
            sum += money[i];
        }
        double median = Numbers.median(money);
        double mean = sum / n;
        String reading = "The middle customer spent %s; the mean is %s%s."
                .formatted(
                        table.unit().shown(median),
                        table.unit().shown(mean),
                        mean > 1.5 * median && median > 0
                                ? ", %s times as much, because a few buy a great deal"
                                        .formatted(Numbers.oneDecimal(mean / median))
                                : "");
        return money("spend", "Spend per customer", reading, "spend", money);
    }

    /** A histogram of amounts in steps of 1, 2 and 5. */
    static Figure money(String id, String title, String reading, String axis, double[] money) {
        double[] edges = edges(money);
        long[] customers = new long[edges.length + 1];
        for (double value : money) {
            int bar = 0;
            while (bar < edges.length && value >= edges[bar]) {
                bar++;
            }
            customers[bar]++;
        }
        List<String> labels = new ArrayList<>();
        labels.add("< " + compact(edges[0]));
        for (int bar = 1; bar < edges.length; bar++) {
            labels.add(compact(edges[bar - 1]) + "–" + compact(edges[bar]));
        }
        labels.add(compact(edges[edges.length - 1]) + "+");
        return bars(id, title, reading, axis, labels, labels, customers);
    }

    /** Steps of 1, 2 and 5 that hold all but the outermost customers. */
    private static double[] edges(double[] money) {
        double[] sorted = money.clone();
        Arrays.sort(sorted);
        double high = Math.max(0.01, sorted[sorted.length - 1 - sorted.length / 200]);
        // Amounts that are practically nothing share one bar.
        double low = Math.max(Math.max(0.01, high / 10_000), sorted[sorted.length / 100]);
        List<Double> edges = new ArrayList<>();
        for (int exponent = -2; exponent < 16; exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                double edge = digit * Math.pow(10, exponent);
                if (edge > low && edges.size() < 18 && (edge <= high || edges.isEmpty())) {
                    edges.add(edge);
                }
            }
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String compact(double value) {
        if (value >= 1e9) {
            return whole(value / 1e9) + "bn";
        }
        if (value >= 1e6) {
            return whole(value / 1e6) + "m";
        }
        return value >= 1e3 ? whole(value / 1e3) + "k" : whole(value);
    }

    private static String whole(double value) {
        return value == Math.rint(value) ? String.valueOf(Math.round(value)) : String.valueOf(value);
    }

    static Figure bars(
            String id,
            String title,
            String reading,
            String axis,
            List<String> labels,
            List<String> ticks,
            long[] customers) {
        long total = Arrays.stream(customers).sum();
        List<List<String>> rows = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < customers.length; i++) {
            double share = total == 0 ? 0 : (double) customers[i] / total;
            shares.add(share);
            rows.add(List.of(labels.get(i), count(customers[i]), percent(share)));
        }
        return new Figure(
                id,
                "bars",
                title,
                reading,
                Map.of("labels", labels, "ticks", ticks, "values", customers, "shares", shares, "axis", axis),
                new DataTable(List.of(axis, "customers", "share"), rows),
                false);
    }
}
