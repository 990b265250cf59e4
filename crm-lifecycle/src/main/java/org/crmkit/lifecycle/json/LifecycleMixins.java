package org.crmkit.lifecycle.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.crmkit.core.strategy.ScoringModel;
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
import org.crmkit.lifecycle.contract.ContractModel;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.CovariateFit;
import org.crmkit.lifecycle.purchase.CovariateModel;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.FitInput;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseParameters;
import org.crmkit.lifecycle.spend.OneTimers;
import org.crmkit.lifecycle.spend.Refunds;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendIndependence;
import org.crmkit.lifecycle.spend.SpendInput;
import org.crmkit.lifecycle.spend.SpendModel;
import org.crmkit.lifecycle.spend.SpendPolicy;

/** Which wire form belongs to which type, in annotations alone, so that Jackson 2 and Jackson 3 share it. */
final class LifecycleMixins {
    private LifecycleMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(FitStatus.class, FitMixins.FitStatusMixin.class);
        table.put(FitDiagnostics.class, FitMixins.FitDiagnosticsMixin.class);
        table.put(ParameterUncertainty.class, FitMixins.ParameterUncertaintyMixin.class);
        table.put(PurchaseModel.class, FitMixins.PurchaseModelMixin.class);
        table.put(PurchaseParameters.class, FitMixins.PurchaseParametersMixin.class);
        table.put(FitInput.class, FitMixins.FitInputMixin.class);
        table.put(PurchaseFit.class, FitMixins.PurchaseFitMixin.class);
        table.put(CovariateModel.class, FitMixins.CovariateModelMixin.class);
        table.put(CovariateFit.class, FitMixins.CovariateFitMixin.class);
        table.put(SpendModel.class, FitMixins.SpendModelMixin.class);
        table.put(SpendInput.class, FitMixins.SpendInputMixin.class);
        table.put(SpendIndependence.class, FitMixins.SpendIndependenceMixin.class);
        table.put(SpendFit.class, FitMixins.SpendFitMixin.class);
        table.put(ContractModel.class, FitMixins.ContractModelMixin.class);
        table.put(RenewalCounts.class, FitMixins.RenewalCountsMixin.class);
        table.put(ContractFit.class, FitMixins.ContractFitMixin.class);
        table.put(DiscountRate.class, ValueMixins.DiscountRateMixin.class);
        table.put(Horizon.class, ValueMixins.HorizonMixin.class);
        table.put(Horizon.Ahead.class, ValueMixins.HorizonAheadMixin.class);
        table.put(Discounting.class, ValueMixins.DiscountingMixin.class);
        table.put(Discounting.Continuous.class, ValueMixins.DiscountingContinuousMixin.class);
        table.put(Discounting.Stepwise.class, ValueMixins.DiscountingStepwiseMixin.class);
        table.put(ClvTerms.class, ValueMixins.ClvTermsMixin.class);
        table.put(ClvFactors.class, ValueMixins.ClvFactorsMixin.class);
        table.put(OneTimers.class, ValueMixins.OneTimersMixin.class);
        table.put(Refunds.class, ValueMixins.RefundsMixin.class);
        table.put(BuyerState.Returns.class, ValueMixins.ReturnsMixin.class);
        table.put(BuyerState.class, ValueMixins.BuyerStateMixin.class);
        table.put(SpendPolicy.class, ValueMixins.SpendPolicyMixin.class);
        table.put(MarkovChain.class, ValueMixins.MarkovChainMixin.class);
        table.put(MarkovClv.Plan.class, ValueMixins.MarkovPlanMixin.class);
        table.put(PAliveModel.class, ValueMixins.PAliveModelMixin.class);
        table.put(ExpectedPurchasesModel.class, ValueMixins.PurchasesAheadMixin.class);
        table.put(PurchaseChanceModel.class, ValueMixins.PurchasesAheadMixin.class);
        table.put(NextPurchaseModel.class, ValueMixins.NextPurchaseModelMixin.class);
        table.put(ProbabilisticClv.class, ValueMixins.ProbabilisticClvMixin.class);
        table.put(HistoricalClv.class, ValueMixins.HistoricalClvMixin.class);
        table.put(SimpleClv.class, ValueMixins.SimpleClvMixin.class);
        table.put(MarkovClv.class, ValueMixins.MarkovClvMixin.class);
        table.put(ContractualClv.class, ValueMixins.ContractualClvMixin.class);
        table.put(NaiveRate.class, ValueMixins.NaiveRateMixin.class);
        table.put(Target.class, ValueMixins.TargetMixin.class);
        return table;
    }

    static Map<String, Class<? extends ScoringModel<?>>> models() {
        Map<String, Class<? extends ScoringModel<?>>> models = new LinkedHashMap<>();
        models.put("p-alive", PAliveModel.class);
        models.put("expected-purchases", ExpectedPurchasesModel.class);
        models.put("purchase-chance", PurchaseChanceModel.class);
        models.put("next-purchase", NextPurchaseModel.class);
        models.put("clv-probabilistic", ProbabilisticClv.class);
        models.put("clv-historical", HistoricalClv.class);
        models.put("clv-simple", SimpleClv.class);
        models.put("clv-markov", MarkovClv.class);
        models.put("clv-contractual", ContractualClv.class);
        models.put("naive-rate", NaiveRate.class);
        return models;
    }
}
