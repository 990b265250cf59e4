package org.crmkit.segmentation.rfm;

import java.util.List;

/**
 * The tables of named segments that others have published, as published: with their gaps and overlaps.
 *
 * <p>Their makers differ in names, scales and coverage, and nobody's table is right; take the one your readers know, or
 * {@linkplain RfmTable#builder make your own}.
 */
public final class RfmTables {

    /** Recency by frequency, ten names: a partition of 25 cells, and the easiest to explain. */
    public static final RfmTable RF_GRID_10 = RfmTable.builder("rf-grid-10", 5, RfmBasis.RECENCY_FREQUENCY)
            .source("recency x frequency grid found in many public notebooks as an ordered regular expression map")
            .cells("hibernating", "11", "12", "21", "22")
            .cells("at_risk", "13", "14", "23", "24")
            .cells("cant_lose", "15", "25")
            .cells("about_to_sleep", "31", "32")
            .cells("need_attention", "33")
            .cells("loyal_customers", "34", "35", "44", "45")
            .cells("promising", "41")
            .cells("new_customers", "51")
            .cells("potential_loyalists", "42", "43", "52", "53")
            .cells("champions", "54", "55")
            .build();

    /** Recency by the mean of frequency and monetary, eleven names: a partition of 25 cells. */
    public static final RfmTable R_FM_GRID_11 = RfmTable.builder("r-fm-grid-11", 5, RfmBasis.RECENCY_FM)
            .source(
                    "recency x (frequency and monetary combined) grid with the eleven well known names, found in several public SQL projects")
            .cells("Champions", "55", "54", "45")
            .cells("Potential Loyalists", "52", "42", "33", "43")
            .cells("Loyal Customers", "53", "44", "35", "34")
            .cells("Recent Customers", "51")
            .cells("Promising", "41", "31")
            .cells("Customers Needing Attention", "32", "23", "22")
            .cells("About to Sleep", "21")
            .cells("At Risk", "25", "24", "13")
            .cells("Can't Lose Them", "15", "14")
            .cells("Hibernating", "12")
            .cells("Lost", "11")
            .build();

    /** R package rfm 0.3.0: 10 cells go to Others, 58 are named more than once. */
    public static final RfmTable RFM_R_0_3 = RfmTable.builder("rfm-r-0.3", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
            .source("R package rfm 0.3.0 (README, rfm_segment help, vignette)")
            .ranges("Champions", 5, 5, 5, 5, 5, 5)
            .ranges("Potential Loyalist", 3, 5, 3, 5, 2, 5)
            .ranges("Loyal Customers", 2, 4, 2, 4, 2, 4)
            .ranges("Promising", 3, 4, 1, 3, 3, 5)
            .ranges("New Customers", 4, 5, 1, 3, 1, 5)
            .ranges("Can't Lose Them", 1, 2, 3, 4, 4, 5)
            .ranges("At Risk", 1, 2, 2, 5, 4, 5)
            .ranges("Need Attention", 1, 3, 3, 5, 3, 5)
            .ranges("About To Sleep", 2, 3, 1, 3, 1, 4)
            .ranges("Lost", 1, 1, 1, 5, 1, 5)
            .otherwise("Others")
            .build();

    /** R package rfm 0.2: 36 cells go to Others; three names are never given. */
    public static final RfmTable RFM_R_0_2 = RfmTable.builder("rfm-r-0.2", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
            .source("R package rfm 0.2.0 - 0.2.2 (rfm_segment help, test-rfm-segment.R)")
            .ranges("Champions", 4, 5, 4, 5, 4, 5)
            .ranges("Loyal Customers", 2, 5, 3, 5, 3, 5)
            .ranges("Potential Loyalist", 3, 5, 1, 3, 1, 3)
            .ranges("New Customers", 4, 5, 1, 1, 1, 1)
            .ranges("Promising", 3, 4, 1, 1, 1, 1)
            .ranges("Need Attention", 2, 3, 2, 3, 2, 3)
            .ranges("About To Sleep", 2, 3, 1, 2, 1, 2)
            .ranges("At Risk", 1, 2, 2, 5, 2, 5)
            .ranges("Can't Lose Them", 1, 1, 4, 5, 4, 5)
            .ranges("Lost", 1, 2, 1, 2, 1, 2)
            .otherwise("Others")
            .build();

    /** Lists of all 125 cells, eleven names: what is not listed is Lost. */
    public static final RfmTable CELLS_125_11 = RfmTable.builder("cells-125-11", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
            .source("list of RFM cells per segment with the eleven names, found in several public SQL projects")
            .cells("Champions", "555", "554", "544", "545", "454", "455", "445")
            .cells("Loyal Customers", "543", "444", "435", "355", "354", "345", "344", "335")
            .cells(
                    "Potential Loyalist",
                    "553",
                    "551",
                    "552",
                    "541",
                    "542",
                    "533",
                    "532",
                    "531",
                    "452",
                    "451",
                    "442",
                    "441",
                    "431",
                    "453",
                    "433",
                    "432",
                    "423",
                    "353",
                    "352",
                    "351",
                    "342",
                    "341",
                    "333",
                    "323")
            .cells("Recent Customers", "512", "511", "422", "421", "412", "411", "311")
            .cells(
                    "Promising",
                    "525",
                    "524",
                    "523",
                    "522",
                    "521",
                    "515",
                    "514",
                    "513",
                    "425",
                    "424",
                    "413",
                    "414",
                    "415",
                    "315",
                    "314",
                    "313")
            .cells("Customers Needing Attention", "535", "534", "443", "434", "343", "334", "325", "324")
            .cells("About To Sleep", "331", "321", "312", "221", "213")
            .cells(
                    "At Risk", "255", "254", "245", "244", "253", "252", "243", "242", "235", "234", "225", "224",
                    "153", "152", "145", "143", "142", "135", "134", "133", "125", "124")
            .cells("Can't Lose Them", "155", "154", "144", "214", "215", "115", "114", "113")
            .cells(
                    "Hibernating",
                    "332",
                    "322",
                    "231",
                    "241",
                    "251",
                    "233",
                    "232",
                    "223",
                    "222",
                    "132",
                    "123",
                    "122",
                    "212",
                    "211")
            .otherwise("Lost")
            .build();

    /** pymc-marketing, quartiles: 18 of 64 cells go to Other, 442 among them. */
    public static final RfmTable PYMC_MARKETING = RfmTable.builder(
                    "pymc-marketing-default", 4, RfmBasis.RECENCY_FREQUENCY_MONETARY)
            .source("pymc-marketing clv.utils default segment config")
            .cells("Premium Customer", "334", "443", "444", "344", "434", "433", "343", "333")
            .cells("Repeat Customer", "244", "234", "232", "332", "143", "233", "243")
            .cells(
                    "Top Spender",
                    "424",
                    "414",
                    "144",
                    "314",
                    "324",
                    "124",
                    "224",
                    "423",
                    "413",
                    "133",
                    "323",
                    "313",
                    "134")
            .cells("At Risk Customer", "422", "223", "212", "122", "222", "132", "322", "312", "412", "123", "214")
            .cells("Inactive Customer", "411", "111", "113", "114", "112", "211", "311")
            .otherwise("Other")
            .build();

    private RfmTables() {}

    /**
     * Returns all of them.
     *
     * @return six tables with different ids
     */
    public static List<RfmTable> all() {
        return List.of(RF_GRID_10, R_FM_GRID_11, RFM_R_0_3, RFM_R_0_2, CELLS_125_11, PYMC_MARKETING);
    }
}
