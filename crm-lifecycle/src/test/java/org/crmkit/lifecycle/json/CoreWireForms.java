package org.crmkit.lifecycle.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;

/** The wire forms of the core's types that occur in documents of this module, so that its tests stand alone. */
final class CoreWireForms {

    private CoreWireForms() {}

    static Map<Class<?>, Class<?>> table() {
        return Map.of(
                TimeGrain.class, TimeGrainMixin.class,
                AsOf.class, AsOfMixin.class,
                FittedOn.class, FittedOnMixin.class,
                FittedOn.Outcome.class, OutcomeMixin.class,
                ScoringModel.class, ScoringModelMixin.class);
    }

    enum TimeGrainMixin {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }

    @JsonPropertyOrder({"instant", "zone"})
    abstract static class AsOfMixin {
        @JsonCreator
        AsOfMixin(
                @JsonProperty(value = "instant", required = true) Instant instant,
                @JsonProperty(value = "zone", required = true) ZoneId zone) {}

        @JsonProperty("instant")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant instant();

        @JsonProperty("zone")
        abstract ZoneId zone();
    }

    @JsonPropertyOrder({"customers", "firstDay", "asOf", "grain", "outcome", "note"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    abstract static class FittedOnMixin {
        @JsonCreator
        FittedOnMixin(
                @JsonProperty(value = "customers", required = true) int customers,
                @JsonProperty("firstDay") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<LocalDate> firstDay,
                @JsonProperty("asOf") Optional<AsOf> asOf,
                @JsonProperty("grain") Optional<TimeGrain> grain,
                @JsonProperty(value = "outcome", required = true) FittedOn.Outcome outcome,
                @JsonProperty(value = "note", required = true) String note) {}

        @JsonProperty("firstDay")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<LocalDate> firstDay();
    }

    enum OutcomeMixin {
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

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    interface ScoringModelMixin {}
}
