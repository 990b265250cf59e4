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
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.consent.ConsentPolicy;
import org.crmkit.core.consent.ConsentRecord;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/** The wire form of consents and what they permit; names here are a promise and never follow a rename. */
final class ConsentMixins {
    private ConsentMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(Purpose.class, PurposeMixin.class);
        table.put(ConsentRecord.class, ConsentRecordMixin.class);
        table.put(ConsentRecord.Kind.class, ConsentRecordKindMixin.class);
        table.put(ConsentLedger.class, ConsentLedgerMixin.class);
        table.put(ConsentPolicy.class, ConsentPolicyMixin.class);
        table.put(AccessRequest.class, AccessRequestMixin.class);
        table.put(AccessDecision.class, AccessDecisionMixin.class);
        table.put(AccessReason.class, AccessReasonMixin.class);
        return table;
    }

    abstract static class PurposeMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        PurposeMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    @JsonPropertyOrder({"person", "kind", "purpose", "class", "channel", "at", "expiresAt", "evidence"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ConsentRecordMixin {
        @JsonCreator
        ConsentRecordMixin(
                @JsonProperty(value = "person", required = true) CustomerId person,
                @JsonProperty(value = "kind", required = true) ConsentRecord.Kind kind,
                @JsonProperty(value = "purpose", required = true) Purpose purpose,
                @JsonProperty("class") Optional<DataClass> dataClass,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at,
                @JsonProperty("expiresAt") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<Instant> expiresAt,
                @JsonProperty(value = "evidence", required = true) String evidence) {}

        @JsonProperty("person")
        abstract CustomerId person();

        @JsonProperty("kind")
        abstract ConsentRecord.Kind kind();

        @JsonProperty("purpose")
        abstract Purpose purpose();

        @JsonProperty("class")
        abstract Optional<DataClass> dataClass();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();

        @JsonProperty("expiresAt")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<Instant> expiresAt();

        @JsonProperty("evidence")
        abstract String evidence();
    }

    enum ConsentRecordKindMixin {
        @JsonProperty("grant")
        GRANT,
        @JsonProperty("separate-grant")
        SEPARATE_GRANT,
        @JsonProperty("guardian-grant")
        GUARDIAN_GRANT,
        @JsonProperty("import")
        IMPORT,
        @JsonProperty("deny")
        DENY,
        @JsonProperty("withdraw")
        WITHDRAW,
        @JsonProperty("expire")
        EXPIRE,
        @JsonProperty("contract")
        CONTRACT,
        @JsonProperty("legal-obligation")
        LEGAL_OBLIGATION,
        @JsonProperty("vital-interest")
        VITAL_INTEREST,
        @JsonProperty("public-interest")
        PUBLIC_INTEREST,
        @JsonProperty("legitimate-interest")
        LEGITIMATE_INTEREST
    }

    abstract static class ConsentLedgerMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ConsentLedger of(Collection<ConsentRecord> records) {
            throw new AssertionError("a mixin is never called");
        }

        @JsonValue
        abstract List<ConsentRecord> records();
    }

    @JsonPropertyOrder({"guardianAge", "unknownAgeIsMinor", "zone", "bases"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class ConsentPolicyMixin {
        @JsonCreator
        ConsentPolicyMixin(
                @JsonProperty(value = "guardianAge", required = true) int guardianAge,
                @JsonProperty(value = "unknownAgeIsMinor", required = true) boolean unknownAgeIsMinor,
                @JsonProperty(value = "zone", required = true) ZoneId zone,
                @JsonProperty(value = "bases", required = true) Set<ConsentRecord.Kind> bases) {}

        @JsonProperty("guardianAge")
        abstract int guardianAge();

        @JsonProperty("unknownAgeIsMinor")
        abstract boolean unknownAgeIsMinor();

        @JsonProperty("zone")
        abstract ZoneId zone();

        @JsonProperty("bases")
        abstract Set<ConsentRecord.Kind> bases();
    }

    @JsonPropertyOrder({"person", "class", "purpose", "channel", "at"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AccessRequestMixin {
        @JsonCreator
        AccessRequestMixin(
                @JsonProperty(value = "person", required = true) CustomerId person,
                @JsonProperty(value = "class", required = true) DataClass dataClass,
                @JsonProperty(value = "purpose", required = true) Purpose purpose,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "at", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

        @JsonProperty("person")
        abstract CustomerId person();

        @JsonProperty("class")
        abstract DataClass dataClass();

        @JsonProperty("purpose")
        abstract Purpose purpose();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("at")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant at();
    }

    @JsonPropertyOrder({"reason", "validUntil"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class AccessDecisionMixin {
        @JsonCreator
        AccessDecisionMixin(
                @JsonProperty(value = "reason", required = true) AccessReason reason,
                @JsonProperty(value = "validUntil", required = true) @JsonFormat(shape = JsonFormat.Shape.STRING)
                        Instant validUntil) {}

        @JsonProperty("reason")
        abstract AccessReason reason();

        @JsonProperty("validUntil")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Instant validUntil();
    }

    enum AccessReasonMixin {
        @JsonProperty("ordinary-data")
        ORDINARY_DATA,
        @JsonProperty("consented")
        CONSENTED,
        @JsonProperty("separately-consented")
        SEPARATELY_CONSENTED,
        @JsonProperty("guardian-consented")
        GUARDIAN_CONSENTED,
        @JsonProperty("imported-consent")
        IMPORTED_CONSENT,
        @JsonProperty("contract")
        CONTRACT,
        @JsonProperty("legal-obligation")
        LEGAL_OBLIGATION,
        @JsonProperty("vital-interest")
        VITAL_INTEREST,
        @JsonProperty("public-interest")
        PUBLIC_INTEREST,
        @JsonProperty("legitimate-interest")
        LEGITIMATE_INTEREST,
        @JsonProperty("no-consent")
        NO_CONSENT,
        @JsonProperty("purpose-not-covered")
        PURPOSE_NOT_COVERED,
        @JsonProperty("separate-consent-needed")
        SEPARATE_CONSENT_NEEDED,
        @JsonProperty("guardian-consent-needed")
        GUARDIAN_CONSENT_NEEDED,
        @JsonProperty("denied")
        DENIED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("expired")
        EXPIRED,
        @JsonProperty("profiling-refused")
        PROFILING_REFUSED
    }
}
