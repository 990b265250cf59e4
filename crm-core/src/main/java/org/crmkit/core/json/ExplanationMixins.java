package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import org.crmkit.core.explain.Explanation;

/** The wire form of explanations; names here are a promise and never follow a rename. */
final class ExplanationMixins {
    private ExplanationMixins() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Explanation.Fact.class, name = "fact"),
        @JsonSubTypes.Type(value = Explanation.Sum.class, name = "sum"),
        @JsonSubTypes.Type(value = Explanation.Product.class, name = "product"),
        @JsonSubTypes.Type(value = Explanation.Weighted.class, name = "weighted"),
        @JsonSubTypes.Type(value = Explanation.Banded.class, name = "banded"),
        @JsonSubTypes.Type(value = Explanation.Choice.class, name = "choice")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface ExplanationMixin {}

    @JsonPropertyOrder({"code", "value", "inputs"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationFactMixin {
        @JsonCreator
        ExplanationFactMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "value", required = true) double value,
                @JsonProperty(value = "inputs", required = true) Map<String, String> inputs) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("value")
        abstract double value();

        @JsonProperty("inputs")
        abstract Map<String, String> inputs();
    }

    @JsonPropertyOrder({"code", "value", "parts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationSumMixin {
        @JsonCreator
        ExplanationSumMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "value", required = true) double value,
                @JsonProperty(value = "parts", required = true) List<Explanation> parts) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("value")
        abstract double value();

        @JsonProperty("parts")
        abstract List<Explanation> parts();
    }

    @JsonPropertyOrder({"code", "value", "parts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationProductMixin {
        @JsonCreator
        ExplanationProductMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "value", required = true) double value,
                @JsonProperty(value = "parts", required = true) List<Explanation> parts) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("value")
        abstract double value();

        @JsonProperty("parts")
        abstract List<Explanation> parts();
    }

    @JsonPropertyOrder({"code", "weight", "part"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationWeightedMixin {
        @JsonCreator
        ExplanationWeightedMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "weight", required = true) double weight,
                @JsonProperty(value = "part", required = true) Explanation part) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("weight")
        abstract double weight();

        @JsonProperty("part")
        abstract Explanation part();
    }

    @JsonPropertyOrder({"code", "observed", "thresholds", "leftClosed", "reversed"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationBandedMixin {
        @JsonCreator
        ExplanationBandedMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "observed", required = true) Explanation observed,
                @JsonProperty(value = "thresholds", required = true) List<Double> thresholds,
                @JsonProperty(value = "leftClosed", required = true) boolean leftClosed,
                @JsonProperty(value = "reversed", required = true) boolean reversed) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("observed")
        abstract Explanation observed();

        @JsonProperty("thresholds")
        abstract List<Double> thresholds();

        @JsonProperty("leftClosed")
        abstract boolean leftClosed();

        @JsonProperty("reversed")
        abstract boolean reversed();
    }

    @JsonPropertyOrder({"code", "rule", "chosen", "parts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ExplanationChoiceMixin {
        @JsonCreator
        ExplanationChoiceMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "rule", required = true) String rule,
                @JsonProperty(value = "chosen", required = true) int chosen,
                @JsonProperty(value = "parts", required = true) List<Explanation> parts) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("rule")
        abstract String rule();

        @JsonProperty("chosen")
        abstract int chosen();

        @JsonProperty("parts")
        abstract List<Explanation> parts();
    }
}
