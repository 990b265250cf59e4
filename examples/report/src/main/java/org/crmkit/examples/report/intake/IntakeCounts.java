package org.crmkit.examples.report.intake;

/**
 * What became of the rows: every row is in exactly one of the parts.
 *
 * @param purchases rows used as purchases
 * @param contacts rows used as other activities, such as visits and complaints
 * @param returns returns and cancellations
 * @param freeLines lines whose quantity or unit price is zero: samples and gifts, left out
 * @param later rows after the day of the analysis, left out
 * @param withoutCustomer skipped because no customer is named
 * @param bad skipped because something else is wrong
 * @param roundedAmounts amounts among the used rows with more than six decimals, rounded half up
 */
public record IntakeCounts(
        long purchases,
        long contacts,
        long returns,
        long freeLines,
        long later,
        long withoutCustomer,
        long bad,
        long roundedAmounts) {

    /**
     * Returns the rows read, headers not counted.
     *
     * @return the sum of the parts
     */
    public long rows() {
        return purchases + contacts + returns + freeLines + later + skipped();
    }

    /**
     * Returns the rows skipped.
     *
     * @return those without a customer and the bad ones
     */
    public long skipped() {
        return withoutCustomer + bad;
    }
}
