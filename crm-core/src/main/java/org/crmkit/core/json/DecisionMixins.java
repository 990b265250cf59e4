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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.decision.DecisionCase;
import org.crmkit.core.decision.DomainEvent;
import org.crmkit.core.decision.LeapDayRule;
import org.crmkit.core.decision.Outcome;
import org.crmkit.core.decision.Replay;
import org.crmkit.core.decision.Signal;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.time.AsOf;

/** The wire form of decisions, replays and events; names here are a promise and never follow a rename. */
final class DecisionMixins {
    private DecisionMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(DecisionCase.class, DecisionCaseMixin.class);
        table.put(Outcome.class, OutcomeMixin.class);
        table.put(Replay.class, ReplayMixin.class);
        table.put(Replay.Confirmed.class, ReplayConfirmedMixin.class);
        table.put(Replay.Different.class, ReplayDifferentMixin.class);
        table.put(Replay.RuleMissing.class, ReplayRuleMissingMixin.class);
        table.put(DomainEvent.class, DomainEventMixin.class);
        table.put(Signal.class, SignalMixin.class);
        table.put(LeapDayRule.class, LeapDayRuleMixin.class);
        return table;
    }

    @JsonPropertyOrder({"subject", "asOf", "inputs"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DecisionCaseMixin {
        @JsonCreator
        DecisionCaseMixin(
                @JsonProperty(value = "subject", required = true) CustomerId subject,
                @JsonProperty(value = "asOf", required = true) AsOf asOf,
                @JsonProperty(value = "inputs", required = true) Attributes inputs) {}

        @JsonProperty("subject")
        abstract CustomerId subject();

        @JsonProperty("asOf")
        abstract AsOf asOf();

        @JsonProperty("inputs")
        abstract Attributes inputs();
    }

    @JsonPropertyOrder({"code", "reasons", "explanation"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class OutcomeMixin {
        @JsonCreator
        OutcomeMixin(
                @JsonProperty(value = "code", required = true) String code,
                @JsonProperty(value = "reasons", required = true) List<String> reasons,
                @JsonProperty("explanation") Optional<Explanation> explanation) {}

        @JsonProperty("code")
        abstract String code();

        @JsonProperty("reasons")
        abstract List<String> reasons();

        @JsonProperty("explanation")
        abstract Optional<Explanation> explanation();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Replay.Confirmed.class, name = "confirmed"),
        @JsonSubTypes.Type(value = Replay.Different.class, name = "different"),
        @JsonSubTypes.Type(value = Replay.RuleMissing.class, name = "rule-missing")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface ReplayMixin {}

    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReplayConfirmedMixin {
        @JsonCreator
        ReplayConfirmedMixin() {}
    }

    @JsonPropertyOrder({"recorded", "now"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReplayDifferentMixin {
        @JsonCreator
        ReplayDifferentMixin(
                @JsonProperty(value = "recorded", required = true) Outcome recorded,
                @JsonProperty(value = "now", required = true) Outcome now) {}

        @JsonProperty("recorded")
        abstract Outcome recorded();

        @JsonProperty("now")
        abstract Outcome now();
    }

    @JsonPropertyOrder({"ruleId", "ruleVersion"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ReplayRuleMissingMixin {
        @JsonCreator
        ReplayRuleMissingMixin(
                @JsonProperty(value = "ruleId", required = true) String ruleId,
                @JsonProperty(value = "ruleVersion", required = true) String ruleVersion) {}

        @JsonProperty("ruleId")
        abstract String ruleId();

        @JsonProperty("ruleVersion")
        abstract String ruleVersion();
    }

    @JsonPropertyOrder({"trigger", "subject", "label", "before", "at"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DomainEventMixin {
        @JsonCreator
        DomainEventMixin(
                @JsonProperty(value = "trigger", required = true) String trigger,
                @JsonProperty(value = "subject", required = true) CustomerId subject,
                @JsonProperty(value = "label", required = true) String label,
                @JsonProperty("before") Optional<String> before,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

        @JsonProperty("trigger")
        abstract String trigger();

        @JsonProperty("subject")
        abstract CustomerId subject();

        @JsonProperty("label")
        abstract String label();

        @JsonProperty("before")
        abstract Optional<String> before();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();
    }

    @JsonPropertyOrder({"label", "validUntil"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class SignalMixin {
        @JsonCreator
        SignalMixin(
                @JsonProperty("label") Optional<String> label,
                @JsonProperty(value = "validUntil", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant validUntil) {}

        @JsonProperty("label")
        abstract Optional<String> label();

        @JsonProperty("validUntil")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant validUntil();
    }

    enum LeapDayRuleMixin {
        @JsonProperty("february-28")
        FEBRUARY_28,
        @JsonProperty("march-1")
        MARCH_1
    }
}
