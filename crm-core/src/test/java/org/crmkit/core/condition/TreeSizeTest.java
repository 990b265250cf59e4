package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.always;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atMost;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.sequence;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** No tree can be built that exhausts a stack, whatever is done with it. */
class TreeSizeTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-24T08:00:00Z"), ZoneOffset.UTC);
    private static final Profile PROFILE = Profile.of(
            Person.of(CustomerId.of("c"), CustomerType.CONSUMER, Attributes.EMPTY), List.of(), NOW, RandomCases.CENTS);

    /** Less than threads have by default. Interpreted, the deepest tree needs 176 kB of it; compiled without much optimization, up to 232 to be read. */
    private static final int SMALL_STACK = 384 << 10;

    private static Condition nested(Condition start, int times, UnaryOperator<Condition> wrap) {
        Condition condition = start;
        for (int i = 0; i < times; i++) {
            condition = wrap.apply(condition);
        }
        return condition;
    }

    private static void assertTooDeep(Condition deepest, UnaryOperator<Condition> wrap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> wrap.apply(deepest))
                .withMessageStartingWith("conditions must be nested at most 64 deep, were 6");
    }

    @Test
    void everyKindOfNode_isRefusedOneLevelTooDeep() {
        Condition deepest = nested(always(), 63, Conditions::not);
        assertTooDeep(deepest, Conditions::not);
        assertTooDeep(deepest, Conditions::all);
        assertTooDeep(deepest, Conditions::any);
        assertTooDeep(deepest, condition -> Conditions.atLeast(1, condition));
        assertTooDeep(deepest, condition -> atMost(1, condition));
        assertTooDeep(deepest, condition -> condition.withId("x").negated());
        Condition onLine = nested(where(LineFacts.CATEGORY).is("x"), 62, Conditions::not);
        assertThatCode(() -> purchases().where(onLine).exist()).doesNotThrowAnyException();
        assertTooDeep(not(onLine), condition -> purchases().where(condition).exist());
        assertTooDeep(
                not(onLine),
                condition ->
                        sequence(purchases()).then(purchases().where(condition)).occurs());
        assertTooDeep(purchases().where(onLine).exist(), Conditions::not);
    }

    @Test
    void sharedPartsAreCountedAsOftenAsTheyOccur() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nested(where(RandomCases.VISITS).is(1), 60, part -> all(part, part)))
                .withMessage("a condition must have at most 10000 nodes, had more");
        assertThatCode(() -> nested(where(RandomCases.VISITS).is(1), 12, part -> all(part, part)))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Condition.Any(Collections.nCopies(10_000, always())))
                .withMessage("a condition must have at most 10000 nodes, had more");
    }

    /** The worst that can be built goes through everything that walks trees, on a small stack. */
    @Test
    void theDeepestTrees_areAskedWrittenNormalizedAndExplained() throws InterruptedException {
        Condition leaf = where(RandomCases.VISITS).atLeast(2);
        List<Condition> deepest = List.of(
                nested(leaf, 63, Conditions::not),
                nested(leaf, 31, part -> atMost(1, part, leaf)),
                nested(leaf, 31, part -> atMost(0, part)),
                nested(leaf, 63, part -> any(all(), part).withId("x")));
        List<Throwable> problems = Collections.synchronizedList(new java.util.ArrayList<>());
        Thread small = new Thread(null, () -> deepest.forEach(TreeSizeTest::walk), "small stack", SMALL_STACK);
        small.setUncaughtExceptionHandler((thread, problem) -> problems.add(problem));
        small.start();
        small.join();
        assertThat(problems).isEmpty();
    }

    private static void walk(Condition condition) {
        assertThat(condition.normalized().normalized()).isEqualTo(condition.normalized());
        assertThat(condition.hash()).hasSize(64);
        assertThat(condition.hashCode())
                .isNotEqualTo(condition.withLabel("label").hashCode());
        assertThat(condition.toText(Locale.CHINESE)).isNotEmpty();
        assertThat(condition.equals(condition.normalized())).isIn(true, false);
        assertThat(ConditionJson.of(ConditionVocabulary.of(RandomCases.VISITS)).readCondition(condition.toJson()))
                .isEqualTo(condition);
        Truth truth = condition.evaluate(PROFILE);
        assertThat(condition.explain(PROFILE).truth()).isEqualTo(truth);
        CustomerBase base = CustomerBase.of(
                List.of(Person.of(CustomerId.of("c"), CustomerType.CONSUMER, Attributes.EMPTY)),
                org.crmkit.core.activity.ActivityLog.of(List.of(), RandomCases.CENTS),
                NOW);
        assertThat(CompiledCondition.of(condition, base).evaluate().get(0)).isEqualTo(truth);
    }

    @Test
    void segmentsReferToSegments_sixteenTimesInARow() {
        EvaluationContext context = EvaluationContext.STANDARD.withSegments((id, version) -> {
            int step = Integer.parseInt(id);
            return Optional.of(step == 0 ? always() : segment(Integer.toString(step - 1)));
        });
        assertThat(segment("15").evaluate(PROFILE, context)).isEqualTo(Truth.TRUE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> segment("16").evaluate(PROFILE, context))
                .withMessageStartingWith("segments must refer to segments at most 16 times in a row, was 16 -> 15 ->");
    }
}
