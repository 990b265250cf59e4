package org.crmkit.core.condition.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.label;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.sample;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.ActivityFacts;
import org.crmkit.core.condition.AggregateClause;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EventsClause;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.SummaryFacts;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.time.AsOf;

/** Law 29 of the specification: what the analysis claims holds of every profile, and what contradicts itself is found. */
class ConditionAnalysisLawsTest {
    private static final int TRIES = 100;
    private static final int PROFILES = Boolean.getBoolean("crm.slow") ? 5_000 : 60;
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Europe/Berlin"));
    private static final ConditionAnalysis ANALYSIS = ConditionAnalysis.at(NOW);
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final AttributeKey<Long> X = AttributeKey.integer("x");
    private static final AttributeKey<String> CITY = AttributeKey.code("city");
    private static final AttributeKey<String> NAME = AttributeKey.text("name");
    private static final AttributeKey<LocalDate> BORN = AttributeKey.date("born");
    private static final AttributeKey<Set<String>> LIKES = AttributeKey.textSet("likes");
    private static final List<String> WORDS = List.of("a", "ab", "b", "ba");

    private static String word(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private static Condition leaf(Random random) {
        int n = random.nextInt(5);
        return switch (random.nextInt(20)) {
            case 0 -> where(X).atLeast(n);
            case 1 -> where(X).lessThan(n);
            case 2 -> where(X).between(n, n + 1);
            case 3 -> where(X).isOneOf((long) n, n + 2L);
            case 4 -> where(X).isPresent();
            case 5 -> where(CITY).is(word(random));
            case 6 -> where(CITY).isOneOf(word(random), word(random) + "c");
            case 7 -> where(NAME).startsWith(word(random));
            case 8 -> where(NAME).contains(word(random));
            case 9 -> where(LIKES).containsAny(word(random), word(random));
            case 10 -> where(LIKES).containsAll(word(random), word(random));
            case 11 -> age(BORN).isAtLeast(Period.ofMonths(n));
            case 12 -> where(BORN).atMost(NOW.date().minusDays(30L * n));
            case 13 -> score("s").atLeast(n / 2.0);
            case 14 -> label("s", word(random));
            case 15 -> tag("vip", Period.ofDays(n + 1));
            case 16 -> purchases().last(Period.ofDays(n < 3 ? 30 : 90)).count().atLeast(n);
            case 17 -> purchases().sum(ActivityFacts.AMOUNT).lessThan(n);
            case 18 -> where(SummaryFacts.ORDERS).moreThan(n);
            default -> sample("s", n / 5.0);
        };
    }

    private static Condition condition(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(7);
        if (kind < 2) {
            Condition leaf = leaf(random);
            return random.nextInt(8) == 0 && leaf instanceof Leaf ? leaf.ifMissing(random.nextBoolean()) : leaf;
        }
        if (kind == 2) {
            return not(condition(random, depth - 1));
        }
        List<Condition> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i >= 0; i--) {
            parts.add(condition(random, depth - 1));
        }
        return switch (kind) {
            case 3, 4 -> new Condition.All(parts);
            case 5 -> new Condition.Any(parts);
            default ->
                random.nextBoolean()
                        ? new Condition.AtLeast(random.nextInt(parts.size() + 1), parts)
                        : new Condition.AtMost(random.nextInt(parts.size() + 1), parts);
        };
    }

    private static Profile profile(Random random) {
        Attributes.Builder attributes = Attributes.builder();
        if (random.nextInt(4) > 0) {
            attributes.put(X, (long) random.nextInt(9) - 1);
        }
        if (random.nextInt(4) > 0) {
            attributes.put(CITY, word(random) + (random.nextInt(4) == 0 ? "c" : ""));
        }
        if (random.nextInt(4) > 0) {
            attributes.put(NAME, word(random) + word(random));
        }
        if (random.nextInt(4) > 0) {
            attributes.put(BORN, NOW.date().minusDays(random.nextInt(160)));
        }
        if (random.nextInt(4) > 0) {
            Set<String> likes = new TreeSet<>(WORDS);
            likes.removeIf(like -> random.nextBoolean());
            attributes.put(LIKES, likes);
        }
        CustomerId id = CustomerId.of("c" + random.nextInt(1_000));
        Person person = Person.of(id, CustomerType.CONSUMER, attributes.build());
        if (random.nextBoolean()) {
            Instant since = NOW.instant().minusSeconds(43_200L * random.nextInt(14));
            person = person.withTags(List.of(Tag.since("vip", "test", since)));
        }
        if (random.nextBoolean()) {
            person = person.withCreatedAt(NOW.instant().minusSeconds(86_400L * 40 * random.nextInt(4)));
        }
        List<Purchase> purchases = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant at = NOW.instant().minusSeconds(86_400L * random.nextInt(100));
            purchases.add(Purchase.of("p" + i, id.value(), at, Money.ofMinor(50L * random.nextInt(5), EUR)));
        }
        Profile profile = Profile.of(person, purchases, NOW, AmountUnit.of(EUR));
        double number = random.nextInt(7) / 2.0 - 0.5;
        return random.nextInt(3) == 0
                ? profile
                : profile.withScore(
                        ScoreKey.label("s"),
                        Score.of(word(random), number, Scale.unbounded(""), Explanation.fact("s", number)));
    }

    private static List<Truth> truths(Condition condition, List<Profile> profiles) {
        return profiles.stream().map(condition::evaluate).toList();
    }

    private static List<Profile> profiles(Random random) {
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < PROFILES; i++) {
            profiles.add(profile(random));
        }
        return profiles;
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = TRIES)
    void claimsAboutOneOrTwoConditions_holdOnEveryProfile(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Condition one = condition(random, 3);
        Condition other = condition(random, 2);
        List<Profile> profiles = profiles(random);
        List<Truth> ones = truths(one, profiles);
        List<Truth> others = truths(other, profiles);
        Finding never = ANALYSIS.never(one);
        Finding always = ANALYSIS.always(one);
        Finding implies = ANALYSIS.implies(one, other);
        Finding disjoint = ANALYSIS.disjoint(one, other);
        Finding equivalent = ANALYSIS.equivalent(one, other);
        for (int i = 0; i < PROFILES; i++) {
            boolean isOne = ones.get(i) == Truth.TRUE;
            boolean isOther = others.get(i) == Truth.TRUE;
            assertThat(isOne && never.isProved()).as("never %s", one).isFalse();
            assertThat(!isOne && always.isProved()).as("always %s", one).isFalse();
            assertThat(isOne && !isOther && implies.isProved())
                    .as("%s implies %s", one, other)
                    .isFalse();
            assertThat(isOne && isOther && disjoint.isProved())
                    .as("%s disjoint from %s", one, other)
                    .isFalse();
            assertThat(ones.get(i) != others.get(i) && equivalent.isProved())
                    .as("%s equivalent to %s", one, other)
                    .isFalse();
        }
        for (Finding finding : List.of(implies, disjoint, equivalent)) {
            finding.refutation()
                    .ifPresent(witness -> assertThat(witness.truths())
                            .containsExactly(
                                    one.evaluate(witness.profile(), witness.context()),
                                    other.evaluate(witness.profile(), witness.context())));
        }
    }

    @Property(tries = TRIES)
    void claimsAboutASet_holdOnEveryProfile(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<Condition> set = List.of(condition(random, 2), condition(random, 2), condition(random, 1));
        SetFinding finding = ANALYSIS.set(set);
        for (Profile profile : profiles(random)) {
            List<Truth> truths =
                    set.stream().map(condition -> condition.evaluate(profile)).toList();
            int first = truths.indexOf(Truth.TRUE);
            assertThat(first < 0 && finding.covers().isProved()).isFalse();
            assertThat(finding.coversDecided().isProved() && truths.stream().allMatch(truth -> truth == Truth.FALSE))
                    .isFalse();
            assertThat(first >= 0 && finding.neverFirst().get(first).isProved()).isFalse();
            int last = truths.lastIndexOf(Truth.TRUE);
            assertThat(first < last
                            && finding.overlaps().stream().noneMatch(o -> o.first() == first && o.second() == last))
                    .isFalse();
        }
    }

    /** A leaf and its opposite, with whatever else is asked. */
    @Property(tries = TRIES)
    void plantedContradictions_areFound(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Condition leaf = leaf(random);
        Condition rest = condition(random, 2);
        assertThat(ANALYSIS.never(all(rest, leaf, not(leaf))).isProved()).isTrue();
        assertThat(ANALYSIS.disjoint(all(leaf, rest), not(leaf)).isProved()).isTrue();
        assertThat(ANALYSIS.implies(all(leaf, rest), leaf).isProved()).isTrue();
        assertThat(ANALYSIS.equivalent(rest, not(not(rest))).isProved()).isTrue();
        assertThat(ANALYSIS.set(List.of(leaf, not(leaf))).coversDecided().isProved())
                .isTrue();
    }

    private static Condition total(Random random) {
        EventsClause purchases = purchases();
        if (random.nextInt(6) == 0) {
            purchases = purchases.where(where(ActivityFacts.AMOUNT).atLeast(1));
        }
        EventsClause within = switch (random.nextInt(9)) {
            case 0 -> purchases.last(Period.ofDays(30));
            case 1 -> purchases.last(Period.ofDays(60));
            case 2 -> purchases.last(Period.ofMonths(2));
            case 3 -> purchases.lastDays(30);
            case 4 -> purchases.last(Duration.ofHours(24 * 30));
            case 5 -> purchases.thisUnit(CalendarUnit.QUARTER);
            case 6 -> purchases.thisUnit(CalendarUnit.MONTH);
            case 7 -> purchases.between(Period.ofDays(10), Period.ofDays(50));
            default -> purchases;
        };
        if (random.nextInt(3) == 0) {
            within = within.assumingComplete();
        }
        int n = random.nextInt(4);
        AggregateClause total = random.nextInt(4) == 0 ? within.sum(ActivityFacts.AMOUNT) : within.count();
        return switch (random.nextInt(4)) {
            case 0 -> total.atMost(n);
            case 1 -> total.is(n);
            case 2 -> total.lessThan(n);
            default -> total.atLeast(n);
        };
    }

    /** Law 29 where windows lie within each other, in a zone with daylight saving and at moments near its edges. */
    @Property(tries = TRIES / 4)
    void claimsAboutNestedWindows_holdOnEveryProfile(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Condition one = all(total(random), any(total(random), not(total(random))));
        Condition other = any(total(random), all(total(random), total(random)));
        List<Profile> profiles = profiles(random);
        List<Truth> ones = truths(one, profiles);
        List<Truth> others = truths(other, profiles);
        Finding never = ANALYSIS.never(one);
        Finding implies = ANALYSIS.implies(one, other);
        Finding disjoint = ANALYSIS.disjoint(one, other);
        Finding always = ANALYSIS.always(any(one, other));
        for (int i = 0; i < PROFILES; i++) {
            boolean isOne = ones.get(i) == Truth.TRUE;
            boolean isOther = others.get(i) == Truth.TRUE;
            assertThat(isOne && never.isProved()).as("never %s", one).isFalse();
            assertThat(isOne && !isOther && implies.isProved())
                    .as("%s implies %s", one, other)
                    .isFalse();
            assertThat(isOne && isOther && disjoint.isProved())
                    .as("%s disjoint from %s", one, other)
                    .isFalse();
            assertThat(!isOne && !isOther && always.isProved())
                    .as("always %s or %s", one, other)
                    .isFalse();
        }
        implies.refutation()
                .ifPresent(witness -> assertThat(witness.truths())
                        .containsExactly(
                                one.evaluate(witness.profile(), witness.context()),
                                other.evaluate(witness.profile(), witness.context())));
    }

    /** What is true of a profile cannot be proved never to be. */
    @Property(tries = TRIES)
    void whatIsTrueOfSomeone_isNotProvedNever(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Profile profile = profile(random);
        List<Condition> about = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Condition leaf = leaf(random);
            Truth truth = leaf.evaluate(profile);
            if (truth != Truth.UNKNOWN) {
                about.add(truth == Truth.TRUE ? leaf : not(leaf));
            }
        }
        assertThat(ANALYSIS.never(new Condition.All(about)).isProved()).isFalse();
    }
}
