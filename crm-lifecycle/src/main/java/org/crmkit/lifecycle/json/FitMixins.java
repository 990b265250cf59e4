package org.crmkit.lifecycle.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitDiagnostics;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.ParameterUncertainty;
import org.crmkit.lifecycle.contract.ContractModel;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.purchase.CovariateModel;
import org.crmkit.lifecycle.purchase.FitInput;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseParameters;
import org.crmkit.lifecycle.spend.SpendIndependence;
import org.crmkit.lifecycle.spend.SpendInput;
import org.crmkit.lifecycle.spend.SpendModel;

/** The wire form of fits and fitted models; names here are a promise and never follow a rename. */
final class FitMixins {
    private FitMixins() {}

    enum FitStatusMixin {
        @JsonProperty("converged")
        CONVERGED,
        @JsonProperty("at-border")
        AT_BORDER,
        @JsonProperty("not-identified")
        NOT_IDENTIFIED,
        @JsonProperty("too-little-data")
        TOO_LITTLE_DATA,
        @JsonProperty("not-converged")
        NOT_CONVERGED
    }

    @JsonPropertyOrder({
        "logLikelihood",
        "penalty",
        "freeParameters",
        "observations",
        "iterations",
        "evaluations",
        "gradientNorm",
        "informationCondition"
    })
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class FitDiagnosticsMixin {
        @JsonCreator
        FitDiagnosticsMixin(
                @JsonProperty(value = "logLikelihood", required = true) double logLikelihood,
                @JsonProperty(value = "penalty", required = true) double penalty,
                @JsonProperty(value = "freeParameters", required = true) int freeParameters,
                @JsonProperty(value = "observations", required = true) long observations,
                @JsonProperty(value = "iterations", required = true) int iterations,
                @JsonProperty(value = "evaluations", required = true) int evaluations,
                @JsonProperty(value = "gradientNorm", required = true) double gradientNorm,
                @JsonProperty("informationCondition") OptionalDouble informationCondition) {}

        @JsonProperty("logLikelihood")
        abstract double logLikelihood();

        @JsonProperty("penalty")
        abstract double penalty();

        @JsonProperty("freeParameters")
        abstract int freeParameters();

        @JsonProperty("observations")
        abstract long observations();

        @JsonProperty("iterations")
        abstract int iterations();

        @JsonProperty("evaluations")
        abstract int evaluations();

        @JsonProperty("gradientNorm")
        abstract double gradientNorm();

        @JsonProperty("informationCondition")
        abstract OptionalDouble informationCondition();
    }

    @JsonPropertyOrder({"names", "estimates", "logarithmic", "covariance"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ParameterUncertaintyMixin {
        @JsonCreator
        static ParameterUncertainty of(
                @JsonProperty(value = "names", required = true) List<String> names,
                @JsonProperty(value = "estimates", required = true) double[] estimates,
                @JsonProperty(value = "logarithmic", required = true) boolean[] logarithmic,
                @JsonProperty(value = "covariance", required = true) double[][] covariance) {
            return ParameterUncertainty.of(names, estimates, logarithmic, covariance);
        }

        @JsonProperty("names")
        abstract List<String> names();

        @JsonProperty("estimates")
        abstract double[] estimates();

        @JsonProperty("logarithmic")
        abstract boolean[] logarithmic();

        @JsonProperty("covariance")
        abstract double[][] covariance();
    }

    @JsonPropertyOrder({"name", "grain", "parameters"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseModelMixin {
        @JsonCreator
        static PurchaseModel of(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "parameters", required = true) PurchaseParameters parameters) {
            return PurchaseModel.of(name, grain, parameters);
        }

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("parameters")
        abstract PurchaseParameters parameters();
    }

    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseParametersMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PurchaseParametersMixin(Map<String, Double> values) {}

        @JsonValue
        abstract Map<String, Double> values();
    }

    @JsonPropertyOrder({"customers", "patterns", "repeatPurchases", "grain", "fingerprint"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class FitInputMixin {
        @JsonCreator
        FitInputMixin(
                @JsonProperty(value = "customers", required = true) long customers,
                @JsonProperty(value = "patterns", required = true) int patterns,
                @JsonProperty(value = "repeatPurchases", required = true) long repeatPurchases,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "fingerprint", required = true) String fingerprint) {}

        @JsonProperty("customers")
        abstract long customers();

        @JsonProperty("patterns")
        abstract int patterns();

        @JsonProperty("repeatPurchases")
        abstract long repeatPurchases();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("fingerprint")
        abstract String fingerprint();
    }

    @JsonPropertyOrder({"modelName", "status", "reason", "model", "diagnostics", "uncertainty", "input"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseFitMixin {
        @JsonCreator
        PurchaseFitMixin(
                @JsonProperty(value = "modelName", required = true) String modelName,
                @JsonProperty(value = "status", required = true) FitStatus status,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty("model") Optional<PurchaseModel> model,
                @JsonProperty(value = "diagnostics", required = true) FitDiagnostics diagnostics,
                @JsonProperty("uncertainty") Optional<ParameterUncertainty> uncertainty,
                @JsonProperty(value = "input", required = true) FitInput input) {}

        @JsonProperty("modelName")
        abstract String modelName();

        @JsonProperty("status")
        abstract FitStatus status();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("model")
        abstract Optional<PurchaseModel> model();

        @JsonProperty("diagnostics")
        abstract FitDiagnostics diagnostics();

        @JsonProperty("uncertainty")
        abstract Optional<ParameterUncertainty> uncertainty();

        @JsonProperty("input")
        abstract FitInput input();
    }

    @JsonPropertyOrder({"name", "grain", "baseline", "purchaseCoefficients", "lifetimeCoefficients"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CovariateModelMixin {
        @JsonCreator
        CovariateModelMixin(
                @JsonProperty(value = "name", required = true) String modelName,
                @JsonProperty(value = "grain", required = true) TimeGrain grain,
                @JsonProperty(value = "baseline", required = true) PurchaseParameters baseline,
                @JsonProperty(value = "purchaseCoefficients", required = true) PurchaseParameters purchaseCoefficients,
                @JsonProperty(value = "lifetimeCoefficients", required = true)
                        PurchaseParameters lifetimeCoefficients) {}

        @JsonProperty("name")
        abstract String modelName();

        @JsonProperty("grain")
        abstract TimeGrain grain();

        @JsonProperty("baseline")
        abstract PurchaseParameters baseline();

        @JsonProperty("purchaseCoefficients")
        abstract PurchaseParameters purchaseCoefficients();

        @JsonProperty("lifetimeCoefficients")
        abstract PurchaseParameters lifetimeCoefficients();
    }

    @JsonPropertyOrder({"status", "reason", "model", "diagnostics", "uncertainty", "input"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CovariateFitMixin {
        @JsonCreator
        CovariateFitMixin(
                @JsonProperty(value = "status", required = true) FitStatus status,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty("model") Optional<CovariateModel> model,
                @JsonProperty(value = "diagnostics", required = true) FitDiagnostics diagnostics,
                @JsonProperty("uncertainty") Optional<ParameterUncertainty> uncertainty,
                @JsonProperty(value = "input", required = true) FitInput input) {}

        @JsonProperty("status")
        abstract FitStatus status();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("model")
        abstract Optional<CovariateModel> model();

        @JsonProperty("diagnostics")
        abstract FitDiagnostics diagnostics();

        @JsonProperty("uncertainty")
        abstract Optional<ParameterUncertainty> uncertainty();

        @JsonProperty("input")
        abstract FitInput input();
    }

    @JsonPropertyOrder({"name", "parameters"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SpendModelMixin {
        @JsonCreator
        static SpendModel of(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "parameters", required = true) Map<String, Double> parameters) {
            return SpendModel.of(name, parameters);
        }

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("parameters")
        abstract Map<String, Double> parameters();
    }

    @JsonPropertyOrder({"customers", "used", "purchases", "fingerprint"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SpendInputMixin {
        @JsonCreator
        SpendInputMixin(
                @JsonProperty(value = "customers", required = true) int customers,
                @JsonProperty(value = "used", required = true) int used,
                @JsonProperty(value = "purchases", required = true) double purchases,
                @JsonProperty(value = "fingerprint", required = true) String fingerprint) {}

        @JsonProperty("customers")
        abstract int customers();

        @JsonProperty("used")
        abstract int used();

        @JsonProperty("purchases")
        abstract double purchases();

        @JsonProperty("fingerprint")
        abstract String fingerprint();
    }

    @JsonPropertyOrder({"customers", "correlation", "rankCorrelation"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SpendIndependenceMixin {
        @JsonCreator
        SpendIndependenceMixin(
                @JsonProperty(value = "customers", required = true) int customers,
                @JsonProperty(value = "correlation", required = true) double correlation,
                @JsonProperty(value = "rankCorrelation", required = true) double rankCorrelation) {}

        @JsonProperty("customers")
        abstract int customers();

        @JsonProperty("correlation")
        abstract double correlation();

        @JsonProperty("rankCorrelation")
        abstract double rankCorrelation();
    }

    @JsonPropertyOrder({"modelName", "status", "reason", "model", "diagnostics", "uncertainty", "input", "independence"
    })
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SpendFitMixin {
        @JsonCreator
        SpendFitMixin(
                @JsonProperty(value = "modelName", required = true) String modelName,
                @JsonProperty(value = "status", required = true) FitStatus status,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty("model") Optional<SpendModel> model,
                @JsonProperty(value = "diagnostics", required = true) FitDiagnostics diagnostics,
                @JsonProperty("uncertainty") Optional<ParameterUncertainty> uncertainty,
                @JsonProperty(value = "input", required = true) SpendInput input,
                @JsonProperty(value = "independence", required = true) SpendIndependence independence) {}

        @JsonProperty("modelName")
        abstract String modelName();

        @JsonProperty("status")
        abstract FitStatus status();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("model")
        abstract Optional<SpendModel> model();

        @JsonProperty("diagnostics")
        abstract FitDiagnostics diagnostics();

        @JsonProperty("uncertainty")
        abstract Optional<ParameterUncertainty> uncertainty();

        @JsonProperty("input")
        abstract SpendInput input();

        @JsonProperty("independence")
        abstract SpendIndependence independence();
    }

    @JsonPropertyOrder({"name", "parameters"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ContractModelMixin {
        @JsonCreator
        static ContractModel of(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "parameters", required = true) Map<String, Double> parameters) {
            return ContractModel.of(name, parameters);
        }

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("parameters")
        abstract Map<String, Double> parameters();
    }

    @JsonPropertyOrder({"lost", "renewed"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RenewalCountsMixin {
        @JsonCreator
        static RenewalCounts of(
                @JsonProperty(value = "lost", required = true) long[] lost,
                @JsonProperty(value = "renewed", required = true) long[] renewed) {
            return RenewalCounts.of(lost, renewed);
        }

        @JsonProperty("lost")
        abstract long[] lost();

        @JsonProperty("renewed")
        abstract long[] renewed();
    }

    @JsonPropertyOrder({"modelName", "status", "reason", "model", "diagnostics", "uncertainty", "counts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ContractFitMixin {
        @JsonCreator
        ContractFitMixin(
                @JsonProperty(value = "modelName", required = true) String modelName,
                @JsonProperty(value = "status", required = true) FitStatus status,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty("model") Optional<ContractModel> model,
                @JsonProperty(value = "diagnostics", required = true) FitDiagnostics diagnostics,
                @JsonProperty("uncertainty") Optional<ParameterUncertainty> uncertainty,
                @JsonProperty(value = "counts", required = true) RenewalCounts counts) {}

        @JsonProperty("modelName")
        abstract String modelName();

        @JsonProperty("status")
        abstract FitStatus status();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("model")
        abstract Optional<ContractModel> model();

        @JsonProperty("diagnostics")
        abstract FitDiagnostics diagnostics();

        @JsonProperty("uncertainty")
        abstract Optional<ParameterUncertainty> uncertainty();

        @JsonProperty("counts")
        abstract RenewalCounts counts();
    }
}
