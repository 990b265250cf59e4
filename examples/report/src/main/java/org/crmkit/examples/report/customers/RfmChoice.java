package org.crmkit.examples.report.customers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.crmkit.segmentation.band.BandMethod;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.RfmPart;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmTables;
import org.crmkit.segmentation.rfm.RfmVariant;

/**
 * How the report scores recency, frequency and money.
 *
 * @param binning one of {@link #BINNINGS}
 * @param table names the cells of scores, and says how many scores there are
 */
public record RfmChoice(String binning, RfmTable table) {

    /** The words of the command line for the ways to cut. */
    public static final List<String> BINNINGS = List.of(
            "ntile",
            "quantile-right",
            "quantile-left",
            "cume-dist",
            "mid-rank",
            "percent-rank",
            "distinct",
            "nested-ntile",
            "nested-mid-rank",
            "rfm-r");

    private static final Map<String, BandMethod> METHODS = new TreeMap<>(Map.of(
            "ntile", BandMethod.NTILE,
            "quantile-right", BandMethod.QUANTILE_RIGHT,
            "quantile-left", BandMethod.QUANTILE_LEFT,
            "cume-dist", BandMethod.CUME_DIST,
            "mid-rank", BandMethod.MID_RANK,
            "percent-rank", BandMethod.PERCENT_RANK,
            "distinct", BandMethod.DISTINCT,
            "nested-ntile", BandMethod.NTILE,
            "nested-mid-rank", BandMethod.MID_RANK));

    /**
     * Checks the binning.
     *
     * @param binning one of {@link #BINNINGS}
     * @param table names the cells
     */
    public RfmChoice {
        if (!BINNINGS.contains(binning)) {
            throw new IllegalArgumentException("binning must be one of %s, was %s".formatted(BINNINGS, binning));
        }
    }

    /**
     * Lists the ids of the segment tables.
     *
     * @return in the library's order
     */
    public static List<String> tableIds() {
        return RfmTables.all().stream().map(RfmTable::id).toList();
    }

    /**
     * Makes a choice of words.
     *
     * @param binning one of {@link #BINNINGS}
     * @param tableId one of {@link #tableIds()}
     * @return the choice
     */
    public static RfmChoice of(String binning, String tableId) {
        RfmTable table = RfmTables.all().stream()
                .filter(candidate -> candidate.id().equals(tableId))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("table must be one of %s, was %s".formatted(tableIds(), tableId)));
        return new RfmChoice(binning, table);
    }

    /** The strategy for money in minor units; the R package's cut points depend on what is called one unit of money. */
    RfmStrategy strategy(MoneyUnit unit) {
        RfmStrategy.Builder builder = RfmStrategy.builder(RfmVariant.RFM);
        int bands = table.bands();
        if (binning.equals("rfm-r")) {
            long one = 1;
            for (int i = 0; i < unit.decimals(); i++) {
                one *= 10;
            }
            return builder.all(new Banding.RfmPackage(bands, 1))
                    .part(RfmPart.MONETARY, new Banding.RfmPackage(bands, one))
                    .build();
        }
        builder.all(Banding.of(METHODS.get(binning), bands));
        return binning.startsWith("nested-") ? builder.nested().build() : builder.build();
    }
}
