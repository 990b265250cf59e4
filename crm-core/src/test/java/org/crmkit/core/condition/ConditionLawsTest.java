package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atLeast;
import static org.crmkit.core.condition.Conditions.atMost;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
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
    void law2_nothingIsUnknownWhereEverythingIsPresentAndCovered(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        Profile profile = random.complete(CustomerId.of("c0"));
        EvaluationContext covered = random.context()
                .withObservedSince(ObservedSince.EVER)
                .withGuard(request -> AccessDecision.of(AccessReason.CONSENTED));
        for (int i = 0; i < 20; i++) {
            Condition condition = random.condition(3);
            if (ConditionWalk.leaves(condition).allMatch(ConditionLawsTest::needsNothingButWhatIsThere)) {
                assertThat(condition.evaluate(profile, covered).isKnown())
                        .as("%s", condition)
                        .isTrue();
            }
        }
    }

    /**
     * Leaves that a complete profile answers. The others ask for what may not be: the mean or the day of no event, a fact that activities of another
     * kind do not carry, an amount in another currency, a node that no one knows.
     */
    private static boolean needsNothingButWhatIsThere(Leaf leaf) {
        if (leaf instanceof Leaf.Events node) {
            return List.of(Aggregate.COUNT, Aggregate.SUM, Aggregate.DISTINCT).contains(node.aggregate())
                    && node.where().isEmpty()
                    && (node.field().isEmpty() || node.field().get().equals(ActivityFacts.AMOUNT));
        }
        if (leaf instanceof Leaf.Sequence node) {
            return node.steps().stream().allMatch(step -> step.where().isEmpty());
        }
        return !(leaf instanceof Leaf.Opaque)
                && Reads.attributes(leaf).stream()
                        .noneMatch(read ->
                                LeafChecks.isOfEvents(read.key()) || read.key().equals(RandomCases.BUDGET));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law3_learningWhatWasMissingNeverTurnsAnAnswerAround(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        CustomerId id = CustomerId.of("c0");
        Attributes known = random.attributes();
        List<Activity> activities = random.activities(id);
        List<Tag> tags = random.person(id).tags();
        Attributes.Builder learned = known.toBuilder();
        Attributes all = random.completeAttributes();
        RandomCases.KEYS.forEach(key -> learn(learned, known, all, key));
        EvaluationContext permits = random.context().withGuard(request -> AccessDecision.of(AccessReason.CONSENTED));
        EvaluationContext denies = random.context().withGuard(request -> AccessDecision.of(AccessReason.DENIED));
        for (int i = 0; i < 20; i++) {
            Condition condition = random.condition(3);
            if (ConditionWalk.nodes(condition)
                    .noneMatch(node -> node instanceof Leaf.Present || node instanceof Condition.IfMissing)) {
                Truth before = condition.evaluate(profile(random, known, tags, activities), denies);
                Truth after = condition.evaluate(
                        profile(random, learned.build(), tags, activities),
                        permits.withObservedSince(ObservedSince.EVER));
                assertThat(before == Truth.UNKNOWN || before == after)
                        .as("%s was %s and is %s", condition, before, after)
                        .isTrue();
            }
        }
    }

    private static <T> void learn(Attributes.Builder builder, Attributes known, Attributes all, AttributeKey<T> key) {
        if (!known.has(key)) {
            builder.put(key, all.get(key).orElseThrow());
        }
    }

    private static Profile profile(
            RandomCases random, Attributes attributes, List<Tag> tags, List<Activity> activities) {
        return Profile.of(
                Person.of(CustomerId.of("c0"), CustomerType.CONSUMER, attributes)
                        .withTags(tags),
                activities,
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
    void law5_theSixComparisonsOfAnythingFitTogether(@ForAll long seed) {
        Case x = Case.of(seed);
        for (int i = 0; i < 20; i++) {
            Condition leaf = x.random.leaf().bare();
            Map<Comparison, Condition> six = sixOf(leaf);
            x.each((profile, context) -> {
                Map<Comparison, Truth> truths = new EnumMap<>(Comparison.class);
                six.forEach((op, condition) -> truths.put(op, condition.evaluate(profile, context)));
                if (!truths.isEmpty()) {
                    check(truths, leaf);
                }
            });
        }
    }

    private static void check(Map<Comparison, Truth> truths, Condition leaf) {
        List<Truth> three = List.of(truths.get(Comparison.LT), truths.get(Comparison.EQ), truths.get(Comparison.GT));
        long holding = three.stream().filter(Truth.TRUE::equals).count();
        assertThat(holding).as("%s: %s", leaf, truths).isLessThanOrEqualTo(1);
        if (!three.contains(Truth.UNKNOWN)) {
            assertThat(holding).as("%s: %s", leaf, truths).isEqualTo(1);
        }
        truths.forEach((op, truth) ->
                assertThat(truths.get(op.opposite())).as("%s: %s", leaf, truths).isEqualTo(truth.not()));
    }

    /** Returns the leaf with each of the comparisons in place of its own; none for leaves that do not compare, or amounts of two currencies. */
    private static Map<Comparison, Condition> sixOf(Condition condition) {
        Map<Comparison, Condition> six = new EnumMap<>(Comparison.class);
        for (Comparison op : Comparison.values()) {
            if (condition instanceof Leaf.Compare<?> node && isOrdered(node)) {
                six.put(op, with(node, op));
            } else if (condition instanceof Leaf.Age node) {
                six.put(op, new Leaf.Age(node.read(), op, node.period()));
            } else if (condition instanceof Leaf.ScoreTest node) {
                six.put(op, new Leaf.ScoreTest(node.score(), node.part(), op, node.value()));
            } else if (condition instanceof Leaf.Events node) {
                six.put(
                        op,
                        new Leaf.Events(
                                node.stream(),
                                node.where(),
                                node.window(),
                                node.aggregate(),
                                node.field(),
                                op,
                                node.value(),
                                node.assumeComplete(),
                                node.purpose()));
            }
        }
        return six;
    }

    private static boolean isOrdered(Leaf.Compare<?> node) {
        AttributeType<?> type = node.read().key().type();
        return type.isOrdered() && !type.equals(AttributeType.MONEY);
    }

    private static <T> Condition with(Leaf.Compare<T> node, Comparison op) {
        return new Leaf.Compare<>(node.read(), op, node.value());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law5_rangesAndListsAreWhatTheyAreMadeOf(@ForAll long seed) {
        Case x = Case.of(seed);
        for (int i = 0; i < 40; i++) {
            Condition leaf = x.random.leaf().bare();
            if (leaf instanceof Leaf.Between<?> node) {
                x.same(leaf, ends(node));
            } else if (leaf instanceof Leaf.OneOf<?> node) {
                x.same(leaf, Conditions.any(equals(node)));
            }
        }
    }

    private static <T> Condition ends(Leaf.Between<T> node) {
        return all(
                new Leaf.Compare<>(node.read(), node.bounds().low(), node.low()),
                new Leaf.Compare<>(node.read(), node.bounds().high(), node.high()));
    }

    private static <T> List<Condition> equals(Leaf.OneOf<T> node) {
        List<Condition> each = new ArrayList<>();
        node.values().forEach(value -> each.add(new Leaf.Compare<>(node.read(), Comparison.EQ, value)));
        return each;
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law6_ifMissingMakesALeafTwoValuedAndNothingElse(@ForAll long seed, @ForAll boolean answer) {
        Case x = Case.of(seed);
        Condition leaf = x.random.leaf();
        Assume.that(!(leaf instanceof Leaf.Opaque));
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
    void law7_theOrderOfPartsDoesNotMatterAtAnyDepth(@ForAll long seed) {
        Case x = Case.of(seed);
        Condition whole = x.random.condition(4);
        x.same(whole, ConditionWalk.shuffled(whole, x.random.random));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law8_theNormalFormMeansTheSameAndIsItsOwn(@ForAll long seed) {
        Case x = Case.of(seed);
        Condition whole = all(x.a, any(x.b, x.c));
        Condition normal = whole.normalized();
        x.same(whole, normal);
        assertThat(normal.normalized()).isEqualTo(normal);
        Condition other = all(any(x.c, x.b, x.b), all(all(x.a).withLabel("first")));
        assertThat(other.normalized().toJson()).isEqualTo(normal.toJson());
        assertThat(other.hash()).isEqualTo(whole.hash());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_jsonRoundTripIsIdentity(@ForAll long seed) {
        Case x = Case.of(seed);
        ConditionJson json = ConditionJson.of(RandomConditions.vocabulary()).keepingUnknownTypes();
        Condition whole = any(x.a, all(x.b).withId("b"), all(x.c).withLabel("last \u2028 \"c\" \ud83d\ude00"));
        Condition read = json.readCondition(whole.toJson());
        assertThat(read).isEqualTo(whole);
        assertThat(read.toJson()).isEqualTo(whole.toJson());
        assertThat(read.hash()).isEqualTo(whole.hash());
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_everyPrefixIsRefused(@ForAll long seed) {
        ConditionJson json = ConditionJson.of(RandomConditions.vocabulary());
        String text = new RandomCases(seed).condition(2).toJson();
        for (int end = 0; end < text.length(); end += 7) {
            String prefix = text.substring(0, end);
            assertThatThrownBy(() -> json.readCondition(prefix)).isInstanceOf(JsonInputException.class);
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_everyUnknownFieldIsRefusedWhereItStands(@ForAll long seed) {
        ConditionJson json = ConditionJson.of(RandomConditions.vocabulary());
        String text = new RandomCases(seed).condition(2).toJson();
        for (int at = text.indexOf('{'); at >= 0 && !text.contains("acme.moon"); at = text.indexOf('{', at + 1)) {
            // The parameters of an own kind of node are its own.
            if (!text.startsWith("\"parameters\":", Math.max(0, at - 13))) {
                String more = text.substring(0, at + 1) + "\"zzz\":1," + text.substring(at + 1);
                assertThatThrownBy(() -> json.readCondition(more))
                        .isInstanceOfSatisfying(
                                JsonInputException.class,
                                e -> assertThat(e.pointer()).endsWith("/zzz"));
            }
        }
    }

    /** A slip of the pen gives another condition, or is refused; nothing else is ever thrown. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law9_aSlipIsReadAsItStandsOrRefused(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConditionJson json = ConditionJson.of(RandomConditions.vocabulary());
        String text = random.condition(2).toJson();
        for (int i = 0; i < 30; i++) {
            StringBuilder slip = new StringBuilder(text);
            int at = random.random.nextInt(text.length());
            slip.setCharAt(at, "{}[]\",:019-eaPTD.".charAt(random.random.nextInt(17)));
            try {
                Condition read = json.readCondition(slip.toString());
                assertThat(json.readCondition(read.toJson())).isEqualTo(read);
            } catch (JsonInputException e) {
                assertThat(e).hasMessageStartingWith("at ");
            }
        }
    }

    /** Java, JSON and the text form of literals give equal trees. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law10_builderAndJsonGiveEqualTrees(@ForAll int cents, @ForAll @IntRange(min = 1, max = 300) int days) {
        BigDecimal height = BigDecimal.valueOf(cents, 2);
        LocalDate date = LocalDate.of(2020, 1, 1).plusDays(days);
        Condition built = all(
                where(RandomCases.HEIGHT).atLeast(height),
                where(RandomCases.BORN).lessThan(date),
                Conditions.purchases()
                        .last(Period.ofDays(days))
                        .sum(ActivityFacts.AMOUNT)
                        .atLeast(height.toPlainString()),
                not(Conditions.segment("s", days)));
        Condition parsed = all(
                where(RandomCases.HEIGHT).atLeast(height.toPlainString()),
                where(RandomCases.BORN).lessThan(date.toString()),
                new Leaf.Events(
                        EventStream.PURCHASE,
                        Optional.empty(),
                        new TimeWindow.Last(Period.ofDays(days)),
                        Aggregate.SUM,
                        Optional.of(ActivityFacts.AMOUNT),
                        Comparison.GE,
                        height,
                        false,
                        Optional.empty()),
                new Leaf.InSegment("s", OptionalInt.of(days)).negated());
        assertThat(parsed).isEqualTo(built).hasSameHashCodeAs(built);
        String json =
                "{\"type\":\"all\",\"of\":[{\"type\":\"compare\",\"attribute\":\"height\",\"op\":\"ge\",\"value\":\""
                        + height
                        + "\"},{\"type\":\"compare\",\"attribute\":\"born\",\"op\":\"lt\",\"value\":\"" + date
                        + "\"},{\"type\":\"events\",\"stream\":\"purchase\",\"window\":{\"last\":\"P" + days
                        + "D\"},\"aggregate\":\"sum\",\"field\":\"activity.amount\",\"op\":\"ge\",\"value\":\"" + height
                        + "\"},{\"type\":\"not\",\"of\":{\"type\":\"segment\",\"id\":\"s\",\"version\":" + days
                        + "}}]}";
        assertThat(ConditionJson.of(RandomConditions.vocabulary()).readCondition(json))
                .isEqualTo(built);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law12_countingJunctionsIncludeAndAndOr(@ForAll long seed) {
        Case x = Case.of(seed);
        x.same(atLeast(1, x.a, x.b, x.c), any(x.a, x.b, x.c));
        x.same(atLeast(3, x.a, x.b, x.c), all(x.a, x.b, x.c));
        x.same(atMost(1, x.a, x.b, x.c), not(atLeast(2, x.a, x.b, x.c)));
        x.same(atLeast(0, x.a), Conditions.always());
        for (int k = 0; k < 3; k++) {
            Condition more = atLeast(k + 1, x.a, x.b, x.c);
            Condition fewer = atLeast(k, x.a, x.b, x.c);
            x.same(atMost(k, x.a, x.b, x.c), not(more));
            // Whoever has more has fewer.
            x.each((profile, context) -> assertThat(
                            more.evaluate(profile, context).not().or(fewer.evaluate(profile, context)))
                    .isNotEqualTo(Truth.FALSE));
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void law30_orderNamesAndNestingDoNotChangeTheFingerprint(@ForAll long seed) {
        Case x = Case.of(seed);
        assertThat(all(x.a, x.b, x.c).hash())
                .isEqualTo(all(all(all(x.c).withId("x"), x.a), not(not(x.b))).hash());
        assertThat(x.a.hash()).hasSize(64);
    }
}
