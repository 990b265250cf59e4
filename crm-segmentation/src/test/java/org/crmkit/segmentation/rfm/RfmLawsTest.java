package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.PurchaseTally;
import org.crmkit.core.tck.Populations;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;

/** Laws 35, 37, 38, 41, 42, 44, 45, 47 and 48 of RFM. */
class RfmLawsTest {

    private static final int AS_OF = 1000;

    record Order(int customer, int day, long amount) {}

    @Property(tries = 150)
    void orderOfOrdersAndOfCustomersDoesNotMatter(
            @ForAll("strategies") RfmStrategy strategy, @ForAll("orders") List<Order> orders, @ForAll Random random) {
        List<Order> shuffled = new ArrayList<>(orders);
        Collections.shuffle(shuffled, random);
        assertThat(codes(strategy, shuffled, 0, 1)).isEqualTo(codes(strategy, orders, 0, 1));
    }

    @Property(tries = 150)
    void shiftingAllDaysTogetherChangesNothing(
            @ForAll("strategies") RfmStrategy strategy,
            @ForAll("orders") List<Order> orders,
            @ForAll @IntRange(min = -5000, max = 5000) int shift) {
        assertThat(codes(strategy, orders, shift, 1)).isEqualTo(codes(strategy, orders, 0, 1));
    }

    @Property(tries = 150)
    void anotherCurrencyAtOneRateChangesNothing(
            @ForAll("strategies") RfmStrategy strategy,
            @ForAll("orders") List<Order> orders,
            @ForAll @IntRange(min = 1, max = 1000) int rate) {
        assertThat(codes(strategy, orders, 0, rate)).isEqualTo(codes(strategy, orders, 0, 1));
    }

    @Property(tries = 150)
    void everyCustomerIsScoredOrReported(
            @ForAll("strategies") RfmStrategy strategy, @ForAll("orders") List<Order> orders) {
        RfmScores scores = strategy.fitAndScore(columns(orders, 12));
        int scored = 0;
        for (int row = 0; row < scores.size(); row++) {
            int customer = row;
            assertThat(scores.isScored(row)).isEqualTo(orders.stream().anyMatch(o -> o.customer() == customer));
            scored += scores.isScored(row) ? 1 : 0;
        }
        assertThat(scored).isEqualTo(scores.scored());
        assertThat(scores.scored() + scores.unscored()).isEqualTo(12);
        assertThat(scores.model().fittedOn().customers()).isEqualTo(scored);
    }

    @Property(tries = 150)
    void customersWithoutOrdersChangeNobodysScore(
            @ForAll("strategies") RfmStrategy strategy, @ForAll("orders") List<Order> orders) {
        RfmScores few = strategy.fitAndScore(columns(orders, 10));
        RfmScores many = strategy.fitAndScore(columns(orders, 30));
        for (int row = 0; row < 10; row++) {
            assertThat(many.scoreAt(RfmPart.MONETARY, row)).isEqualTo(few.scoreAt(RfmPart.MONETARY, row));
        }
        assertThat(many.model()).isEqualTo(few.model());
    }

    @Property(tries = 150)
    void aFittedModelGivesTheScoresOfTheFit(
            @ForAll("strategies") RfmStrategy strategy, @ForAll("orders") List<Order> orders) {
        RfmColumns columns = columns(orders, 12);
        RfmScores fitted = strategy.fitAndScore(columns);
        RfmScores again = fitted.model().scoreAll(columns);
        for (int row = 0; row < columns.size(); row++) {
            assertThat(again.isScored(row)).isEqualTo(fitted.isScored(row));
            if (fitted.isScored(row)) {
                assertThat(again.score(row)).isEqualTo(fitted.score(row));
            }
        }
    }

    @Property(tries = 100)
    void newCustomersMoveNobodyOfAFittedModel(
            @ForAll("strategies") RfmStrategy strategy,
            @ForAll("orders") List<Order> orders,
            @ForAll("orders") List<Order> ofNewCustomers) {
        RfmModel model = strategy.fitAndScore(columns(orders, 10)).model();
        List<Order> all = new ArrayList<>(orders);
        ofNewCustomers.forEach(order -> all.add(new Order(order.customer() + 10, order.day(), order.amount())));
        RfmScores before = model.scoreAll(columns(orders, 10));
        RfmScores after = model.scoreAll(columns(all, 20));
        for (int row = 0; row < 10; row++) {
            for (RfmPart part : RfmVariant.RFM.parts()) {
                assertThat(after.scoreAt(part, row)).isEqualTo(before.scoreAt(part, row));
            }
        }
    }

    @Property(tries = 100)
    void aFittedModelFindsNoDriftInItsOwnCustomers(
            @ForAll("strategies") RfmStrategy strategy,
            @ForAll @IntRange(min = RfmDrift.LEAST_CUSTOMERS, max = 200) int customers,
            @ForAll Random random) {
        List<Order> orders = IntStream.range(0, 3 * customers)
                .mapToObj(i -> new Order(i % customers, random.nextInt(AS_OF), random.nextInt(9)))
                .toList();
        RfmScores fitted = strategy.fitAndScore(columns(orders, customers));
        Drift drift = RfmDrift.check(fitted.model(), fitted).orElseThrow();
        assertThat(drift.drifted()).isFalse();
        assertThat(drift.findings()).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.statistic()).isCloseTo(0, within(1e-12));
            assertThat(finding.pValue()).isCloseTo(1, within(1e-9));
        });
    }

    @Property(tries = 150)
    void aRefundOfTheWholeOrderLeavesMoneyAsItWas(@ForAll("orders") List<Order> orders, @ForAll("order") Order order) {
        List<Order> longer = new ArrayList<>(orders);
        longer.add(order);
        longer.add(new Order(order.customer(), order.day(), -order.amount()));
        RfmColumns before = columns(orders, 10);
        RfmColumns after = columns(longer, 10);
        int row = order.customer();
        assertThat(after.value(RfmPart.MONETARY, row))
                .isEqualTo(before.hasOrders(row) ? before.value(RfmPart.MONETARY, row) : 0);
    }

    @Property(tries = 150)
    void columnsOfOrdersEqualTheTally(@ForAll("orders") List<Order> orders) {
        PurchaseTally tally = new PurchaseTally();
        orders.forEach(order -> tally.add("c" + order.customer(), order.day(), order.amount()));
        RfmColumns tallied = RfmColumns.of(tally.totals(), AS_OF);
        RfmColumns direct = columns(orders, 10);
        for (int row = 0; row < tallied.size(); row++) {
            int customer = Integer.parseInt(tallied.id(row).substring(1));
            for (RfmPart part : RfmVariant.RFM.parts()) {
                assertThat(direct.value(part, customer)).isEqualTo(tallied.value(part, row));
            }
        }
    }

    @Property(tries = 150)
    void oneMoreOrderNeverLowersFrequencyOrMoneyNorRaisesRecency(
            @ForAll("orders") List<Order> orders, @ForAll("order") Order more) {
        List<Order> longer = new ArrayList<>(orders);
        longer.add(more);
        RfmColumns before = columns(orders, 10);
        RfmColumns after = columns(longer, 10);
        int row = more.customer();
        assertThat(after.value(RfmPart.FREQUENCY, row)).isEqualTo(before.value(RfmPart.FREQUENCY, row) + 1);
        assertThat(after.value(RfmPart.MONETARY, row)).isGreaterThanOrEqualTo(before.value(RfmPart.MONETARY, row));
        assertThat(after.value(RfmPart.RECENCY, row))
                .isEqualTo(
                        before.hasOrders(row)
                                ? Math.min(before.value(RfmPart.RECENCY, row), AS_OF - more.day())
                                : AS_OF - more.day());
    }

    @Property(tries = 100)
    void aReturnLowersOnlyMoneyUnlessItCounts(@ForAll("orders") List<Order> orders, @ForAll("order") Order returned) {
        List<Order> longer = new ArrayList<>(orders);
        longer.add(new Order(returned.customer(), returned.day(), -returned.amount() - 1));
        RfmColumns before = columns(orders, 10);
        int row = returned.customer();
        RfmColumns ignored = columns(longer, Returns.IGNORED);
        RfmColumns subtracted = columns(longer, Returns.SUBTRACTED);
        RfmColumns counted = columns(longer, Returns.COUNTED);
        for (RfmPart part : RfmVariant.RFM.parts()) {
            assertThat(ignored.value(part, row)).isEqualTo(before.value(part, row));
        }
        assertThat(subtracted.value(RfmPart.MONETARY, row)).isLessThan(before.value(RfmPart.MONETARY, row));
        assertThat(subtracted.value(RfmPart.FREQUENCY, row)).isEqualTo(before.value(RfmPart.FREQUENCY, row));
        assertThat(counted.value(RfmPart.FREQUENCY, row)).isEqualTo(before.value(RfmPart.FREQUENCY, row) + 1);
    }

    @Property(tries = 100)
    void weightedScoreLiesBetweenItsPartsAndIgnoresTheSizeOfWeights(
            @ForAll("bases") CustomerBase base,
            @ForAll @IntRange(max = 9) int r,
            @ForAll @IntRange(max = 9) int f,
            @ForAll @IntRange(min = 1, max = 9) int m) {
        RfmModel model = weighted(base, r, f, m);
        RfmModel scaled = weighted(base, 10 * r, 10 * f, 10 * m);
        for (int row = 0; row < base.size(); row++) {
            ScoringContext at = ScoringContext.at(base.asOf());
            Score<RfmScore> score = model.score(base.profile(row), at);
            if (score instanceof Score.Known<RfmScore> known) {
                RfmScore of = known.given();
                double mean = (r * of.recency() + f * of.frequency() + m * of.monetary()) / (double) (r + f + m);
                assertThat(known.points()).isCloseTo(mean, within(1e-12));
                assertThat(known.points())
                        .isBetween(
                                Math.min(of.recency(), Math.min(of.frequency(), of.monetary())) - 1e-12,
                                Math.max(of.recency(), Math.max(of.frequency(), of.monetary())) + 1e-12);
                assertThat(scaled.score(base.profile(row), at).number().orElseThrow())
                        .isCloseTo(known.points(), within(1e-12));
            }
        }
    }

    @Property(tries = 60)
    void differentScoresHaveDifferentCodes(@ForAll @IntRange(min = 2, max = 12) int bands) {
        Set<String> codes = new HashSet<>();
        for (int r = 1; r <= bands; r++) {
            for (int f = 1; f <= bands; f++) {
                for (int m = 1; m <= bands; m++) {
                    assertThat(codes.add(RfmScore.of(r, f, m).code())).isTrue();
                }
            }
        }
    }

    @Property(tries = 100)
    void rangesAndCellListsNameAlike(
            @ForAll @IntRange(min = 1, max = 5) int a,
            @ForAll @IntRange(min = 1, max = 5) int b,
            @ForAll @IntRange(min = 1, max = 5) int c) {
        RfmTable ranges = RfmTable.builder("x", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
                .ranges("low", 1, a, 1, b, c, 5)
                .otherwise("rest")
                .build();
        String[] cells = IntStream.rangeClosed(111, 555)
                .mapToObj(Integer::toString)
                .filter(code -> code.matches("[1-5]{3}"))
                .filter(code -> code.charAt(0) - '0' <= a && code.charAt(1) - '0' <= b && code.charAt(2) - '0' >= c)
                .toArray(String[]::new);
        RfmTable list = RfmTable.builder("x", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
                .cells("low", cells)
                .otherwise("rest")
                .build();
        for (int cell = 0; cell < 125; cell++) {
            RfmScore score = RfmScore.of(cell / 25 + 1, cell / 5 % 5 + 1, cell % 5 + 1);
            assertThat(list.nameOf(score)).isPresent().isEqualTo(ranges.nameOf(score));
        }
        assertThat(list.coverage().uncovered()).isEqualTo(ranges.coverage().uncovered());
    }

    @Property(tries = 150)
    void everyCellHasTheFirstNameThatHoldsItAndTheCoverageCountsThem(
            @ForAll("ranges") List<RfmRange> ranges, @ForAll boolean withOtherwise) {
        RfmTable.Builder builder = RfmTable.builder("x", 4, RfmBasis.RECENCY_FREQUENCY_MONETARY);
        for (int i = 0; i < ranges.size(); i++) {
            RfmRange of = ranges.get(i);
            builder.ranges(
                    "s" + i,
                    of.recencyFrom(),
                    of.recencyTo(),
                    of.frequencyFrom(),
                    of.frequencyTo(),
                    of.monetaryFrom(),
                    of.monetaryTo());
        }
        RfmTable table = (withOtherwise ? builder.otherwise("rest") : builder).build();
        int uncovered = 0;
        int overlapping = 0;
        int[] cellsOf = new int[ranges.size()];
        for (int cell = 0; cell < 64; cell++) {
            int[] of = {cell / 16 + 1, cell / 4 % 4 + 1, cell % 4 + 1};
            int[] holding = IntStream.range(0, ranges.size())
                    .filter(i -> isWithin(
                                    of[0],
                                    ranges.get(i).recencyFrom(),
                                    ranges.get(i).recencyTo())
                            && isWithin(
                                    of[1],
                                    ranges.get(i).frequencyFrom(),
                                    ranges.get(i).frequencyTo())
                            && isWithin(
                                    of[2],
                                    ranges.get(i).monetaryFrom(),
                                    ranges.get(i).monetaryTo()))
                    .toArray();
            String rest = withOtherwise ? "rest" : null;
            assertThat(table.nameOf(RfmScore.of(of[0], of[1], of[2])).orElse(null))
                    .isEqualTo(holding.length == 0 ? rest : "s" + holding[0]);
            uncovered += holding.length == 0 ? 1 : 0;
            overlapping += holding.length > 1 ? 1 : 0;
            if (holding.length > 0) {
                cellsOf[holding[0]]++;
            }
        }
        RfmCoverage coverage = table.coverage();
        assertThat(coverage.uncovered()).hasSize(uncovered);
        assertThat(coverage.overlapping()).hasSize(overlapping);
        assertThat(coverage.cellsOf().values())
                .containsExactlyElementsOf(IntStream.of(cellsOf).boxed().toList());
        assertThat(coverage.unreachable())
                .isEqualTo(IntStream.range(0, cellsOf.length)
                        .filter(i -> cellsOf[i] == 0)
                        .mapToObj(i -> "s" + i)
                        .toList());
    }

    private static boolean isWithin(int score, int from, int to) {
        return score >= from && score <= to;
    }

    @Provide
    Arbitrary<List<RfmRange>> ranges() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(1, 4);
        return Combinators.combine(ends, ends, ends, ends, ends, ends)
                .as((a, b, c, d, e, f) -> new RfmRange(
                        Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d), Math.min(e, f), Math.max(e, f)))
                .list()
                .ofMaxSize(6);
    }

    private static RfmModel weighted(CustomerBase base, double r, double f, double m) {
        return RfmStrategy.builder(RfmVariant.RFM)
                .weight(RfmPart.RECENCY, r)
                .weight(RfmPart.FREQUENCY, f)
                .weight(RfmPart.MONETARY, m)
                .build()
                .fit(base, ScoringContext.at(base.asOf()));
    }

    private static Map<String, String> codes(RfmStrategy strategy, List<Order> orders, int shift, long rate) {
        PurchaseTally tally = new PurchaseTally();
        orders.forEach(order -> tally.add("c" + order.customer(), order.day() + shift, order.amount() * rate));
        RfmScores scores = strategy.fitAndScore(RfmColumns.of(tally.totals(), AS_OF + shift));
        Map<String, String> codes = new TreeMap<>();
        for (int row = 0; row < scores.size(); row++) {
            codes.put(scores.columns().id(row), scores.score(row).code());
        }
        return codes;
    }

    private static RfmColumns columns(List<Order> orders, int customers) {
        return RfmColumns.ofOrders(
                customers,
                orders.stream().mapToInt(Order::customer).toArray(),
                orders.stream().mapToInt(Order::day).toArray(),
                orders.stream().mapToLong(Order::amount).toArray(),
                AS_OF,
                Returns.SUBTRACTED);
    }

    private static RfmColumns columns(List<Order> orders, Returns returns) {
        return RfmColumns.ofOrders(
                10,
                orders.stream().mapToInt(Order::customer).toArray(),
                orders.stream().mapToInt(Order::day).toArray(),
                orders.stream().mapToLong(Order::amount).toArray(),
                AS_OF,
                returns);
    }

    @Provide
    Arbitrary<CustomerBase> bases() {
        return Populations.bases();
    }

    @Provide
    Arbitrary<List<Order>> orders() {
        return order().list().ofMaxSize(40);
    }

    @Provide
    Arbitrary<Order> order() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, AS_OF),
                        Arbitraries.longs().between(0, 500))
                .as(Order::new);
    }

    @Provide
    Arbitrary<RfmStrategy> strategies() {
        return Arbitraries.of(
                RfmStrategy.standard(),
                RfmStrategy.of(Banding.ntile(4)),
                RfmStrategy.of(new Banding.RandomTies(3, 11)),
                RfmStrategy.of(Banding.quantile(5)),
                RfmStrategy.of(Banding.of(BandMethod.CUME_DIST, 7)),
                RfmStrategy.builder(RfmVariant.RFM)
                        .all(Banding.ntile(3))
                        .nested()
                        .build(),
                RfmStrategy.builder(RfmVariant.RFM).nested().build());
    }
}
