package org.crmkit.segmentation.rfm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.crmkit.core.strategy.Drift;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Cut;

/**
 * Whether today's customers still spread over a model's bands as those of the fit did.
 *
 * <p>For each part the shares of the bands are compared with the chi-square test of two samples, {@code sum over both of (counted -
 * expected)^2 / expected} (Pearson 1900, doi 10.1080/14786440009463897). That the cuts are quantiles of the first sample changes nothing:
 * the share of today's customers between two of them varies as much as if both had been counted.
 */
final class RfmDrift {

    static final double FALSE_ALARM_RATE = 0.05;

    /** Below this the counts of five bands are far from what chi-square assumes, and nothing is said. */
    static final int LEAST_CUSTOMERS = 50;

    /** Cochran's rule for the chi-square approximation. */
    private static final double LEAST_EXPECTED = 5;

    /** Two counts of the same bands. */
    private record Pair(int fitted, int today) {

        Pair plus(Pair other) {
            return new Pair(fitted + other.fitted, today + other.today);
        }

        int both() {
            return fitted + today;
        }
    }

    private RfmDrift() {}

    /** Compares; empty where either side has fewer than fifty customers with orders, or no part can be compared. */
    static Optional<Drift> check(RfmModel model, RfmScores today) {
        if (model.fittedOn().customers() < LEAST_CUSTOMERS || today.scored() < LEAST_CUSTOMERS) {
            return Optional.empty();
        }
        List<RfmPart> parts = comparable(model.strategy());
        // Bonferroni: together the tests raise a false alarm at most as often as is said.
        double each = FALSE_ALARM_RATE / parts.size();
        List<Drift.Finding> findings = new ArrayList<>();
        for (RfmPart part : parts) {
            findings.add(compare(part, pools(model, part, today), each));
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(new Drift(
                        findings.stream().anyMatch(Drift.Finding::drifted), FALSE_ALARM_RATE, List.copyOf(findings)));
    }

    /**
     * The parts of whose bands it can be said how many customers belong in them. Where ties were split by the order of rows, nobody can be
     * placed again. Inside the bands of another part the cuts rest on few customers each, and the share above a quantile of few is
     * not the quantile's.
     */
    private static List<RfmPart> comparable(RfmStrategy strategy) {
        List<RfmPart> parts = strategy.variant().parts();
        return (strategy.nested() ? parts.subList(0, 1) : parts)
                .stream().filter(part -> !isSplitByRow(strategy.banding(part))).toList();
    }

    private static boolean isSplitByRow(Banding banding) {
        return banding instanceof Banding.Standard standard && standard.method() == BandMethod.INPUT_ORDER;
    }

    /** The bands of a part, neighbors put together where a border runs through customers of equal value. */
    private static List<Pair> pools(RfmModel model, RfmPart part, RfmScores today) {
        List<Integer> fitted = model.sizes().getOrDefault(part, List.of());
        int[] counts = new int[fitted.size()];
        for (int row = 0; row < today.size(); row++) {
            if (today.isScored(row)) {
                counts[today.scoreAt(part, row) - 1]++;
            }
        }
        int index = model.strategy().variant().parts().indexOf(part);
        List<Cut> borders = model.cuts()
                .cutsFor(model.strategy().variant().parts(), index, new int[index])
                .cuts();
        List<Pair> pools = new ArrayList<>();
        for (int band = 0; band < counts.length; band++) {
            Pair pair = new Pair(fitted.get(band), counts[band]);
            boolean splitsTie = band > 0 && borders.get(band - 1).firstId().isPresent();
            if (splitsTie) {
                pools.add(pools.remove(pools.size() - 1).plus(pair));
            } else {
                pools.add(pair);
            }
        }
        return pools;
    }

    private static Drift.Finding compare(RfmPart part, List<Pair> bands, double level) {
        Pair all = bands.stream().reduce(new Pair(0, 0), Pair::plus);
        List<Pair> cells = large(bands, all);
        double fittedShare = (double) all.fitted() / all.both();
        double statistic = 0;
        for (Pair cell : cells) {
            double expectedThen = fittedShare * cell.both();
            double expectedNow = cell.both() - expectedThen;
            double off = cell.fitted() - expectedThen;
            statistic += off * off / expectedThen + off * off / expectedNow;
        }
        int degrees = cells.size() - 1;
        double pValue = degrees == 0 ? 1 : RegularizedGamma.Q.value(degrees / 2.0, statistic / 2);
        String name = part.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-bands";
        return new Drift.Finding(name, statistic, pValue, pValue < level);
    }

    /** Neighbors put together until enough customers are expected in each, then and now. */
    private static List<Pair> large(List<Pair> bands, Pair all) {
        double smallerShare = (double) Math.min(all.fitted(), all.today()) / all.both();
        List<Pair> cells = new ArrayList<>();
        Pair open = new Pair(0, 0);
        for (Pair band : bands) {
            open = open.plus(band);
            if (smallerShare * open.both() >= LEAST_EXPECTED) {
                cells.add(open);
                open = new Pair(0, 0);
            }
        }
        if (open.both() > 0) {
            cells.add(cells.remove(cells.size() - 1).plus(open));
        }
        return cells;
    }
}
