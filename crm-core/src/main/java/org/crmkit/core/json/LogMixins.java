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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.decision.DataAccess;
import org.crmkit.core.decision.DataChange;
import org.crmkit.core.decision.Decision;
import org.crmkit.core.decision.DecisionCase;
import org.crmkit.core.decision.DecisionLog;
import org.crmkit.core.decision.LogEntry;
import org.crmkit.core.decision.Outcome;

/** The wire form of the log of decisions, accesses and changes; names here are a promise and never follow a rename. */
final class LogMixins {
    private LogMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(LogEntry.class, LogEntryMixin.class);
        table.put(Decision.class, DecisionMixin.class);
        table.put(DataAccess.class, DataAccessMixin.class);
        table.put(DataChange.class, DataChangeMixin.class);
        table.put(DataChange.Kind.class, DataChangeKindMixin.class);
        table.put(DecisionLog.class, DecisionLogMixin.class);
        table.put(DecisionLog.Line.class, DecisionLogLineMixin.class);
        return table;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Decision.class, name = "decision"),
        @JsonSubTypes.Type(value = DataAccess.class, name = "access"),
        @JsonSubTypes.Type(value = DataChange.class, name = "change")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface LogEntryMixin {}

    @JsonPropertyOrder({"id", "actor", "ruleId", "ruleVersion", "case", "outcome"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DecisionMixin {
        @JsonCreator
        DecisionMixin(
                @JsonProperty(value = "id", required = true) String id,
                @JsonProperty(value = "actor", required = true) String actor,
                @JsonProperty(value = "ruleId", required = true) String ruleId,
                @JsonProperty(value = "ruleVersion", required = true) String ruleVersion,
                @JsonProperty(value = "case", required = true) DecisionCase decisionCase,
                @JsonProperty(value = "outcome", required = true) Outcome outcome) {}

        @JsonProperty("id")
        abstract String id();

        @JsonProperty("actor")
        abstract String actor();

        @JsonProperty("ruleId")
        abstract String ruleId();

        @JsonProperty("ruleVersion")
        abstract String ruleVersion();

        @JsonProperty("case")
        abstract DecisionCase decisionCase();

        @JsonProperty("outcome")
        abstract Outcome outcome();
    }

    @JsonPropertyOrder({"actor", "request", "reason"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DataAccessMixin {
        @JsonCreator
        DataAccessMixin(
                @JsonProperty(value = "actor", required = true) String actor,
                @JsonProperty(value = "request", required = true) AccessRequest request,
                @JsonProperty(value = "reason", required = true) AccessReason reason) {}

        @JsonProperty("actor")
        abstract String actor();

        @JsonProperty("request")
        abstract AccessRequest request();

        @JsonProperty("reason")
        abstract AccessReason reason();
    }

    @JsonPropertyOrder({"actor", "subject", "attribute", "change", "source", "at"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DataChangeMixin {
        @JsonCreator
        DataChangeMixin(
                @JsonProperty(value = "actor", required = true) String actor,
                @JsonProperty(value = "subject", required = true) CustomerId subject,
                @JsonProperty(value = "attribute", required = true) String attribute,
                @JsonProperty(value = "change", required = true) DataChange.Kind kind,
                @JsonProperty(value = "source", required = true) Provenance source,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

        @JsonProperty("actor")
        abstract String actor();

        @JsonProperty("subject")
        abstract CustomerId subject();

        @JsonProperty("attribute")
        abstract String attribute();

        @JsonProperty("change")
        abstract DataChange.Kind kind();

        @JsonProperty("source")
        abstract Provenance source();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();
    }

    enum DataChangeKindMixin {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("changed")
        CHANGED,
        @JsonProperty("removed")
        REMOVED
    }

    abstract static class DecisionLogMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static DecisionLog of(List<DecisionLog.Line> lines) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonValue
        abstract List<DecisionLog.Line> lines();
    }

    @JsonPropertyOrder({"entry", "digest"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class DecisionLogLineMixin {
        @JsonCreator
        DecisionLogLineMixin(
                @JsonProperty(value = "entry", required = true) LogEntry entry,
                @JsonProperty(value = "digest", required = true) String digest) {}

        @JsonProperty("entry")
        abstract LogEntry entry();

        @JsonProperty("digest")
        abstract String digest();
    }
}
