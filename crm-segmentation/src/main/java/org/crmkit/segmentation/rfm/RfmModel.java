package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToLongFunction;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.segmentation.band.Cuts;

/**
 * A fitted RFM model: scores any customer with orders, and abstains for the others.
 *
 * <p>The customers it was fitted on get exactly the scores of the fit; a new one is placed by the same cuts, and moves nobody. The
 * score's number is the weighted mean of the parts' scores, and the explanation says for each part what was observed, where
 * the cuts lie and which band that gives.
 *
 * @param strategy how it was fitted
 * @param cuts what was learned
 * @param sizes how many of the fitted customers are in each band of each part, band 1 first
 * @param fittedOn the number of customers with orders, and the instant if it came from a base
 */
public record RfmModel(RfmStrategy strategy, RfmCuts cuts, Map<RfmPart, List<Integer>> sizes, FittedOn fittedOn)
        implements ScoringModel<RfmScore> {

    /** The name under which profiles carry RFM scores. */
    public static final ScoreKey<RfmScore> KEY = new ScoreKey<>("rfm", RfmScore.class);

    private static final Abstention NOT_FITTED =
            new Abstention("not-fitted", "the model was fitted on no customer with an order");

    /**
     * Checks the parts.
     *
     * @param strategy how it was fitted
     * @param cuts what was learned
     * @param sizes how many of the fitted customers are in each band of each part, band 1 first
     * @param fittedOn the number of customers with orders, and the instant if it came from a base
     */
    public RfmModel {
        checkNotNull(strategy, "strategy");
        checkNotNull(cuts, "cuts");
        checkNotNull(fittedOn, "fittedOn");
        checkArgument(cuts.nested().isPresent() == strategy.nested(), "cuts must be nested exactly if the strategy is");
        checkArgument(
                strategy.nested()
                        ? cuts.nested().get().levels().size()
                                == strategy.variant().parts().size()
                        : cuts.byPart().keySet().equals(strategy.bandings().keySet()),
                "cuts must be those of %s",
                strategy.variant().parts());
        Map<RfmPart, List<Integer>> ordered = new EnumMap<>(RfmPart.class);
        sizes.forEach((part, counts) -> ordered.put(part, List.copyOf(counts)));
        checkArgument(
                ordered.keySet().equals(strategy.bandings().keySet()),
                "sizes must be those of %s",
                strategy.variant().parts());
        for (int i = 0; i < strategy.variant().parts().size(); i++) {
            RfmPart part = strategy.variant().parts().get(i);
            int bands = strategy.banding(part).bands();
            int cutInto = strategy.nested()
                    ? cuts.nested().get().overall().get(i).bands()
                    : checkNotNull(cuts.byPart().get(part), "cuts of %s", part).bands();
            int counted = checkNotNull(ordered.get(part), "sizes of %s", part).size();
            checkArgument(
                    cutInto == bands && counted == bands,
                    "%s must have %s bands in cuts and sizes, had %s and %s",
                    part,
                    bands,
                    cutInto,
                    counted);
        }
        sizes = Collections.unmodifiableMap(ordered);
    }

    @Override
    public ScoreKey<RfmScore> key() {
        return KEY;
    }

    @Override
    public Score<RfmScore> score(Profile profile, ScoringContext context) {
        CustomerSummary summary = profile.summary();
        if (!summary.hasPurchases()) {
            return Score.abstain(Abstention.NO_PURCHASES);
        }
        Observed observed = Observed.of(profile, strategy);
        return score(observed::value, profile.id().value(), summary.unit());
    }

    /** Scores columns; equal to scoring the rows one by one. */
    @Override
    public ScoreColumn<RfmScore> scoreAll(CustomerBase population, ScoringContext context) {
        checkNotNull(context, "context");
        RfmColumns columns = RfmColumns.of(population, strategy.frequency(), strategy.returns());
        AmountUnit unit = population.summaries().unit();
        RfmScores scores = scoreAll(columns);
        return ScoreColumn.of(
                DoubleColumn.tabulate(columns.size(), row -> scores.isScored(row) ? number(scores, row) : Double.NaN),
                row -> scores.isScored(row)
                        ? score(part -> columns.value(part, row), columns.id(row), unit)
                        : Score.abstain(columns.hasOrders(row) ? NOT_FITTED : Abstention.NO_PURCHASES));
    }

    /**
     * Scores columns.
     *
     * @param columns what is scored
     * @return the scores; nobody is scored by a model that was fitted on nobody
     */
    public RfmScores scoreAll(RfmColumns columns) {
        List<RfmPart> parts = strategy.variant().parts();
        int buyers = columns.size() - columns.unscored();
        byte[][] scores = new byte[parts.size()][buyers];
        if (!cuts.isEmpty()) {
            int[] one = new int[parts.size()];
            for (int i = 0; i < buyers; i++) {
                int row = columns.buyer(i);
                for (int part = 0; part < one.length; part++) {
                    Cuts cut = cuts.cutsFor(parts, part, one);
                    long value = columns.value(parts.get(part), row);
                    one[part] = cut.splitsAt(value) ? cut.scoreOf(value, columns.id(row)) : cut.scoreOf(value);
                    scores[part][i] = (byte) one[part];
                }
            }
        }
        return new RfmScores(this, columns, scores);
    }

    /**
     * Tells whether today's customers spread over the bands otherwise than those of the fit.
     *
     * <p>One chi-square test a part, named {@code recency-bands} and so on. A refit is advised when one of them is beyond its share of the
     * false-alarm rate of 5 % (Bonferroni): between simulated populations of 200 to 2,000 other customers of the same kind it came 1.9 to 6.4
     * times in a hundred, and customers who are in both make it more seldom. With hundreds of thousands of customers small changes are
     * found too: look at the shares before refitting. Of nested parts only the outermost is compared.
     *
     * @param today the population of today
     * @param context not looked at: the base has its instant
     * @return the findings; empty if fewer than fifty customers have orders now or had in the fit, or where all ties were split by the order
     *     of rows
     */
    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return RfmDrift.check(this, scoreAll(RfmColumns.of(today, strategy.frequency(), strategy.returns())));
    }

    /**
     * Returns a model that gives the name of a customer's cell.
     *
     * @param table names the cells; made for as many bands as this model has
     * @return the labels of this model
     * @throws IllegalArgumentException if the numbers of bands differ
     */
    public RfmSegmentModel named(RfmTable table) {
        return new RfmSegmentModel(this, table);
    }

    private Score<RfmScore> score(ToLongFunction<RfmPart> values, String id, AmountUnit unit) {
        if (cuts.isEmpty()) {
            return Score.abstain(NOT_FITTED);
        }
        List<RfmPart> parts = strategy.variant().parts();
        int[] scores = new int[parts.size()];
        Map<RfmPart, Integer> byPart = new EnumMap<>(RfmPart.class);
        List<Explanation> weighted = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            RfmPart part = parts.get(i);
            Cuts cut = cuts.cutsFor(parts, i, scores);
            long value = values.applyAsLong(part);
            scores[i] = cut.scoreOf(value, id);
            byPart.put(part, scores[i]);
            double weight = strategy.weight(part) / strategy.totalWeight();
            weighted.add(new Explanation.Weighted(
                    part.code() + ".weight", weight, RfmExplanation.of(part, value, scores[i], cut, unit)));
        }
        Explanation why = Explanation.sum("rfm", weighted);
        return Score.of(toScore(byPart), clamped(why.value()), scale(), why);
    }

    private static RfmScore toScore(Map<RfmPart, Integer> scores) {
        return new RfmScore(
                score(scores, RfmPart.RECENCY),
                score(scores, RfmPart.FREQUENCY),
                score(scores, RfmPart.MONETARY),
                optional(scores, RfmPart.LENGTH),
                optional(scores, RfmPart.TIME_BETWEEN));
    }

    private static int score(Map<RfmPart, Integer> scores, RfmPart part) {
        return checkNotNull(scores.get(part), "score of %s", part);
    }

    private static OptionalInt optional(Map<RfmPart, Integer> scores, RfmPart part) {
        return scores.containsKey(part) ? OptionalInt.of(score(scores, part)) : OptionalInt.empty();
    }

    /** The same additions in the same order as in the explanation, so the same bits. */
    private double number(RfmScores scores, int row) {
        double number = 0;
        for (RfmPart part : strategy.variant().parts()) {
            number += strategy.weight(part) / strategy.totalWeight() * scores.scoreAt(part, row);
        }
        return clamped(number);
    }

    /** Rounding can leave a mean of equal scores a bit outside them. */
    private double clamped(double number) {
        return Math.max(1, Math.min(scale().high(), number));
    }

    Scale scale() {
        int highest = 2;
        for (var banding : strategy.bandings().values()) {
            highest = Math.max(highest, banding.bands());
        }
        return Scale.oneTo(highest);
    }
}
