package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.consent.Anonymity.Row;
import org.crmkit.core.customer.ContactPoint;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.decision.DataChange;
import org.crmkit.core.decision.DecisionCase;
import org.crmkit.core.decision.DomainEvent;
import org.crmkit.core.decision.Signal;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.time.AsOf;

/** The laws P77 to P79 of spec/lifecycle.md; P76 is in {@link ConsentFuzzTest}. */
class PrivacyLawsTest {

    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final AmountUnit UNIT = AmountUnit.of(Currency.getInstance("CNY"));

    @Property(tries = 400)
    void p77_releasedReportHasNoCellBelowTheLimits(
            @ForAll("tables") List<Row> rows,
            @ForAll @IntRange(min = 2, max = 6) int k,
            @ForAll @IntRange(min = 1, max = 3) int l) {
        ReportGuard.Release release = ReportGuard.ofSize(k).withDistinct(l).release(rows);
        int released = 0;
        for (ReportGuard.Cell cell : release.cells()) {
            assertThat(cell.size()).isGreaterThanOrEqualTo(k);
            assertThat(cell.sensitiveCounts().size()).isGreaterThanOrEqualTo(l);
            assertThat(rows.stream().filter(row -> row.quasiIdentifiers().equals(cell.quasiIdentifiers())))
                    .hasSize(cell.size());
            released += cell.size();
        }
        int suppressed = rows.size() - released;
        assertThat(suppressed == 0 || suppressed >= k || release.cells().isEmpty())
                .isTrue();
        assertThat(release.suppressedRows().orElse(suppressed)).isEqualTo(suppressed);
        assertThat(release.suppressedRows().isPresent()).isEqualTo(suppressed == 0 || suppressed >= k);
    }

    @Property(tries = 300)
    void p77_entropyAndClosenessLimitsHold(@ForAll("tables") List<Row> rows, @ForAll("fractions") double t) {
        ReportGuard guard = ReportGuard.ofSize(2).withEntropy(1.5).withCloseness(t);
        List<Integer> table = rows.stream().map(Row::sensitive).toList();
        for (ReportGuard.Cell cell : guard.release(rows).cells()) {
            List<Row> members = rows.stream()
                    .filter(row -> row.quasiIdentifiers().equals(cell.quasiIdentifiers()))
                    .toList();
            assertThat(Anonymity.distance(members.stream().map(Row::sensitive).toList(), table))
                    .isLessThanOrEqualTo(t + 1e-9);
            assertThat(Anonymity.of(members).entropyL()).isGreaterThanOrEqualTo(1.5 - 1e-9);
        }
    }

    @Property(tries = 300)
    void entropyLNeverExceedsDistinctLNorTheClassSize(@ForAll("tables") List<Row> rows) {
        Anonymity anonymity = Anonymity.of(rows);
        assertThat(anonymity.entropyL()).isLessThanOrEqualTo(anonymity.distinctL());
        assertThat(anonymity.distinctL()).isLessThanOrEqualTo(anonymity.k());
        assertThat(anonymity.distance()).isBetween(0.0, 1.0);
    }

    @Property(tries = 300)
    void p78_pseudonymsAreStablePerKeyAndDifferAcrossKeysAndNamespaces(
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(32) byte[] otherKey,
            @ForAll("ids") String id,
            @ForAll("ids") String otherId) {
        Assume.that(!Arrays.equals(key, otherKey) && !id.equals(otherId));
        String pseudonym = Pseudonymizer.of(key, "a").pseudonym(id);
        assertThat(pseudonym)
                .isEqualTo(Pseudonymizer.of(key.clone(), "a").pseudonym(id))
                .matches("[A-Za-z0-9_-]{43}");
        Set<String> others = Set.of(
                Pseudonymizer.of(otherKey, "a").pseudonym(id),
                Pseudonymizer.of(key, "b").pseudonym(id),
                Pseudonymizer.of(key, "a").pseudonym(otherId));
        assertThat(others).hasSize(3).doesNotContain(pseudonym);
    }

    @Property(tries = 200)
    void p79_noTextFormPrintsASensitiveValue(@ForAll("secrets") String secret) {
        AttributeKey<String> key = AttributeKey.text("diagnosis").in(DataClass.HEALTH);
        Attributes attributes = Attributes.builder().put(key, secret).build();
        Person person = Person.of(new CustomerId("c"), CustomerType.PATIENT, attributes)
                .withContactPoints(List.of(ContactPoint.of(ContactPoint.Kind.PHONE, secret)));
        PurchaseLine medicine = PurchaseLine.of(secret, ItemClass.RX, 1, Money.parse("CNY 10"));
        Condition condition = Conditions.where(key).forPurpose(Purpose.CARE).is(secret);
        EvaluationContext consented =
                EvaluationContext.STANDARD.withGuard(request -> AccessDecision.of(AccessReason.CONSENTED));
        Profile profile = Profile.of(person, List.of(), NOW, UNIT);
        CustomerBase base = CustomerBase.of(List.of(person), ActivityLog.of(List.of(), UNIT), NOW);
        assertThat(attributes.toString()
                        + medicine
                        + attributes.value(key)
                        + attributes.entries()
                        + profile
                        + base
                        + base.attribute(key)
                        + condition
                        + condition.toText(Locale.CHINESE)
                        + condition.explain(profile)
                        + condition.explain(profile, consented)
                        + new DecisionCase(person.id(), NOW, attributes)
                        + DataChange.between("clerk", person.id(), Attributes.EMPTY, attributes, NOW.instant())
                        + Signal.on(secret, Instant.MAX)
                        + MaskingPolicy.standard()
                                .show(
                                        person.id(),
                                        attributes,
                                        Purpose.CARE,
                                        NOW.instant(),
                                        ConsentGuard.withoutRecords())
                        + person
                        + person.contactPoints()
                        + Tag.since(secret, "crm", Instant.EPOCH)
                        + person.withTags(List.of(Tag.of(secret, "crm")))
                        + new DomainEvent("tier", person.id(), secret, Optional.of(secret), Instant.EPOCH)
                        + new Row(List.of(), secret.hashCode()))
                .doesNotContain(secret);
    }

    @Property(tries = 200)
    void p79_noErrorPrintsAValueOfAnyType(@ForAll("secrets") String secret) {
        for (AttributeType<?> type : List.of(
                AttributeType.BOOLEAN,
                AttributeType.INTEGER,
                AttributeType.DECIMAL,
                AttributeType.DATE,
                AttributeType.MONEY)) {
            assertThat(messageOf(() -> type.parse(secret))).isNotEmpty().doesNotContain(secret);
            assertThat(messageOf(() -> type.check(secret))).isNotEmpty().doesNotContain(secret);
        }
        assertThat(messageOf(() -> AttributeType.TEXT_SET.check(Set.of(secret + "|"))))
                .isNotEmpty()
                .doesNotContain(secret);
        assertThat(messageOf(() -> AttributeType.DECIMAL.check(new BigDecimal("987654321e200"))))
                .isNotEmpty()
                .doesNotContain("987654321");
    }

    /** What the law calls sensitive stays so, whatever an application or a file says of it. */
    @Example
    void knownClassesAndKeys_areNeverMadeLessSensitive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataClass("health", Sensitivity.ORDINARY))
                .withMessage("sensitivity of dataClass health must be at least SENSITIVE, was ORDINARY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DataClass("identity", Sensitivity.ORDINARY))
                .withMessage("sensitivity of dataClass identity must be at least PERSONAL, was ORDINARY");
        assertThat(new DataClass("behavior", Sensitivity.SENSITIVE).isSensitive())
                .isTrue();
        assertThat(new DataClass("shoe-size", Sensitivity.ORDINARY).isSensitive())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardAttributes.CONDITIONS.in(DataClass.GENERAL))
                .withMessage(
                        "class of conditions must be at least SENSITIVE, as health is, was ORDINARY of class general");
        AttributeKey<Set<String>> asGeneral = AttributeKey.textSet("conditions");
        Attributes patient = Attributes.builder()
                .put(StandardAttributes.CONDITIONS, Set.of("hiv"))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patient.get(asGeneral))
                .withMessageNotContaining("hiv");
    }

    private static String messageOf(Runnable action) {
        try {
            action.run();
            return "";
        } catch (IllegalArgumentException e) {
            return e + " caused by " + e.getCause();
        }
    }

    @Provide
    Arbitrary<List<Row>> tables() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.of("x", "y"),
                        Arbitraries.integers().between(0, 3))
                .as((first, second, sensitive) -> new Row(List.of(first, second), sensitive));
        return row.list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<Double> fractions() {
        return Arbitraries.doubles().between(0, 1);
    }

    @Provide
    Arbitrary<String> ids() {
        return Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12);
    }

    @Provide
    Arbitrary<String> secrets() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .ofMinLength(6)
                .ofMaxLength(12)
                .map(text -> "Q" + text + "Q");
    }
}
