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
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.activity.SurveyResponse;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.ItemClass;

/** The wire form of activities; names here are a promise and never follow a rename. */
final class ActivityMixins {
    private ActivityMixins() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Purchase.class, name = "purchase"),
        @JsonSubTypes.Type(value = Refund.class, name = "refund"),
        @JsonSubTypes.Type(value = Interaction.class, name = "interaction"),
        @JsonSubTypes.Type(value = ServiceCaseEvent.class, name = "service-case"),
        @JsonSubTypes.Type(value = SurveyResponse.class, name = "survey"),
        @JsonSubTypes.Type(value = CustomActivity.class, name = "custom")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface ActivityMixin {}

    abstract static class ActivityIdMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ActivityIdMixin(String value) {}

        @JsonValue
        abstract String value();
    }

    abstract static class ItemClassMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        ItemClassMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    @JsonPropertyOrder({"sku", "category", "itemClass", "quantity", "amount", "daysSupply"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseLineMixin {
        @JsonCreator
        PurchaseLineMixin(
                @JsonProperty(value = "sku", required = true) String sku,
                @JsonProperty("category") Optional<String> category,
                @JsonProperty(value = "itemClass", required = true) ItemClass itemClass,
                @JsonProperty(value = "quantity", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        BigDecimal quantity,
                @JsonProperty(value = "amount", required = true) Money amount,
                @JsonProperty("daysSupply") OptionalInt daysSupply) {}

        @JsonProperty("sku")
        abstract String sku();

        @JsonProperty("category")
        abstract Optional<String> category();

        @JsonProperty("itemClass")
        abstract ItemClass itemClass();

        @JsonProperty("quantity")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract BigDecimal quantity();

        @JsonProperty("amount")
        abstract Money amount();

        @JsonProperty("daysSupply")
        abstract OptionalInt daysSupply();
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "amount", "lines"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class PurchaseMixin {
        @JsonCreator
        PurchaseMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "amount", required = true) Money amount,
                @JsonProperty(value = "lines", required = true) List<PurchaseLine> lines) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("amount")
        abstract Money amount();

        @JsonProperty("lines")
        abstract List<PurchaseLine> lines();
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "amount", "purchase", "reason"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RefundMixin {
        @JsonCreator
        RefundMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "amount", required = true) Money amount,
                @JsonProperty("purchase") Optional<ActivityId> purchase,
                @JsonProperty("reason") Optional<String> reason) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("amount")
        abstract Money amount();

        @JsonProperty("purchase")
        abstract Optional<ActivityId> purchase();

        @JsonProperty("reason")
        abstract Optional<String> reason();
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "contact", "subject", "result", "duration", "by"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class InteractionMixin {
        @JsonCreator
        InteractionMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "contact", required = true) Interaction.Kind kind,
                @JsonProperty("subject") Optional<String> subject,
                @JsonProperty("result") Optional<String> result,
                @JsonProperty("duration") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Duration> duration,
                @JsonProperty("by") Optional<String> by) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("contact")
        abstract Interaction.Kind kind();

        @JsonProperty("subject")
        abstract Optional<String> subject();

        @JsonProperty("result")
        abstract Optional<String> result();

        @JsonProperty("duration")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<Duration> duration();

        @JsonProperty("by")
        abstract Optional<String> by();
    }

    enum InteractionKindMixin {
        @JsonProperty("visit")
        VISIT,
        @JsonProperty("call")
        CALL,
        @JsonProperty("consultation")
        CONSULTATION,
        @JsonProperty("browse")
        BROWSE,
        @JsonProperty("search")
        SEARCH,
        @JsonProperty("message")
        MESSAGE,
        @JsonProperty("campaign")
        CAMPAIGN,
        @JsonProperty("event")
        EVENT
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "caseId", "step", "category", "severity", "compensation"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ServiceCaseEventMixin {
        @JsonCreator
        ServiceCaseEventMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "caseId", required = true) String caseId,
                @JsonProperty(value = "step", required = true) ServiceCaseEvent.Step step,
                @JsonProperty("category") Optional<String> category,
                @JsonProperty("severity") Optional<Integer> severity,
                @JsonProperty("compensation") Optional<Money> compensation) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("caseId")
        abstract String caseId();

        @JsonProperty("step")
        abstract ServiceCaseEvent.Step step();

        @JsonProperty("category")
        abstract Optional<String> category();

        @JsonProperty("severity")
        abstract Optional<Integer> severity();

        @JsonProperty("compensation")
        abstract Optional<Money> compensation();
    }

    enum ServiceCaseEventStepMixin {
        @JsonProperty("opened")
        OPENED,
        @JsonProperty("answered")
        ANSWERED,
        @JsonProperty("resolved")
        RESOLVED,
        @JsonProperty("compensated")
        COMPENSATED,
        @JsonProperty("reopened")
        REOPENED
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "instrument", "answers"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SurveyResponseMixin {
        @JsonCreator
        SurveyResponseMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "instrument", required = true) String instrument,
                @JsonProperty(value = "answers", required = true) Map<String, Double> answers) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("instrument")
        abstract String instrument();

        @JsonProperty("answers")
        abstract Map<String, Double> answers();
    }

    @JsonPropertyOrder({"id", "customer", "at", "channel", "name", "fields"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class CustomActivityMixin {
        @JsonCreator
        CustomActivityMixin(
                @JsonProperty(value = "id", required = true) ActivityId id,
                @JsonProperty(value = "customer", required = true) CustomerId customer,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "name", required = true) String name,
                @JsonProperty(value = "fields", required = true) Map<String, String> fields) {}

        @JsonProperty("id")
        abstract ActivityId id();

        @JsonProperty("customer")
        abstract CustomerId customer();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("name")
        abstract String name();

        @JsonProperty("fields")
        abstract Map<String, String> fields();
    }
}
