package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;

/** The wire form of scores; names here are a promise and never follow a rename. */
final class ScoreMixins {
    private ScoreMixins() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Score.Known.class, name = "known"),
        @JsonSubTypes.Type(value = Score.Abstained.class, name = "abstained")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface ScoreMixin {}

    @JsonPropertyOrder({"low", "high", "direction", "unit"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ScaleMixin {
        @JsonCreator
        ScaleMixin(
                @JsonProperty(value = "low", required = true) double low,
                @JsonProperty(value = "high", required = true) double high,
                @JsonProperty(value = "direction", required = true) Scale.Direction direction,
                @JsonProperty(value = "unit", required = true) String unit) {}

        @JsonProperty("low")
        abstract double low();

        @JsonProperty("high")
        abstract double high();

        @JsonProperty("direction")
        abstract Scale.Direction direction();

        @JsonProperty("unit")
        abstract String unit();
    }

    enum ScaleDirectionMixin {
        @JsonProperty("higher-is-better")
        HIGHER_IS_BETTER,
        @JsonProperty("lower-is-better")
        LOWER_IS_BETTER,
        @JsonProperty("neutral")
        NEUTRAL
    }

    @JsonPropertyOrder({"code", "detail"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AbstentionMixin {
        @JsonCreator
        AbstentionMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "detail", required = true) String detail) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("detail")
        abstract String detail();
    }

    @JsonPropertyOrder({"given", "points", "scale", "explanation"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ScoreKnownMixin<S> {
        @JsonCreator
        ScoreKnownMixin(
                @JsonProperty(value = "given", required = true) S given,
                @JsonProperty(value = "points", required = true) double points,
                @JsonProperty(value = "scale", required = true) Scale scale,
                @JsonProperty(value = "explanation", required = true) Explanation explanation) {}

        @JsonProperty("given")
        abstract S given();

        @JsonProperty("points")
        abstract double points();

        @JsonProperty("scale")
        abstract Scale scale();

        @JsonProperty("explanation")
        abstract Explanation explanation();
    }

    @JsonPropertyOrder({"reason"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ScoreAbstainedMixin<S> {
        @JsonCreator
        ScoreAbstainedMixin(@JsonProperty(value = "reason", required = true) Abstention reason) {}

        @JsonProperty("reason")
        abstract Abstention reason();
    }
}
