package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.junit.jupiter.api.Test;

/**
 * Random ledgers against the naive oracle: a million with {@code -Pslow}, a sample by default. Most entries and questions of a ledger are about one person,
 * one purpose with the one above it and one class of data, so that they get into each other's way.
 */
class ConsentFuzzTest {

    private static final int LEDGERS = Boolean.getBoolean("crm.slow") ? 1_000_000 : 10_000;
    private static final int QUESTIONS = 3;
    private static final int INSTANTS = 8;
    private static final List<Purpose> PURPOSES = List.of(
            Purpose.CARE,
            Purpose.REFILL_REMINDER,
            Purpose.MARKETING,
            Purpose.of("marketing.gift"),
            Purpose.PROFILING,
            Purpose.AUTOMATED_PUSH);

    /** With classes that one application calls sensitive and another does not. */
    private static final List<DataClass> CLASSES = List.of(
            DataClass.BEHAVIOR,
            new DataClass("behavior", Sensitivity.SENSITIVE),
            DataClass.CONTACT,
            DataClass.HEALTH,
            new DataClass("weight", Sensitivity.PERSONAL),
            new DataClass("weight", Sensitivity.SENSITIVE));

    private static final List<Optional<Channel>> CHANNELS =
            List.of(Optional.empty(), Optional.empty(), Optional.of(Channel.SMS), Optional.of(Channel.APP));
    private static final List<CustomerId> PERSONS =
            List.of(new CustomerId("adult"), new CustomerId("child"), new CustomerId("unknown"));

    /** The child comes of age at instant 4 of 0 to 7. */
    private static final LocalDate BIRTH_DATE = LocalDate.of(2012, 1, 5);

    private static final BirthDates BIRTH_DATES = person -> switch (person.value()) {
        case "adult" -> Optional.of(LocalDate.of(1980, 2, 29));
        case "child" -> Optional.of(BIRTH_DATE);
        default -> Optional.empty();
    };

    /** China's, Europe's with the age of China, one that knows consent only, and one that takes everyone of unknown age for a child. */
    private static final List<ConsentPolicy> POLICIES = List.of(
            ConsentPolicy.standard(ZoneOffset.UTC),
            ConsentPolicy.gdpr(ZoneOffset.UTC).withGuardianAge(14),
            ConsentPolicy.standard(ZoneOffset.UTC).withBases(Set.of()),
            ConsentPolicy.standard(ZoneOffset.UTC).withUnknownAgeAsMinor(true));

    @Test
    void noLedgerPermitsWithoutAValidRecord_andThePastStaysProvable() {
        Random random = new Random(20261123);
        int permitted = 0;
        for (int i = 0; i < LEDGERS; i++) {
            Topic topic = Topic.any(random);
            List<ConsentRecord> records = records(topic, random);
            ConsentLedger ledger = ConsentLedger.of(records);
            ConsentPolicy policy = pick(POLICIES, random);
            ConsentGuard guard = ledger.guard(policy, BIRTH_DATES);
            int cut = random.nextInt(records.size() + 1);
            ConsentGuard past = ledger.prefix(cut).guard(policy, BIRTH_DATES);
            List<ConsentRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            ConsentGuard otherOrder = ConsentLedger.of(shuffled)
                    .appendAll(shuffled.subList(0, cut))
                    .guard(policy, BIRTH_DATES);
            for (int q = 0; q < QUESTIONS; q++) {
                AccessRequest question = question(topic, random);
                AccessDecision decision = guard.decide(question);
                if (decision.isPermitted()
                        != ConsentOracle.permits(records, question, isMinor(question, policy), policy)) {
                    throw new AssertionError("ledger " + i + " " + records + " on " + question + " gave " + decision);
                }
                assertThat(past.permits(question))
                        .isEqualTo(ConsentOracle.permits(
                                records.subList(0, cut), question, isMinor(question, policy), policy));
                assertThat(guard.permits(question)).isEqualTo(decision.isPermitted());
                assertThat(ConsentLedger.of(ledger.recordsOn(question))
                                .guard(policy, BIRTH_DATES)
                                .permits(question))
                        .as("what speaks of a question decides it")
                        .isEqualTo(decision.isPermitted());
                if (!decision.equals(otherOrder.decide(question))) {
                    throw new AssertionError("ledger " + i + " " + records
                            + " depends on the order of arrival or on entries that arrive twice, on " + question);
                }
                permitted += decision.isPermitted() ? 1 : 0;
            }
        }
        assertThat(permitted).as("the sample must contain permissions").isGreaterThan(LEDGERS / 50);
    }

    @Test
    void validUntil_isExactAgainstEveryInstant() {
        Random random = new Random(77);
        for (int i = 0; i < LEDGERS / 5; i++) {
            Topic topic = Topic.any(random);
            ConsentGuard guard = ConsentLedger.of(records(topic, random)).guard(pick(POLICIES, random), BIRTH_DATES);
            AccessRequest question = question(topic, random);
            AccessDecision decision = guard.decide(question);
            Instant firstChange = Instant.MAX;
            for (Instant at = question.at();
                    at.isBefore(instant(INSTANTS + 12)) && firstChange.equals(Instant.MAX);
                    at = at.plusSeconds(43_200)) {
                if (guard.decide(question.at(at)).reason() != decision.reason()) {
                    firstChange = at;
                }
            }
            assertThat(decision.validUntil()).isEqualTo(firstChange);
        }
    }

    private static boolean isMinor(AccessRequest question, ConsentPolicy policy) {
        return switch (question.person().value()) {
            case "child" -> question.at().isBefore(Instant.parse("2026-01-05T00:00:00Z"));
            case "unknown" -> policy.unknownAgeIsMinor();
            default -> false;
        };
    }

    /** What a ledger and the questions to it are mostly about. */
    private record Topic(CustomerId person, List<Purpose> purposes, List<DataClass> classes) {

        static Topic any(Random random) {
            int purpose = 2 * random.nextInt(PURPOSES.size() / 2);
            int dataClass = 2 * random.nextInt(CLASSES.size() / 2);
            return new Topic(
                    pick(PERSONS, random),
                    PURPOSES.subList(purpose, purpose + 2),
                    CLASSES.subList(dataClass, dataClass + 2));
        }

        CustomerId person(Random random) {
            return strays(random) ? pick(PERSONS, random) : person;
        }

        Purpose purpose(Random random) {
            return pick(strays(random) ? PURPOSES : purposes, random);
        }

        DataClass dataClass(Random random) {
            return pick(strays(random) ? CLASSES : classes, random);
        }

        private static boolean strays(Random random) {
            return random.nextInt(10) == 0;
        }
    }

    private static List<ConsentRecord> records(Topic topic, Random random) {
        int size = random.nextInt(9);
        List<ConsentRecord> records = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
            boolean anyClass = kind != Kind.SEPARATE_GRANT && random.nextInt(3) > 0;
            Instant at = instant(random.nextInt(INSTANTS));
            boolean expires = !kind.isRefusal() && random.nextInt(3) == 0;
            records.add(new ConsentRecord(
                    topic.person(random),
                    kind,
                    topic.purpose(random),
                    anyClass ? Optional.empty() : Optional.of(topic.dataClass(random)),
                    pick(CHANNELS, random),
                    at,
                    expires ? Optional.of(at.plusSeconds(86_400L * (1 + random.nextInt(4)))) : Optional.empty(),
                    "fuzz"));
        }
        return records;
    }

    private static AccessRequest question(Topic topic, Random random) {
        return new AccessRequest(
                topic.person(random),
                topic.dataClass(random),
                topic.purpose(random),
                pick(CHANNELS, random),
                instant(random.nextInt(INSTANTS + 2)));
    }

    private static Instant instant(int day) {
        return Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
