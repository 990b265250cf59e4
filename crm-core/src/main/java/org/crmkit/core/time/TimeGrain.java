package org.crmkit.core.time;

/**
 * The unit of time of a model: its rates and ages are per day, per week or per month.
 *
 * <p>A fitted model remembers its grain, because a purchase rate of 0.2 per week is another customer than 0.2 per month. A month here is the mean
 * month of the Julian year, {@code 365.25 / 12 = 30.4375} days, not a calendar month; a week is 7 days; a year is 365.25 days.
 */
public enum TimeGrain {

    /** One day. */
    DAY(1.0),

    /** Seven days. */
    WEEK(7.0),

    /** A twelfth of 365.25 days. */
    MONTH(365.25 / 12);

    private static final double DAYS_PER_YEAR = 365.25;

    private final double days;

    TimeGrain(double days) {
        this.days = days;
    }

    /**
     * Returns the length of the unit.
     *
     * @return days in one unit: 1, 7 or 30.4375
     */
    public double days() {
        return days;
    }

    /**
     * Returns how many units a year has.
     *
     * @return {@code 365.25 / days()}
     */
    public double perYear() {
        return DAYS_PER_YEAR / days;
    }

    /**
     * Converts days to this unit, without rounding.
     *
     * @param timeInDays any number of days
     * @return {@code timeInDays / days()}
     */
    public double fromDays(double timeInDays) {
        return timeInDays / days;
    }

    /**
     * Converts this unit to days, without rounding.
     *
     * @param timeInGrains any number of units
     * @return {@code timeInGrains * days()}
     */
    public double toDays(double timeInGrains) {
        return timeInGrains * days;
    }
}
