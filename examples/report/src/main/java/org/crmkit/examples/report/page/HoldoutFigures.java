package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.oneDecimal;
import static org.crmkit.examples.report.page.Numbers.percent;
import static org.crmkit.examples.report.page.Numbers.twoDecimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.examples.report.customers.HoldoutCheck;
import org.crmkit.lifecycle.backtest.Accuracy;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Tracking;

/** What the purchase model expected beside what happened. */
final class HoldoutFigures {

    private final HoldoutCheck check;
    private final String period;

    HoldoutFigures(HoldoutCheck check) {
        this.check = check;
        this.period = check.fit().buyers().grain() == TimeGrain.MONTH ? "30 days" : "week";
    }

    Figure tracking() {
        List<String> labels = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        List<Long> actual = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        int holdout = 0;
        for (Tracking.Period one : check.tracking().periods()) {
            labels.add(one.from().toString());
            expected.add(one.expected());
            actual.add(one.actual());
            holdout += one.holdout() ? 0 : 1;
            rows.add(List.of(
                    one.from().toString(),
                    oneDecimal(one.expected()),
                    count(one.actual()),
                    one.holdout() ? "holdout" : ""));
        }
        return new Figure(
                "tracking",
                "tracking",
                "Expected and actual repeat purchases by " + period,
                "Fitted on what was known on %s (%s): %s."
                        .formatted(
                                check.fit().lastDay(), check.fit().purchases().modelName(), verdict()),
                Map.of("labels", labels, "expected", expected, "actual", actual, "holdout", holdout),
                new DataTable(List.of(period + " from", "expected", "actual", ""), rows),
                true);
    }

    private String verdict() {
        OptionalDouble bias = check.result().accuracy().bias();
        if (bias.isEmpty()) {
            return "nothing was bought after that day";
        }
        return "for the %s days after, which the model had not seen, it forecast %s %s purchases than were made"
                .formatted(
                        check.backtest().days(),
                        percent(Math.abs(bias.getAsDouble())),
                        bias.getAsDouble() < 0 ? "fewer" : "more");
    }

    Figure calibration() {
        Accuracy accuracy = check.result().accuracy();
        List<double[]> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (Accuracy.Decile decile : accuracy.deciles()) {
            points.add(new double[] {decile.meanPredicted(), decile.meanActual()});
            rows.add(List.of(
                    "tenth " + (rows.size() + 1),
                    count(decile.customers()),
                    twoDecimals(decile.meanPredicted()),
                    twoDecimals(decile.meanActual()),
                    percent(decile.gain())));
        }
        Accuracy.Decile busiest = accuracy.deciles().get(0);
        return new Figure(
                "calibration",
                "calibration",
                "Is the forecast right for busy and quiet customers?",
                "Customers in tenths by forecast: the busiest tenth was to buy %s times after %s and bought %s times; points on the line are right."
                        .formatted(
                                oneDecimal(busiest.meanPredicted()),
                                check.fit().lastDay(),
                                oneDecimal(busiest.meanActual())),
                Map.of("points", points),
                new DataTable(
                        List.of(
                                "customers",
                                "number",
                                "forecast purchases",
                                "actual purchases",
                                "share of all, so far"),
                        rows),
                false);
    }

    /** The model and the naive rules side by side. */
    DataTable contest() {
        List<List<String>> rows = new ArrayList<>();
        for (Backtest.Result result : check.backtest().results()) {
            Accuracy accuracy = result.accuracy();
            OptionalDouble bias = accuracy.bias();
            OptionalDouble auc = accuracy.auc();
            rows.add(List.of(
                    result.name(),
                    bias.isPresent()
                            ? (bias.getAsDouble() < 0 ? "−" : "+") + percent(Math.abs(bias.getAsDouble()))
                            : "",
                    twoDecimals(accuracy.meanAbsoluteError()),
                    twoDecimals(accuracy.rootMeanSquareError()),
                    auc.isPresent() ? twoDecimals(auc.getAsDouble()) : ""));
        }
        return new DataTable(List.of("forecast", "total off by", "mean error", "root mean square", "AUC"), rows);
    }
}
