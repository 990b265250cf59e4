package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.anniversary;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/**
 * Law 33 of the specification by brute force: every value that an attribute could have is tried, so the fewest attributes that have to change are known.
 *
 * <p>The attributes have so small a range that all of it can be walked; several leaves read the same attribute.
 */
class CounterfactualLawsTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    private static final AttributeKey<BigDecimal> HEIGHT = AttributeKey.decimal("height");
    private static final AttributeKey<String> CODE = AttributeKey.code("code");
    private static final AttributeKey<Set<String>> INTERESTS = AttributeKey.textSet("interests");
    private static final AttributeKey<LocalDate> BORN = AttributeKey.date("born");
    private static final AttributeKey<Boolean> VIP = AttributeKey.bool("vip");
    private static final List<String> WORDS = List.of("a", "b", "ab", "c");
    private static final Map<AttributeKey<?>, List<?>> RANGES = ranges();
    /** Customers of whom nothing is known but one value of the range. */
    private static final Map<AttributeKey<?>, List<Profile>> PROFILES = new HashMap<>();

    static {
        RANGES.forEach((key, range) -> PROFILES.put(
                key, range.stream().map(value -> profile(Map.of(key, value))).toList()));
    }

    private static final int MOST = 3;

    private static Map<AttributeKey<?>, List<?>> ranges() {
        Map<AttributeKey<?>, List<?>> ranges = new LinkedHashMap<>();
        List<Long> visits = new ArrayList<>();
        List<BigDecimal> heights = new ArrayList<>();
        List<Set<String>> sets = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>();
        for (int i = -2; i <= 8; i++) {
            visits.add((long) i);
        }
        for (int i = -8; i <= 24; i++) {
            heights.add(BigDecimal.valueOf(25L * i, 2));
        }
        for (int some = 0; some < 16; some++) {
            Set<String> set = new TreeSet<>();
            for (int i = 0; i < 4; i++) {
                if ((some >> i & 1) == 1) {
                    set.add(WORDS.get(i));
                }
            }
            sets.add(set);
        }
        NOW.date().minusYears(9).datesUntil(NOW.date().plusYears(1)).forEach(dates::add);
        ranges.put(VISITS, visits);
        ranges.put(HEIGHT, heights);
        ranges.put(CODE, texts());
        ranges.put(INTERESTS, sets);
        ranges.put(BORN, dates);
        ranges.put(VIP, List.of(true, false));
        return ranges;
    }

    /** All texts of up to four letters, and the words in capitals. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of("A", "B", "C", "AB", "aB", "Ab"));
        List<String> last = List.of("");
        for (int length = 1; length <= 4; length++) {
            List<String> next = new ArrayList<>();
            for (String text : last) {
                for (char letter : "abcz".toCharArray()) {
                    next.add(text + letter);
                }
            }
            texts.addAll(next);
            last = next;
        }
        return texts;
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static Leaf leaf(Random random) {
        Comparison op = one(List.of(Comparison.values()), random);
        return (Leaf)
                switch (random.nextInt(14)) {
                    case 0, 1 -> new Leaf.Compare<>(Read.of(VISITS), op, (long) random.nextInt(6));
                    case 2 -> where(VISITS).between(random.nextInt(3), 3 + random.nextInt(3));
                    case 3, 4 -> new Leaf.Compare<>(Read.of(HEIGHT), op, BigDecimal.valueOf(5L * random.nextInt(6), 1));
                    case 5 -> where(CODE).isOneOf(one(WORDS, random), one(WORDS, random));
                    case 6 ->
                        new Leaf.TextTest(
                                Read.of(CODE), one(List.of(Leaf.TextTest.Op.values()), random), one(WORDS, random));
                    case 7 -> where(CODE).isPresent();
                    case 8 -> where(INTERESTS).containsAny(one(WORDS, random), one(WORDS, random));
                    case 9 -> where(INTERESTS).containsAll(one(WORDS, random), one(WORDS, random));
                    case 10 -> where(INTERESTS).containsNone(one(WORDS, random));
                    case 11 -> age(BORN).isAtLeast(Period.ofMonths(12 + 6 * random.nextInt(8)));
                    case 12 -> anniversary(BORN, random.nextInt(20));
                    default -> where(VIP).is(random.nextBoolean());
                };
    }

    private static Condition condition(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            Leaf leaf = leaf(random);
            return random.nextInt(8) == 0 ? leaf.ifMissing(random.nextBoolean()) : leaf;
        }
        List<Condition> parts = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            parts.add(condition(random, depth - 1));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new Condition.Not(parts.get(0));
            case 1, 2 -> new Condition.All(parts);
            case 3, 4 -> new Condition.Any(parts);
            default -> new Condition.AtLeast(random.nextInt(count + 1), parts);
        };
    }

    private static Profile profile(Map<AttributeKey<?>, Object> values) {
        Attributes.Builder attributes = Attributes.builder();
        values.forEach((key, value) -> put(attributes, key, value));
        return Profile.of(
                Person.of(CustomerId.of("c"), CustomerType.CONSUMER, attributes.build()),
                List.of(),
                NOW,
                RandomCases.CENTS);
    }

    private static <T> void put(Attributes.Builder attributes, AttributeKey<T> key, Object value) {
        attributes.put(key, key.type().check(value));
    }

    private static Map<AttributeKey<?>, Object> values(Random random) {
        Map<AttributeKey<?>, Object> values = new HashMap<>();
        RANGES.forEach((key, range) -> {
            if (random.nextInt(5) > 0) {
                values.put(key, range.get(random.nextInt(range.size())));
            }
        });
        return values;
    }

    private static void leaves(Condition condition, Map<AttributeKey<?>, List<Leaf>> found) {
        if (condition instanceof Leaf leaf) {
            found.computeIfAbsent(Reads.attribute(leaf).orElseThrow().key(), key -> new ArrayList<>())
                    .add(leaf);
        }
        condition.parts().forEach(part -> leaves(part, found));
    }

    /** Returns, by attribute, a value for each way in which its leaves can answer; no value is one only where it is asked for. */
    private static Map<AttributeKey<?>, Collection<Object>> ways(Condition condition) {
        Map<AttributeKey<?>, List<Leaf>> read = new LinkedHashMap<>();
        leaves(condition, read);
        Map<AttributeKey<?>, Collection<Object>> ways = new LinkedHashMap<>();
        read.forEach((key, leaves) -> {
            Map<List<Truth>, Object> byAnswers = new LinkedHashMap<>();
            List<?> range = RANGES.get(key);
            for (int i = 0; i < range.size(); i++) {
                Profile profile = PROFILES.get(key).get(i);
                byAnswers.putIfAbsent(
                        leaves.stream().map(leaf -> leaf.evaluate(profile)).toList(), range.get(i));
            }
            if (leaves.stream().anyMatch(Leaf.Present.class::isInstance)) {
                byAnswers.put(List.of(), MISSING);
            }
            ways.put(key, byAnswers.values());
        });
        return ways;
    }

    private static final Object MISSING = new Object();

    /** Returns the sets of attributes that turn the answer when they change, and of which no part does; index i is the i-th attribute read. */
    private static List<BitSet> least(Condition condition, Map<AttributeKey<?>, Object> values, Truth target) {
        Map<AttributeKey<?>, Collection<Object>> ways = ways(condition);
        List<AttributeKey<?>> keys = List.copyOf(ways.keySet());
        List<BitSet> least = new ArrayList<>();
        for (int size = 1; size <= keys.size(); size++) {
            for (int some = 1; some < 1 << keys.size(); some++) {
                BitSet changed = BitSet.valueOf(new long[] {some});
                if (changed.cardinality() == size
                        && least.stream().noneMatch(known -> contains(changed, known))
                        && canTurn(condition, new HashMap<>(values), keys, changed, 0, ways, target)) {
                    least.add(changed);
                }
            }
        }
        return least;
    }

    private static boolean contains(BitSet all, BitSet part) {
        BitSet missing = (BitSet) part.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }

    private static boolean canTurn(
            Condition condition,
            Map<AttributeKey<?>, Object> values,
            List<AttributeKey<?>> keys,
            BitSet changed,
            int from,
            Map<AttributeKey<?>, Collection<Object>> ways,
            Truth target) {
        int next = changed.nextSetBit(from);
        if (next < 0) {
            return condition.evaluate(profile(values)) == target;
        }
        Object before = values.get(keys.get(next));
        for (Object value : ways.get(keys.get(next))) {
            set(values, keys.get(next), value == MISSING ? null : value);
            if (canTurn(condition, values, keys, changed, next + 1, ways, target)) {
                return true;
            }
        }
        set(values, keys.get(next), before);
        return false;
    }

    private static void set(Map<AttributeKey<?>, Object> values, AttributeKey<?> key, Object value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void law33_whatIsProposedIsLeast_andNothingIsProposedWhereNothingTurnsTheAnswer(@ForAll long seed) {
        Random random = new Random(seed);
        Condition condition = condition(random, 3);
        Map<AttributeKey<?>, Object> values = values(random);
        Verdict verdict = condition.explain(profile(values));
        Truth target = verdict.truth() == Truth.TRUE ? Truth.FALSE : Truth.TRUE;
        List<BitSet> least = least(condition, values, target);
        assertThat(verdict.counterfactuals().stream()
                        .map(way -> way.changes().size())
                        .toList())
                .as("%s of %s: %s", condition, values, verdict.counterfactuals())
                .isEqualTo(least.stream().limit(MOST).map(BitSet::cardinality).toList());
        for (Counterfactual way : verdict.counterfactuals()) {
            assertThat(condition.evaluate(profile(values), way.appliedTo(EvaluationContext.STANDARD)))
                    .as("%s with %s", condition, way)
                    .isEqualTo(target);
            checkAssigned(condition, values, way, target);
        }
    }

    /** Where every value is named, a customer who has these values gets the answer. */
    private static void checkAssigned(
            Condition condition, Map<AttributeKey<?>, Object> values, Counterfactual way, Truth target) {
        if (way.changes().stream().allMatch(change -> change.to().isPresent())) {
            Map<AttributeKey<?>, Object> changed = new HashMap<>(values);
            way.changes()
                    .forEach(change -> changed.put(
                            change.to().orElseThrow().key(),
                            change.to().orElseThrow().value()));
            assertThat(condition.evaluate(profile(changed)))
                    .as("%s with %s", condition, way)
                    .isEqualTo(target);
        }
    }

    @Example
    void between0_2And0_3_liesAScore() {
        Condition condition = Conditions.all(
                Conditions.score("churn").moreThan(0.2),
                Conditions.score("churn").lessThan(0.3));
        Counterfactual way =
                condition.explain(profile(Map.of())).counterfactuals().get(0);
        assertThat(condition.evaluate(profile(Map.of()), way.appliedTo(EvaluationContext.STANDARD)))
                .isEqualTo(Truth.TRUE);
    }

    @Example
    void beginningAlikeButOtherwise_isALongerText() {
        Condition condition = Conditions.any(
                Conditions.not(where(CODE).startsWith("c")), where(CODE).equalsIgnoringCase("c"));
        Counterfactual way = condition
                .explain(profile(Map.of(CODE, "aaab")))
                .counterfactuals()
                .get(0);
        assertThat(condition.evaluate(profile(Map.of()), way.appliedTo(EvaluationContext.STANDARD)))
                .isEqualTo(Truth.FALSE);
    }

    @Example
    void twoWays_bothAreProposed() {
        Condition condition =
                Conditions.any(where(VISITS).atLeast(3), where(HEIGHT).moreThan(2));
        assertThat(condition
                        .explain(profile(Map.of(VISITS, 1L, HEIGHT, BigDecimal.ONE)))
                        .counterfactuals())
                .extracting(way -> way.changes().get(0).to().orElseThrow().toString())
                .containsExactly("visits = 3", "height = 3");
    }
}
