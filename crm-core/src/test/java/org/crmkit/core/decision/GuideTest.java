package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.Anonymity;
import org.crmkit.core.consent.BirthDates;
import org.crmkit.core.consent.ConsentGuard;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.consent.ConsentPolicy;
import org.crmkit.core.consent.ConsentRecord;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.crmkit.core.consent.Mask;
import org.crmkit.core.consent.MaskingPolicy;
import org.crmkit.core.consent.Pseudonymizer;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.consent.ReportGuard;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.regulation.Act;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.regulation.Jurisdiction;
import org.crmkit.core.regulation.RegulationQuestion;
import org.crmkit.core.regulation.Regulations;
import org.crmkit.core.regulation.Rulings;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** The code of docs/consent-regulation-decisions.md. */
class GuideTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final CustomerId PATIENT = new CustomerId("p-1");
    private static final Purpose RECALL = Purpose.CARE.child("recall");
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");

    @Test
    void consent() {
        ConsentLedger ledger = ConsentLedger.EMPTY
                .append(ConsentRecord.separateGrant(
                        PATIENT, DataClass.HEALTH, Purpose.REFILL_REMINDER, NOW, "app 4.2, notice v7"))
                .append(ConsentRecord.of(Kind.WITHDRAW, PATIENT, Purpose.CARE, NOW.plusSeconds(60), "call 17"));
        ConsentGuard guard = ledger.guard(ConsentPolicy.standard(ZONE), BirthDates.unknown());
        AccessRequest request = AccessRequest.of(PATIENT, DataClass.HEALTH, Purpose.REFILL_REMINDER, NOW);

        AccessDecision decision = guard.decide(request);
        assertThat(decision.reason()).isEqualTo(AccessReason.SEPARATELY_CONSENTED);
        assertThat(decision.reason().toText(Locale.ENGLISH))
                .isEqualTo("Permitted: the person has consented separately to this kind of sensitive data.");
        assertThat(decision.validUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(guard.decide(request.at(NOW.plusSeconds(60))).reason()).isEqualTo(AccessReason.WITHDRAWN);
    }

    @Test
    void otherGrounds() {
        ConsentLedger member = ConsentLedger.EMPTY
                .append(ConsentRecord.of(Kind.CONTRACT, PATIENT, Purpose.LOYALTY, NOW, "membership terms 3.1"))
                .append(ConsentRecord.of(Kind.LEGAL_OBLIGATION, PATIENT, RECALL, NOW, "recall 2026-11")
                        .forData(DataClass.HEALTH))
                .append(ConsentRecord.of(Kind.LEGITIMATE_INTEREST, PATIENT, Purpose.MARKETING, NOW, "weighed in LIA 7"))
                .append(ConsentRecord.of(Kind.WITHDRAW, PATIENT, Purpose.MARKETING, NOW.plusSeconds(60), "call 18"));
        ConsentGuard europe = member.guard(ConsentPolicy.gdpr(ZONE), BirthDates.unknown());
        AccessRequest mail = AccessRequest.of(PATIENT, DataClass.BEHAVIOR, Purpose.MARKETING, NOW);
        assertThat(europe.decide(AccessRequest.of(PATIENT, DataClass.BEHAVIOR, Purpose.LOYALTY, NOW))
                        .reason())
                .isEqualTo(AccessReason.CONTRACT);
        assertThat(europe.decide(AccessRequest.of(PATIENT, DataClass.HEALTH, RECALL, NOW.plusSeconds(60)))
                        .reason())
                .isEqualTo(AccessReason.LEGAL_OBLIGATION);
        assertThat(europe.decide(mail).reason()).isEqualTo(AccessReason.LEGITIMATE_INTEREST);
        assertThat(europe.decide(mail).validUntil()).isEqualTo(NOW.plusSeconds(60));
        assertThat(europe.decide(mail.at(NOW.plusSeconds(60))).reason()).isEqualTo(AccessReason.WITHDRAWN);
    }

    /** Whatever Java the guide shows of consent, regulation and exports stands in this class or the one on conditions, but for line breaks. */
    @Test
    void theCodeOfTheGuide_isTheCodeOfThisTest() throws IOException {
        String code = (Files.readString(Path.of("src/test/java/org/crmkit/core/decision/GuideTest.java"))
                        + Files.readString(Path.of("src/test/java/org/crmkit/core/decision/ConditionTriggerTest.java")))
                .replaceAll("\\s", "");
        Matcher block = Pattern.compile("```java\n(.+?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/consent-regulation-decisions.md")));
        int statements = 0;
        while (block.find()) {
            for (String statement : block.group(1).replaceAll(" *//[^\n]*", "").split("(?<=;)\n")) {
                String plain = statement.replaceAll("\\s", "").replaceAll(";$", "");
                assertThat(code.contains(plain)).as(statement).isTrue();
                statements++;
            }
        }
        assertThat(statements).isGreaterThan(10);
    }

    @Test
    void export() {
        byte[] key = "a secret of the host, 32 bytes...".getBytes(StandardCharsets.UTF_8);
        Attributes attributes = Attributes.builder()
                .put(StandardAttributes.CONDITIONS, Set.of("E11"))
                .put(AttributeKey.text("phone").in(DataClass.CONTACT), "13800138000")
                .build();
        ConsentGuard guard = ConsentGuard.withoutRecords();
        List<Anonymity.Row> rows = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            rows.add(new Anonymity.Row(List.of("CN-44", "35-44"), i % 2));
            rows.add(new Anonymity.Row(List.of("CN-31", "35-44"), i % 3));
            rows.add(new Anonymity.Row(List.of("CN-31", "75-plus"), 1));
        }

        Attributes readable = guard.readable(PATIENT, attributes, Purpose.CARE, NOW);
        assertThat(readable.isEmpty()).isTrue();

        CustomerId alias = Pseudonymizer.of(key, "export-2026").pseudonym(PATIENT);
        SortedMap<String, String> card = MaskingPolicy.standard()
                .with(DataClass.CONTACT, Mask.keepLast(3))
                .show(PATIENT, attributes, Purpose.MARKETING, NOW, guard);
        ReportGuard.Release release = ReportGuard.ofSize(5).withDistinct(2).release(rows);
        assertThat(alias.value()).hasSize(43);
        assertThat(card).hasToString("{conditions=***, phone=***000}");
        assertThat(release.cells())
                .extracting(ReportGuard.Cell::quasiIdentifiers)
                .containsExactly(List.of("CN-31", "35-44"));
        assertThat(release.suppressedRows()).isEqualTo(OptionalInt.of(12));
    }

    @Test
    void regulation() {
        AsOf today = AsOf.of(NOW, ZONE);
        Rulings rulings = Regulations.standard()
                .ask(RegulationQuestion.of(ItemClass.RX, Jurisdiction.of("CN"), Channel.STORE, today));
        assertThat(rulings.forbids(Act.GIFT)).isTrue();
        assertThat(rulings.on(Act.GIFT).get(0).code()).isEqualTo("cn-medicine@1/no-gift:NO_GIFT");
        assertThat(rulings.on(Act.GIFT).get(0).source()).startsWith("Measures on drug distribution supervision");
        RegulationQuestion book =
                RegulationQuestion.of(new ItemClass("BOOK"), Jurisdiction.of("CN"), Channel.STORE, today);
        assertThat(Regulations.standard().ask(book).forbids(Act.EARN)).isTrue();
        assertThat(Regulations.standard()
                        .treating(new ItemClass("BOOK"), ItemClass.OTHER)
                        .ask(book)
                        .forbids(Act.EARN))
                .isFalse();
    }

    private static final AttributeKey<Long> DAYS_LEFT = AttributeKey.integer("days-left");

    /** Reminds those whose supply ends within so many days. */
    record RemindRule(String version, int days) implements DecisionRule {

        @Override
        public String id() {
            return "remind";
        }

        @Override
        public Outcome decide(DecisionCase decisionCase) {
            return decisionCase
                    .inputs()
                    .get(DAYS_LEFT)
                    .map(left ->
                            left <= days ? Outcome.of("remind", "supply-ends") : Outcome.of("wait", "supply-lasts"))
                    .orElse(Outcome.of("abstain", "days-left-missing"));
        }
    }

    @Test
    void decisions() {
        AsOf today = AsOf.of(NOW, ZONE);
        ConsentGuard guard = ConsentGuard.withoutRecords();
        List<DataAccess> accesses = new ArrayList<>();

        DecisionRule rule = new RemindRule("1", 5);
        Attributes inputs = Attributes.builder().put(DAYS_LEFT, 4L).build();
        Decision decision = rule.record("d-17", "nightly run", new DecisionCase(PATIENT, today, inputs));
        assertThat(decision.outcome().code()).isEqualTo("remind");
        assertThat(decision.replay(List.of(rule)).isConfirmed()).isTrue();
        assertThat(decision.replay(List.of(new RemindRule("1", 3)))).isInstanceOf(Replay.Different.class);

        DecisionLog log = DecisionLog.EMPTY.append(decision);
        ConsentGuard audited = DataAccess.audited(guard, "nightly run", accesses::add);
        assertThat(audited.permits(AccessRequest.of(PATIENT, DataClass.HEALTH, Purpose.CARE, NOW)))
                .isFalse();
        assertThat(log.appendAll(accesses).lines()).hasSize(2);
        assertThat(log.appendAll(accesses).firstBrokenLine()).isEmpty();
    }

    /** What this host keeps of each customer. */
    private record Facts(Optional<LocalDate> born, Optional<Instant> runsOut) {}

    @Test
    void triggers() {
        TriggerQueue<Facts> queue = new TriggerQueue<>(
                List.of(
                        Trigger.yearly("birthday", Facts::born, LeapDayRule.FEBRUARY_28, 0, ZONE),
                        Trigger.onDates("spring-festival", Festivals.SPRING_FESTIVAL, 0, ZONE),
                        Trigger.due("refill-due", Facts::runsOut, Duration.ofDays(5))),
                NOW);
        Facts facts = new Facts(Optional.of(LocalDate.of(1980, 2, 29)), Optional.of(NOW.plus(Duration.ofDays(30))));
        queue.enroll(PATIENT, facts);

        Instant later = Instant.parse("2027-03-31T00:00:00Z");
        List<DomainEvent> events = queue.advance(later);
        assertThat(events)
                .extracting(DomainEvent::trigger)
                .containsExactly("refill-due", "spring-festival", "birthday");
        assertThat(queue.nextInstant()).contains(Instant.parse("2028-01-25T16:00:00Z"));
    }
}
