package org.crmkit.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.time.Window;
import org.junit.jupiter.api.Test;

class AccountHierarchyTest {

    private static final Instant AT = Instant.parse("2026-11-23T00:00:00Z");

    private final Organization hospital = organization("hospital");
    private final Organization cardiology = organization("cardiology")
            .withRelationships(List.of(Relationship.of(RelationshipType.DEPARTMENT_OF, id("hospital"))));
    private final Person doctor = Person.of(id("doctor"), CustomerType.DOCTOR, Attributes.EMPTY)
            .withRelationships(List.of(
                    Relationship.of(RelationshipType.WORKS_AT, id("cardiology")).as(StakeholderRole.PRESCRIBER),
                    Relationship.of(RelationshipType.WORKS_AT, id("clinic")).during(Window.of(AT.minusSeconds(10), AT)),
                    Relationship.of(RelationshipType.of("advises"), id("hospital"))
                            .as(StakeholderRole.INFLUENCER)));

    @Test
    void of_hospitalDepartmentDoctor() {
        AccountHierarchy hierarchy = AccountHierarchy.of(List.of(doctor, hospital, cardiology), AT);
        assertThat(hierarchy.roots()).containsExactly(id("hospital"));
        assertThat(hierarchy.members()).containsExactly(id("cardiology"), id("doctor"), id("hospital"));
        assertThat(hierarchy.ancestors(id("doctor"))).containsExactly(id("cardiology"), id("hospital"));
        assertThat(hierarchy.descendants(id("hospital"))).containsExactly(id("cardiology"), id("doctor"));
        assertThat(hierarchy.parents(id("doctor"))).containsExactly(id("cardiology"));
        assertThat(hierarchy.children(id("cardiology"))).containsExactly(id("doctor"));
        assertThat(hierarchy.children(id("stranger"))).isEmpty();
    }

    @Test
    void of_tiesOfTheInstantOnly() {
        AccountHierarchy before = AccountHierarchy.of(List.of(doctor), AT.minusSeconds(1));
        assertThat(before.parents(id("doctor"))).containsExactly(id("cardiology"), id("clinic"));
        assertThat(AccountHierarchy.of(List.of(doctor), AT).parents(id("doctor")))
                .containsExactly(id("cardiology"));
    }

    @Test
    void stakeholders_byAnyTie() {
        AccountHierarchy hierarchy = AccountHierarchy.of(List.of(doctor, hospital, cardiology), AT);
        assertThat(hierarchy.stakeholders(id("cardiology")))
                .isEqualTo(Map.of(id("doctor"), Set.of(StakeholderRole.PRESCRIBER)));
        assertThat(hierarchy.stakeholders(id("hospital")))
                .isEqualTo(Map.of(id("doctor"), Set.of(StakeholderRole.INFLUENCER)));
        assertThat(hierarchy.stakeholders(id("doctor"))).isEmpty();
    }

    @Test
    void of_cycle_isRefusedAndNamed() {
        List<Customer> ring =
                List.of(child("a", "b"), child("b", "c"), child("c", "a"), child("d", "a"), child("e", "d"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountHierarchy.of(ring, AT))
                .withMessage("account relationships must not form a cycle, found [a, b, c, a]");
    }

    @Test
    void of_diamondIsNoCycle() {
        Customer both = organization("x")
                .withRelationships(List.of(
                        Relationship.of(RelationshipType.ACCOUNT_OF, id("l")),
                        Relationship.of(RelationshipType.ACCOUNT_OF, id("r"))));
        AccountHierarchy hierarchy = AccountHierarchy.of(List.of(both, child("l", "top"), child("r", "top")), AT);
        assertThat(hierarchy.ancestors(id("x"))).containsExactly(id("l"), id("r"), id("top"));
    }

    @Test
    void of_deepChain_doesNotOverflowTheStack() {
        List<Customer> chain = new ArrayList<>();
        for (int i = 1; i < 20_000; i++) {
            chain.add(child("n" + i, "n" + (i - 1)));
        }
        assertThat(AccountHierarchy.of(chain, AT).descendants(id("n0"))).hasSize(19_999);
    }

    private static CustomerId id(String value) {
        return new CustomerId(value);
    }

    private static Organization organization(String id) {
        return Organization.of(id(id), CustomerType.HOSPITAL, Attributes.EMPTY);
    }

    private static Customer child(String id, String parent) {
        return organization(id).withRelationships(List.of(Relationship.of(RelationshipType.ACCOUNT_OF, id(parent))));
    }
}
