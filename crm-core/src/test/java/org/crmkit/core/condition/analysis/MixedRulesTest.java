package org.crmkit.core.condition.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.AggregateClause;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** Twenty rules over numbers, codes, scores and counts that partition all customers, but for one planted hole (spec 10 G8). */
class MixedRulesTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<String> KIND = AttributeKey.code("kind");
    private static final AttributeKey<Boolean> CARD = AttributeKey.bool("card");

    private static Condition known() {
        return all(
                where(AGE).isPresent(),
                where(KIND).isPresent(),
                where(CARD).isPresent(),
                any(score("churn").lessThan(0.5), score("churn").atLeast(0.5)),
                any(orders().lessThan(3), orders().atLeast(3)));
    }

    private static AggregateClause orders() {
        return purchases().last(Period.ofDays(90)).count();
    }

    /** Three kinds and the rest, five ages; where rules are split further the last split leaves out a score of exactly 0.5. */
    private static List<Condition> rules(boolean hole) {
        List<Condition> rules = new ArrayList<>();
        List<Condition> ages = List.of(
                where(AGE).lessThan(18),
                where(AGE).between(18, 29),
                where(AGE).between(30, 44),
                where(AGE).between(45, 64),
                where(AGE).atLeast(65));
        for (Condition age : ages) {
            rules.add(all(where(KIND).isOneOf("pharmacy", "clinic"), age));
            rules.add(all(where(KIND).is("hospital"), age, where(CARD).is(true)));
            rules.add(all(
                    where(KIND).isNoneOf("pharmacy", "clinic", "hospital"),
                    age,
                    any(where(CARD).is(true), orders().atLeast(3))));
        }
        rules.add(all(
                where(KIND).is("hospital"),
                where(CARD).is(false),
                score("churn").lessThan(0.5)));
        rules.add(all(
                where(KIND).is("hospital"),
                where(CARD).is(false),
                hole ? score("churn").moreThan(0.5) : score("churn").atLeast(0.5)));
        Condition rest = all(
                where(KIND).isNoneOf("pharmacy", "clinic", "hospital"),
                where(CARD).is(false));
        rules.add(all(rest, orders().is(0)));
        rules.add(all(rest, orders().is(1)));
        rules.add(all(rest, orders().is(2)));
        return rules;
    }

    @Test
    void set_provesThePartitionAndFindsThePlantedHole() {
        ConditionAnalysis analysis = ConditionAnalysis.at(NOW).given(known()).withMostSteps(20_000);
        assertThat(rules(false)).hasSize(20);
        assertThat(analysis.set(rules(false)).requirePartition().neverFirst()).allMatch(Finding::isRefuted);
        Witness witness = analysis.set(rules(true)).coversDecided().refutation().orElseThrow();
        assertThat(witness.truths()).containsOnly(Truth.FALSE);
        assertThat(witness.facts()).contains("kind = hospital", "card = false", "churn = 0.5");
    }
}
