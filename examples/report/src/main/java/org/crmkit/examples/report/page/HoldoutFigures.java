package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;
import static org.crmkit.examples.report.page.Numbers.oneDecimal;
import static org.crmkit.examples.report.page.Numbers.twoDecimals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.examples.report.customers.HoldoutCheck;

/** What the purchase model expected beside what happened. */
final class HoldoutFigures {

    private final HoldoutCheck check;
    private final String grain;

    HoldoutFigures(HoldoutCheck check) {
        this.check = check;
        TimeGrain unit = check.fit().buyers().grain();
        this.grain = unit.name().toLowerCase(Locale.ROOT);
    }

    Figure tracking() {
        double[] expected = check.expectedByGrain();
        double[] actual = check.actualByGrain();
        double days = check.fit().buyers().grain().days();
        List<String> labels = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int step = 0; step < expected.length; step++) {
            labels.add(check.firstDay().plusDays(Math.round(step * days)).toString());
            rows.add(List.of(
                    labels.get(step),
                    oneDecimal(expected[step]),
                    count(Math.round(actual[step])),
                    step >= check.firstGrainOfHoldout() ? "holdout" : ""));
        }
        double bias = check.bias();
        String verdict = Double.isNaN(bias)
                ? "nothing was bought after that day"
                : "in the time after, which the model had not seen, it expected %s %% %s purchases than happened"
                        .formatted(oneDecimal(Math.abs(bias) * 100), bias < 0 ? "fewer" : "more");
        return new Figure(
                "tracking",
                "tracking",
                "Expected and actual repeat purchases by " + grain,
                "Fitted on what was known on %s (%s): %s."
                        .formatted(
                                check.fit().lastDay(), check.fit().purchases().modelName(), verdict),
                Map.of(
                        "labels",
                        labels,
                        "expected",
                        expected,
                        "actual",
                        actual,
                        "holdout",
                        check.firstGrainOfHoldout()),
                new DataTable(List.of(grain + " from", "expected", "actual", ""), rows),
                true);
    }

    Figure calibration() {
        double[] expected = check.expectedByGroup();
        double[] actual = check.actualByGroup();
        List<double[]> points = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        for (int group = 0; group < expected.length; group++) {
            points.add(new double[] {expected[group], actual[group]});
            rows.add(List.of("tenth " + (group + 1), twoDecimals(expected[group]), twoDecimals(actual[group])));
        }
        int top = expected.length - 1;
        return new Figure(
                "calibration",
                "calibration",
                "Is the forecast right for busy and quiet customers?",
                "Customers in tenths by forecast: the busiest tenth was expected to buy %s times after %s and bought %s times; points on the line are right."
                        .formatted(oneDecimal(expected[top]), check.fit().lastDay(), oneDecimal(actual[top])),
                Map.of("points", points),
                new DataTable(List.of("customers", "expected purchases", "actual purchases"), rows),
                false);
    }
}
