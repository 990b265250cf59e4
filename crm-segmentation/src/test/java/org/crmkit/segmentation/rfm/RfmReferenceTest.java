package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.core.summary.PurchaseTally;
import org.crmkit.core.summary.PurchaseTotals;
import org.crmkit.segmentation.ReferenceData;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From orders to scores, segments and migration: every row of the files of reference/segmentation. */
class RfmReferenceTest {

    private static final LocalDate AS_OF = LocalDate.of(2006, 12, 31);

    private static final RfmStrategy R_PACKAGE = RfmStrategy.builder(RfmVariant.RFM)
            .all(new Banding.RfmPackage(5, 1))
            .build();

    @Test
    void rPackage_scoresAndBothSegmentTables() {
        RfmScores scores = R_PACKAGE.fitAndScore(orders(AS_OF));
        Map<String, Map<String, String>> expected = byCustomer("segmentation/rfm_orders_expected.csv", 995);
        assertThat(scores.scored()).isEqualTo(995);
        for (int row = 0; row < scores.size(); row++) {
            Map<String, String> of = expected.get(scores.columns().id(row));
            assertValues(scores, row, of, "recency_days", "transaction_count", "amount");
            assertThat(scores.score(row).code()).as("%s", of).isEqualTo(of.get("rfm_score"));
            assertThat(RfmTables.RFM_R_0_3.nameOf(scores.score(row))).hasValue(of.get("segment_v03"));
            assertThat(RfmTables.RFM_R_0_2.nameOf(scores.score(row))).hasValue(of.get("segment_v02"));
        }
    }

    @Test
    void rPackage_customThresholds() {
        RfmScores scores = fixed().fitAndScore(orders(AS_OF));
        Map<String, Map<String, String>> expected = byCustomer("segmentation/rfm_orders_expected_custom.csv", 995);
        assertThat(scores.scored()).isEqualTo(995);
        for (int row = 0; row < scores.size(); row++) {
            Map<String, String> of = expected.get(scores.columns().id(row));
            assertThat(scores.score(row).code()).as("%s", of).isEqualTo(of.get("rfm_score"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v03", "v02"})
    void rPackage_segmentSummaries(String version) {
        RfmTable table = version.equals("v03") ? RfmTables.RFM_R_0_3 : RfmTables.RFM_R_0_2;
        RfmScores scores = R_PACKAGE.fitAndScore(orders(AS_OF));
        int[] indexes = table.indexesOf(scores);
        Map<String, long[]> sums = new TreeMap<>();
        for (int row = 0; row < indexes.length; row++) {
            long[] sum = sums.computeIfAbsent(table.nameOf(indexes[row]).orElseThrow(), name -> new long[3]);
            sum[0]++;
            sum[1] += scores.columns().value(RfmPart.FREQUENCY, row);
            sum[2] += scores.columns().value(RfmPart.MONETARY, row);
        }
        List<Map<String, String>> expected =
                ReferenceData.rows("segmentation/rfm_orders_segment_summary_" + version + ".csv");
        assertThat(sums).hasSameSizeAs(expected);
        for (Map<String, String> row : expected) {
            long[] sum = sums.get(row.get("segment"));
            assertThat(sum)
                    .as(row.get("segment"))
                    .containsExactly(
                            Long.parseLong(row.get("customers")),
                            Long.parseLong(row.get("orders")),
                            Long.parseLong(row.get("revenue")));
            BigDecimal perOrder =
                    BigDecimal.valueOf(sum[2]).divide(BigDecimal.valueOf(sum[1]), 2, RoundingMode.HALF_EVEN);
            assertThat(perOrder).isEqualByComparingTo(row.get("aov"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntile",
                "quantile_right",
                "quantile_left",
                "cume_dist",
                "mid_rank",
                "percent_rank",
                "distinct",
                "nested_ntile",
                "nested_mid_rank",
                "fixed"
            })
    void variants_fromOrders(String variant) {
        assertVariant(orders(AS_OF), byCustomer("segmentation/rfm_orders_variants_expected.csv", 995), variant, 0);
    }

    @Test
    void migration_ofTheGrid() {
        Map<String, String> before = gridNames(orders(LocalDate.of(2005, 12, 31)));
        Map<String, String> after = gridNames(orders(AS_OF));
        assertMigration("segmentation/rfm_orders_migration_expected.csv", before, after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ntile",
                "quantile_right",
                "quantile_left",
                "cume_dist",
                "mid_rank",
                "percent_rank",
                "distinct",
                "nested_ntile",
                "nested_mid_rank"
            })
    void onlineRetail_fromInvoiceLines(String variant) {
        LocalDate asOf = LocalDate.of(2011, 12, 10);
        RfmColumns gross = Retail.lines().columns(asOf, false);
        RfmColumns net = Retail.lines().columns(asOf, true);
        assertVariant(gross, byCustomer("retail/online_retail_rfm_variants_expected.csv", 4338), variant, 2);
        assertVariant(net, byCustomer("retail/online_retail_rfm_net_variants_expected.csv", 4338), variant, 2);
    }

    @Test
    void onlineRetail_checkSums() {
        RfmColumns gross = Retail.lines().columns(LocalDate.of(2011, 12, 10), false);
        RfmColumns net = Retail.lines().columns(LocalDate.of(2011, 12, 10), true);
        assertThat(gross.size() - gross.unscored()).isEqualTo(4338);
        assertThat(sum(gross, RfmPart.FREQUENCY)).isEqualTo(18_532);
        assertThat(sum(gross, RfmPart.MONETARY)).isEqualTo(891_140_790L);
        assertThat(sum(net, RfmPart.MONETARY)).isEqualTo(831_047_705L);
        // Customers with returns only are there, reported and not scored.
        assertThat(net.unscored()).isEqualTo(net.size() - 4338).isPositive();
    }

    @Test
    void onlineRetail_migrationOfTheGrid() {
        Map<String, String> before = gridNames(Retail.lines().columns(LocalDate.of(2011, 6, 10), false));
        Map<String, String> after = gridNames(Retail.lines().columns(LocalDate.of(2011, 12, 10), false));
        assertMigration("retail/online_retail_migration_expected.csv", before, after);
    }

    private static long sum(RfmColumns columns, RfmPart part) {
        long sum = 0;
        for (int row = 0; row < columns.size(); row++) {
            sum += columns.hasOrders(row) ? columns.value(part, row) : 0;
        }
        return sum;
    }

    private static void assertVariant(
            RfmColumns columns, Map<String, Map<String, String>> expected, String variant, int decimals) {
        RfmScores scores = strategy(variant).fitAndScore(columns);
        assertThat(scores.scored()).isEqualTo(expected.size());
        RfmScores again = scores.model().scoreAll(columns);
        for (int row = 0; row < scores.size(); row++) {
            if (scores.isScored(row)) {
                Map<String, String> of = expected.get(columns.id(row));
                assertThat(columns.value(RfmPart.RECENCY, row)).isEqualTo(Long.parseLong(of.get("recency")));
                assertThat(columns.value(RfmPart.FREQUENCY, row)).isEqualTo(Long.parseLong(of.get("frequency")));
                assertThat(BigDecimal.valueOf(columns.value(RfmPart.MONETARY, row), decimals))
                        .isEqualByComparingTo(of.get("monetary"));
                assertThat(scores.score(row).code()).as("%s of %s", variant, of).isEqualTo(of.get(variant));
                assertThat(again.score(row)).isEqualTo(scores.score(row));
            }
        }
    }

    private static RfmStrategy strategy(String variant) {
        if (variant.equals("fixed")) {
            return fixed();
        }
        boolean nested = variant.startsWith("nested_");
        String method = nested ? variant.substring(7) : variant;
        RfmStrategy.Builder builder = RfmStrategy.builder(RfmVariant.RFM)
                .all(Banding.of(BandMethod.valueOf(method.toUpperCase(Locale.ROOT)), 5));
        return (nested ? builder.nested() : builder).build();
    }

    private static RfmStrategy fixed() {
        return RfmStrategy.builder(RfmVariant.RFM)
                .part(RfmPart.RECENCY, Banding.fixed(115, 181, 297, 482))
                .part(RfmPart.FREQUENCY, Banding.fixed(4, 5, 6, 8))
                .part(RfmPart.MONETARY, Banding.fixed(256, 382, 506, 666))
                .build();
    }

    private static Map<String, String> gridNames(RfmColumns columns) {
        RfmScores scores = RfmStrategy.of(Banding.quantile(5)).fitAndScore(columns);
        Map<String, String> names = new HashMap<>();
        for (int row = 0; row < scores.size(); row++) {
            if (scores.isScored(row)) {
                names.put(
                        columns.id(row),
                        RfmTables.RF_GRID_10.nameOf(scores.score(row)).orElseThrow());
            }
        }
        return names;
    }

    private static void assertMigration(String file, Map<String, String> before, Map<String, String> after) {
        Map<String, Integer> counts = new TreeMap<>();
        after.forEach(
                (customer, to) -> counts.merge(before.getOrDefault(customer, "(absent)") + "," + to, 1, Integer::sum));
        Map<String, Integer> expected = new TreeMap<>();
        ReferenceData.rows(file)
                .forEach(row ->
                        expected.put(row.get("from") + "," + row.get("to"), Integer.parseInt(row.get("customers"))));
        assertThat(after.keySet()).containsAll(before.keySet());
        assertThat(counts).isEqualTo(expected);
    }

    private static void assertValues(
            RfmScores scores, int row, Map<String, String> of, String recency, String frequency, String monetary) {
        assertThat(scores.columns().value(RfmPart.RECENCY, row)).isEqualTo(Long.parseLong(of.get(recency)));
        assertThat(scores.columns().value(RfmPart.FREQUENCY, row)).isEqualTo(Long.parseLong(of.get(frequency)));
        assertThat(scores.columns().value(RfmPart.MONETARY, row)).isEqualTo(Long.parseLong(of.get(monetary)));
    }

    private static Map<String, Map<String, String>> byCustomer(String file, int size) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        ReferenceData.rows(file).forEach(row -> rows.put(row.get("customer_id"), row));
        assertThat(rows).hasSize(size);
        return rows;
    }

    private static RfmColumns orders(LocalDate asOf) {
        PurchaseTally tally = new PurchaseTally();
        for (Map<String, String> row : ReferenceData.rows("segmentation/rfm_orders.csv")) {
            LocalDate day = LocalDate.parse(row.get("order_date"));
            if (!day.isAfter(asOf)) {
                tally.add(row.get("customer_id"), (int) day.toEpochDay(), Long.parseLong(row.get("revenue")));
            }
        }
        PurchaseTotals totals = tally.totals();
        return RfmColumns.of(totals, (int) asOf.toEpochDay());
    }
}
