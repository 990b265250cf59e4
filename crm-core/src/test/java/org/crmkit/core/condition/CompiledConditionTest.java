package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.AttributeColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** Populations larger than a block, with columns of every width: columns, rows and the interpreter agree. */
class CompiledConditionTest {
    private static final int CUSTOMERS = 5_003;
    private static final AttributeKey<Long> SMALL = AttributeKey.integer("small");
    private static final AttributeKey<Long> LARGE = AttributeKey.integer("large");
    private static final AttributeKey<String> WORD = AttributeKey.code("word");
    private static final ScoreKey<Double> MOOD = ScoreKey.number("mood");
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final CustomerBase base = base();

    private static CustomerBase base() {
        Random random = new Random(7);
        SummaryTable.Builder table = SummaryTable.builder(NOW, AmountUnit.plain(2));
        long today = NOW.date().toEpochDay();
        List<Score<Double>> moods = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            int customer = table.customer(CustomerId.of(Integer.toString(10_000_000 + i)));
            int orders = random.nextInt(4);
            for (int order = 0; order < orders; order++) {
                // A few spend more than fits 32 bits.
                long units = random.nextInt(50) == 0 ? 1L << 40 : random.nextInt(40_000);
                table.purchase(customer, order, today - random.nextInt(400), units);
            }
            if (random.nextInt(5) == 0) {
                table.refund(customer, today - random.nextInt(100), random.nextInt(50_000));
            }
            double mood = List.of(-1.5, -0.0, 0.0, 0.25, 1e-300, 2.5).get(random.nextInt(6));
            moods.add(Score.of(mood, Scale.unbounded(""), Explanation.fact("mood", mood)));
        }
        return CustomerBase.of(table.build())
                .withAttribute(column(SMALL, random, 5))
                .withAttribute(column(LARGE, random, 3_000))
                .withAttribute(AttributeColumn.of(
                        WORD, CUSTOMERS, row -> Optional.of("w" + Integer.toString(random.nextInt(400), 36))))
                .withScores(MOOD, ScoreColumn.of(moods));
    }

    private static AttributeColumn<Long> column(AttributeKey<Long> key, Random random, int values) {
        return AttributeColumn.of(
                key,
                CUSTOMERS,
                row -> random.nextInt(10) == 0 ? Optional.empty() : Optional.of((long) random.nextInt(values)));
    }

    @Test
    void everyWayOfAskingAgrees() {
        for (Comparison op : Comparison.values()) {
            check(all(
                    new Leaf.Compare<>(Read.of(LARGE), op, 1_500L), where(SMALL).atLeast(2)));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.NET_SPEND), op, new BigDecimal("120.505")));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.NET_SPEND), op, new BigDecimal("0E+9")));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.GROSS_SPEND), op, new BigDecimal("1E+90")));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.NET_SPEND), op, new BigDecimal("-1E-90")));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.ORDERS), op, 2L));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.RECENCY_DAYS), op, 90L));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.RECENCY_DAYS), op, Long.MIN_VALUE));
            check(new Leaf.Compare<>(Read.of(SummaryFacts.LAST_PURCHASE), op, LocalDate.of(2025, 12, 1)));
            check(new Leaf.ScoreTest("mood", Optional.empty(), op, BigDecimal.ZERO));
            check(new Leaf.ScoreTest("mood", Optional.empty(), op, new BigDecimal("1E+90")));
            check(new Leaf.Age(Read.of(SummaryFacts.LAST_PURCHASE), op, Period.ofMonths(2)));
        }
        check(new Leaf.Anniversary(Read.of(SummaryFacts.FIRST_PURCHASE), 3, 4));
        check(where(SummaryFacts.LAST_PURCHASE).isPresent());
        check(where(SummaryFacts.ORDERS).isPresent());
        check(where(SummaryFacts.NET_SPEND).between(new BigDecimal("10"), new BigDecimal("200.00")));
        check(where(WORD).startsWith("w1"));
        check(where(WORD).endsWith("a"));
        check(not(any(
                where(WORD).contains("b"), where(SMALL).atMost(1), where(LARGE).isPresent())));
        check(Conditions.atLeast(
                2,
                where(SMALL).is(3L),
                where(LARGE).moreThan(100),
                where(SummaryFacts.ORDERS).is(1L)));
        check(Conditions.atMost(
                1, where(SMALL).is(3L), where(LARGE).moreThan(100), where(WORD).contains("1")));
        check(all(
                where(SMALL).is(3L).ifMissing(true),
                Conditions.sample("s", 0.5),
                where(LARGE).atMost(2_000)));
        check(any(where(SMALL).is(3L), Conditions.sample("s", 0.5), where(LARGE).atMost(200)));
        check(all());
        check(any());
    }

    @Test
    void explanationsAreThoseOfEachCustomer() {
        RandomCases cases = new RandomCases(11);
        CustomerBase many = cases.base(40, cases.now);
        for (int i = 0; i < 24; i++) {
            Condition condition = cases.condition(i % 4);
            CompiledCondition compiled = CompiledCondition.of(condition, many, cases.context());
            for (int row = 0; row < many.size(); row++) {
                assertThat(compiled.explain(row))
                        .as("row %s, %s", row, condition)
                        .isEqualTo(condition.explain(many.profile(row), cases.context()));
            }
        }
    }

    @Test
    void explain_customersWhoAnswerAlikeShareWhatIsSaidOfThem() {
        CompiledCondition compiled = CompiledCondition.of(
                all(
                        where(SMALL).atLeast(2),
                        any(where(LARGE).atMost(100), where(WORD).startsWith("w1"))),
                base);
        Set<Verdict> different = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int row = 0; row < CUSTOMERS; row++) {
            different.add(compiled.explain(row));
        }
        assertThat(different).hasSizeBetween(4, 3 * 3 * 3);
    }

    @Test
    void explain_moreWaysToAnswerThanAreKept() {
        List<Condition> parts = new ArrayList<>();
        for (long i = 1; i <= 40; i++) {
            parts.add(where(LARGE).is(i * 70));
            parts.add(Conditions.sample("s" + i, 0.5));
        }
        Condition condition = Conditions.atLeast(30, parts.toArray(new Condition[0]));
        CompiledCondition compiled = CompiledCondition.of(condition, base);
        for (int round = 0; round < 2; round++) {
            for (int row = 0; row < 40; row++) {
                assertThat(compiled.explain(row)).isEqualTo(condition.explain(base.profile(row)));
            }
        }
    }

    private void check(Condition condition) {
        CompiledCondition compiled = CompiledCondition.of(condition, base);
        TruthColumn column = compiled.evaluate();
        int[] counts = new int[Truth.values().length];
        for (int row = 0; row < CUSTOMERS; row++) {
            Truth truth = condition.evaluate(base.profile(row));
            counts[truth.ordinal()]++;
            assertThat(column.get(row)).as("row %s, %s", row, condition).isEqualTo(truth);
            assertThat(compiled.truth(row)).as("row %s, %s", row, condition).isEqualTo(truth);
        }
        for (Truth truth : Truth.values()) {
            assertThat(column.count(truth)).isEqualTo(counts[truth.ordinal()]);
            int[] rows = column.rows(truth).toArray();
            assertThat(rows).hasSize(counts[truth.ordinal()]);
            assertThat(IntStream.of(rows)).allMatch(row -> column.get(row) == truth);
        }
        int yes = column.count(Truth.TRUE);
        assertThat(column.members(MembershipPolicy.UNKNOWN_IS_OUT).size()).isEqualTo(yes);
        assertThat(column.members(MembershipPolicy.UNKNOWN_IS_IN).size()).isEqualTo(yes + column.count(Truth.UNKNOWN));
        assertThat(column).isEqualTo(compiled.evaluate()).hasSameHashCodeAs(compiled.evaluate());
    }
}
