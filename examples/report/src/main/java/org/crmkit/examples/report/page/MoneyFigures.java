package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.percent;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.intake.ShopLog;

/** Where the money comes from: which customers, which months, which classes of goods. */
final class MoneyFigures {

    private static final int CURVE_POINTS = 100;

    /** Over more months than these, empty ones are left out. */
    private static final int MOST_MONTHS = 600;

    private final CustomerTable table;

    MoneyFigures(CustomerTable table) {
        this.table = table;
    }

    /** Spend per customer in ascending order, in the major unit. */
    private double[] ascending() {
        double[] money = new double[table.size()];
        Arrays.setAll(money, i -> table.unit().major(table.monetaryMinor(i)));
        Arrays.sort(money);
        return money;
    }

    /** Gini's coefficient of ascending values: 0 when all are equal, near 1 when one has all; 0 without a total. */
    static double gini(double[] ascending) {
        double total = 0;
        double weighted = 0;
        int n = ascending.length;
        for (int i = 0; i < n; i++) {
            total += ascending[i];
            weighted += (2.0 * (i + 1) - n - 1) * ascending[i];
        }
        return total > 0 ? weighted / (n * total) : 0;
    }

    Figure lorenz() {
        double[] money = ascending();
        int n = money.length;
        double total = Arrays.stream(money).sum();
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {0, 0});
        double running = 0;
        int taken = 0;
        for (int step = 1; step <= CURVE_POINTS; step++) {
            int upTo = (int) ((long) n * step / CURVE_POINTS);
            while (taken < upTo) {
                running += money[taken++];
            }
            points.add(new double[] {(double) step / CURVE_POINTS, total > 0 ? running / total : 0});
        }
        double gini = gini(money);
        double best = 1 - points.get(80)[1];
        List<List<String>> rows = new ArrayList<>();
        for (int share : new int[] {1, 5, 10, 20, 50}) {
            rows.add(List.of("best " + share + " %", percent(1 - points.get(CURVE_POINTS - share)[1])));
        }
        return new Figure(
                "lorenz",
                "lorenz",
                "How unevenly sales are spread",
                "The best fifth of the customers brings %s of the sales (Gini %s; 0 would be equal shares, 1 a single buyer)."
                        .formatted(percent(best), Numbers.twoDecimals(gini)),
                Map.of("points", points, "gini", gini),
                new DataTable(List.of("customers", "share of sales"), rows),
                false);
    }

    Figure months() {
        ShopLog log = table.log();
        int firstDay = log.firstEpochDay();
        YearMonth first = YearMonth.from(LocalDate.ofEpochDay(firstDay));
        int[] monthOfDay = new int[log.lastEpochDay() - firstDay + 1];
        for (int day = 0; day < monthOfDay.length; day++) {
            LocalDate date = LocalDate.ofEpochDay(firstDay + day);
            monthOfDay[day] = (date.getYear() - first.getYear()) * 12 + date.getMonthValue() - first.getMonthValue();
        }
        double[][] sums = new double[monthOfDay[monthOfDay.length - 1] + 1][3]; // sales, buyers, new buyers
        for (int customer = 0; customer < table.size(); customer++) {
            int seen = -1;
            for (int row = log.start(customer); row < log.start(customer + 1); row++) {
                int month = monthOfDay[log.epochDay(row) - firstDay];
                sums[month][0] += log.millionths(row) / 1e6;
                if (month != seen) {
                    sums[month][1]++;
                    sums[month][2] += seen < 0 ? 1 : 0;
                    seen = month;
                }
            }
        }
        TreeMap<YearMonth, double[]> months = new TreeMap<>();
        for (int month = 0; month < sums.length; month++) {
            if (sums[month][1] > 0 || sums.length < MOST_MONTHS) {
                months.put(first.plusMonths(month), sums[month]);
            }
        }
        return monthFigure(months, log.hasAmounts());
    }

    private Figure monthFigure(TreeMap<YearMonth, double[]> months, boolean hasMoney) {
        List<List<String>> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> sales = new ArrayList<>();
        List<Double> returning = new ArrayList<>();
        List<Double> fresh = new ArrayList<>();
        months.forEach((month, sums) -> {
            labels.add(month.toString());
            sales.add(sums[0]);
            fresh.add(sums[2]);
            returning.add(sums[1] - sums[2]);
            rows.add(List.of(
                    month.toString(), hasMoney ? table.unit().shown(sums[0]) : "", count((long) sums[1]), count((long)
                            sums[2])));
        });
        int by = hasMoney ? 0 : 1;
        Map.Entry<YearMonth, double[]> best = months.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue()[by]))
                .orElseThrow();
        double[] last = months.lastEntry().getValue();
        String reading =
                "The strongest month was %s with %s from %s; in the last month, %s, %s of the buyers had bought before."
                        .formatted(
                                best.getKey(),
                                hasMoney ? "sales of " + table.unit().shown(best.getValue()[0]) : "purchases",
                                Numbers.many((long) best.getValue()[1], "buyer", "buyers"),
                                months.lastKey(),
                                percent(last[1] == 0 ? 0 : (last[1] - last[2]) / last[1]));
        return new Figure(
                "months",
                "months",
                hasMoney ? "Sales and buyers by month" : "Buyers by month",
                reading,
                Map.of("labels", labels, "sales", hasMoney ? sales : List.of(), "returning", returning, "fresh", fresh),
                new DataTable(List.of("month", "sales", "buyers", "of these new"), rows),
                true);
    }

    Figure itemClasses() {
        List<Map.Entry<String, ShopLog.ClassTotal>> classes = table.log().itemClasses().entrySet().stream()
                .filter(entry -> entry.getValue().lines() > 0)
                .sorted(Comparator.comparingDouble(entry -> -entry.getValue().amount()))
                .limit(12)
                .toList();
        double total = table.log().itemClasses().values().stream()
                .mapToDouble(ShopLog.ClassTotal::amount)
                .sum();
        List<List<String>> rows = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        for (Map.Entry<String, ShopLog.ClassTotal> entry : classes) {
            String name = entry.getKey().isEmpty() ? "(none)" : entry.getKey();
            double share = total > 0 ? entry.getValue().amount() / total : 0;
            labels.add(name);
            shares.add(share);
            rows.add(List.of(
                    name,
                    count(entry.getValue().lines()),
                    table.unit().shown(entry.getValue().amount()),
                    percent(share)));
        }
        String reading = "%s brings %s of the sales.".formatted(labels.get(0), percent(shares.get(0)));
        return new Figure(
                "classes",
                "shares",
                "Sales by item class",
                Character.toUpperCase(reading.charAt(0)) + reading.substring(1),
                Map.of("labels", labels, "series", List.of(Map.of("name", "share of sales", "values", shares))),
                new DataTable(List.of("item class", "lines", "sales", "share"), rows),
                true);
    }
}
