package org.crmkit.examples.benchmarks;

import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.AggregateClause;
import org.crmkit.core.condition.Condition;

/** Twenty rules over numbers, codes, a score and a count that cover everyone once, or leave out a score of exactly 0.5. */
final class MixedRules {

    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final AttributeKey<String> KIND = AttributeKey.code("kind");
    private static final AttributeKey<Boolean> CARD = AttributeKey.bool("card");

    private MixedRules() {}

    private static AggregateClause orders() {
        return purchases().last(Period.ofDays(90)).count();
    }

    /** Returns that everything the rules ask for is known. */
    static Condition known() {
        return all(
                where(AGE).isPresent(),
                where(KIND).isPresent(),
                where(CARD).isPresent(),
                any(score("churn").lessThan(0.5), score("churn").atLeast(0.5)),
                any(orders().lessThan(3), orders().atLeast(3)));
    }

    static List<Condition> partition() {
        return rules(score("churn").atLeast(0.5));
    }

    static List<Condition> withHole() {
        return rules(score("churn").moreThan(0.5));
    }

    private static List<Condition> rules(Condition likelyToChurn) {
        List<Condition> rules = new ArrayList<>();
        for (Condition age : List.of(
                where(AGE).lessThan(18),
                where(AGE).between(18, 29),
                where(AGE).between(30, 44),
                where(AGE).between(45, 64),
                where(AGE).atLeast(65))) {
            rules.add(all(where(KIND).isOneOf("pharmacy", "clinic"), age));
            rules.add(all(where(KIND).is("hospital"), age, where(CARD).is(true)));
            rules.add(all(
                    where(KIND).isNoneOf("pharmacy", "clinic", "hospital"),
                    age,
                    any(where(CARD).is(true), orders().atLeast(3))));
        }
        Condition hospital = all(where(KIND).is("hospital"), where(CARD).is(false));
        rules.add(all(hospital, score("churn").lessThan(0.5)));
        rules.add(all(hospital, likelyToChurn));
        Condition rest = all(
                where(KIND).isNoneOf("pharmacy", "clinic", "hospital"),
                where(CARD).is(false));
        for (int orders = 0; orders < 3; orders++) {
            rules.add(all(rest, orders().is(orders)));
        }
        return rules;
    }
}
