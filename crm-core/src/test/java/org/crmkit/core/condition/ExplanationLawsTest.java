package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;

/** The laws of explanations: laws 31 to 33 of the specification. */
class ExplanationLawsTest {
    private static final int TRIES = 100;

    private static List<Leaf> leaves(Condition condition) {
        List<Leaf> leaves = new ArrayList<>();
        if (condition instanceof Leaf leaf) {
            leaves.add(leaf);
        }
        condition.parts().forEach(part -> leaves.addAll(leaves(part)));
        return leaves;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law31_whatIsExplainedIsWhatIsAnswered(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CustomerBase base = random.base(3, random.now);
        Condition condition = random.condition(3);
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Verdict verdict = condition.explain(profile, random.context());
            assertThat(verdict.truth()).isEqualTo(condition.evaluate(profile, random.context()));
            for (Verdict.Reason reason : verdict.reasons()) {
                assertThat(reason.leaf().evaluate(profile, random.context())).isEqualTo(reason.truth());
            }
            assertThat(verdict.ruleHash()).isEqualTo(condition.hash());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law32_theReasonsSufficeWhateverTheOtherLeavesSay(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CustomerBase base = random.base(2, random.now);
        Condition condition = random.condition(3);
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Verdict verdict = condition.explain(profile, random.context());
            Set<Leaf> reasons = new HashSet<>(
                    verdict.reasons().stream().map(Verdict.Reason::leaf).toList());
            for (int round = 0; round < 5; round++) {
                EvaluationContext context = random.context();
                // A segment may read what another leaf reads: it is held to its answer, as the law has it.
                for (Verdict.Reason reason : verdict.reasons()) {
                    context = context.assuming(reason.leaf(), reason.truth());
                }
                for (Leaf leaf : leaves(condition)) {
                    if (!reasons.contains(leaf)) {
                        context = context.assuming(leaf, random.one(List.of(Truth.values())));
                    }
                }
                assertThat(condition.evaluate(profile, context))
                        .as("%s", condition)
                        .isEqualTo(verdict.truth());
            }
        }
    }

    @Example
    void law32_theReasonsSufficeWhereASegmentReadsATagThatIsFree() {
        law32_theReasonsSufficeWhateverTheOtherLeavesSay(-19395);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law32_noReasonCanBeDropped(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        noReasonCanBeDropped(random, random.condition(2));
    }

    /** Four leaves at eight places. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law32_noReasonCanBeDroppedWhereLeavesOccurTwice(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        List<Condition> leaves =
                List.of(random.condition(0), random.condition(0), random.condition(0), random.condition(0));
        List<Condition> pairs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            List<Condition> pair = List.of(random.one(leaves), random.one(leaves));
            Condition both = random.chance(0.5) ? new Condition.Any(pair) : new Condition.All(pair);
            pairs.add(random.chance(0.2) ? both.negated() : both);
        }
        noReasonCanBeDropped(random, new Condition.AtLeast(1 + random.random.nextInt(4), pairs));
    }

    private static void noReasonCanBeDropped(RandomCases random, Condition condition) {
        CustomerBase base = random.base(2, random.now);
        List<Leaf> leaves = List.copyOf(new LinkedHashSet<>(leaves(condition)));
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Verdict verdict = condition.explain(profile, random.context());
            Set<Leaf> reasons = new HashSet<>(
                    verdict.reasons().stream().map(Verdict.Reason::leaf).toList());
            for (Leaf dropped : reasons) {
                assertThat(canTurn(condition, profile, random.context(), leaves, reasons, dropped, verdict.truth()))
                        .as("%s without %s", condition, dropped)
                        .isTrue();
            }
        }
    }

    /** Looks for answers of the leaves that are free under which the whole answers otherwise. */
    private static boolean canTurn(
            Condition condition,
            Profile profile,
            EvaluationContext context,
            List<Leaf> leaves,
            Set<Leaf> reasons,
            Leaf dropped,
            Truth truth) {
        List<Leaf> free = leaves.stream()
                .filter(leaf -> leaf.equals(dropped) || !reasons.contains(leaf))
                .toList();
        int combinations = (int) Math.pow(3, free.size());
        for (int combination = 0; combination < combinations; combination++) {
            EvaluationContext assumed = context;
            int rest = combination;
            for (Leaf leaf : free) {
                assumed = assumed.assuming(leaf, Truth.values()[rest % 3]);
                rest /= 3;
            }
            if (condition.evaluate(profile, assumed) != truth) {
                return true;
            }
        }
        return false;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law33_aCounterfactualTurnsTheAnswerAndNoSmallerPartOfItDoes(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CustomerBase base = random.base(3, random.now);
        Condition condition = random.condition(3);
        for (int row = 0; row < base.size(); row++) {
            Profile profile = base.profile(row);
            Verdict verdict = condition.explain(profile, random.context());
            Truth target = verdict.truth() == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
            for (Counterfactual counterfactual : verdict.counterfactuals()) {
                assertThat(condition.evaluate(profile, counterfactual.appliedTo(random.context())))
                        .as("%s with %s", condition, counterfactual)
                        .isEqualTo(target);
                for (int drop = 0;
                        counterfactual.changes().size() > 1
                                && drop < counterfactual.changes().size();
                        drop++) {
                    List<Counterfactual.Change> fewer = new ArrayList<>(counterfactual.changes());
                    fewer.remove(drop);
                    assertThat(condition.evaluate(profile, new Counterfactual(fewer).appliedTo(random.context())))
                            .isNotEqualTo(target);
                }
                counterfactual
                        .changes()
                        .forEach(change ->
                                assertThat(change.toText(Locale.CHINESE)).isNotBlank());
            }
        }
    }

    @Example
    void law33_aCounterfactualTurnsTheAnswerWhereASegmentReadsATagThatChanges() {
        law33_aCounterfactualTurnsTheAnswerAndNoSmallerPartOfItDoes(103115);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void everyConditionCanBeSaidInEnglishAndChinese(@ForAll long seed) {
        Condition condition = new RandomCases(seed).condition(3);
        assertThat(condition.toText(Locale.ENGLISH)).isNotBlank();
        assertThat(condition.toText(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        assertThat(condition.toText(Locale.FRENCH)).isEqualTo(condition.toText(Locale.ENGLISH));
    }
}
