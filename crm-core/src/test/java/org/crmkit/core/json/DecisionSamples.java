package org.crmkit.core.json;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.decision.DataAccess;
import org.crmkit.core.decision.DataChange;
import org.crmkit.core.decision.Decision;
import org.crmkit.core.decision.DecisionCase;
import org.crmkit.core.decision.DecisionLog;
import org.crmkit.core.decision.DomainEvent;
import org.crmkit.core.decision.LeapDayRule;
import org.crmkit.core.decision.LogEntry;
import org.crmkit.core.decision.Outcome;
import org.crmkit.core.decision.Replay;
import org.crmkit.core.decision.Signal;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.json.JsonSamples.Sample;
import org.crmkit.core.time.AsOf;

/** One value of each kind that has to do with decisions, under the name of its golden file. */
final class DecisionSamples {
    private static final Instant NOON = ConsentSamples.NOON;
    private static final Outcome NO = Outcome.of("not-eligible", "tier-too-low");

    private DecisionSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put("decision", Sample.of(decision(), new TypeReference<LogEntry>() {}));
        samples.put("decision-log", Sample.of(log()));
        samples.put(
                "replays",
                Sample.of(
                        List.of(
                                new Replay.Confirmed(),
                                new Replay.Different(NO, explained()),
                                new Replay.RuleMissing("gift", "3")),
                        new TypeReference<List<Replay>>() {}));
        samples.put(
                "domain-event",
                Sample.of(new DomainEvent("tier", ConsentSamples.SEVEN, "gold", Optional.of("silver"), NOON)));
        samples.put(
                "domain-event-first",
                Sample.of(new DomainEvent("birthday", ConsentSamples.SEVEN, "2024-02-29", Optional.empty(), NOON)));
        samples.put("signal", Sample.of(Signal.on("2024-02-29", NOON)));
        samples.put("signal-off", Sample.of(Signal.off(Instant.MAX)));
        samples.put("leap-day-rule", Sample.of(LeapDayRule.MARCH_1));
        return samples;
    }

    static DecisionLog log() {
        return DecisionLog.EMPTY
                .append(decision())
                .append(new DataAccess("report", ConsentSamples.REQUEST, AccessReason.SEPARATE_CONSENT_NEEDED))
                .append(new DataChange(
                        "clerk-4",
                        ConsentSamples.SEVEN,
                        "birth-date",
                        DataChange.Kind.CHANGED,
                        new Provenance("passport", Optional.of(NOON), Optional.of("store")),
                        NOON));
    }

    private static Decision decision() {
        Attributes inputs = Attributes.builder()
                .put(AttributeKey.decimal("spend"), new BigDecimal("120.5"))
                .put(AttributeKey.code("condition").in(DataClass.HEALTH), "asthma")
                .build();
        DecisionCase given = new DecisionCase(ConsentSamples.SEVEN, AsOf.of(NOON, ZoneId.of("Europe/Berlin")), inputs);
        return new Decision("d-1", "till-3", "gift", "2", given, explained());
    }

    private static Outcome explained() {
        Explanation base = new Explanation.Fact("base", 0.1, Map.of("by", "till"));
        Explanation banded = new Explanation.Banded("band", base, List.of(30.0, 90.5), false, true);
        Explanation choice = new Explanation.Choice("choice", "max", 0, List.of(banded, Explanation.fact("none", 0)));
        Explanation why = Explanation.sum("points", List.of(choice, new Explanation.Weighted("weighted", 2, base)));
        return new Outcome("eligible", List.of("tier-gold"), Optional.of(why));
    }
}
