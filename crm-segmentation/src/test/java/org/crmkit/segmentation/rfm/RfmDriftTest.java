package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.tck.Populations;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RfmDriftTest {

    private static final int AS_OF = 1000;

    /** Customers who all behave alike by law: times of purchase, numbers of purchases and spend from one source each. */
    private static RfmColumns population(int customers, double purchases, Random random) {
        List<int[]> rows = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            double rate = -Math.log(random.nextDouble()) * purchases;
            int count = 1 + (int) Math.min(50, -Math.log(random.nextDouble()) * rate);
            for (int i = 0; i < count; i++) {
                rows.add(new int[] {customer, random.nextInt(AS_OF), 100 + (int) Math.exp(4 * random.nextDouble())});
            }
        }
        return RfmColumns.ofOrders(
                customers,
                rows.stream().mapToInt(row -> row[0]).toArray(),
                rows.stream().mapToInt(row -> row[1]).toArray(),
                rows.stream().mapToLong(row -> row[2]).toArray(),
                AS_OF,
                Returns.SUBTRACTED);
    }

    private static boolean alarms(RfmStrategy strategy, int then, int now, double purchases, Random random) {
        RfmModel model = strategy.fitAndScore(population(then, 1, random)).model();
        return RfmDrift.check(model, model.scoreAll(population(now, purchases, random)))
                .orElseThrow()
                .drifted();
    }

    private static RfmStrategy strategy(String name) {
        return switch (name) {
            case "mid-rank" -> RfmStrategy.standard();
            case "ntile" -> RfmStrategy.of(Banding.ntile(5));
            case "quantile" -> RfmStrategy.of(Banding.quantile(5));
            case "fixed" -> RfmStrategy.of(Banding.fixed(2L, 150L, 400L));
            case "nested" -> RfmStrategy.builder(RfmVariant.RFM).nested().build();
            default -> RfmStrategy.of(Banding.of(BandMethod.CUME_DIST, 5));
        };
    }

    /** The stated rate holds: of 200 pairs of populations of one kind, twenty at most raise an alarm of a stated 5 %. */
    @ParameterizedTest
    @ValueSource(strings = {"mid-rank", "ntile", "quantile", "fixed", "nested", "cume-dist"})
    void falseAlarmsComeAtMostAtTheStatedRate(String name) {
        Random random = new Random(7);
        int alarms = 0;
        for (int i = 0; i < 200; i++) {
            alarms += alarms(strategy(name), 300, 400, 1, random) ? 1 : 0;
        }
        assertThat(alarms).isBetween(1, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mid-rank", "ntile", "quantile", "fixed", "cume-dist"})
    void changedCustomersAreFound(String name) {
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 10; i++) {
            found += alarms(strategy(name), 1000, 1000, 2, random) ? 1 : 0;
        }
        assertThat(found).isGreaterThanOrEqualTo(9);
    }

    /** Inside other bands the cuts rest on few customers: only the outermost part is compared, and a change of it is found. */
    @Test
    void nested_comparesTheOutermostPart() {
        RfmModel model = strategy("nested").fitAndScore(recencies(60, 40)).model();
        assertThat(RfmDrift.check(model, model.scoreAll(recencies(40, 60)))
                        .orElseThrow()
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.name()).isEqualTo("recency-bands");
                    assertThat(finding.drifted()).isTrue();
                });
    }

    @Test
    void findings_areOneAPartByName() {
        RfmModel model = RfmStrategy.standard()
                .fitAndScore(population(100, 1, new Random(1)))
                .model();
        Drift drift = RfmDrift.check(model, model.scoreAll(population(100, 1, new Random(2))))
                .orElseThrow();
        assertThat(drift.falseAlarmRate()).isEqualTo(0.05);
        assertThat(drift.findings())
                .extracting(Drift.Finding::name)
                .containsExactly("recency-bands", "frequency-bands", "monetary-bands");
    }

    /** Pearson's statistic by hand: 60 and 40 then, 45 and 55 now, in cells of 105 and 95. */
    @Test
    void statistic_isThatOfTwoSamples() {
        RfmStrategy strategy = RfmStrategy.of(Banding.fixed(500L));
        RfmModel model = strategy.fitAndScore(recencies(60, 40)).model();
        Drift.Finding recency = RfmDrift.check(model, model.scoreAll(recencies(45, 55)))
                .orElseThrow()
                .findings()
                .get(0);
        double expected = 7.5 * 7.5 * (2 / 52.5 + 2 / 47.5);
        assertThat(recency.statistic()).isCloseTo(expected, within(1e-12));
        // 1 - pchisq(4.511278, 1) in R 4.2.2
        assertThat(recency.pValue()).isCloseTo(0.0336726, within(1e-6));
    }

    /** So many who bought lately, and so many who did long ago. */
    private static RfmColumns recencies(int late, int early) {
        int[] days = new int[late + early];
        int[] customers = new int[late + early];
        long[] amounts = new long[late + early];
        for (int i = 0; i < days.length; i++) {
            customers[i] = i;
            days[i] = i < late ? AS_OF - 10 : 10;
            amounts[i] = 1;
        }
        return RfmColumns.ofOrders(days.length, customers, days, amounts, AS_OF, Returns.SUBTRACTED);
    }

    @Test
    void fewCustomers_sayNothing() {
        RfmModel few = RfmStrategy.standard()
                .fitAndScore(population(49, 1, new Random(1)))
                .model();
        assertThat(RfmDrift.check(few, few.scoreAll(population(100, 1, new Random(2)))))
                .isEmpty();
        RfmModel many = RfmStrategy.standard()
                .fitAndScore(population(100, 1, new Random(1)))
                .model();
        assertThat(RfmDrift.check(many, many.scoreAll(population(49, 1, new Random(2)))))
                .isEmpty();
    }

    @Test
    void tiesSplitByRow_cannotBeCompared() {
        RfmModel model = RfmStrategy.of(Banding.of(BandMethod.INPUT_ORDER, 5))
                .fitAndScore(population(100, 1, new Random(1)))
                .model();
        assertThat(RfmDrift.check(model, model.scoreAll(population(100, 1, new Random(2)))))
                .isEmpty();
    }

    /** New ids come after all old ones: where ties are split by id, all of a tie's new customers land on one side. */
    @Test
    void newIdsAlone_areNoDrift() {
        RfmModel model = RfmStrategy.of(Banding.ntile(5)).fit(base(0, 200), at());
        assertThat(model.drift(base(200, 200), at()).orElseThrow().drifted()).isFalse();
        assertThat(model.named(RfmTables.RF_GRID_10).drift(base(200, 200), at()))
                .isEqualTo(model.drift(base(200, 200), at()));
    }

    private static ScoringContext at() {
        return ScoringContext.at(Populations.AS_OF);
    }

    /** The same purchases whoever makes them, most of them equal. */
    private static CustomerBase base(int firstId, int customers) {
        List<Activity> purchases = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            for (int k = 0; k <= (i % 10 == 0 ? 1 : 0); k++) {
                purchases.add(Purchase.of(
                        "p" + i + "-" + k,
                        Integer.toString(1000 + firstId + i),
                        Populations.AS_OF.instant().minusSeconds(86_400L * (1 + k + i % 3)),
                        Money.ofMinor(500, Populations.EUR)));
            }
        }
        return CustomerBase.of(ActivityLog.of(purchases, Populations.CENTS), Populations.AS_OF);
    }
}
