package org.crmkit.lifecycle.json;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.backtest.NaiveRate;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.ClvFactors;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.ContractualClv;
import org.crmkit.lifecycle.clv.Discounting;
import org.crmkit.lifecycle.clv.ExpectedPurchasesModel;
import org.crmkit.lifecycle.clv.HistoricalClv;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.MarkovChain;
import org.crmkit.lifecycle.clv.MarkovClv;
import org.crmkit.lifecycle.clv.NextPurchaseModel;
import org.crmkit.lifecycle.clv.PAliveModel;
import org.crmkit.lifecycle.clv.ProbabilisticClv;
import org.crmkit.lifecycle.clv.PurchaseChanceModel;
import org.crmkit.lifecycle.clv.SimpleClv;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.contract.ShiftedBetaGeometric;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.CovariateFit;
import org.crmkit.lifecycle.purchase.CovariateModel;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.FitInput;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.purchase.PurchaseParameters;
import org.crmkit.lifecycle.spend.GammaGamma;
import org.crmkit.lifecycle.spend.OneTimers;
import org.crmkit.lifecycle.spend.Refunds;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendIndependence;
import org.crmkit.lifecycle.spend.SpendInput;
import org.crmkit.lifecycle.spend.SpendPolicy;

/** One document of each kind, by the name of its golden file; every figure is given, none is computed. */
final class Samples {

    private static final DiscountRate TEN_PERCENT = new DiscountRate(0.1);

    private static final FittedOn FITTED_ON = new FittedOn(
            2357,
            Optional.of(LocalDate.of(1997, 1, 1)),
            Optional.of(AsOf.endOf(LocalDate.of(1997, 9, 30), ZoneOffset.UTC)),
            Optional.of(TimeGrain.WEEK),
            FittedOn.Outcome.CONVERGED,
            "the gradient vanishes");

    private static final FitDiagnostics DIAGNOSTICS =
            new FitDiagnostics(-9582.42920667, 0, 4, 2357, 12, 25, 1.2e-12, OptionalDouble.of(48.5));

    private Samples() {}

    static Map<String, FitDocument> byName() {
        Map<String, FitDocument> samples = new LinkedHashMap<>();
        samples.put("purchase-fit", FitDocument.of(purchase(), FITTED_ON));
        samples.put("purchase-fit-none", FitDocument.of(none(), FittedOn.NOTHING));
        samples.put("covariate-fit", FitDocument.of(covariates(), FITTED_ON));
        samples.put("spend-fit", FitDocument.of(spend(), FITTED_ON));
        samples.put("contract-fit", FitDocument.of(contract(), FITTED_ON));
        samples.put("p-alive", FitDocument.of(new PAliveModel(purchase(), TimeGrain.WEEK, FITTED_ON)));
        samples.put(
                "expected-purchases",
                FitDocument.of(new ExpectedPurchasesModel(
                        purchase(), TimeGrain.WEEK, Horizon.ahead(39, TimeGrain.WEEK), FITTED_ON)));
        samples.put(
                "clv-probabilistic",
                FitDocument.of(clv(
                        new ClvTerms(
                                0.3,
                                Horizon.ahead(52.14, TimeGrain.WEEK),
                                Discounting.stepwise(TEN_PERCENT, 12, Horizon.ahead(4.345, TimeGrain.WEEK))),
                        Optional.of(new ClvFactors(0.8, 1.4, 0.96, 35.2, 0.3)))));
        samples.put(
                "clv-probabilistic-endless",
                FitDocument.of(clv(ClvTerms.of(Horizon.ENDLESS, TEN_PERCENT), Optional.empty())));
        samples.put("clv-historical", FitDocument.of(new HistoricalClv(0.25)));
        samples.put("clv-simple", FitDocument.of(new SimpleClv(OptionalDouble.of(0.42), 0.25, TEN_PERCENT, FITTED_ON)));
        samples.put(
                "clv-markov",
                FitDocument.of(new MarkovClv(
                        Optional.of(MarkovChain.of(
                                List.of("1", "2", "gone"), new double[][] {{0.4, 0.6, 0}, {0.2, 0, 0.8}, {0, 0, 1}})),
                        35.5,
                        new MarkovClv.Plan(30, 2, 0.3, 1.5, TEN_PERCENT, 1),
                        FITTED_ON)));
        samples.put(
                "clv-contractual",
                FitDocument.of(new ContractualClv(
                        contract(), Horizon.ahead(12, TimeGrain.MONTH), 0.4, TEN_PERCENT, FITTED_ON)));
        samples.put(
                "purchase-chance",
                FitDocument.of(new PurchaseChanceModel(
                        purchase(), TimeGrain.WEEK, Horizon.ahead(30, TimeGrain.DAY), FITTED_ON)));
        samples.put("next-purchase", FitDocument.of(new NextPurchaseModel(purchase(), TimeGrain.WEEK, 0.5, FITTED_ON)));
        samples.put("naive-rate", FitDocument.of(new NaiveRate(273, true, Target.PURCHASES)));
        return samples;
    }

    private static PurchaseFit purchase() {
        return new PurchaseFit(
                "bg-nbd",
                FitStatus.CONVERGED,
                "the gradient vanishes",
                Optional.of(PurchaseModelFamily.bgNbd()
                        .model(TimeGrain.WEEK, 0.24259451999999998, 4.41360202, 1.0 / 3, Math.PI)),
                DIAGNOSTICS,
                Optional.of(ParameterUncertainty.ofLogarithms(
                        List.of("r", "alpha"),
                        new double[] {0.2426, 4.4136},
                        new double[][] {{0.01, 0.002}, {0.002, 0.03}})),
                new FitInput(2357, 1016, 2457, TimeGrain.WEEK, "0123456789abcdef"));
    }

    private static PurchaseFit none() {
        return new PurchaseFit(
                "pareto-nbd",
                FitStatus.TOO_LITTLE_DATA,
                "nobody bought twice",
                Optional.empty(),
                FitDiagnostics.none(3),
                Optional.empty(),
                new FitInput(3, 1, 0, TimeGrain.DAY, "00000000000000ff"));
    }

    private static CovariateFit covariates() {
        return new CovariateFit(
                FitStatus.CONVERGED,
                "a maximum was found",
                Optional.of(new CovariateModel(
                        "mbg-nbd",
                        TimeGrain.WEEK,
                        PurchaseParameters.of(List.of("r", "alpha", "a", "b"), 0.6, 11.5, 1.0 / 3, 2.75),
                        PurchaseParameters.of(List.of("channel"), -0.25),
                        PurchaseParameters.of(List.of("a.channel", "b.channel"), 0.1, -0.2))),
                DIAGNOSTICS,
                Optional.of(ParameterUncertainty.of(
                        List.of("r", "trans.channel"),
                        new double[] {0.6, -0.25},
                        new boolean[] {true, false},
                        new double[][] {{0.01, 0.002}, {0.002, 0.03}})),
                new FitInput(250, 240, 1061, TimeGrain.WEEK, "00ff00ff00ff00ff"));
    }

    private static SpendFit spend() {
        return new SpendFit(
                GammaGamma.NAME,
                FitStatus.CONVERGED,
                "the gradient vanishes",
                Optional.of(new GammaGamma(6.24957227132333, 3.74422466713205, 15.4435209625904)),
                new FitDiagnostics(-4055.91769480187, 0.25, 3, 946, 9, 10, 3e-13, OptionalDouble.empty()),
                Optional.empty(),
                new SpendInput(2357, 946, 2457, "fedcba9876543210"),
                new SpendIndependence(946, 0.11, 0.08));
    }

    private static ContractFit contract() {
        return new ContractFit(
                ShiftedBetaGeometric.NAME,
                FitStatus.CONVERGED,
                "the gradient vanishes",
                Optional.of(new ShiftedBetaGeometric(0.5, 1.2)),
                new FitDiagnostics(-1680.26518846, 0, 2, 2487, 7, 35, 1e-12, OptionalDouble.of(9)),
                Optional.of(ParameterUncertainty.ofLogarithms(
                        List.of("alpha", "beta"), new double[] {0.5, 1.2}, new double[][] {{0.008, 0.01}, {0.01, 0.016}
                        })),
                RenewalCounts.ofCohort(1000, 631, 468, 382, 326));
    }

    private static ProbabilisticClv clv(ClvTerms terms, Optional<ClvFactors> population) {
        return new ProbabilisticClv(
                purchase(),
                spend(),
                TimeGrain.WEEK,
                terms,
                new SpendPolicy(OneTimers.FIRST_PURCHASE, Refunds.AS_ZERO),
                BuyerState.Returns.NET,
                population,
                FITTED_ON);
    }
}
