package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crmkit.lifecycle.internal.fit.Maximizer;
import org.crmkit.lifecycle.internal.fit.Objective;
import org.crmkit.lifecycle.internal.progress.Work;

/** What a plain model adds to a fit with covariates; points and limits are those of a customer with average covariates, time is scaled by the unit. */
interface CovariateKind {

    PurchaseModelFamily family();

    int[] timePowers();

    /** Tells what the coefficients do, those of the purchase rate first. */
    List<CovariateEffect> effects(CovariateBase base);

    Objective objective(PurchasePatterns group, double unit);

    /** Returns starts of the plain parameters and of e to the power of each coefficient, the best guess first. */
    List<double[]> starts(CovariateBase base, double[][] scaling, double unit, Work work);

    /** What must be added to the objective to give the log-likelihood in the unit of the data. */
    default double shift(PurchasePatterns all, double unit) {
        return -all.repeatPurchases() * Math.log(unit);
    }

    Optional<FitFinding> limit(double[] parameters, double unit);

    /** Returns plain starts with coefficients of zero. */
    static List<double[]> withoutEffects(List<double[]> plain, int effects) {
        List<double[]> starts = new ArrayList<>();
        for (double[] start : plain) {
            double[] longer = Arrays.copyOf(start, start.length + effects);
            Arrays.fill(longer, start.length, longer.length, 1);
            starts.add(longer);
        }
        return starts;
    }

    /** Pareto/NBD or GGompertz/NBD: leaving has its own scale, beta, the last parameter. */
    record Lifetime(boolean gompertz) implements CovariateKind {

        @Override
        public PurchaseModelFamily family() {
            return gompertz ? PurchaseModelFamily.ggompertzNbd() : PurchaseModelFamily.paretoNbd();
        }

        @Override
        public int[] timePowers() {
            return gompertz ? GgompertzNbdFamily.TIME_POWERS : ParetoNbdFamily.TIME_POWERS;
        }

        @Override
        public List<CovariateEffect> effects(CovariateBase base) {
            return effects(base, gompertz ? 4 : 3);
        }

        private static List<CovariateEffect> effects(CovariateBase base, int beta) {
            int first = base.purchaseCovariates().size();
            return Stream.concat(
                            CovariateEffect.onPurchases(base.purchaseCovariates()).stream(),
                            CovariateEffect.of("life.", base.lifetimeCovariates(), first, List.of(beta), -1).stream())
                    .toList();
        }

        @Override
        public Objective objective(PurchasePatterns group, double unit) {
            return gompertz ? new GgompertzNbdObjective(group, unit) : new ParetoNbdObjective(group, unit, 1);
        }

        /** The plain model without effects; for GGompertz/NBD the fit of Pareto/NBD with the same covariates, its limit. */
        @Override
        public List<double[]> starts(CovariateBase base, double[][] scaling, double unit, Work work) {
            List<double[]> starts = withoutEffects(ParetoNbdFamily.starts(base.patterns(), unit, work), scaling.length);
            if (!gompertz) {
                return starts;
            }
            Objective pareto = new CovariateObjective(
                    base, effects(base, 3), scaling, patterns -> new ParetoNbdObjective(patterns, unit, 1));
            double[] best = Maximizer.maximize(
                            pareto,
                            Arrays.stream(starts.get(0)).map(Math::log).toArray(),
                            100,
                            p -> ParetoNbdFamily.limit(Math.exp(p[0]), Math.exp(p[2]), Math.exp(p[3]))
                                    .isPresent(),
                            work)
                    .point();
            return GgompertzNbdFamily.starts(best);
        }

        @Override
        public Optional<FitFinding> limit(double[] parameters, double unit) {
            return gompertz
                    ? GgompertzNbdFamily.limit(parameters, unit)
                    : ParetoNbdFamily.limit(parameters[0], parameters[2], parameters[3] / unit);
        }
    }

    /** BG/NBD or MBG/NBD: the drop-out probability has two shapes, a and b, with a coefficient for each or one for both. */
    record DropOut(boolean modified, boolean oneForBoth) implements CovariateKind {

        @Override
        public PurchaseModelFamily family() {
            return modified ? PurchaseModelFamily.mbgNbd() : PurchaseModelFamily.bgNbd();
        }

        @Override
        public int[] timePowers() {
            return BgFamily.TIME_POWERS;
        }

        @Override
        public List<CovariateEffect> effects(CovariateBase base) {
            List<CovariateEffect> effects = new ArrayList<>(CovariateEffect.onPurchases(base.purchaseCovariates()));
            List<String> names = base.lifetimeCovariates();
            int first = effects.size();
            if (oneForBoth) {
                effects.addAll(CovariateEffect.of("life.", names, first, List.of(2, 3), 1));
            } else {
                effects.addAll(CovariateEffect.of("life.a.", names, first, List.of(2), 1));
                effects.addAll(CovariateEffect.of("life.b.", names, first, List.of(3), 1));
            }
            return effects;
        }

        @Override
        public Objective objective(PurchasePatterns group, double unit) {
            return new BgObjective(new FitColumns(group, unit), group.countColumn(), 1, modified);
        }

        @Override
        public List<double[]> starts(CovariateBase base, double[][] scaling, double unit, Work work) {
            FitColumns columns = new FitColumns(base.patterns(), unit);
            BaseCounts counts = new BaseCounts(columns, base.patterns().countColumn());
            return withoutEffects(
                    BgFamily.starts(columns, counts, 1), effects(base).size());
        }

        @Override
        public Optional<FitFinding> limit(double[] parameters, double unit) {
            return BgFamily.limit(parameters);
        }
    }
}
