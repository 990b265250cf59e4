package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.ConsentGuard;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class DecisionLogTest {

    private static final CustomerId DOCTOR = new CustomerId("dr-1");
    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    private static final AsOf AS_OF = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** Grades by the number of visits alone, so that the same data give the same grade. */
    private record GradeRule(String version, long threshold) implements DecisionRule {

        @Override
        public String id() {
            return "doctor-grade";
        }

        @Override
        public Outcome decide(DecisionCase decisionCase) {
            Optional<Long> visits = decisionCase.inputs().get(VISITS);
            if (visits.isEmpty()) {
                return Outcome.of("not-graded", "visits-missing");
            }
            boolean top = visits.get() >= threshold;
            return new Outcome(
                    top ? "a" : "b",
                    List.of(top ? "visits-at-least" : "visits-below"),
                    Optional.of(new Explanation.Fact("grade.visits", visits.get(), Map.of())));
        }
    }

    private final DecisionRule rule = new GradeRule("1", 10);
    private final DecisionCase decisionCase = new DecisionCase(
            DOCTOR,
            AS_OF,
            Attributes.builder()
                    .put(VISITS, 12L, Provenance.of("crm", AS_OF.instant()))
                    .build());
    private final Decision decision = rule.record("d-1", "nightly", decisionCase);

    @Test
    void record_keepsWhoWhatWhyAndVersion() {
        assertThat(decision.subject()).isEqualTo(DOCTOR);
        assertThat(decision.at()).isEqualTo(AS_OF.instant());
        assertThat(decision.ruleVersion()).isEqualTo("1");
        assertThat(decision.outcome().code()).isEqualTo("a");
        assertThat(decision.outcome().reasons()).containsExactly("visits-at-least");
    }

    @Test
    void replay_confirmsOrShowsTheDifference() {
        assertThat(decision.replay(List.of(new GradeRule("2", 99), rule)).isConfirmed())
                .isTrue();
        assertThat(decision.replay(List.of(new GradeRule("1", 13))))
                .isEqualTo(new Replay.Different(decision.outcome(), new GradeRule("1", 13).decide(decisionCase)));
        assertThat(decision.replay(List.of(new GradeRule("2", 10))))
                .isEqualTo(new Replay.RuleMissing("doctor-grade", "1"));
    }

    @Test
    void abstention_isAnOutcome() {
        assertThat(rule.decide(new DecisionCase(DOCTOR, AS_OF, Attributes.EMPTY)))
                .isEqualTo(Outcome.of("not-graded", "visits-missing"));
    }

    @Test
    void log_showsAnyLaterChange() {
        DecisionLog log = DecisionLog.EMPTY
                .append(decision)
                .append(access("agent-1"))
                .append(change("phone"))
                .append(decision);
        assertThat(log.firstBrokenLine()).isEqualTo(OptionalInt.empty());
        List<DecisionLog.Line> lines = log.lines();

        assertThat(broken(
                        lines,
                        1,
                        new DecisionLog.Line(access("agent-2"), lines.get(1).digest())))
                .isEqualTo(OptionalInt.of(1));
        List<DecisionLog.Line> dropped = new ArrayList<>(lines);
        dropped.remove(1);
        assertThat(DecisionLog.of(dropped).firstBrokenLine()).isEqualTo(OptionalInt.of(1));
        List<DecisionLog.Line> swapped = List.of(lines.get(1), lines.get(0));
        assertThat(DecisionLog.of(swapped).firstBrokenLine()).isEqualTo(OptionalInt.of(0));
        assertThat(log.prefix(2).lastDigest()).isEqualTo(lines.get(1).digest()).hasSize(64);
        assertThat(lines.get(0).digest()).isNotEqualTo(lines.get(3).digest());
    }

    @Test
    void appendAll_isAppendingOneByOne() {
        List<LogEntry> entries = List.of(decision, access("agent-1"), change("phone"));
        DecisionLog oneByOne = DecisionLog.EMPTY;
        for (LogEntry entry : entries) {
            oneByOne = oneByOne.append(entry);
        }
        assertThat(DecisionLog.EMPTY.appendAll(entries)).isEqualTo(oneByOne);
        assertThat(DecisionLog.EMPTY.append(decision).appendAll(entries.subList(1, 3)))
                .isEqualTo(oneByOne);
        assertThat(oneByOne.appendAll(List.of())).isEqualTo(oneByOne);
    }

    @Test
    void log_everyFieldCounts() {
        Set<String> digests = Set.of(
                digest(decision),
                digest(rule.record("d-2", "nightly", decisionCase)),
                digest(rule.record("d-1", "someone", decisionCase)),
                digest(new GradeRule("2", 10).record("d-1", "nightly", decisionCase)),
                digest(rule.record(
                        "d-1", "nightly", new DecisionCase(new CustomerId("dr-2"), AS_OF, decisionCase.inputs()))),
                digest(rule.record(
                        "d-1",
                        "nightly",
                        new DecisionCase(DOCTOR, AsOf.of(AS_OF.instant(), ZoneId.of("UTC")), decisionCase.inputs()))),
                digest(rule.record(
                        "d-1",
                        "nightly",
                        new DecisionCase(
                                DOCTOR,
                                AS_OF,
                                Attributes.builder().put(VISITS, 12L).build()))),
                digest(new Decision(
                        "d-1", "nightly", "doctor-grade", "1", decisionCase, Outcome.of("a", "visits-at-least"))),
                digest(access("agent-1")),
                digest(new DataAccess("agent-1", request().over(Channel.SMS), AccessReason.CONSENTED)),
                digest(new DataAccess("agent-1", request(), AccessReason.EXPIRED)),
                digest(change("phone")),
                digest(change("name")),
                digest(new DataChange(
                        "agent-1", DOCTOR, "phone", DataChange.Kind.REMOVED, Provenance.of("call"), AS_OF.instant())));
        assertThat(digests).hasSize(14);
    }

    @Test
    void log_findsACustomersEntries() {
        DecisionLog log = DecisionLog.EMPTY.append(decision).append(change("phone"));
        assertThat(log.entriesOf(DOCTOR)).hasSize(2);
        assertThat(log.entriesOf(new CustomerId("dr-2"))).isEmpty();
        assertThat(log.prefix(0).lastDigest()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.prefix(3))
                .withMessage("size must be in [0, 2], was 3");
    }

    @Test
    void toString_neverPrintsSensitiveInputs() {
        DecisionCase sensitive = new DecisionCase(
                DOCTOR,
                AS_OF,
                Attributes.builder()
                        .put(StandardAttributes.CONDITIONS, Set.of("E11-diabetes"))
                        .build());
        Decision record = rule.record("d-1", "nightly", sensitive);
        assertThat(record.toString()
                        + DecisionLog.EMPTY.append(record)
                        + DecisionLog.EMPTY.append(record).lines())
                .doesNotContain("diabetes");
    }

    @Test
    void changesBetween_namesAttributesAndSources_neverValues() {
        AttributeKey<String> phone = AttributeKey.text("phone").in(DataClass.CONTACT);
        Attributes before = Attributes.builder()
                .put(VISITS, 12L)
                .put(phone, "13800138000")
                .put(StandardAttributes.SEX, "female")
                .put(AttributeKey.code("region"), "CN-44")
                .build();
        Attributes after = Attributes.builder()
                .put(VISITS, 12L, Provenance.of("other source"))
                .put(phone, "13900139000", Provenance.of("customer", AS_OF.instant()))
                .put(StandardAttributes.NAME, "Li Wei", Provenance.of("app"))
                .put(StandardAttributes.REGION, "CN-44", Provenance.of("import"))
                .build();
        List<DataChange> changes = DataChange.between("agent-1", DOCTOR, before, after, AS_OF.instant());
        assertThat(changes)
                .extracting(
                        DataChange::attribute,
                        DataChange::kind,
                        change -> change.source().source())
                .containsExactly(
                        tuple("name", DataChange.Kind.ADDED, "app"),
                        tuple("phone", DataChange.Kind.CHANGED, "customer"),
                        tuple("region", DataChange.Kind.CHANGED, "import"),
                        tuple("sex", DataChange.Kind.REMOVED, "agent-1"));
        assertThat(changes.toString()).doesNotContain("139", "138", "Li Wei", "female");
        assertThat(DataChange.between("agent-1", DOCTOR, before, before, AS_OF.instant()))
                .isEmpty();
    }

    @Test
    void auditedGuard_tellsEveryQuestion() {
        List<DataAccess> seen = new ArrayList<>();
        ConsentGuard guard = DataAccess.audited(ConsentGuard.withoutRecords(), "segment-7", seen::add);
        assertThat(guard.permits(request())).isFalse();
        assertThat(seen).containsExactly(new DataAccess("segment-7", request(), AccessReason.NO_CONSENT));
    }

    @Test
    void badNames_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of(" "))
                .withMessage("code must have 1 to 200 characters and not be blank, had 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Outcome.of("a", ""))
                .withMessageContaining("reason must have 1 to 200");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.record("", "x", decisionCase))
                .withMessageContaining("id must have 1 to 200");
    }

    private static OptionalInt broken(List<DecisionLog.Line> lines, int index, DecisionLog.Line forged) {
        List<DecisionLog.Line> copy = new ArrayList<>(lines);
        copy.set(index, forged);
        return DecisionLog.of(copy).firstBrokenLine();
    }

    private static String digest(LogEntry entry) {
        return DecisionLog.EMPTY.append(entry).lastDigest();
    }

    private static AccessRequest request() {
        return AccessRequest.of(DOCTOR, DataClass.CONTACT, Purpose.FOLLOW_UP, AS_OF.instant());
    }

    private static DataAccess access(String actor) {
        return new DataAccess(actor, request(), AccessReason.CONSENTED);
    }

    private static DataChange change(String attribute) {
        return new DataChange(
                "agent-1", DOCTOR, attribute, DataChange.Kind.CHANGED, Provenance.of("call"), AS_OF.instant());
    }
}
