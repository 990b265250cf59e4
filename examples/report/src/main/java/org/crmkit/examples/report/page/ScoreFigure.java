package org.crmkit.examples.report.page;

import static org.crmkit.examples.report.page.Numbers.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.crmkit.examples.report.customers.OwnScore;

/** How a scorer that somebody brought along spreads its scores. */
final class ScoreFigure {

    private static final int BARS = 10;

    private ScoreFigure() {}

    static Figure of(OwnScore own) {
        double[] known = Arrays.stream(own.scores().numbers().toArray())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int abstained = own.scores().abstained();
        String title = "Score: " + own.name();
        String id = "score-" + own.name().replaceAll("[^A-Za-z0-9]", "-");
        if (known.length == 0) {
            return DistributionFigures.bars(
                    id,
                    title,
                    "The scorer knows none of the %s customers.".formatted(count(abstained)),
                    "score",
                    List.of(),
                    List.of(),
                    new long[0]);
        }
        double low = known[0];
        double width = (known[known.length - 1] - low) / BARS;
        long[] customers = new long[width > 0 ? BARS : 1];
        for (double score : known) {
            customers[width > 0 ? Math.min(BARS - 1, (int) ((score - low) / width)) : 0]++;
        }
        List<String> labels = new ArrayList<>();
        List<String> ticks = new ArrayList<>();
        for (int bar = 0; bar < customers.length; bar++) {
            ticks.add(shown(low + bar * width));
            labels.add(shown(low + bar * width) + "–" + shown(low + (bar + 1) * width));
        }
        String reading = "The middle score is %s, the mean %s; %s."
                .formatted(
                        shown(Numbers.median(known)),
                        shown(Arrays.stream(known).average().orElse(0)),
                        abstained == 0
                                ? "every customer has one"
                                : Numbers.many(abstained, "customer has none", "customers have none")
                                        + " because the scorer abstains");
        return DistributionFigures.bars(id, title, reading, "score", labels, ticks, customers);
    }

    private static String shown(double score) {
        return String.format(Locale.ROOT, Math.abs(score) >= 100 ? "%,.0f" : "%.2f", score);
    }
}
