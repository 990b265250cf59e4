package org.crmkit.lifecycle.purchase;

/**
 * A sum of logarithms of gaps in fixed point, whole part and 60 binary places: addition is exact, so the order of arrival cannot show.
 *
 * @param known whether every repeat customer brought his gaps
 * @param whole whole part
 * @param places fraction in units of 2^-60, in [0, 2^60)
 */
record GapSum(boolean known, long whole, long places) {

    static final GapSum ZERO = new GapSum(true, 0, 0);
    private static final double SCALE = 0x1p60;
    private static final long ONE = 1L << 60;

    GapSum plus(GapSum other) {
        if (!known || !other.known) {
            return new GapSum(false, 0, 0);
        }
        long sum = places + other.places;
        return new GapSum(true, whole + other.whole + sum / ONE, sum % ONE);
    }

    static GapSum of(double value) {
        double floor = Math.floor(value);
        return new GapSum(true, (long) floor, (long) ((value - floor) * SCALE));
    }

    static GapSum unknown() {
        return new GapSum(false, 0, 0);
    }

    double value() {
        return whole + places / SCALE;
    }
}
