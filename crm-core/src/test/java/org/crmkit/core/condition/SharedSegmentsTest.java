package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class SharedSegmentsTest {
    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    private static final AttributeKey<Long> HEIGHT = AttributeKey.integer("height");
    private static final AttributeKey<String> CITY = AttributeKey.text("city");
    private static final Profile PROFILE = Profile.of(
            Person.of(
                    CustomerId.of("c1"),
                    CustomerType.CONSUMER,
                    Attributes.builder().put(VISITS, 3L).put(HEIGHT, 2L).build()),
            List.of(),
            AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC),
            AmountUnit.plain(0));
    private static final Map<String, Condition> SEGMENTS = Map.of(
            "regular",
            where(VISITS).atLeast(2),
            "tagged",
            tag("t"),
            "loyal",
            segment("regular"),
            "often",
            all(where(VISITS).atLeast(2), where(HEIGHT).atLeast(1)));
    private static final EvaluationContext CONTEXT =
            EvaluationContext.STANDARD.withSegments((id, version) -> Optional.ofNullable(SEGMENTS.get(id)));

    @Test
    void explain_segmentSharesAnAttribute_changesTheAttributeForBoth() {
        Condition condition = any(where(VISITS).atLeast(3), segment("loyal"));

        Counterfactual least =
                condition.explain(PROFILE, CONTEXT).counterfactuals().get(0);

        assertThat(least.changes()).hasSize(1);
        assertThat(least.changes().get(0).input()).hasToString("attribute visits");
        assertThat(least.changes().get(0).to()).hasValue(new Counterfactual.Assignment<>(VISITS, 1L));
        assertThat(condition.evaluate(PROFILE, least.appliedTo(CONTEXT))).isEqualTo(Truth.FALSE);
    }

    @Test
    void explain_segmentAndItsOpposite_proposesNothing() {
        Condition always = any(where(VISITS).atMost(1), segment("regular"));

        assertThat(always.explain(PROFILE, CONTEXT).truth()).isEqualTo(Truth.TRUE);
        assertThat(always.explain(PROFILE, CONTEXT).counterfactuals()).isEmpty();
    }

    @Test
    void explain_segmentSharesATagUnderADefault_turnsBoth() {
        Condition condition = any(
                tag("t").negated(), new Condition.IfMissing(new Leaf.InSegment("tagged", OptionalInt.empty()), false));

        assertThat(condition.explain(PROFILE, CONTEXT).truth()).isEqualTo(Truth.TRUE);
        assertThat(condition.explain(PROFILE, CONTEXT).counterfactuals()).isEmpty();
    }

    /** The first leaf is unknown, and has nothing to do with the default of the segment, which is no leaf but all that it stands for. */
    @Test
    void explain_segmentUnderADefaultBesideWhatIsUnknown_changesSomething() {
        Condition.IfMissing regular = new Condition.IfMissing(new Leaf.InSegment("often", OptionalInt.empty()), false);
        Condition condition = any(where(CITY).is("Almaty"), not(regular));

        Verdict verdict = condition.explain(PROFILE, CONTEXT);

        assertThat(verdict.truth()).isEqualTo(Truth.UNKNOWN);
        assertThat(verdict.counterfactuals()).hasSize(2).allSatisfy(way -> {
            assertThat(way.changes()).hasSize(1);
            assertThat(condition.evaluate(PROFILE, way.appliedTo(CONTEXT))).isEqualTo(Truth.TRUE);
        });
    }

    @Test
    void explain_segmentSharesNothing_isOneThing() {
        Condition condition = any(tag("t"), segment("regular"));

        Counterfactual least =
                condition.explain(PROFILE, CONTEXT).counterfactuals().get(0);

        assertThat(least.changes())
                .extracting(change -> change.input().toString())
                .containsExactly("segment regular");
    }

    @Test
    void explain_segmentIsAssumed_staysAsAssumed() {
        Leaf regular = new Leaf.InSegment("regular", OptionalInt.empty());
        Condition condition = any(where(VISITS).atLeast(3), regular);

        Counterfactual least = condition
                .explain(PROFILE, CONTEXT.assuming(regular, Truth.FALSE))
                .counterfactuals()
                .get(0);

        assertThat(least.changes())
                .extracting(change -> change.input().toString())
                .containsExactly("attribute visits");
    }
}
