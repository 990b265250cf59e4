package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;

/** The wire form of money and time; names here are a promise and never follow a rename. */
final class MoneyMixins {
    private MoneyMixins() {}

    @JsonPropertyOrder({"amountMinor", "currency"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class MoneyMixin {
        @JsonCreator
        MoneyMixin(
                @JsonProperty(value = "amountMinor", required = true) long amountMinor,
                @JsonProperty(value = "currency", required = true) Currency currency) {}

        @JsonProperty("amountMinor")
        abstract long amountMinor();

        @JsonProperty("currency")
        abstract Currency currency();
    }

    @JsonPropertyOrder({"currency", "decimals"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AmountUnitMixin {
        @JsonCreator
        AmountUnitMixin(
                @JsonProperty(value = "currency", required = true) Currency currency,
                @JsonProperty(value = "decimals", required = true) int decimals) {}

        @JsonProperty("currency")
        abstract Currency currency();

        @JsonProperty("decimals")
        abstract int decimals();
    }

    @JsonPropertyOrder({"from", "to"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class WindowMixin {
        @JsonCreator
        WindowMixin(
                @JsonProperty(value = "from", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant from,
                @JsonProperty(value = "to", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant to) {}

        @JsonProperty("from")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant from();

        @JsonProperty("to")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant to();
    }

    @JsonPropertyOrder({"instant", "zone"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AsOfMixin {
        @JsonCreator
        AsOfMixin(
                @JsonProperty(value = "instant", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant instant,
                @JsonProperty(value = "zone", required = true) ZoneId zone) {}

        @JsonProperty("instant")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant instant();

        @JsonProperty("zone")
        abstract ZoneId zone();
    }

    enum TimeGrainMixin {
        @JsonProperty("day")
        DAY,
        @JsonProperty("week")
        WEEK,
        @JsonProperty("month")
        MONTH
    }
}
