package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.crmkit.lifecycle.FitOptions;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.internal.fit.Maximizer;
import org.crmkit.lifecycle.internal.fit.Objective;

/** Fits Pareto/NBD and GGompertz/NBD with covariates by the {@link FitEngine}, to which e to the power of a coefficient is one more positive parameter. */
final class LifetimeCovariates implements CovariateFamily {

    private final String name;
    private final boolean gompertz;
    private final PurchaseModelFamily family;

    LifetimeCovariates(String name) {
        this.name = name;
        this.gompertz = name.equals(GgompertzNbd.NAME);
        this.family = gompertz ? PurchaseModelFamily.ggompertzNbd() : PurchaseModelFamily.paretoNbd();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public CovariateFit fit(CovariateBase base, FitOptions options) {
        PurchasePatterns patterns = base.patterns();
        if (patterns.repeatPurchases() == 0) {
            return tooLittle("nobody bought again: there is no repeat purchase to learn from", patterns);
        }
        double[][] scaling = scaling(base);
        List<String> names = names(base);
        int plain = family.parameterNames().size();
        for (int j = 0; j < scaling.length; j++) {
            if (!(scaling[j][1] > 0)) {
                return tooLittle("covariate " + names.get(plain + j) + " is the same for all customers", patterns);
            }
        }
        double unit = patterns.meanAge();
        double[][] last = new double[1][];
        PurchaseFit fit = FitEngine.fit(
                new FitProblem(
                        name,
                        names,
                        Arrays.copyOf(
                                gompertz ? GgompertzNbdFamily.TIME_POWERS : ParetoNbdFamily.TIME_POWERS, names.size()),
                        new CovariateObjective(base, scaling, objective(unit)),
                        starts(base, scaling, unit),
                        0,
                        parameters -> {
                            last[0] = parameters;
                            return family.model(base.grain(), Arrays.copyOf(parameters, plain));
                        },
                        parameters -> limit(parameters, unit)),
                patterns,
                options);
        if (fit.status() == FitStatus.TOO_LITTLE_DATA) {
            return tooLittle(fit.reason(), patterns);
        }
        return result(fit, base, names, scaling, last[0]);
    }

    private CovariateFit tooLittle(String reason, PurchasePatterns patterns) {
        PurchaseFit none = PurchaseFit.tooLittleData(name, reason, patterns);
        return new CovariateFit(
                none.status(), reason, Optional.empty(), none.diagnostics(), Optional.empty(), none.input());
    }

    private List<String> names(CovariateBase base) {
        List<String> names = new ArrayList<>(family.parameterNames());
        base.purchaseCovariates().forEach(covariate -> names.add("trans." + covariate));
        base.lifetimeCovariates().forEach(covariate -> names.add("life." + covariate));
        return names;
    }

    private Function<PurchasePatterns, Objective> objective(double unit) {
        return gompertz
                ? patterns -> new GgompertzNbdObjective(patterns, unit)
                : patterns -> new ParetoNbdObjective(patterns, unit, 1);
    }

    private Optional<FitFinding> limit(double[] parameters, double unit) {
        return gompertz
                ? GgompertzNbdFamily.limit(parameters, unit)
                : ParetoNbdFamily.limit(parameters[0], parameters[2], parameters[3] / unit);
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

    /** The plain model without effects; for GGompertz/NBD the fit of Pareto/NBD with the same covariates, its limit. */
    private List<double[]> starts(CovariateBase base, double[][] scaling, double unit) {
        List<double[]> starts = new ArrayList<>();
        for (double[] start : ParetoNbdFamily.starts(base.patterns(), unit)) {
            starts.add(IntStream.range(0, 4 + scaling.length)
                    .mapToDouble(i -> i < 4 ? start[i] : 1)
                    .toArray());
        }
        if (!gompertz) {
            return starts;
        }
        Objective pareto = new CovariateObjective(base, scaling, patterns -> new ParetoNbdObjective(patterns, unit, 1));
        double[] best = Maximizer.maximize(
                        pareto,
                        Arrays.stream(starts.get(0)).map(Math::log).toArray(),
                        100,
                        p -> ParetoNbdFamily.limit(Math.exp(p[0]), Math.exp(p[2]), Math.exp(p[3]))
                                .isPresent())
                .point();
        return GgompertzNbdFamily.starts(best);
    }

    /** Back from coefficients per standard deviation around the mean to coefficients per unit around zero: a linear map of the coordinates. */
    private CovariateFit result(
            PurchaseFit fit, CovariateBase base, List<String> names, double[][] scaling, double[] found) {
        int n = names.size();
        int plain = n - scaling.length;
        int purchase = base.purchaseCovariates().size();
        double[][] map = new double[n][n];
        for (int i = 0; i < n; i++) {
            map[i][i] = i < plain ? 1 : 1 / scaling[i - plain][1];
        }
        for (int j = 0; j < scaling.length; j++) {
            map[j < purchase ? 1 : plain - 1][plain + j] = scaling[j][0] / scaling[j][1];
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
        CovariateModel model = new CovariateModel(
                name,
                base.grain(),
                PurchaseParameters.of(family.parameterNames(), Arrays.copyOf(estimates, plain)),
                PurchaseParameters.of(
                        base.purchaseCovariates(), Arrays.copyOfRange(estimates, plain, plain + purchase)),
                PurchaseParameters.of(base.lifetimeCovariates(), Arrays.copyOfRange(estimates, plain + purchase, n)));
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
