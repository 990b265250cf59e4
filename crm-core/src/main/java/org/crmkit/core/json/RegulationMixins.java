package org.crmkit.core.json;

import static com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility.NONE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.regulation.Act;
import org.crmkit.core.regulation.Effect;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.regulation.Jurisdiction;
import org.crmkit.core.regulation.RegulationEntry;
import org.crmkit.core.regulation.RegulationPack;
import org.crmkit.core.regulation.RegulationQuestion;
import org.crmkit.core.regulation.Ruling;
import org.crmkit.core.regulation.Rulings;
import org.crmkit.core.time.AsOf;

/** The wire form of regulatory facts and rulings; names here are a promise and never follow a rename. */
final class RegulationMixins {
    private RegulationMixins() {}

    static Map<Class<?>, Class<?>> table() {
        Map<Class<?>, Class<?>> table = new LinkedHashMap<>();
        table.put(Jurisdiction.class, JurisdictionMixin.class);
        table.put(Act.class, ActMixin.class);
        table.put(RegulationPack.class, RegulationPackMixin.class);
        table.put(RegulationEntry.class, RegulationEntryMixin.class);
        table.put(RegulationQuestion.class, RegulationQuestionMixin.class);
        table.put(Ruling.class, RulingMixin.class);
        table.put(Rulings.class, RulingsMixin.class);
        return table;
    }

    abstract static class JurisdictionMixin {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        JurisdictionMixin(String code) {}

        @JsonValue
        abstract String code();
    }

    enum ActMixin {
        @JsonProperty("earn")
        EARN,
        @JsonProperty("redeem")
        REDEEM,
        @JsonProperty("gift")
        GIFT,
        @JsonProperty("threshold")
        THRESHOLD,
        @JsonProperty("tier-credit")
        TIER_CREDIT,
        @JsonProperty("referral-credit")
        REFERRAL_CREDIT,
        @JsonProperty("promotion")
        PROMOTION,
        @JsonProperty("recommendation")
        RECOMMENDATION,
        @JsonProperty("time-expiry")
        TIME_EXPIRY,
        @JsonProperty("cash-out")
        CASH_OUT
    }

    @JsonPropertyOrder({"id", "version", "title", "entries"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RegulationPackMixin {
        @JsonCreator
        RegulationPackMixin(
                @JsonProperty(value = "id", required = true) String id,
                @JsonProperty(value = "version", required = true) int version,
                @JsonProperty(value = "title", required = true) String title,
                @JsonProperty(value = "entries", required = true) List<RegulationEntry> entries) {}

        @JsonProperty("id")
        abstract String id();

        @JsonProperty("version")
        abstract int version();

        @JsonProperty("title")
        abstract String title();

        @JsonProperty("entries")
        abstract List<RegulationEntry> entries();
    }

    @JsonPropertyOrder({"id", "jurisdictions", "itemClasses", "channels", "from", "until", "effects", "reason", "source"
    })
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RegulationEntryMixin {
        @JsonCreator
        RegulationEntryMixin(
                @JsonProperty(value = "id", required = true) String id,
                @JsonProperty(value = "jurisdictions", required = true) Set<Jurisdiction> jurisdictions,
                @JsonProperty(value = "itemClasses", required = true) Set<ItemClass> itemClasses,
                @JsonProperty(value = "channels", required = true) Set<Channel> channels,
                @JsonProperty("from") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<LocalDate> from,
                @JsonProperty("until") @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<LocalDate> until,
                @JsonProperty(value = "effects", required = true) List<Effect> effects,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty(value = "source", required = true) String source) {}

        @JsonProperty("id")
        abstract String id();

        @JsonProperty("jurisdictions")
        abstract Set<Jurisdiction> jurisdictions();

        @JsonProperty("itemClasses")
        abstract Set<ItemClass> itemClasses();

        @JsonProperty("channels")
        abstract Set<Channel> channels();

        @JsonProperty("from")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<LocalDate> from();

        @JsonProperty("until")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        abstract Optional<LocalDate> until();

        @JsonProperty("effects")
        abstract List<Effect> effects();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("source")
        abstract String source();
    }

    @JsonPropertyOrder({"itemClass", "jurisdiction", "channel", "asOf"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RegulationQuestionMixin {
        @JsonCreator
        RegulationQuestionMixin(
                @JsonProperty(value = "itemClass", required = true) ItemClass itemClass,
                @JsonProperty(value = "jurisdiction", required = true) Jurisdiction jurisdiction,
                @JsonProperty("channel") Optional<Channel> channel,
                @JsonProperty(value = "asOf", required = true) AsOf asOf) {}

        @JsonProperty("itemClass")
        abstract ItemClass itemClass();

        @JsonProperty("jurisdiction")
        abstract Jurisdiction jurisdiction();

        @JsonProperty("channel")
        abstract Optional<Channel> channel();

        @JsonProperty("asOf")
        abstract AsOf asOf();
    }

    @JsonPropertyOrder({"effect", "packId", "packVersion", "entryId", "reason", "source"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RulingMixin {
        @JsonCreator
        RulingMixin(
                @JsonProperty(value = "effect", required = true) Effect effect,
                @JsonProperty(value = "packId", required = true) String packId,
                @JsonProperty(value = "packVersion", required = true) int packVersion,
                @JsonProperty(value = "entryId", required = true) String entryId,
                @JsonProperty(value = "reason", required = true) String reason,
                @JsonProperty(value = "source", required = true) String source) {}

        @JsonProperty("effect")
        abstract Effect effect();

        @JsonProperty("packId")
        abstract String packId();

        @JsonProperty("packVersion")
        abstract int packVersion();

        @JsonProperty("entryId")
        abstract String entryId();

        @JsonProperty("reason")
        abstract String reason();

        @JsonProperty("source")
        abstract String source();
    }

    @JsonPropertyOrder({"itemClass", "classKnown", "placeKnown", "all"})
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonAutoDetect(
            getterVisibility = NONE,
            isGetterVisibility = NONE,
            fieldVisibility = NONE,
            creatorVisibility = NONE)
    abstract static class RulingsMixin {
        @JsonCreator
        RulingsMixin(
                @JsonProperty(value = "itemClass", required = true) ItemClass itemClass,
                @JsonProperty(value = "classKnown", required = true) boolean classKnown,
                @JsonProperty(value = "placeKnown", required = true) boolean placeKnown,
                @JsonProperty(value = "all", required = true) List<Ruling> all) {}

        @JsonProperty("itemClass")
        abstract ItemClass itemClass();

        @JsonProperty("classKnown")
        abstract boolean classKnown();

        @JsonProperty("placeKnown")
        abstract boolean placeKnown();

        @JsonProperty("all")
        abstract List<Ruling> all();
    }
}
