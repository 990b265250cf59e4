package org.crmkit.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.Provenance;
import org.crmkit.core.time.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerTest {

    private static final CustomerId ID = new CustomerId("c1");
    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");

    @Test
    void customerId_nonBlankAndShort() {
        assertThat(new CustomerId(" x ").value()).isEqualTo(" x ");
        assertThat(new CustomerId("x".repeat(200)).value()).hasSize(200);
        assertThat(new CustomerId("a")).isLessThan(new CustomerId("b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerId(""))
                .withMessage("customerId must not be blank, was \"\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerId(" \t"))
                .withMessageContaining("must not be blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CustomerId("x".repeat(201)))
                .withMessage("customerId must have at most 200 characters, had 201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Doctor", "a b", "-a", ".a", "é", "a/b"})
    void codes_areLowerCaseWords(String code) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerType.of(code))
                .withMessageContaining("customerType must be 1 to 100 of a-z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AttributeKey.text(code))
                .withMessageContaining("attribute name must be 1 to 100 of a-z");
    }

    @Test
    void tags_holdInTheirWindow() {
        Tag vip = new Tag("vip", "rule-7", Window.of(AT, AT.plusSeconds(10)));
        Person person = Person.of(ID, CustomerType.CONSUMER, Attributes.EMPTY)
                .withTags(List.of(vip, Tag.since("local", "crm", AT)));
        assertThat(person.hasTag("vip", AT)).isTrue();
        assertThat(person.hasTag("vip", AT.plusSeconds(10))).isFalse();
        assertThat(person.hasTag("local", Instant.MAX.minusNanos(1))).isTrue();
        assertThat(person.hasTag("other", AT)).isFalse();
        assertThat(Tag.of("x", "y").holdsAt(AT)).isTrue();
    }

    @Test
    void parts_areCopied() {
        List<Tag> tags = new ArrayList<>(List.of(Tag.of("a", "s")));
        Person person = Person.of(ID, CustomerType.CONSUMER, Attributes.EMPTY)
                .withTags(tags)
                .withCreatedAt(AT);
        tags.clear();
        assertThat(person.tags()).hasSize(1);
        assertThat(person.createdAt()).contains(AT);
    }

    @Test
    void relationshipToItself_isRefused() {
        Person person = Person.of(ID, CustomerType.CONSUMER, Attributes.EMPTY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> person.withRelationships(List.of(Relationship.of(RelationshipType.REFERRED_BY, ID))))
                .withMessage("relationship referred-by must not point to the customer itself, c1");
    }

    @Test
    void relationship_rolesAreOrdered() {
        Relationship tie = Relationship.of(RelationshipType.WORKS_AT, ID)
                .as(StakeholderRole.INFLUENCER, StakeholderRole.BUYER)
                .during(Window.since(AT));
        assertThat(tie.roles()).containsExactly(StakeholderRole.BUYER, StakeholderRole.INFLUENCER);
        assertThat(tie)
                .isEqualTo(new Relationship(RelationshipType.WORKS_AT, ID, Set.copyOf(tie.roles()), Window.since(AT)));
    }

    @Test
    void institutionType_isATree() {
        InstitutionType tertiary = InstitutionType.GENERAL_HOSPITAL.child("tertiary");
        assertThat(tertiary.isA(InstitutionType.HOSPITAL)).isTrue();
        assertThat(tertiary.isA(tertiary)).isTrue();
        assertThat(InstitutionType.HOSPITAL.isA(tertiary)).isFalse();
        assertThat(InstitutionType.of("hospitality").isA(InstitutionType.HOSPITAL))
                .isFalse();
        assertThat(tertiary.parent()).contains(InstitutionType.GENERAL_HOSPITAL);
        assertThat(InstitutionType.HOSPITAL.parent()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstitutionType.of("a..b"))
                .withMessageContaining("joined by single points");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InstitutionType.of("a."))
                .withMessageContaining("joined by single points");
    }

    @Test
    void organization_carriesItsInstitutionType() {
        Organization hospital = Organization.of(ID, CustomerType.HOSPITAL, Attributes.EMPTY)
                .withInstitutionType(InstitutionType.GENERAL_HOSPITAL);
        assertThat(hospital.institutionType()).contains(InstitutionType.GENERAL_HOSPITAL);
        assertThat(hospital.withAttributes(Attributes.EMPTY)).isEqualTo(hospital);
    }

    @Test
    @SuppressWarnings("NullAway") // the null is the case
    void nulls_areNamed() {
        assertThatNullPointerException().isThrownBy(() -> new CustomerId(null)).withMessage("customerId");
        assertThatNullPointerException()
                .isThrownBy(() -> Person.of(null, CustomerType.CONSUMER, Attributes.EMPTY))
                .withMessage("id");
        assertThatNullPointerException()
                .isThrownBy(() -> new Provenance("s", Optional.empty(), null))
                .withMessage("channel");
    }
}
