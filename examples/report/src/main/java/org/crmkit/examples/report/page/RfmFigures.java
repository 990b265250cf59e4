package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.percent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.RfmResult;

/** Recency, frequency and money: the map of cells, and the named segments. */
final class RfmFigures {

    private final CustomerTable table;
    private final RfmResult rfm;
    private final boolean hasMoney;

    RfmFigures(CustomerTable table, RfmResult rfm) {
        this.table = table;
        this.rfm = rfm;
        this.hasMoney = table.log().hasAmounts();
    }

    /** What a group of customers adds up to. */
    private static final class Sum {
        long customers;
        double money;
        long purchases;
        double recency;

        double meanMoney() {
            return customers == 0 ? 0 : money / customers;
        }
    }

    private void add(Sum sum, int customer) {
        sum.customers++;
        sum.money += table.unit().major(table.monetaryMinor(customer));
        sum.purchases += table.frequency(customer);
        sum.recency += table.recencyDays(customer);
    }

    Figure heatMap() {
        int bins = rfm.bins();
        Sum[][] cells = new Sum[bins][bins];
        double total = 0;
        for (int r = 0; r < bins; r++) {
            for (int f = 0; f < bins; f++) {
                cells[r][f] = new Sum();
            }
        }
        for (int i = 0; i < table.size(); i++) {
            add(cells[rfm.r(i) - 1][rfm.f(i) - 1], i);
            total += table.unit().major(table.monetaryMinor(i));
        }
        List<Map<String, Object>> data = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        Sum best = cells[0][0];
        String bestName = "R1 F1";
        for (int r = bins; r >= 1; r--) {
            for (int f = 1; f <= bins; f++) {
                Sum cell = cells[r - 1][f - 1];
                data.add(Map.of(
                        "r", r, "f", f, "customers", cell.customers, "mean", cell.meanMoney(), "sum", cell.money));
                rows.add(List.of(
                        "R" + r + " F" + f,
                        count(cell.customers),
                        hasMoney && cell.customers > 0 ? table.unit().shown(cell.meanMoney()) : "",
                        hasMoney ? table.unit().shown(cell.money) : ""));
                if (hasMoney ? cell.money > best.money : cell.customers > best.customers) {
                    best = cell;
                    bestName = "R" + r + " F" + f;
                }
            }
        }
        String reading = hasMoney
                ? "The cell that brings most is %s: %s of the customers and %s of the sales, %s each on average. Darker means a higher mean spend."
                        .formatted(
                                bestName,
                                percent((double) best.customers / table.size()),
                                percent(total > 0 ? best.money / total : 0),
                                table.unit().shown(best.meanMoney()))
                : "The fullest cell is %s with %s of the customers. Darker means more customers."
                        .formatted(bestName, percent((double) best.customers / table.size()));
        return new Figure(
                "rfm",
                "heatmap",
                "RFM map: recency by frequency",
                reading,
                Map.of("bins", bins, "cells", data, "money", hasMoney),
                new DataTable(List.of("cell", "customers", "mean spend", "sales"), rows),
                true);
    }

    private Sum[] segmentSums() {
        Sum[] sums = new Sum[rfm.segments().size()];
        for (int s = 0; s < sums.length; s++) {
            sums[s] = new Sum();
        }
        for (int i = 0; i < table.size(); i++) {
            if (rfm.segmentOf(i) >= 0) {
                add(sums[rfm.segmentOf(i)], i);
            }
        }
        return sums;
    }

    Figure segments() {
        Sum[] sums = segmentSums();
        double customers = 0;
        double money = 0;
        for (Sum sum : sums) {
            customers += sum.customers;
            money += sum.money;
        }
        List<String> labels = new ArrayList<>();
        List<Double> people = new ArrayList<>();
        List<Double> sales = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        int best = 0;
        for (int s = 0; s < sums.length; s++) {
            Sum sum = sums[s];
            if (sum.customers == 0 && s == sums.length - 1) {
                continue; // nobody is left without a segment
            }
            labels.add(words(rfm.segments().get(s)));
            people.add(customers > 0 ? sum.customers / customers : 0);
            sales.add(money > 0 ? sum.money / money : 0);
            rows.add(row(words(rfm.segments().get(s)), sum, people.get(s), sales.get(s)));
            boolean better = hasMoney ? sum.money > sums[best].money : sum.customers > sums[best].customers;
            best = better ? s : best;
        }
        List<Map<String, Object>> series = new ArrayList<>();
        series.add(Map.of("name", "share of customers", "values", people));
        if (hasMoney) {
            series.add(Map.of("name", "share of sales", "values", sales));
        }
        String reading = hasMoney
                ? "%s are %s of the customers and bring %s of the sales."
                        .formatted(labels.get(best), percent(people.get(best)), percent(sales.get(best)))
                : "%s are the largest segment: %s of the customers."
                        .formatted(labels.get(best), percent(people.get(best)));
        return new Figure(
                "segments",
                "shares",
                "Segments: how many they are, what they bring",
                reading,
                Map.of("labels", labels, "series", series),
                new DataTable(
                        List.of(
                                "segment",
                                "customers",
                                "share",
                                "sales",
                                "share of sales",
                                "mean spend",
                                "mean F",
                                "mean days since"),
                        rows),
                true);
    }

    private List<String> row(String name, Sum sum, double share, double salesShare) {
        boolean any = sum.customers > 0;
        return List.of(
                name,
                count(sum.customers),
                percent(share),
                hasMoney ? table.unit().shown(sum.money) : "",
                hasMoney ? percent(salesShare) : "",
                hasMoney && any ? table.unit().shown(sum.meanMoney()) : "",
                any ? Numbers.oneDecimal((double) sum.purchases / sum.customers) : "",
                any ? count(Math.round(sum.recency / sum.customers)) : "");
    }

    /** A segment's id as words: {@code cant_lose} reads "Can't lose". */
    static String words(String id) {
        String plain = id.replace('_', ' ').replace("cant ", "can't ");
        return Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
    }
}
