package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.internal.progress.Work;

/** Fits a model with covariates by the {@link FitEngine}, to which e to the power of a coefficient is one more positive parameter. */
final class StaticCovariates implements CovariateFamily {

    private final CovariateKind kind;
    private final PurchaseModelFamily family;
    private final String name;

    StaticCovariates(CovariateKind kind) {
        this.kind = kind;
        this.family = kind.family();
        this.name = family.name();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CovariateFit fit(CovariateBase base, FitOptions options) {
        return fit(base, options, Progress.NONE);
    }

    @Override
    public CovariateFit fit(CovariateBase base, FitOptions options, Progress progress) {
        Work work = Work.of(progress);
        CovariateFit fit = search(base, options, work);
        work.done();
        return fit;
    }

    private CovariateFit search(CovariateBase base, FitOptions options, Work work) {
        PurchasePatterns patterns = base.patterns();
        Optional<String> lacking = MomentStart.lacking(patterns);
        if (lacking.isPresent()) {
            return tooLittle(lacking.get(), patterns);
        }
        double[][] scaling = scaling(base);
        List<CovariateEffect> effects = kind.effects(base);
        for (CovariateEffect effect : effects) {
            if (!(scaling[effect.covariate()][1] > 0)) {
                return tooLittle("covariate " + effect.name() + " is the same for all customers", patterns);
            }
        }
        List<String> names = new ArrayList<>(family.parameterNames());
        effects.forEach(effect -> names.add(effect.name()));
        int plain = family.parameterNames().size();
        double unit = patterns.meanAge();
        double[][] last = new double[1][];
        PurchaseFit fit = FitEngine.fit(
                new FitProblem(
                        name,
                        names,
                        Arrays.copyOf(kind.timePowers(), names.size()),
                        new CovariateObjective(base, effects, scaling, group -> kind.objective(group, unit)),
                        kind.starts(base, scaling, unit, work),
                        kind.shift(patterns, unit),
                        parameters -> {
                            last[0] = parameters;
                            return family.model(base.grain(), Arrays.copyOf(parameters, plain));
                        },
                        parameters -> kind.limit(parameters, unit)),
                patterns,
                options,
                work);
        if (fit.status() == FitStatus.TOO_LITTLE_DATA) {
            return tooLittle(fit.reason(), patterns);
        }
        return result(fit, base, effects, names, scaling, last[0]);
    }

    private CovariateFit tooLittle(String reason, PurchasePatterns patterns) {
        PurchaseFit none = PurchaseFit.tooLittleData(name, reason, patterns);
        return new CovariateFit(
                none.status(), reason, Optional.empty(), none.diagnostics(), Optional.empty(), none.input());
    }

    /** Returns mean and standard deviation of each covariate over the customers. */
    private static double[][] scaling(CovariateBase base) {
        int covariates =
                base.purchaseCovariates().size() + base.lifetimeCovariates().size();
        double customers = base.patterns().customers();
        double[][] scaling = new double[covariates][2];
        for (int j = 0; j < covariates; j++) {
            for (CovariateBase.Group group : base.groups()) {
                scaling[j][0] += group.patterns.customers() * group.covariates[j] / customers;
            }
            for (CovariateBase.Group group : base.groups()) {
                double distance = group.covariates[j] - scaling[j][0];
                scaling[j][1] += group.patterns.customers() * distance * distance / customers;
            }
            scaling[j][1] = Math.sqrt(scaling[j][1]);
        }
        return scaling;
    }

    /** Back from coefficients per standard deviation around the mean to coefficients per unit around zero: a linear map of the coordinates. */
    private CovariateFit result(
            PurchaseFit fit,
            CovariateBase base,
            List<CovariateEffect> effects,
            List<String> names,
            double[][] scaling,
            double[] found) {
        int n = names.size();
        int plain = n - effects.size();
        int purchase = base.purchaseCovariates().size();
        double[][] map = new double[n][n];
        for (int i = 0; i < plain; i++) {
            map[i][i] = 1;
        }
        for (int e = 0; e < effects.size(); e++) {
            CovariateEffect effect = effects.get(e);
            double[] scale = scaling[effect.covariate()];
            map[plain + e][plain + e] = 1 / scale[1];
            for (int coordinate : effect.coordinates()) {
                map[coordinate][plain + e] = -effect.sign() * scale[0] / scale[1];
            }
        }
        double[] estimates = new double[n];
        boolean[] logarithmic = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                estimates[i] += map[i][j] * Math.log(found[j]);
            }
            logarithmic[i] = i < plain;
            estimates[i] = logarithmic[i] ? Math.exp(estimates[i]) : estimates[i];
        }
        List<String> lifetimeNames = names.subList(plain + purchase, n).stream()
                .map(coefficient -> coefficient.substring("life.".length()))
                .toList();
        CovariateModel model = new CovariateModel(
                name,
                base.grain(),
                PurchaseParameters.of(family.parameterNames(), Arrays.copyOf(estimates, plain)),
                PurchaseParameters.of(
                        base.purchaseCovariates(), Arrays.copyOfRange(estimates, plain, plain + purchase)),
                PurchaseParameters.of(lifetimeNames, Arrays.copyOfRange(estimates, plain + purchase, n)));
        return new CovariateFit(
                fit.status(),
                fit.reason(),
                Optional.of(model),
                fit.diagnostics(),
                fit.uncertainty()
                        .map(scaled -> ParameterUncertainty.of(names, estimates, logarithmic, mapped(map, scaled))),
                fit.input());
    }

    private static double[][] mapped(double[][] map, ParameterUncertainty scaled) {
        int n = map.length;
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    for (int l = 0; l < n; l++) {
                        covariance[i][j] += map[i][k] * scaled.coordinateCovariance(k, l) * map[j][l];
                    }
                }
            }
        }
        return covariance;
    }
}
