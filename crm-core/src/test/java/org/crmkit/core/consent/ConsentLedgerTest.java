package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentLedgerTest {
    /** Not a measurement: whatever takes that long will not end. */
    private static final Duration HANGS = Duration.ofMinutes(1);

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CustomerId PERSON = new CustomerId("p");
    private static final ConsentPolicy POLICY = ConsentPolicy.standard(SHANGHAI);
    private static final DataClass PURCHASE = DataClass.BEHAVIOR;
    private static final Instant SAID = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant ASKED = Instant.parse("2026-06-01T00:00:00Z");

    /**
     * The nine rows of case consent-table, topic privacy.consent, in reference/lifecycle/cases.json (definition after PIPL articles 14-16, 24, 28-31).
     * Records are kind, purpose, class, said, expires; a dash stands for absent.
     */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            1; health;   recommendation;           GRANT recommendation - 2026-01-01 -; -;                       SEPARATE_CONSENT_NEEDED
            2; health;   recommendation;           GRANT recommendation - 2026-01-01 -, SEPARATE_GRANT recommendation health 2026-01-01 -; -; SEPARATELY_CONSENTED
            3; behavior; marketing;                GRANT marketing - 2026-01-01 -; -;                            CONSENTED
            4; behavior; marketing;                GRANT marketing - 2026-01-01 -, WITHDRAW marketing - 2026-05-01 -; -; WITHDRAWN
            5; behavior; marketing;                GRANT marketing - 2026-01-01 2026-05-31; -;                   EXPIRED
            6; behavior; service-quality;          GRANT marketing - 2026-01-01 -; -;                            PURPOSE_NOT_COVERED
            7; behavior; marketing;                ; -;                                                          NO_CONSENT
            8; health;   recommendation;           SEPARATE_GRANT recommendation health 2026-01-01 -; 2013-01-01; GUARDIAN_CONSENT_NEEDED
            9; behavior; profiling.automated-push; GRANT profiling.automated-push - 2026-01-01 -, DENY profiling - 2026-02-01 -; -; PROFILING_REFUSED
            """)
    void decide_referenceTable(
            int id, String data, String purpose, String records, String birthDate, AccessReason reason) {
        ConsentLedger ledger = ledger(records);
        AccessRequest request = AccessRequest.of(PERSON, dataClass(data), Purpose.of(purpose), ASKED);
        BirthDates births =
                person -> birthDate.equals("-") ? Optional.empty() : Optional.of(LocalDate.parse(birthDate));
        assertThat(ledger.guard(POLICY, births).decide(request).reason()).isEqualTo(reason);
    }

    /** What covers what; the question is care.refill-reminder with class behavior unless named otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GRANT care - 2026-01-01 -;                                                                   PURPOSE_NOT_COVERED
            GRANT care.refill-reminder.sms - 2026-01-01 -;                                               PURPOSE_NOT_COVERED
            GRANT care.refill-reminder - 2026-01-01 -, WITHDRAW care - 2026-01-02 -;                     WITHDRAWN
            GRANT care.refill-reminder - 2026-01-01 -, WITHDRAW care.refill-reminder.sms - 2026-01-02 -; CONSENTED
            GRANT care.refill-reminder - 2026-01-01 -, WITHDRAW care - 2026-01-01 -;                     WITHDRAWN
            WITHDRAW care - 2026-01-01 -, GRANT care.refill-reminder - 2026-01-02 -;                     CONSENTED
            GRANT care.refill-reminder - 2026-01-02 -, WITHDRAW care - 2026-01-01 -;                     CONSENTED
            WITHDRAW care behavior 2026-01-01 -, GRANT care.refill-reminder - 2026-01-02 -;              WITHDRAWN
            WITHDRAW care behavior 2026-01-01 -, GRANT care.refill-reminder behavior 2026-01-02 -;       CONSENTED
            WITHDRAW care health 2026-01-01 -, GRANT care.refill-reminder - 2026-01-02 -;                CONSENTED
            GRANT care.refill-reminder health 2026-01-01 -;                                              PURPOSE_NOT_COVERED
            GRANT care.refill-reminder - 2026-07-01 -;                                                   NO_CONSENT
            IMPORT care.refill-reminder - 2026-01-01 -;                                                  IMPORTED_CONSENT
            IMPORT care.refill-reminder - 2026-01-01 2026-02-01;                                         EXPIRED
            DENY care.refill-reminder - 2026-01-01 -, IMPORT care.refill-reminder - 2026-02-01 -;        DENIED
            WITHDRAW care - 2026-01-01 -, IMPORT care.refill-reminder - 2026-02-01 -;                    WITHDRAWN
            IMPORT care.refill-reminder - 2026-01-01 -, DENY care.refill-reminder - 2026-02-01 -;        DENIED
            GRANT care.refill-reminder - 2026-01-01 2026-02-01, IMPORT care.refill-reminder - 2026-03-01 -; EXPIRED
            GRANT care.refill-reminder - 2026-01-01 -, EXPIRE care - 2026-02-01 -;                       EXPIRED
            GRANT care.refill-reminder - 2026-01-01 2026-02-01, GRANT care.refill-reminder - 2026-01-15 -; CONSENTED
            GUARDIAN_GRANT care.refill-reminder - 2026-01-01 -;                                          EXPIRED
            GRANT care.refill-reminder - 2026-01-01 -, WITHDRAW care - 2026-02-01 -, DENY care - 2026-03-01 -; DENIED
            GRANT care.refill-reminder - 2026-01-01 -, DENY care - 2026-03-01 -, WITHDRAW care - 2026-02-01 -; DENIED
            GRANT care.refill-reminder - 2026-01-01 -, SEPARATE_GRANT care.refill-reminder behavior 2026-01-01 -; SEPARATELY_CONSENTED
            SEPARATE_GRANT care.refill-reminder behavior 2026-01-01 -, GRANT care.refill-reminder - 2026-01-02 -; SEPARATELY_CONSENTED
            """)
    void decide_whatCoversWhat(String records, AccessReason reason) {
        AccessRequest request = AccessRequest.of(PERSON, PURCHASE, Purpose.REFILL_REMINDER, ASKED);
        assertThat(guard(ledger(records)).decide(request).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            GRANT recommendation health 2026-01-01 -;             SEPARATE_CONSENT_NEEDED
            SEPARATE_GRANT recommendation religion 2026-01-01 -;  PURPOSE_NOT_COVERED
            SEPARATE_GRANT recommendation health 2026-01-01 -;    SEPARATELY_CONSENTED
            IMPORT recommendation health 2026-01-01 -;            SEPARATE_CONSENT_NEEDED
            SEPARATE_GRANT recommendation health 2026-01-01 -, WITHDRAW recommendation - 2026-02-01 -, GRANT recommendation - 2026-03-01 -; WITHDRAWN
            """)
    void decide_sensitiveData(String records, AccessReason reason) {
        AccessRequest request = AccessRequest.of(PERSON, DataClass.HEALTH, Purpose.RECOMMENDATION, ASKED);
        assertThat(guard(ledger(records)).decide(request).reason()).isEqualTo(reason);
    }

    /** Grounds other than consent; GDPR's policy, an adult, class behavior and purpose loyalty unless the case says otherwise. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            behavior; loyalty;              CONTRACT loyalty - 2026-01-01 -;                                              CONTRACT
            behavior; loyalty;              CONTRACT loyalty - 2026-01-01 2026-02-01;                                     PURPOSE_NOT_COVERED
            behavior; loyalty;              CONTRACT loyalty - 2026-07-01 -;                                              NO_CONSENT
            behavior; loyalty.analysis;     CONTRACT loyalty - 2026-01-01 -;                                              PURPOSE_NOT_COVERED
            behavior; loyalty;              GRANT loyalty - 2026-01-01 -, CONTRACT loyalty - 2026-01-01 -;                CONSENTED
            behavior; loyalty;              GRANT loyalty - 2026-01-01 -, WITHDRAW loyalty - 2026-02-01 -;                WITHDRAWN
            behavior; loyalty;              GRANT loyalty - 2026-01-01 -, WITHDRAW loyalty - 2026-02-01 -, CONTRACT loyalty - 2026-01-01 -; CONTRACT
            behavior; loyalty;              CONTRACT loyalty - 2026-01-01 -, EXPIRE loyalty - 2026-01-01 -;               EXPIRED
            behavior; loyalty;              EXPIRE loyalty - 2026-01-01 -, CONTRACT loyalty - 2026-02-01 -;               CONTRACT
            behavior; marketing;            LEGITIMATE_INTEREST marketing - 2026-01-01 -;                                 LEGITIMATE_INTEREST
            behavior; marketing;            LEGITIMATE_INTEREST marketing - 2026-01-01 -, WITHDRAW marketing - 2026-02-01 -; WITHDRAWN
            behavior; marketing;            WITHDRAW marketing - 2026-02-01 -, LEGITIMATE_INTEREST marketing - 2026-03-01 -; WITHDRAWN
            behavior; profiling.tiers;      CONTRACT profiling.tiers - 2026-01-01 -;                                      CONTRACT
            behavior; profiling.tiers;      CONTRACT profiling.tiers - 2026-01-01 -, DENY profiling - 2026-02-01 -;       PROFILING_REFUSED
            health;   care.recall;          LEGAL_OBLIGATION care.recall health 2026-01-01 -, WITHDRAW care - 2026-02-01 -; LEGAL_OBLIGATION
            health;   care.recall;          LEGAL_OBLIGATION care.recall - 2026-01-01 -;                                  PURPOSE_NOT_COVERED
            health;   care;                 VITAL_INTEREST care health 2026-01-01 -, DENY care - 2026-02-01 -;            VITAL_INTEREST
            health;   care;                 CONTRACT care health 2026-01-01 -;                                            CONTRACT
            health;   loyalty;              CONTRACT loyalty health 2026-01-01 -;                                         PURPOSE_NOT_COVERED
            health;   marketing;            LEGITIMATE_INTEREST marketing health 2026-01-01 -;                            PURPOSE_NOT_COVERED
            health;   research;             PUBLIC_INTEREST research health 2026-01-01 -;                                 PUBLIC_INTEREST
            health;   research;             PUBLIC_INTEREST research health 2026-01-01 -, DENY research - 2026-01-01 -;   DENIED
            health;   recommendation;       GRANT recommendation - 2026-01-01 -, CONTRACT recommendation health 2026-01-01 -; SEPARATE_CONSENT_NEEDED
            """)
    void decide_otherGrounds(String data, String purpose, String records, AccessReason reason) {
        AccessRequest request = AccessRequest.of(PERSON, dataClass(data), Purpose.of(purpose), ASKED);
        ConsentGuard guard = ledger(records).guard(ConsentPolicy.gdpr(SHANGHAI), BirthDates.unknown());
        assertThat(guard.decide(request).reason()).isEqualTo(reason);
    }

    @Test
    void decide_otherGrounds_dependOnThePolicyAndTheAge() {
        ConsentLedger ledger = ledger("CONTRACT loyalty - 2026-01-01 -, LEGITIMATE_INTEREST marketing - 2026-01-01 -, "
                + "LEGAL_OBLIGATION care.recall - 2026-01-01 -");
        AccessRequest contract = AccessRequest.of(PERSON, PURCHASE, Purpose.LOYALTY, ASKED);
        AccessRequest interest = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);
        AccessRequest duty = AccessRequest.of(PERSON, PURCHASE, Purpose.of("care.recall"), ASKED);
        ConsentGuard china = ledger.guard(POLICY, BirthDates.unknown());
        assertThat(china.permits(contract)).isTrue();
        assertThat(china.permits(interest))
                .as("PIPL knows no legitimate interest")
                .isFalse();
        ConsentGuard strict = ledger.guard(POLICY.withBases(Set.of()), BirthDates.unknown());
        assertThat(strict.permits(contract) || strict.permits(interest) || strict.permits(duty))
                .isFalse();
        ConsentGuard child =
                ledger.guard(ConsentPolicy.gdpr(SHANGHAI), person -> Optional.of(LocalDate.parse("2020-01-01")));
        assertThat(child.decide(contract).reason()).isEqualTo(AccessReason.PURPOSE_NOT_COVERED);
        assertThat(child.decide(duty).reason()).isEqualTo(AccessReason.LEGAL_OBLIGATION);
        assertThat(child.decide(contract).validUntil())
                .as("until the child comes of age")
                .isEqualTo(Instant.parse("2035-12-31T16:00:00Z"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withBases(Set.of(Kind.GRANT)))
                .withMessage("bases must be grounds other than consent, had GRANT");
    }

    @Test
    void decide_channels() {
        ConsentRecord general = ConsentRecord.of(Kind.GRANT, PERSON, Purpose.MARKETING, SAID, "app, notice v1");
        ConsentRecord noSms = ConsentRecord.of(
                        Kind.WITHDRAW, PERSON, Purpose.MARKETING, SAID.plusSeconds(1), "reply STOP")
                .over(Channel.SMS);
        ConsentRecord againGeneral =
                ConsentRecord.of(Kind.GRANT, PERSON, Purpose.MARKETING, SAID.plusSeconds(2), "app, notice v2");
        ConsentRecord againSms = againGeneral.over(Channel.SMS);
        AccessRequest any = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);

        ConsentGuard stopped =
                guard(ConsentLedger.EMPTY.append(general).append(noSms).append(againGeneral));
        assertThat(stopped.decide(any).reason()).isEqualTo(AccessReason.CONSENTED);
        assertThat(stopped.decide(any.over(Channel.EMAIL)).reason()).isEqualTo(AccessReason.CONSENTED);
        assertThat(stopped.decide(any.over(Channel.SMS)).reason()).isEqualTo(AccessReason.WITHDRAWN);

        ConsentGuard back = guard(ConsentLedger.EMPTY.append(noSms).append(againSms));
        assertThat(back.decide(any.over(Channel.SMS)).reason()).isEqualTo(AccessReason.CONSENTED);
        assertThat(back.decide(any.over(Channel.EMAIL)).reason()).isEqualTo(AccessReason.PURPOSE_NOT_COVERED);
        assertThat(back.decide(any).reason()).isEqualTo(AccessReason.PURPOSE_NOT_COVERED);
    }

    /** An application may learn late that a class of its own is sensitive; what was refused before stays refused. */
    @Test
    void decide_refusalOfAClass_countsWhateverItsSensitivity() {
        DataClass before = new DataClass("weight", Sensitivity.PERSONAL);
        DataClass after = new DataClass("weight", Sensitivity.SENSITIVE);
        ConsentRecord refusal = ConsentRecord.of(Kind.WITHDRAW, PERSON, Purpose.CARE, SAID, "call")
                .forData(before);
        ConsentRecord all = ConsentRecord.of(Kind.GRANT, PERSON, Purpose.CARE, SAID.plusSeconds(1), "app");
        ConsentRecord old = ConsentRecord.separateGrant(PERSON, after, Purpose.CARE, SAID.minusSeconds(1), "form");
        ConsentRecord renewed = ConsentRecord.separateGrant(PERSON, after, Purpose.CARE, SAID.plusSeconds(1), "form");
        AccessRequest request = AccessRequest.of(PERSON, after, Purpose.CARE, ASKED);

        ConsentGuard refused = guard(ConsentLedger.of(List.of(old, refusal, all)));
        assertThat(refused.decide(request).reason()).isEqualTo(AccessReason.WITHDRAWN);
        assertThat(refused.decide(AccessRequest.of(PERSON, before, Purpose.CARE, ASKED))
                        .reason())
                .isEqualTo(AccessReason.WITHDRAWN);
        assertThat(guard(ConsentLedger.of(List.of(refusal, renewed)))
                        .decide(request)
                        .reason())
                .isEqualTo(AccessReason.SEPARATELY_CONSENTED);
        assertThat(guard(ConsentLedger.of(
                                List.of(ConsentRecord.separateGrant(PERSON, before, Purpose.CARE, SAID, "form"))))
                        .decide(request)
                        .reason())
                .as("a consent to what was called less sensitive is none to more")
                .isEqualTo(AccessReason.PURPOSE_NOT_COVERED);
    }

    @Test
    void decide_guardianConsentEndsWithMinority() {
        ConsentLedger ledger =
                ConsentLedger.EMPTY.append(ConsentRecord.of(Kind.GUARDIAN_GRANT, PERSON, Purpose.CARE, SAID, "form")
                        .forData(DataClass.HEALTH));
        ConsentGuard guard = ledger.guard(POLICY, person -> Optional.of(LocalDate.of(2012, 2, 29)));
        AccessRequest before =
                AccessRequest.of(PERSON, DataClass.HEALTH, Purpose.CARE, Instant.parse("2026-02-28T15:59:59Z"));
        AccessDecision decision = guard.decide(before);
        assertThat(decision.reason()).isEqualTo(AccessReason.GUARDIAN_CONSENTED);
        assertThat(decision.validUntil()).isEqualTo("2026-02-28T16:00:00Z");
        assertThat(guard.decide(before.at(decision.validUntil())).reason())
                .isEqualTo(AccessReason.SEPARATE_CONSENT_NEEDED);
        assertThat(ledger.guard(POLICY.withGuardianAge(16), person -> Optional.of(LocalDate.of(2012, 2, 29)))
                        .permits(before.at(ASKED)))
                .isTrue();
    }

    @Test
    void decide_unknownAge_asThePolicySays() {
        ConsentLedger ledger = ledger("GRANT marketing - 2026-01-01 -");
        AccessRequest request = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);
        assertThat(ledger.guard(POLICY, BirthDates.unknown()).permits(request)).isTrue();
        assertThat(ledger.guard(POLICY.withUnknownAgeAsMinor(true), BirthDates.unknown())
                        .decide(request)
                        .reason())
                .isEqualTo(AccessReason.GUARDIAN_CONSENT_NEEDED);
    }

    /** Someone who flips a switch ten thousand times does not slow down everyone else's question. */
    @Test
    void decide_longHistory_doesNotHang() {
        List<ConsentRecord> flips = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Kind kind = i % 2 == 0 ? Kind.WITHDRAW : Kind.GRANT;
            flips.add(ConsentRecord.of(kind, PERSON, Purpose.MARKETING, SAID.plusSeconds(i), "app"));
        }
        ConsentGuard guard = guard(ConsentLedger.of(flips));
        AccessRequest request = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);
        assertThat(guard.permits(request)).isTrue();
        assertTimeoutPreemptively(HANGS, () -> {
            for (int i = 0; i < 100; i++) {
                assertThat(guard.decide(request)).isEqualTo(AccessDecision.of(AccessReason.CONSENTED));
            }
        });
    }

    @Test
    void validUntil_namesTheExpiry() {
        ConsentLedger ledger =
                ledger("GRANT marketing - 2026-01-01 2026-07-01, GRANT marketing - 2026-02-01 2026-08-01");
        AccessDecision decision = guard(ledger).decide(AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED));
        assertThat(decision)
                .isEqualTo(new AccessDecision(AccessReason.CONSENTED, Instant.parse("2026-08-01T00:00:00Z")));
    }

    @Test
    void prefix_provesPastStates() {
        ConsentLedger ledger = ledger("GRANT marketing - 2026-01-01 -, WITHDRAW marketing - 2026-01-01 -");
        AccessRequest request = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);
        assertThat(guard(ledger).permits(request)).isFalse();
        assertThat(guard(ledger.prefix(1)).permits(request)).isTrue();
        assertThat(ledger.prefix(0)).isEqualTo(ConsentLedger.EMPTY);
        assertThat(ledger.recordsOf(PERSON)).hasSize(2);
        assertThat(ledger.recordsOf(new CustomerId("q"))).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.prefix(3))
                .withMessage("size must be in [0, 2], was 3");
    }

    @Test
    void recordsOn_areWhatTheDecisionRestsOn() {
        ConsentLedger ledger = ledger("GRANT marketing - 2026-01-01 -, GRANT care - 2026-01-01 -, "
                + "GRANT care.refill-reminder health 2026-01-01 -, SEPARATE_GRANT care.refill-reminder behavior 2026-01-02 -, "
                + "WITHDRAW care - 2026-01-03 -, WITHDRAW care.refill-reminder - 2026-07-01 -");
        AccessRequest request = AccessRequest.of(PERSON, PURCHASE, Purpose.REFILL_REMINDER, ASKED);
        assertThat(ledger.recordsOn(request))
                .containsExactly(ledger.records().get(3), ledger.records().get(4));
        assertThat(guard(ledger).decide(request).reason()).isEqualTo(AccessReason.WITHDRAWN);
    }

    @Test
    void withoutRecords_onlyOrdinaryData() {
        AccessRequest request = AccessRequest.of(PERSON, DataClass.GENERAL, Purpose.MARKETING, ASKED);
        assertThat(ConsentGuard.withoutRecords().permits(request)).isTrue();
        assertThat(guard(ConsentLedger.EMPTY).decide(request).reason()).isEqualTo(AccessReason.ORDINARY_DATA);
        AccessRequest personal = AccessRequest.of(PERSON, PURCHASE, Purpose.MARKETING, ASKED);
        assertThat(ConsentGuard.withoutRecords().decide(personal))
                .isEqualTo(new AccessDecision(AccessReason.NO_CONSENT, Instant.MAX));
        assertThat(guard(ledger("GRANT marketing - 2026-01-01 -"))
                        .permits(AccessRequest.of(new CustomerId("q"), PURCHASE, Purpose.MARKETING, ASKED)))
                .isFalse();
    }

    @Test
    void reason_inWords_inEnglishAndChinese() {
        assertThat(AccessReason.WITHDRAWN.toText(Locale.ENGLISH))
                .isEqualTo("Refused: the person took the consent back.");
        assertThat(AccessReason.WITHDRAWN.toText(Locale.SIMPLIFIED_CHINESE)).isEqualTo("拒绝：本人已撤回同意。");
        for (AccessReason reason : AccessReason.values()) {
            assertThat(reason.toText(Locale.FRENCH)).startsWith(reason.isPermitted() ? "Permitted: " : "Refused: ");
            assertThat(reason.toText(Locale.CHINESE)).startsWith(reason.isPermitted() ? "允许：" : "拒绝：");
        }
    }

    @Test
    void readable_leavesOutWhatMayNotBeRead() {
        AttributeKey<String> phone = AttributeKey.text("phone").in(DataClass.CONTACT);
        Attributes known = Attributes.builder()
                .put(StandardAttributes.CONDITIONS, Set.of("E11"), Provenance.of("hospital"))
                .put(phone, "13800138000")
                .put(StandardAttributes.BED_COUNT, 3L)
                .build();
        ConsentGuard guard = guard(ConsentLedger.EMPTY.append(
                ConsentRecord.separateGrant(PERSON, DataClass.HEALTH, Purpose.CARE, SAID, "form 3")));
        assertThat(guard.readable(PERSON, known, Purpose.CARE, ASKED))
                .isEqualTo(known.toBuilder().remove(phone).build());
        assertThat(guard.readable(PERSON, known, Purpose.MARKETING, ASKED).keys())
                .containsExactly(StandardAttributes.BED_COUNT);
        assertThat(guard.readable(PERSON, known, Purpose.CARE, SAID.minusSeconds(1))
                        .keys())
                .containsExactly(StandardAttributes.BED_COUNT);
    }

    @Test
    void badRecords_areRefused() {
        ConsentRecord deny = ConsentRecord.of(Kind.DENY, PERSON, Purpose.MARKETING, SAID, "call");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentRecord.of(Kind.SEPARATE_GRANT, PERSON, Purpose.CARE, SAID, "app"))
                .withMessage("dataClass of SEPARATE_GRANT must be present, was absent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> deny.until(ASKED))
                .withMessage("expiresAt of DENY must be absent, was present");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentRecord.of(Kind.GRANT, PERSON, Purpose.CARE, SAID, "app")
                        .until(SAID))
                .withMessage("expiresAt must be after at, was at=2026-01-01T00:00:00Z, expiresAt=2026-01-01T00:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConsentRecord.of(Kind.GRANT, PERSON, Purpose.CARE, SAID, " "))
                .withMessage("evidence must have 1 to 500 characters and not be blank, had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POLICY.withGuardianAge(22))
                .withMessage("guardianAge must be in [0, 21], was 22");
    }

    @ParameterizedTest
    @CsvSource({"''", "Care", "care.", ".care", "care..x", "care x", "care/x", "ca\u00e9"})
    void purpose_refusesOtherForms(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Purpose.of(code))
                .withMessageContaining("purpose must be words of a-z");
    }

    @Test
    void purpose_isATree() {
        assertThat(Purpose.REFILL_REMINDER.isWithin(Purpose.CARE)).isTrue();
        assertThat(Purpose.CARE.isWithin(Purpose.REFILL_REMINDER)).isFalse();
        assertThat(Purpose.of("career").isWithin(Purpose.CARE)).isFalse();
        assertThat(Purpose.REFILL_REMINDER.parent()).contains(Purpose.CARE);
        assertThat(Purpose.CARE.parent()).isEmpty();
    }

    private static ConsentGuard guard(ConsentLedger ledger) {
        return ledger.guard(POLICY, BirthDates.unknown());
    }

    private static ConsentLedger ledger(String records) {
        if (records == null) {
            return ConsentLedger.EMPTY;
        }
        return ConsentLedger.of(Arrays.stream(records.split(","))
                .map(text -> record(text.strip().split(" ")))
                .toList());
    }

    private static ConsentRecord record(String[] words) {
        return new ConsentRecord(
                PERSON,
                Kind.valueOf(words[0]),
                Purpose.of(words[1]),
                words[2].equals("-") ? Optional.empty() : Optional.of(dataClass(words[2])),
                Optional.empty(),
                Instant.parse(words[3] + "T00:00:00Z"),
                words[4].equals("-") ? Optional.empty() : Optional.of(Instant.parse(words[4] + "T00:00:00Z")),
                "table");
    }

    private static DataClass dataClass(String code) {
        return new DataClass(code, code.equals("behavior") ? Sensitivity.PERSONAL : Sensitivity.SENSITIVE);
    }
}
