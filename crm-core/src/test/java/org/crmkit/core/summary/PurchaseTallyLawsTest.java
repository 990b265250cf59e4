package org.crmkit.core.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws 43 and 44: tallies are a commutative monoid with exact amounts. */
class PurchaseTallyLawsTest {

    record Row(String id, int day, long amount, boolean isReturn) {}

    @Property(tries = 200)
    void anySplitGivesTheSameAsASinglePass(@ForAll("logs") List<Row> log, @ForAll Random random) {
        PurchaseTally[] shards = {new PurchaseTally(), new PurchaseTally(), new PurchaseTally()};
        log.forEach(row -> add(shards[random.nextInt(3)], row));
        PurchaseTally merged = new PurchaseTally();
        for (int i : random.ints(0, 3).distinct().limit(3).toArray()) {
            merged.merge(shards[i]);
        }
        assertThat(sorted(merged)).isEqualTo(sorted(tally(log)));
    }

    @Property(tries = 200)
    void addingManyAtOnceEqualsAddingOneByOne(@ForAll("longLogs") List<Row> log) {
        PurchaseTally atOnce = new PurchaseTally();
        atOnce.addAll(
                log.stream().map(Row::id).toArray(String[]::new),
                log.stream().mapToInt(Row::day).toArray(),
                log.stream().mapToLong(Row::amount).toArray(),
                log.size());
        PurchaseTally oneByOne = new PurchaseTally();
        log.forEach(row -> oneByOne.add(row.id(), row.day(), row.amount()));
        assertThat(PurchaseTallyTest.rows(atOnce.totals())).isEqualTo(PurchaseTallyTest.rows(oneByOne.totals()));
    }

    @Property(tries = 100)
    void mergeIsAssociativeAndCommutative(
            @ForAll("logs") List<Row> a, @ForAll("logs") List<Row> b, @ForAll("logs") List<Row> c) {
        assertThat(sorted(merged(merged(tally(a), tally(b)), tally(c))))
                .isEqualTo(sorted(merged(tally(a), merged(tally(b), tally(c)))));
        assertThat(sorted(merged(tally(a), tally(b)))).isEqualTo(sorted(merged(tally(b), tally(a))));
    }

    @Property(tries = 100)
    void theEmptyTallyChangesNothing(@ForAll("logs") List<Row> log) {
        assertThat(sorted(merged(tally(log), new PurchaseTally()))).isEqualTo(sorted(tally(log)));
        assertThat(sorted(merged(new PurchaseTally(), tally(log)))).isEqualTo(sorted(tally(log)));
    }

    @Property(tries = 100)
    void oneMorePurchaseNeverLowersNumberOrAmountNorTheLastDay(@ForAll("logs") List<Row> log, @ForAll("rows") Row row) {
        PurchaseTally tally = tally(log);
        tally.addReturn(row.id(), 0);
        PurchaseTotals before = tally.sortedTotals();
        tally.add(row.id(), row.day(), row.amount());
        PurchaseTotals after = tally.sortedTotals();
        for (int i = 0; i < before.size(); i++) {
            boolean same = before.id(i).equals(row.id());
            assertThat(after.purchases(i)).isEqualTo(before.purchases(i) + (same ? 1 : 0));
            assertThat(after.amountMinor(i)).isEqualTo(before.amountMinor(i) + (same ? row.amount() : 0));
            assertThat(after.lastDay(i)).isGreaterThanOrEqualTo(before.lastDay(i));
        }
    }

    @Property(tries = 100)
    void aReturnInFullLeavesTheAmountAsItWas(@ForAll("logs") List<Row> log, @ForAll("rows") Row row) {
        PurchaseTally tally = tally(log);
        tally.addReturn(row.id(), 0);
        long before = total(tally);
        tally.add(row.id(), row.day(), row.amount());
        tally.addReturn(row.id(), row.amount());
        assertThat(total(tally)).isEqualTo(before);
    }

    private static long total(PurchaseTally tally) {
        long total = 0;
        for (int row = 0; row < tally.customers(); row++) {
            total += tally.totals().amountMinor(row);
        }
        return total;
    }

    private static PurchaseTally tally(List<Row> log) {
        PurchaseTally tally = new PurchaseTally();
        log.forEach(row -> add(tally, row));
        return tally;
    }

    private static void add(PurchaseTally tally, Row row) {
        if (row.isReturn()) {
            tally.addReturn(row.id(), row.amount());
        } else {
            tally.add(row.id(), row.day(), row.amount());
        }
    }

    private static PurchaseTally merged(PurchaseTally left, PurchaseTally right) {
        left.merge(right);
        return left;
    }

    private static List<String> sorted(PurchaseTally tally) {
        return PurchaseTallyTest.rows(tally.sortedTotals());
    }

    @Provide
    Arbitrary<List<Row>> logs() {
        return rows().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<Row>> longLogs() {
        return rows().list().ofMaxSize(200);
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<String> ids = Arbitraries.oneOf(
                Arbitraries.of("a", "b", "long-customer-number", "客户"),
                Arbitraries.strings().withChars('x', 'y', 'é').ofMinLength(1).ofMaxLength(12));
        return Combinators.combine(
                        ids,
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(false, false, true))
                .as(Row::new);
    }
}
