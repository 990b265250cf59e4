package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.strategy.ClampedModel;
import org.crmkit.core.strategy.Combined;
import org.crmkit.core.strategy.CombinedModel;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScorecardModel;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.WhenAbstained;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;

/** The wire form of fitted models and what is said of them; names here are a promise and never follow a rename. */
final class StrategyMixins {
    private StrategyMixins() {}

    @JsonPropertyOrder({"customers", "firstDay", "asOf", "grain", "outcome", "note"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class FittedOnMixin {
        @JsonCreator
        FittedOnMixin(
                @JsonProperty(value = "customers", required = true) int customers,
                @JsonProperty("firstDay") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<LocalDate> firstDay,
                @JsonProperty("asOf") Optional<AsOf> asOf,
                @JsonProperty("grain") Optional<TimeGrain> grain,
                @JsonProperty(value = "outcome", required = true) FittedOn.Outcome outcome,
                @JsonProperty(value = "note", required = true) String note) {}

        @JsonProperty("customers")
        abstract int customers();

        @JsonProperty("firstDay")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<LocalDate> firstDay();

        @JsonProperty("asOf")
        abstract Optional<AsOf> asOf();

        @JsonProperty("grain")
        abstract Optional<TimeGrain> grain();

        @JsonProperty("outcome")
        abstract FittedOn.Outcome outcome();

        @JsonProperty("note")
        abstract String note();
    }

    enum FittedOnOutcomeMixin {
        @JsonProperty("not-needed")
        NOT_NEEDED,
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

    @JsonPropertyOrder({"drifted", "falseAlarmRate", "findings"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DriftMixin {
        @JsonCreator
        DriftMixin(
                @JsonProperty(value = "drifted", required = true) boolean drifted,
                @JsonProperty(value = "falseAlarmRate", required = true) double falseAlarmRate,
                @JsonProperty(value = "findings", required = true) List<Drift.Finding> findings) {}

        @JsonProperty("drifted")
        abstract boolean drifted();

        @JsonProperty("falseAlarmRate")
        abstract double falseAlarmRate();

        @JsonProperty("findings")
        abstract List<Drift.Finding> findings();
    }

    @JsonPropertyOrder({"name", "statistic", "pValue", "drifted"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DriftFindingMixin {
        @JsonCreator
        DriftFindingMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "statistic", required = true) double statistic,
                @JsonProperty(value = "pValue", required = true) double pValue,
                @JsonProperty(value = "drifted", required = true) boolean drifted) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("statistic")
        abstract double statistic();

        @JsonProperty("pValue")
        abstract double pValue();

        @JsonProperty("drifted")
        abstract boolean drifted();
    }

    enum WhenAbstainedMixin {
        @JsonProperty("abstain")
        ABSTAIN,
        @JsonProperty("reweight")
        REWEIGHT,
        @JsonProperty("worst")
        WORST
    }

    @JsonPropertyOrder({"name", "parts", "whenAbstained"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ScorecardModelMixin {
        @JsonCreator
        ScorecardModelMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "parts", required = true) List<ScorecardModel.Part> parts,
                @JsonProperty(value = "whenAbstained", required = true) WhenAbstained whenAbstained) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("parts")
        abstract List<ScorecardModel.Part> parts();

        @JsonProperty("whenAbstained")
        abstract WhenAbstained whenAbstained();
    }

    @JsonPropertyOrder({"weight", "model"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ScorecardModelPartMixin {
        @JsonCreator
        ScorecardModelPartMixin(
                @JsonProperty(value = "weight", required = true) double weight,
                @JsonProperty(value = "model", required = true) ScoringModel<?> model) {}

        @JsonProperty("weight")
        abstract double weight();

        @JsonProperty("model")
        abstract ScoringModel<?> model();
    }

    enum CombinedRuleMixin {
        @JsonProperty("first-known")
        FIRST_KNOWN,
        @JsonProperty("largest")
        LARGEST,
        @JsonProperty("smallest")
        SMALLEST
    }

    @JsonPropertyOrder({"name", "rule", "parts"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CombinedModelMixin {
        @JsonCreator
        CombinedModelMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "rule", required = true) Combined.Rule rule,
                @JsonProperty(value = "parts", required = true) List<ScoringModel<?>> parts) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("rule")
        abstract Combined.Rule rule();

        @JsonProperty("parts")
        abstract List<ScoringModel<?>> parts();
    }

    @JsonPropertyOrder({"name", "low", "high", "model"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ClampedModelMixin {
        @JsonCreator
        ClampedModelMixin(
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "low", required = true) double low,
                @JsonProperty(value = "high", required = true) double high,
                @JsonProperty(value = "model", required = true) ScoringModel<?> model) {}

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("low")
        abstract double low();

        @JsonProperty("high")
        abstract double high();

        @JsonProperty("model")
        abstract ScoringModel<?> model();
    }

    /** The kinds are open: a room or a host registers its own models under a word. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ScorecardModel.class, name = "scorecard"),
        @JsonSubTypes.Type(value = CombinedModel.class, name = "combined"),
        @JsonSubTypes.Type(value = ClampedModel.class, name = "clamped")
    })
    interface ScoringModelMixin {}
}
