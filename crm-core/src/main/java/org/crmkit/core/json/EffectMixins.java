package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.Act;
import org.crmkit.core.regulation.Effect;

/** The wire form of the effects of regulations; names here are a promise and never follow a rename. */
final class EffectMixins {
    private EffectMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(Effect.class, EffectMixin.class);
        table.put(Effect.Forbidden.class, EffectForbiddenMixin.class);
        table.put(Effect.Capped.class, EffectCappedMixin.class);
        table.put(Effect.Capped.Period.class, EffectCappedPeriodMixin.class);
        table.put(Effect.ConsentRequired.class, EffectConsentRequiredMixin.class);
        table.put(Effect.OutOfPocketOnly.class, EffectOutOfPocketOnlyMixin.class);
        return table;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Effect.Forbidden.class, name = "forbidden"),
        @JsonSubTypes.Type(value = Effect.Capped.class, name = "capped"),
        @JsonSubTypes.Type(value = Effect.ConsentRequired.class, name = "consent-required"),
        @JsonSubTypes.Type(value = Effect.OutOfPocketOnly.class, name = "out-of-pocket-only")
    })
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    interface EffectMixin {}

    @JsonPropertyOrder({"act"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class EffectForbiddenMixin {
        @JsonCreator
        EffectForbiddenMixin(@JsonProperty(value = "act", required = true) Act act) {}

        @JsonProperty("act")
        abstract Act act();
    }

    @JsonPropertyOrder({"act", "limit", "per"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class EffectCappedMixin {
        @JsonCreator
        EffectCappedMixin(
                @JsonProperty(value = "act", required = true) Act act,
                @JsonProperty(value = "limit", required = true) Money limit,
                @JsonProperty(value = "per", required = true) Effect.Capped.Period per) {}

        @JsonProperty("act")
        abstract Act act();

        @JsonProperty("limit")
        abstract Money limit();

        @JsonProperty("per")
        abstract Effect.Capped.Period per();
    }

    enum EffectCappedPeriodMixin {
        @JsonProperty("item")
        ITEM,
        @JsonProperty("year")
        YEAR
    }

    @JsonPropertyOrder({"act", "purpose"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class EffectConsentRequiredMixin {
        @JsonCreator
        EffectConsentRequiredMixin(
                @JsonProperty(value = "act", required = true) Act act,
                @JsonProperty(value = "purpose", required = true) Purpose purpose) {}

        @JsonProperty("act")
        abstract Act act();

        @JsonProperty("purpose")
        abstract Purpose purpose();
    }

    @JsonPropertyOrder({"act"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class EffectOutOfPocketOnlyMixin {
        @JsonCreator
        EffectOutOfPocketOnlyMixin(@JsonProperty(value = "act", required = true) Act act) {}

        @JsonProperty("act")
        abstract Act act();
    }
}
