package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atLeast;
import static org.crmkit.core.condition.Conditions.atMost;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.where;

import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.json.JsonInputException;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;

/** The laws of conditions as a logic: laws 1 to 12 and 30 of the specification. */
class ConditionLawsTest {
    private static final int TRIES = 60;

    /** Three random conditions and the customers they are asked of. */
    private record Case(
            Condition a, Condition b, Condition c, CustomerBase base, EvaluationContext context, RandomCases random) {
        static Case of(long seed) {
            RandomCases random = new RandomCases(seed);
            return new Case(
                    random.condition(2),
                    random.condition(2),
                    random.condition(1),
                    random.base(4, random.now),
                    random.context(),
                    random);
        }

        void same(Condition left, Condition right) {
            for (int row = 0; row < base.size(); row++) {
                Profile profile = base.profile(row);
                assertThat(left.evaluate(profile, context))
                        .as("%s / %s", left, right)
                        .isEqualTo(right.evaluate(profile, context));
            }
        }

        void each(BiConsumer<Profile, EvaluationContext> check) {
            for (int row = 0; row < base.size(); row++) {
                check.accept(base.profile(row), context);
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law1_andOrNotAreThoseOfKleene(@ForAll long seed) {
        Case x = Case.of(seed);
        x.same(all(x.a, x.b), all(x.b, x.a));
        x.same(any(x.a, x.b), any(x.b, x.a));
        x.same(all(x.a, all(x.b, x.c)), all(all(x.a, x.b), x.c));
        x.same(any(x.a, any(x.b, x.c)), any(any(x.a, x.b), x.c));
        x.same(all(x.a, x.a), x.a);
        x.same(any(x.a, x.a), x.a);
        x.same(all(x.a, any(x.a, x.b)), x.a);
        x.same(any(x.a, all(x.a, x.b)), x.a);
        x.same(all(x.a, any(x.b, x.c)), any(all(x.a, x.b), all(x.a, x.c)));
        x.same(any(x.a, all(x.b, x.c)), all(any(x.a, x.b), any(x.a, x.c)));
        x.same(not(not(x.a)), x.a);
        x.same(not(all(x.a, x.b)), any(not(x.a), not(x.b)));
        x.same(not(any(x.a, x.b)), all(not(x.a), not(x.b)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law2_nothingIsUnknownWhereEverythingIsPresent(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Attributes full = Attributes.builder()
                .put(RandomCases.VISITS, 2L)
                .put(RandomCases.CITY, "a")
                .put(RandomCases.VIP, true)
                .put(RandomCases.INTERESTS, random.words())
                .build();
        Profile profile = Profile.of(
                Person.of(CustomerId.of("c0"), CustomerType.CONSUMER, full),
                random.activities(CustomerId.of("c0")),
                random.now,
                RandomCases.CENTS);
        Condition condition = all(
                where(RandomCases.VISITS).atLeast(random.random.nextInt(4)),
                where(RandomCases.CITY).isOneOf("a", "b"),
                where(RandomCases.INTERESTS).containsNone("ab"),
                Conditions.tag("t").negated(),
                Conditions.purchases().in(random.window()).count().atMost(2).ifMissing(true));
        EvaluationContext covered = random.context().withObservedSince(ObservedSince.EVER);
        assertThat(condition.evaluate(profile, covered).isKnown()).isTrue();
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law3_learningAMissingValueNeverTurnsAnAnswerAround(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Condition condition = all(
                any(
                        where(RandomCases.VISITS).atLeast(2),
                        where(RandomCases.CITY).is("a")),
                atLeast(
                        1,
                        where(RandomCases.VIP).is(true),
                        where(RandomCases.VISITS).atMost(3)),
                not(where(RandomCases.CITY).startsWith("b")));
        Attributes known = random.attributes();
        Truth before = condition.evaluate(profile(random, known));
        Attributes.Builder learned = known.toBuilder();
        learn(learned, known, RandomCases.VISITS, (long) random.random.nextInt(5));
        learn(learned, known, RandomCases.CITY, random.one(List.of("a", "b", "ab")));
        learn(learned, known, RandomCases.VIP, random.random.nextBoolean());
        Truth after = condition.evaluate(profile(random, learned.build()));
        assertThat(after.isKnown()).isTrue();
        assertThat(before == Truth.UNKNOWN || before == after).isTrue();
    }

    private static <T> void learn(Attributes.Builder builder, Attributes known, AttributeKey<T> key, T value) {
        if (!known.has(key)) {
            builder.put(key, value);
        }
    }

    private static Profile profile(RandomCases random, Attributes attributes) {
        return Profile.of(
                Person.of(CustomerId.of("c0"), CustomerType.CONSUMER, attributes),
                List.of(),
                random.now,
                RandomCases.CENTS);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law4_trueFalseAndUnknownPartitionTheCustomers(@ForAll long seed) {
        Case x = Case.of(seed);
        TruthColumn column = CompiledCondition.of(x.a, x.base, x.context).evaluate();
        TruthColumn negated = CompiledCondition.of(not(x.a), x.base, x.context).evaluate();
        assertThat(column.count(Truth.TRUE) + column.count(Truth.FALSE) + column.count(Truth.UNKNOWN))
                .isEqualTo(x.base.size());
        assertThat(negated.count(Truth.TRUE)).isEqualTo(column.count(Truth.FALSE));
        assertThat(negated.count(Truth.UNKNOWN)).isEqualTo(column.count(Truth.UNKNOWN));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law5_comparisonsOfPresentValuesFitTogether(@ForAll long seed, @ForAll long low, @ForAll long high) {
        Case x = Case.of(seed);
        AttributeKey<Long> key = RandomCases.VISITS;
        long least = Math.min(low, high);
        long most = Math.max(low, high);
        x.same(where(key).atLeast(low), not(where(key).lessThan(low)));
        x.same(where(key).atMost(low), not(where(key).moreThan(low)));
        x.same(
                where(key).between(least, most),
                all(where(key).atLeast(least), where(key).atMost(most)));
        x.same(where(key).isOneOf(low, 2L), any(where(key).is(low), where(key).is(2)));
        x.same(where(key).isNoneOf(low, 2L), not(where(key).isOneOf(low, 2L)));
        x.same(where(key).isNot(Long.valueOf(low)), not(where(key).is(low)));
        x.each((profile, context) -> assertThat(profile.value(key).isEmpty()
                        || List.of(
                                                where(key).lessThan(2),
                                                where(key).is(2),
                                                where(key).moreThan(2))
                                        .stream()
                                        .filter(each -> each.evaluate(profile, context) == Truth.TRUE)
                                        .count()
                                == 1)
                .isTrue());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law6_ifMissingMakesALeafTwoValuedAndNothingElse(@ForAll long seed, @ForAll boolean answer) {
        Case x = Case.of(seed);
        Condition leaf = x.random.leaf();
        x.each((profile, context) -> {
            Truth plain = leaf.evaluate(profile, context);
            Truth expected = plain.isKnown() ? plain : Truth.of(answer);
            assertThat(leaf.ifMissing(answer).evaluate(profile, context)).isEqualTo(expected);
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law7_askingAgainGivesTheSame(@ForAll long seed) {
        Case x = Case.of(seed);
        x.same(x.a, x.a);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law8_theNormalFormMeansTheSameAndIsItsOwn(@ForAll long seed) {
        Case x = Case.of(seed);
        Condition whole = all(x.a, any(x.b, x.c));
        Condition normal = whole.normalized();
        x.same(whole, normal);
        assertThat(normal.normalized()).isEqualTo(normal);
        Condition other = all(any(x.c, x.b, x.b), all(x.a.withLabel("first")));
        assertThat(other.normalized().toJson()).isEqualTo(normal.toJson());
        assertThat(other.hash()).isEqualTo(whole.hash());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_jsonRoundTripIsIdentity(@ForAll long seed) {
        Case x = Case.of(seed);
        ConditionJson json = ConditionJson.of(ConditionVocabulary.of(RandomCases.KEYS));
        Condition whole = any(x.a, x.b.withId("b"), x.c.withLabel("last \u2028 \"c\" \ud83d\ude00"));
        Condition read = json.readCondition(whole.toJson());
        assertThat(read).isEqualTo(whole);
        assertThat(read.toJson()).isEqualTo(whole.toJson());
        assertThat(read.hash()).isEqualTo(whole.hash());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_everyPrefixIsRefused(@ForAll long seed) {
        ConditionJson json = ConditionJson.of(ConditionVocabulary.of(RandomCases.KEYS));
        String text = new RandomCases(seed).condition(2).toJson();
        for (int end = 0; end < text.length(); end += 7) {
            String prefix = text.substring(0, end);
            assertThatThrownBy(() -> json.readCondition(prefix)).isInstanceOf(JsonInputException.class);
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law12_countingJunctionsIncludeAndAndOr(@ForAll long seed) {
        Case x = Case.of(seed);
        x.same(atLeast(1, x.a, x.b, x.c), any(x.a, x.b, x.c));
        x.same(atLeast(3, x.a, x.b, x.c), all(x.a, x.b, x.c));
        x.same(atMost(1, x.a, x.b, x.c), not(atLeast(2, x.a, x.b, x.c)));
        x.same(atLeast(0, x.a), Conditions.always());
        x.each((profile, context) -> assertThat(atLeast(2, x.a, x.b, x.c).evaluate(profile, context))
                .isLessThanOrEqualTo(atLeast(1, x.a, x.b, x.c).evaluate(profile, context)));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law30_orderNamesAndNestingDoNotChangeTheFingerprint(@ForAll long seed) {
        Case x = Case.of(seed);
        assertThat(all(x.a, x.b, x.c).hash())
                .isEqualTo(all(all(x.c.withId("x"), x.a), not(not(x.b))).hash());
        assertThat(x.a.hash()).hasSize(64);
    }
}
