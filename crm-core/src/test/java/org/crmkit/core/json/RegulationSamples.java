package org.crmkit.core.json;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.json.JsonSamples.Sample;
import org.crmkit.core.money.Money;
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

/** One value of each kind that has to do with regulation, under the name of its golden file. */
final class RegulationSamples {
    private static final Money CAP = Money.ofMinor(100, Currency.getInstance("EUR"));
    private static final Effect CAPPED = new Effect.Capped(Act.EARN, CAP, Effect.Capped.Period.YEAR);

    private RegulationSamples() {}

    static Map<String, Sample> all() {
        Map<String, Sample> samples = new LinkedHashMap<>();
        samples.put(
                "effects",
                Sample.of(
                        List.of(
                                new Effect.Forbidden(Act.TIME_EXPIRY),
                                CAPPED,
                                new Effect.ConsentRequired(Act.RECOMMENDATION, Purpose.PROFILING),
                                new Effect.OutOfPocketOnly(Act.THRESHOLD)),
                        new TypeReference<List<Effect>>() {}));
        samples.put("regulation-pack", Sample.of(pack()));
        samples.put(
                "regulation-question",
                Sample.of(RegulationQuestion.of(
                        ItemClass.OTC_B,
                        Jurisdiction.of("US-NY"),
                        Channel.STORE,
                        AsOf.of(ConsentSamples.NOON, ZoneId.of("America/New_York")))));
        samples.put(
                "rulings",
                Sample.of(new Rulings(
                        ItemClass.RX,
                        true,
                        false,
                        List.of(new Ruling(CAPPED, "own", 2, "earn-cap", "At most 1.00 a year.", "circular 9")))));
        return samples;
    }

    private static RegulationPack pack() {
        return new RegulationPack(
                "own",
                2,
                "House rules",
                List.of(
                        new RegulationEntry(
                                "earn-cap",
                                Set.of(Jurisdiction.of("US-NY"), Jurisdiction.of("DE")),
                                Set.of(ItemClass.RX, ItemClass.OTC_B),
                                Set.of(Channel.STORE),
                                Optional.of(LocalDate.of(2024, 2, 29)),
                                Optional.of(LocalDate.of(2025, 1, 1)),
                                List.of(CAPPED),
                                "At most 1.00 a year.",
                                "circular 9"),
                        new RegulationEntry(
                                "no-gift",
                                Set.of(Jurisdiction.of("CN")),
                                Set.of(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(new Effect.Forbidden(Act.GIFT)),
                                "No gifts.",
                                "circular 10")));
    }
}
