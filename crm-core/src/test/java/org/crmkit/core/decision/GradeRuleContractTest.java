package org.crmkit.core.decision;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.tck.DecisionRuleContract;
import org.crmkit.core.time.AsOf;

/** A rule of one's own under the contract, as an application would write it. */
class GradeRuleContractTest implements DecisionRuleContract {

    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");

    /** Grades doctors by their visits. */
    private record GradeRule() implements DecisionRule {

        @Override
        public String id() {
            return "doctor-grade";
        }

        @Override
        public String version() {
            return "2026-11";
        }

        @Override
        public Outcome decide(DecisionCase decisionCase) {
            return decisionCase
                    .inputs()
                    .get(VISITS)
                    .map(GradeRule::grade)
                    .orElseGet(() -> Outcome.of("not-graded", "visits-missing"));
        }

        private static Outcome grade(long visits) {
            String reason = visits >= 10 ? "visits-at-least-10" : "visits-below-10";
            return new Outcome(
                    visits >= 10 ? "a" : "b",
                    List.of(reason),
                    Optional.of(new Explanation.Fact("grade.visits", visits, Map.of())));
        }
    }

    @Override
    public DecisionRule rule() {
        return new GradeRule();
    }

    @Override
    @Provide
    public Arbitrary<DecisionCase> cases() {
        AsOf asOf = AsOf.of(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
        return Arbitraries.longs().between(0, 40).optional().map(visits -> {
            Attributes.Builder inputs = Attributes.builder();
            visits.ifPresent(count -> inputs.put(VISITS, count));
            return new DecisionCase(new CustomerId("dr"), asOf, inputs.build());
        });
    }
}
