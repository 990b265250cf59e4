package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.summary.PurchaseDay;
import org.crmkit.core.summary.PurchaseDays;
import org.crmkit.core.summary.Touch;

/** The wire form of summaries; names here are a promise and never follow a rename. */
final class SummaryMixins {
    private SummaryMixins() {}

    @JsonPropertyOrder({"count", "first", "last"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class TouchMixin {
        @JsonCreator
        TouchMixin(
                @JsonProperty(value = "count", required = true) long count,
                @JsonProperty(value = "first", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant first,
                @JsonProperty(value = "last", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant last) {}

        @JsonProperty("count")
        abstract long count();

        @JsonProperty("first")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant first();

        @JsonProperty("last")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant last();
    }

    @JsonPropertyOrder({"date", "orders", "units"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseDayMixin {
        @JsonCreator
        PurchaseDayMixin(
                @JsonProperty(value = "date", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        LocalDate date,
                @JsonProperty(value = "orders", required = true) int orders,
                @JsonProperty(value = "units", required = true) long units) {}

        @JsonProperty("date")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract LocalDate date();

        @JsonProperty("orders")
        abstract int orders();

        @JsonProperty("units")
        abstract long units();
    }

    @JsonPropertyOrder({"zone", "unit", "purchaseDays", "refunds", "refundUnits", "touches"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CustomerSummaryMixin {
        @JsonCreator
        CustomerSummaryMixin(
                @JsonProperty(value = "zone", required = true) ZoneId zone,
                @JsonProperty(value = "unit", required = true) AmountUnit unit,
                @JsonProperty(value = "purchaseDays", required = true) PurchaseDays purchaseDays,
                @JsonProperty(value = "refunds", required = true) long refunds,
                @JsonProperty(value = "refundUnits", required = true) long refundUnits,
                @JsonProperty(value = "touches", required = true) Map<String, Touch> touches) {}

        @JsonProperty("zone")
        abstract ZoneId zone();

        @JsonProperty("unit")
        abstract AmountUnit unit();

        @JsonProperty("purchaseDays")
        abstract PurchaseDays purchaseDays();

        @JsonProperty("refunds")
        abstract long refunds();

        @JsonProperty("refundUnits")
        abstract long refundUnits();

        @JsonProperty("touches")
        abstract Map<String, Touch> touches();
    }

    abstract static class PurchaseDaysMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static PurchaseDays of(List<PurchaseDay> days) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonValue
        abstract List<PurchaseDay> asList();
    }
}
