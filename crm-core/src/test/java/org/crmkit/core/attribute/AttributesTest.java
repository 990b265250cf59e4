package org.crmkit.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.crmkit.core.customer.ContactPoint;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private static final AttributeKey<Long> BEDS = AttributeKey.integer("bed-count");
    private static final AttributeKey<Set<String>> CONDITIONS =
            AttributeKey.textSet("conditions").in(DataClass.HEALTH);
    private static final AttributeKey<String> NAME = AttributeKey.text("name").in(DataClass.IDENTITY);
    private static final Instant OLD = Instant.parse("2024-02-29T00:00:00Z");
    private static final Instant NEW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void get_knownAndUnknown() {
        Attributes attributes = Attributes.builder()
                .put(BEDS, 120L, Provenance.of("registry", OLD))
                .build();
        assertThat(attributes.get(BEDS)).contains(120L);
        assertThat(attributes.value(BEDS).orElseThrow().provenance().source()).isEqualTo("registry");
        assertThat(attributes.get(NAME)).isEmpty();
        assertThat(attributes.has(NAME)).isFalse();
        assertThat(attributes.keys()).containsExactly(BEDS);
        assertThat(attributes.key("bed-count")).contains(BEDS);
        assertThat(Attributes.EMPTY.isEmpty()).isTrue();
    }

    @Test
    void get_sameNameOtherTypeOrClass_isAnError() {
        Attributes attributes =
                Attributes.builder().put(CONDITIONS, Set.of("E11")).build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attributes.get(AttributeKey.textSet("conditions")))
                .withMessage(
                        "attribute \"conditions\" must be text-set of class health, was asked as text-set of class general");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attributes.get(AttributeKey.code("conditions").in(DataClass.HEALTH)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attributes.toBuilder().put(AttributeKey.textSet("conditions"), Set.of("x")));
    }

    @Test
    void toString_neverPrintsPersonalOrSensitiveValues() {
        Attributes attributes = Attributes.builder()
                .put(CONDITIONS, Set.of("diabetes"))
                .put(NAME, "Li Wei")
                .put(BEDS, 12L)
                .build();
        assertThat(attributes).hasToString("Attributes{bed-count=12, conditions=***, name=***}");
        assertThat(attributes.value(NAME).orElseThrow().toString()).doesNotContain("Li Wei");
        Person person = Person.of(new CustomerId("c1"), CustomerType.PATIENT, attributes)
                .withContactPoints(List.of(ContactPoint.of(ContactPoint.Kind.EMAIL, "li@example.org")));
        assertThat(person.toString())
                .doesNotContain("Li Wei", "diabetes", "li@example.org")
                .contains("c1", "patient", "bed-count=12");
        assertThat(person.contactPoints().get(0).toString()).doesNotContain("example.org");
    }

    @Test
    void newestWins_isTheDefault() {
        Attributes attributes = Attributes.builder()
                .put(NAME, "new", Provenance.of("app", NEW))
                .put(NAME, "old", Provenance.of("import", OLD))
                .put(NAME, "undated")
                .build();
        assertThat(attributes.get(NAME)).contains("new");
        assertThat(attributes.toBuilder()
                        .put(NAME, "tie", Provenance.of("crm", NEW))
                        .build()
                        .get(NAME))
                .contains("tie");
    }

    @Test
    void sourcePriority_beatsTime() {
        Attributes attributes = Attributes.builder()
                .updatePolicy(UpdatePolicy.sourcePriority("customer", "crm"))
                .put(NAME, "by customer", Provenance.of("customer", OLD))
                .put(NAME, "by crm", Provenance.of("crm", NEW))
                .put(NAME, "by stranger", Provenance.of("list", NEW))
                .build();
        assertThat(attributes.get(NAME)).contains("by customer");
        assertThat(Attributes.builder()
                        .updatePolicy(UpdatePolicy.sourcePriority("customer", "crm"))
                        .put(NAME, "a", Provenance.of("list", OLD))
                        .put(NAME, "b", Provenance.of("other", NEW))
                        .build()
                        .get(NAME))
                .contains("b");
    }

    @Test
    void keep_staysWithTheFirst() {
        Attributes attributes = Attributes.builder()
                .updatePolicy(UpdatePolicy.keep())
                .put(BEDS, 1L)
                .put(BEDS, 2L)
                .build();
        assertThat(attributes.get(BEDS)).contains(1L);
        assertThat(attributes.toBuilder().remove(BEDS).build()).isEqualTo(Attributes.EMPTY);
    }

    @Test
    void values_areNormalized() {
        AttributeKey<BigDecimal> share = AttributeKey.decimal("share");
        Attributes attributes = Attributes.builder()
                .put(share, new BigDecimal("1.500"))
                .put(CONDITIONS, Set.of("b", "a", "c"))
                .build();
        assertThat(attributes.get(share)).contains(new BigDecimal("1.5"));
        assertThat(attributes.get(CONDITIONS).orElseThrow()).containsExactly("a", "b", "c");
        assertThat(attributes).isEqualTo(Attributes.builder().putAll(attributes).build());
        assertThat(attributes)
                .hasSameHashCodeAs(Attributes.builder().putAll(attributes).build());
    }

    @Test
    void put_dateBeyondTheCalendar_isRefusedWithNameYearAndWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.builder().put(AttributeKey.date("born"), LocalDate.MAX))
                .withMessage("attribute born: date must be in the years 0 to 9999, was in 999999999");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.builder().put(AttributeKey.instant("seen"), Instant.MIN))
                .withMessage("attribute seen: instant must be in the years 0 to 9999, was before them");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeType.DATE.parse("-0001-12-31"))
                .withMessage("date must be in the years 0 to 9999, was in -1");
    }
}
