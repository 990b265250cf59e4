package org.crmkit.segmentation.band;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.segmentation.band.Direction.HIGHER_IS_BETTER;
import static org.crmkit.segmentation.band.Direction.LOWER_IS_BETTER;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.crmkit.segmentation.ReferenceData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every row of every variant of the reference files; how they were made is in their README. */
class BandReferenceTest {

    private static final String ORDERS = "segmentation/rfm_orders_variants_expected.csv";
    private static final String RETAIL = "retail/online_retail_rfm_variants_expected.csv";
    private static final String RETAIL_NET = "retail/online_retail_rfm_net_variants_expected.csv";

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
    void sampleOrders_everyRow(String variant) {
        assertVariant(ORDERS, 995, variant);
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
    void onlineRetail_everyRow(String variant) {
        assertVariant(RETAIL, 4338, variant);
        assertVariant(RETAIL_NET, 4338, variant);
    }

    @Test
    void rfmPackage_everyRow() {
        List<Map<String, String>> rows = ReferenceData.rows("segmentation/rfm_orders_expected.csv");
        Bands r = new Banding.RfmPackage(5, 1).fit(column(rows, "recency_days"), LOWER_IS_BETTER);
        Bands f = new Banding.RfmPackage(5, 1).fit(column(rows, "transaction_count"), HIGHER_IS_BETTER);
        Bands m = new Banding.RfmPackage(5, 1).fit(column(rows, "amount"), HIGHER_IS_BETTER);
        assertThat(rows).hasSize(995);
        for (int i = 0; i < rows.size(); i++) {
            assertThat(100 * r.scoreAt(i) + 10 * f.scoreAt(i) + m.scoreAt(i))
                    .as("%s", rows.get(i))
                    .isEqualTo(Integer.parseInt(rows.get(i).get("rfm_score")));
        }
        List<Map<String, String>> thresholds = ReferenceData.rows("segmentation/rfm_orders_thresholds.csv");
        assertThat(thresholds).hasSize(5);
        List<Cut> recency = new ArrayList<>(r.cuts().cuts());
        Collections.reverse(recency);
        assertThresholds(thresholds, "recency", recency, column(rows, "recency_days"));
        assertThresholds(thresholds, "frequency", f.cuts().cuts(), column(rows, "transaction_count"));
        assertThresholds(thresholds, "monetary", m.cuts().cuts(), column(rows, "amount"));
    }

    /** Bands run from the lowest value, from threshold to threshold, to one above the highest. */
    private static void assertThresholds(
            List<Map<String, String>> thresholds, String part, List<Cut> cuts, long[] values) {
        List<Double> ends = new ArrayList<>();
        ends.add((double) Arrays.stream(values).min().orElseThrow());
        cuts.forEach(cut -> ends.add(cut.threshold()));
        ends.add(Arrays.stream(values).max().orElseThrow() + 1.0);
        for (int band = 0; band < 5; band++) {
            Map<String, String> row = thresholds.get(band);
            assertThat(Double.parseDouble(row.get(part + "_lower")))
                    .as("%s", row)
                    .isEqualTo(ends.get(band));
            assertThat(Double.parseDouble(row.get(part + "_upper")))
                    .as("%s", row)
                    .isEqualTo(ends.get(band + 1));
        }
    }

    /** Dividing the money by 100 changes the M score of 529 customers, by 10 of 48; times 10 or 100 of 2. */
    @Test
    void rfmPackage_dependsOnTheUnitAsPublished() {
        List<Map<String, String>> rows = ReferenceData.rows("segmentation/rfm_orders_expected.csv");
        long[] amount = column(rows, "amount");
        Bands whole = new Banding.RfmPackage(5, 1).fit(amount, HIGHER_IS_BETTER);
        Bands inHundreds = new Banding.RfmPackage(5, 100).fit(amount, HIGHER_IS_BETTER);
        long[] cents = Arrays.stream(amount).map(a -> a * 100).toArray();
        Bands asCents = new Banding.RfmPackage(5, 100).fit(cents, HIGHER_IS_BETTER);
        assertThat(differences(whole, inHundreds)).isEqualTo(529);
        assertThat(differences(whole, new Banding.RfmPackage(5, 10).fit(amount, HIGHER_IS_BETTER)))
                .isEqualTo(48);
        assertThat(differences(whole, new Banding.RfmPackage(5, 1).fit(cents, HIGHER_IS_BETTER)))
                .isEqualTo(2);
        assertThat(differences(whole, asCents)).isZero();
    }

    private static int differences(Bands left, Bands right) {
        int differences = 0;
        for (int i = 0; i < left.size(); i++) {
            differences += left.scoreAt(i) == right.scoreAt(i) ? 0 : 1;
        }
        return differences;
    }

    private static void assertVariant(String file, int size, String variant) {
        List<Map<String, String>> rows = ReferenceData.rows(file);
        assertThat(rows).hasSize(size);
        long[] r = column(rows, "recency");
        long[] f = column(rows, "frequency");
        long[] m = column(rows, "monetary");
        byte[][] scores = variant.startsWith("nested_")
                ? nested(rows, banding(variant.substring(7), 0), r, f, m)
                : new byte[][] {
                    fit(rows, banding(variant, 0), r, LOWER_IS_BETTER),
                    fit(rows, banding(variant, 1), f, HIGHER_IS_BETTER),
                    fit(rows, banding(variant, 2), m, HIGHER_IS_BETTER)
                };
        for (int i = 0; i < size; i++) {
            assertThat(100 * scores[0][i] + 10 * scores[1][i] + scores[2][i])
                    .as("%s of %s", variant, rows.get(i))
                    .isEqualTo(Integer.parseInt(rows.get(i).get(variant)));
        }
    }

    private static byte[][] nested(List<Map<String, String>> rows, Banding inner, long[] r, long[] f, long[] m) {
        NestedBands bands = NestedBands.builder()
                .add(inner, r, LOWER_IS_BETTER)
                .add(inner, f, HIGHER_IS_BETTER)
                .add(inner, m, HIGHER_IS_BETTER)
                .fit(row -> rows.get(row).get("customer_id"));
        for (int i = 0; i < r.length; i++) {
            assertThat(bands.cuts()
                            .scoresOf(new long[] {r[i], f[i], m[i]}, rows.get(i).get("customer_id")))
                    .containsExactly(bands.scoreAt(0, i), bands.scoreAt(1, i), bands.scoreAt(2, i));
        }
        return new byte[][] {bands.toArray(0), bands.toArray(1), bands.toArray(2)};
    }

    private static byte[] fit(List<Map<String, String>> rows, Banding banding, long[] values, Direction direction) {
        Bands bands = banding.fit(values, direction, row -> rows.get(row).get("customer_id"));
        for (int i = 0; i < values.length; i++) {
            assertThat(bands.cuts().scoreOf(values[i], rows.get(i).get("customer_id")))
                    .as("%s fitted and applied", banding)
                    .isEqualTo(bands.scoreAt(i));
        }
        return bands.toArray();
    }

    private static Banding banding(String variant, int part) {
        return switch (variant) {
            case "fixed" ->
                List.of(Banding.fixed(115, 181, 297, 482), Banding.fixed(4, 5, 6, 8), Banding.fixed(256, 382, 506, 666))
                        .get(part);
            default -> Banding.of(BandMethod.valueOf(variant.toUpperCase(java.util.Locale.ROOT)), 5);
        };
    }

    /** Money as whole cents where the file has decimals, else as it stands. */
    private static long[] column(List<Map<String, String>> rows, String name) {
        boolean cents = rows.get(0).get(name).contains(".");
        return rows.stream()
                .mapToLong(row -> new BigDecimal(row.get(name))
                        .movePointRight(cents ? 2 : 0)
                        .longValueExact())
                .toArray();
    }
}
