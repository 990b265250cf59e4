package org.crmkit.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.crmkit.core.attribute.AttributeViolation.Kind;
import org.crmkit.core.money.Money;
import org.junit.jupiter.api.Test;

class AttributeSchemaTest {

    private static final AttributeKey<Money> BUDGET = AttributeKey.money("budget");

    @Test
    void standardSchema_validatesItsOwnFields() {
        Attributes good = Attributes.builder()
                .put(StandardAttributes.HOSPITAL_GRADE, "3A")
                .put(StandardAttributes.BED_COUNT, 1200L)
                .put(StandardAttributes.BUYING_MOTIVES, Set.of("price", "quality"))
                .build();
        assertThat(StandardAttributes.schema().validate(good)).isEmpty();
    }

    @Test
    void validate_reportsEveryKind() {
        AttributeSchema schema = StandardAttributes.schema()
                .extend("mine", 2)
                .add(AttributeDefinition.of(BUDGET, "Yearly budget")
                        .between(Money.parse("EUR 0"), Money.parse("EUR 100"))
                        .asRequired())
                .replace(AttributeDefinition.of(StandardAttributes.NAME, "Full name")
                        .asRequired())
                .build();
        Attributes bad = Attributes.builder()
                .put(AttributeKey.text("bed-count"), "many")
                .put(AttributeKey.textSet("conditions"), Set.of("E11"))
                .put(AttributeKey.code("favorite-color"), "blue")
                .put(StandardAttributes.SEX, "unknown-code")
                .put(StandardAttributes.CO_PAYMENT_SHARE, new BigDecimal("1.01"))
                .put(StandardAttributes.BUYING_MOTIVES, Set.of("price", "whim"))
                .put(BUDGET, Money.parse("USD 1"))
                .build();
        List<AttributeViolation> violations = schema.validate(bad);
        assertThat(violations)
                .extracting(AttributeViolation::attribute, AttributeViolation::kind)
                .containsExactly(
                        tuple("bed-count", Kind.WRONG_TYPE),
                        tuple("budget", Kind.OUT_OF_RANGE),
                        tuple("buying-motives", Kind.UNKNOWN_CODE),
                        tuple("co-payment-share", Kind.OUT_OF_RANGE),
                        tuple("conditions", Kind.WRONG_DATA_CLASS),
                        tuple("favorite-color", Kind.UNKNOWN_ATTRIBUTE),
                        tuple("sex", Kind.UNKNOWN_CODE),
                        tuple("name", Kind.MISSING));
        assertThat(violations.toString())
                .doesNotContain("unknown-code", "1.01", "E11", "whim")
                .contains("[0, 1]", "[EUR 0.00, EUR 100.00]");
    }

    @Test
    void everySensitiveAxis_isSensitive() {
        List<AttributeKey<?>> sensitive = List.of(
                StandardAttributes.ETHNICITY,
                StandardAttributes.RELIGION,
                StandardAttributes.CONDITIONS,
                StandardAttributes.ALLERGIES,
                StandardAttributes.THERAPY_STAGE,
                StandardAttributes.INCOME_BAND,
                StandardAttributes.PAYER);
        assertThat(sensitive).allSatisfy(key -> assertThat(key.isSensitive()).isTrue());
        assertThat(StandardAttributes.BED_COUNT.sensitivity()).isEqualTo(Sensitivity.ORDINARY);
        assertThat(StandardAttributes.schema().key("religion")).contains(StandardAttributes.RELIGION);
    }

    @Test
    void breakingChanges_namesRemovedRetypedAndNewlyRequired() {
        AttributeSchema standard = StandardAttributes.schema();
        AttributeSchema next = standard.extend("crmkit-standard", 2)
                .remove("interests")
                .replace(AttributeDefinition.of(AttributeKey.code("region").in(DataClass.LOCATION), "Region"))
                .add(AttributeDefinition.of(BUDGET, "Budget").asRequired())
                .build();
        assertThat(next.breakingChangesSince(standard)).containsExactly("region", "interests", "budget");
        assertThat(standard.breakingChangesSince(standard)).isEmpty();
        assertThat(next.version()).isEqualTo(2);
    }

    @Test
    void badDefinitions_areRefused() {
        AttributeSchema.Builder builder = AttributeSchema.builder("s", 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSchema.builder("s", 0))
                .withMessage("version must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder.add(AttributeDefinition.of(BUDGET, "b")).add(AttributeDefinition.of(BUDGET, "b")))
                .withMessage("attribute \"budget\" must be defined once, is there already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.of(BUDGET, "b").from(CodeList.of("l", "a", "A")))
                .withMessage("codeList of \"budget\" must be absent for type money, was l");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeDefinition.of(StandardAttributes.FAMILY_SIZE, "f")
                        .between(2L, 1L))
                .withMessage("least of \"family-size\" must not exceed greatest, was 2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        AttributeDefinition.of(StandardAttributes.SEX, "s").atLeast("a"))
                .withMessage("least and greatest of \"sex\" must be absent for type code");
        CodeList unlisted = CodeList.of("colors", "red", "Red");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeSchema.builder("s", 1)
                        .add(AttributeDefinition.of(AttributeKey.code("color"), "c")
                                .from(unlisted))
                        .build())
                .withMessage("code list of \"color\" must be one of [], was \"colors\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeList.of("l", "a", "A", "a", "B"))
                .withMessage("codes of l must differ, a is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeList.of("l"))
                .withMessage("codes of l must not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeList.of("l", "a"))
                .withMessage("codesAndLabels must come in pairs, were 1");
    }

    @Test
    void codeLists_keepTheirOrder() {
        CodeList bands = StandardAttributes.schema().codeList("income-band").orElseThrow();
        assertThat(bands.position("low")).isZero();
        assertThat(bands.position("high")).isEqualTo(4);
        assertThat(bands.position("none")).isEqualTo(-1);
    }

    @Test
    void update_followsThePolicyOfEachAttribute() {
        AttributeKey<String> name = AttributeKey.text("name");
        AttributeKey<String> first = AttributeKey.text("first-channel");
        AttributeKey<Long> size = AttributeKey.integer("size");
        AttributeSchema schema = AttributeSchema.builder("own", 1)
                .add(AttributeDefinition.of(name, "Name").updatedBy(UpdatePolicy.sourcePriority("customer", "crm")))
                .add(AttributeDefinition.of(first, "First channel").updatedBy(UpdatePolicy.keep()))
                .add(AttributeDefinition.of(size, "Size"))
                .build();
        Instant monday = Instant.parse("2026-03-02T08:00:00Z");
        Attributes present = Attributes.builder()
                .put(name, "own words", Provenance.of("customer", monday))
                .put(first, "store", Provenance.of("crm", monday))
                .put(size, 1L, Provenance.of("crm", monday))
                .build();
        Provenance later = Provenance.of("crm", monday.plusSeconds(1));
        Attributes news = Attributes.builder()
                .put(name, "an import", later)
                .put(first, "app", later)
                .put(size, 2L, later)
                .build();
        Attributes updated = schema.update(present, news);
        assertThat(updated.get(name)).contains("own words");
        assertThat(updated.get(first)).contains("store");
        assertThat(updated.get(size)).contains(2L);
        assertThat(schema.update(present, Attributes.EMPTY)).isEqualTo(present);
        assertThat(schema.update(Attributes.EMPTY, news)).isEqualTo(news);
    }

    @Test
    void updatePolicy_sourcesBelongToPriority() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpdatePolicy.Standard(UpdatePolicy.Rule.KEEP, List.of("crm")))
                .withMessage("sources must be given for SOURCE_PRIORITY only, were [crm] for KEEP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpdatePolicy.sourcePriority("crm", "crm"))
                .withMessage("sources must differ, were [crm, crm]");
    }
}
