package org.crmkit.lifecycle.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.ClvFactors;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Discounting;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.MarkovChain;
import org.crmkit.lifecycle.clv.MarkovClv;
import org.crmkit.lifecycle.contract.ContractFit;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.spend.OneTimers;
import org.crmkit.lifecycle.spend.Refunds;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendPolicy;

/** The wire form of terms and models of value; names here are a promise and never follow a rename. */
final class ValueMixins {
    private ValueMixins() {}

    @JsonPropertyOrder({"annualRate"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DiscountRateMixin {
        @JsonCreator
        DiscountRateMixin(@JsonProperty(value = "annualRate", required = true) double annualRate) {}

        @JsonProperty("annualRate")
        abstract double annualRate();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Horizon.Ahead.class, name = "ahead"),
        @JsonSubTypes.Type(value = Horizon.Endless.class, name = "endless")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface HorizonMixin {}

    @JsonPropertyOrder({"length", "grain"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class HorizonAheadMixin {
        @JsonCreator
        HorizonAheadMixin(
                @JsonProperty(value = "length", required = true) double length,
                @JsonProperty(value = "grain", required = true) TimeGrain grain) {}

        @JsonProperty("length")
        abstract double length();

        @JsonProperty("grain")
        abstract TimeGrain grain();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Discounting.Continuous.class, name = "continuous"),
        @JsonSubTypes.Type(value = Discounting.Stepwise.class, name = "stepwise")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface DiscountingMixin {}

    @JsonPropertyOrder({"rate"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DiscountingContinuousMixin {
        @JsonCreator
        DiscountingContinuousMixin(@JsonProperty(value = "rate", required = true) DiscountRate rate) {}

        @JsonProperty("rate")
        abstract DiscountRate rate();
    }

    @JsonPropertyOrder({"rate", "stepsPerYear", "step"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DiscountingStepwiseMixin {
        @JsonCreator
        DiscountingStepwiseMixin(
                @JsonProperty(value = "rate", required = true) DiscountRate rate,
                @JsonProperty(value = "stepsPerYear", required = true) double stepsPerYear,
                @JsonProperty(value = "step", required = true) Horizon.Ahead step) {}

        @JsonProperty("rate")
        abstract DiscountRate rate();

        @JsonProperty("stepsPerYear")
        abstract double stepsPerYear();

        @JsonProperty("step")
        abstract Horizon.Ahead step();
    }

    @JsonPropertyOrder({"margin", "horizon", "discounting"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ClvTermsMixin {
        @JsonCreator
        ClvTermsMixin(
                @JsonProperty(value = "margin", required = true) double margin,
                @JsonProperty(value = "horizon", required = true) Horizon horizon,
                @JsonProperty(value = "discounting", required = true) Discounting discounting) {}

        @JsonProperty("margin")
        abstract double margin();

        @JsonProperty("horizon")
        abstract Horizon horizon();

        @JsonProperty("discounting")
        abstract Discounting discounting();
    }

    @JsonPropertyOrder({"pAlive", "purchasesIfAlive", "discountFactor", "spend", "margin"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ClvFactorsMixin {
        @JsonCreator
        ClvFactorsMixin(
                @JsonProperty(value = "pAlive", required = true) double pAlive,
                @JsonProperty(value = "purchasesIfAlive", required = true) double purchasesIfAlive,
                @JsonProperty(value = "discountFactor", required = true) double discountFactor,
                @JsonProperty(value = "spend", required = true) double spend,
                @JsonProperty(value = "margin", required = true) double margin) {}

        @JsonProperty("pAlive")
        abstract double pAlive();

        @JsonProperty("purchasesIfAlive")
        abstract double purchasesIfAlive();

        @JsonProperty("discountFactor")
        abstract double discountFactor();

        @JsonProperty("spend")
        abstract double spend();

        @JsonProperty("margin")
        abstract double margin();
    }

    enum OneTimersMixin {
        @JsonProperty("population-mean")
        POPULATION_MEAN,
        @JsonProperty("first-purchase")
        FIRST_PURCHASE,
        @JsonProperty("abstain")
        ABSTAIN
    }

    enum RefundsMixin {
        @JsonProperty("abstain")
        ABSTAIN,
        @JsonProperty("as-zero")
        AS_ZERO,
        @JsonProperty("as-unknown")
        AS_UNKNOWN
    }

    enum ReturnsMixin {
        @JsonProperty("ignore")
        IGNORE,
        @JsonProperty("net")
        NET
    }

    @JsonPropertyOrder({"oneTimers", "refunds"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SpendPolicyMixin {
        @JsonCreator
        SpendPolicyMixin(
                @JsonProperty(value = "oneTimers", required = true) OneTimers oneTimers,
                @JsonProperty(value = "refunds", required = true) Refunds refunds) {}

        @JsonProperty("oneTimers")
        abstract OneTimers oneTimers();

        @JsonProperty("refunds")
        abstract Refunds refunds();
    }

    @JsonPropertyOrder({"states", "probabilities"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class MarkovChainMixin {
        @JsonCreator
        static MarkovChain of(
                @JsonProperty(value = "states", required = true) List<String> states,
                @JsonProperty(value = "probabilities", required = true) double[][] probabilities) {
            return MarkovChain.of(states, probabilities);
        }

        @JsonProperty("states")
        abstract List<String> states();

        @JsonProperty("probabilities")
        abstract double[][] probabilities();
    }

    @JsonPropertyOrder({"periodDays", "recencyStates", "margin", "contactCost", "rate", "smoothing"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class MarkovPlanMixin {
        @JsonCreator
        MarkovPlanMixin(
                @JsonProperty(value = "periodDays", required = true) int periodDays,
                @JsonProperty(value = "recencyStates", required = true) int recencyStates,
                @JsonProperty(value = "margin", required = true) double margin,
                @JsonProperty(value = "contactCost", required = true) double contactCost,
                @JsonProperty(value = "rate", required = true) DiscountRate rate,
                @JsonProperty(value = "smoothing", required = true) double smoothing) {}

        @JsonProperty("periodDays")
        abstract int periodDays();

        @JsonProperty("recencyStates")
        abstract int recencyStates();

        @JsonProperty("margin")
        abstract double margin();

        @JsonProperty("contactCost")
        abstract double contactCost();

        @JsonProperty("rate")
        abstract DiscountRate rate();

        @JsonProperty("smoothing")
        abstract double smoothing();
    }

    @JsonPropertyOrder({"purchases", "grain", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PAliveModelMixin {
        @JsonCreator
        PAliveModelMixin(
                @JsonProperty(value = "purchases", required = true) PurchaseFit purchases,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("purchases")
        abstract PurchaseFit purchases();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"purchases", "grain", "probability", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class NextPurchaseModelMixin {
        @JsonCreator
        NextPurchaseModelMixin(
                @JsonProperty(value = "purchases", required = true) PurchaseFit purchases,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "probability", required = true) double probability,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("purchases")
        abstract PurchaseFit purchases();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("probability")
        abstract double probability();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    /** Of {@code ExpectedPurchasesModel} and {@code PurchaseChanceModel}, whose parts are the same. */
    @JsonPropertyOrder({"purchases", "grain", "horizon", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchasesAheadMixin {
        @JsonCreator
        PurchasesAheadMixin(
                @JsonProperty(value = "purchases", required = true) PurchaseFit purchases,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "horizon", required = true) Horizon.Ahead horizon,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("purchases")
        abstract PurchaseFit purchases();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("horizon")
        abstract Horizon.Ahead horizon();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"purchases", "spend", "grain", "terms", "policy", "returns", "population", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ProbabilisticClvMixin {
        @JsonCreator
        ProbabilisticClvMixin(
                @JsonProperty(value = "purchases", required = true) PurchaseFit purchases,
                @JsonProperty(value = "spend", required = true) SpendFit spend,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "terms", required = true) ClvTerms terms,
                @JsonProperty(value = "policy", required = true) SpendPolicy policy,
                @JsonProperty(value = "returns", required = true) BuyerState.Returns returns,
                @JsonProperty("population") Optional<ClvFactors> population,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("purchases")
        abstract PurchaseFit purchases();

        @JsonProperty("spend")
        abstract SpendFit spend();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("terms")
        abstract ClvTerms terms();

        @JsonProperty("policy")
        abstract SpendPolicy policy();

        @JsonProperty("returns")
        abstract BuyerState.Returns returns();

        @JsonProperty("population")
        abstract Optional<ClvFactors> population();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"margin"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class HistoricalClvMixin {
        @JsonCreator
        HistoricalClvMixin(@JsonProperty(value = "margin", required = true) double margin) {}

        @JsonProperty("margin")
        abstract double margin();
    }

    @JsonPropertyOrder({"retention", "margin", "rate", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SimpleClvMixin {
        @JsonCreator
        SimpleClvMixin(
                @JsonProperty("retention") OptionalDouble retention,
                @JsonProperty(value = "margin", required = true) double margin,
                @JsonProperty(value = "rate", required = true) DiscountRate rate,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("retention")
        abstract OptionalDouble retention();

        @JsonProperty("margin")
        abstract double margin();

        @JsonProperty("rate")
        abstract DiscountRate rate();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"chain", "spendPerActivePeriod", "plan", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class MarkovClvMixin {
        @JsonCreator
        MarkovClvMixin(
                @JsonProperty("chain") Optional<MarkovChain> chain,
                @JsonProperty(value = "spendPerActivePeriod", required = true) double spendPerActivePeriod,
                @JsonProperty(value = "plan", required = true) MarkovClv.Plan plan,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("chain")
        abstract Optional<MarkovChain> chain();

        @JsonProperty("spendPerActivePeriod")
        abstract double spendPerActivePeriod();

        @JsonProperty("plan")
        abstract MarkovClv.Plan plan();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"contract", "period", "margin", "rate", "fittedOn"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ContractualClvMixin {
        @JsonCreator
        ContractualClvMixin(
                @JsonProperty(value = "contract", required = true) ContractFit contract,
                @JsonProperty(value = "period", required = true) Horizon.Ahead period,
                @JsonProperty(value = "margin", required = true) double margin,
                @JsonProperty(value = "rate", required = true) DiscountRate rate,
                @JsonProperty(value = "fittedOn", required = true) FittedOn fittedOn) {}

        @JsonProperty("contract")
        abstract ContractFit contract();

        @JsonProperty("period")
        abstract Horizon.Ahead period();

        @JsonProperty("margin")
        abstract double margin();

        @JsonProperty("rate")
        abstract DiscountRate rate();

        @JsonProperty("fittedOn")
        abstract FittedOn fittedOn();
    }

    @JsonPropertyOrder({"horizonDays", "onlyIfRecent", "target"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class NaiveRateMixin {
        @JsonCreator
        NaiveRateMixin(
                @JsonProperty(value = "horizonDays", required = true) double horizonDays,
                @JsonProperty(value = "onlyIfRecent", required = true) boolean onlyIfRecent,
                @JsonProperty(value = "target", required = true) Target target) {}

        @JsonProperty("horizonDays")
        abstract double horizonDays();

        @JsonProperty("onlyIfRecent")
        abstract boolean onlyIfRecent();

        @JsonProperty("target")
        abstract Target target();
    }

    enum TargetMixin {
        @JsonProperty("purchases")
        PURCHASES,
        @JsonProperty("spend")
        SPEND,
        @JsonProperty("any-purchase")
        ANY_PURCHASE
    }

    @JsonPropertyOrder({"firstDay", "lastDay", "repeatPurchases", "sumLogGapDays", "firstSpend", "repeatSpend"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class BuyerStateMixin {
        @JsonCreator
        BuyerStateMixin(
                @JsonProperty(value = "firstDay", required = true) int firstDay,
                @JsonProperty(value = "lastDay", required = true) int lastDay,
                @JsonProperty(value = "repeatPurchases", required = true) int repeatPurchases,
                @JsonProperty(value = "sumLogGapDays", required = true) double sumLogGapDays,
                @JsonProperty(value = "firstSpend", required = true) double firstSpend,
                @JsonProperty(value = "repeatSpend", required = true) double repeatSpend) {}

        @JsonProperty("firstDay")
        abstract int firstDay();

        @JsonProperty("lastDay")
        abstract int lastDay();

        @JsonProperty("repeatPurchases")
        abstract int repeatPurchases();

        @JsonProperty("sumLogGapDays")
        abstract double sumLogGapDays();

        @JsonProperty("firstSpend")
        abstract double firstSpend();

        @JsonProperty("repeatSpend")
        abstract double repeatSpend();
    }
}
