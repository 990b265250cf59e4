package org.crmkit.segmentation.band;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Fitted borders between scores: immutable, and able to score customers who were not there when they were fitted.
 *
 * <p>For the values they were fitted on, the cuts give exactly the fitted scores. Another value gets the score that the
 * method's own definition gives it against the fitted column: a rank method counts how many of the fitted values lie below
 * it, and whoever is above all of them is in the highest band. Adding customers this way never moves anyone.
 *
 * <p>Where a method splits ties, a border may run through customers of equal value. The cuts then remember the id of the
 * first customer above it (the number of the row, when no ids were given), and {@link #scoreOf(long, String)} places a new
 * customer by value, then id. Without an id, and where ties were split by the order of rows, a value on such a border gets the
 * higher score.
 */
public final class Cuts {

    private final int bands;
    private final Direction direction;
    private final boolean whole;
    private final List<Cut> cuts;
    private final TieOrder ties;
    /** Keys at which score i + 2 begins, with values turned around where less is better. */
    private final long[] reached;

    private final boolean splits;

    private Cuts(int bands, Direction direction, boolean whole, List<Cut> cuts, TieOrder ties) {
        checkArgument(bands >= 2 && bands <= Banding.MAX_BANDS, "bands must be in [2, 100], was %s", bands);
        this.bands = bands;
        this.direction = checkNotNull(direction, "direction");
        this.whole = whole;
        this.cuts = List.copyOf(cuts);
        this.ties = checkNotNull(ties, "ties");
        checkArgument(
                this.cuts.isEmpty() || this.cuts.size() == bands - 1,
                "cuts must be none or %s for %s bands, were %s",
                bands - 1,
                bands,
                this.cuts.size());
        this.reached = reachedKeys();
        this.splits = this.cuts.stream().anyMatch(cut -> cut.firstId().isPresent());
    }

    private long[] reachedKeys() {
        long[] keys = new long[cuts.size()];
        for (int i = 0; i < keys.length; i++) {
            long key = Keys.of(cuts.get(i).reachedAt(), whole);
            checkArgument(key != Long.MIN_VALUE, "reachedAt must be above -2^63, was %s", key);
            keys[i] = direction == Direction.HIGHER_IS_BETTER ? key : -key;
            if (i > 0) {
                checkArgument(
                        keys[i - 1] < keys[i] || keys[i - 1] == keys[i] && idsRise(i),
                        "cuts must not fall, were %s then %s",
                        cuts.get(i - 1),
                        cuts.get(i));
            }
        }
        return keys;
    }

    private boolean idsRise(int i) {
        Optional<String> lower = cuts.get(i - 1).firstId();
        Optional<String> upper = cuts.get(i).firstId();
        return lower.isEmpty() || upper.isPresent() && ties.compare(lower.get(), upper.get()) <= 0;
    }

    /**
     * Returns cuts that were fitted elsewhere.
     *
     * @param bands the highest score, 2 to 100
     * @param direction which end is better
     * @param whole true for whole numbers, false for fractional ones
     * @param cuts one for each score from 2 on, in rising order of scores; none if they were fitted on no customers
     * @param ties how customers of equal value are split where a cut runs through them
     * @return the cuts
     * @throws IllegalArgumentException if the cuts are too few, too many or out of order
     * @throws ArithmeticException if a cut among whole numbers is not whole
     */
    public static Cuts of(int bands, Direction direction, boolean whole, List<Cut> cuts, TieOrder ties) {
        return new Cuts(bands, direction, whole, cuts, ties);
    }

    /**
     * Returns the number of bands, the highest score.
     *
     * @return 2 to 100
     */
    public int bands() {
        return bands;
    }

    /**
     * Returns which end of the number line earns the highest score.
     *
     * @return the direction
     */
    public Direction direction() {
        return direction;
    }

    /**
     * Tells whether the cuts were fitted on whole numbers.
     *
     * @return true for whole numbers, false for fractional ones
     */
    public boolean isWhole() {
        return whole;
    }

    /**
     * Tells whether the cuts were fitted on no customers; they then score nobody.
     *
     * @return true if there are no cuts
     */
    public boolean isEmpty() {
        return cuts.isEmpty();
    }

    /**
     * Returns the borders, the one between the scores 1 and 2 first.
     *
     * @return one fewer than bands, or none if fitted on no customers
     */
    public List<Cut> cuts() {
        return cuts;
    }

    /**
     * Returns how customers of equal value are split where a cut runs through them.
     *
     * @return the order of ids
     */
    public TieOrder ties() {
        return ties;
    }

    /**
     * Scores a whole number.
     *
     * @param value above {@code Long.MIN_VALUE}
     * @return 1 to {@link #bands()}
     * @throws IllegalStateException if the cuts are empty, or were fitted on fractional numbers
     */
    public int scoreOf(long value) {
        return BandFit.scoreOf(wholeKey(value), reached);
    }

    /**
     * Scores a whole number of a customer whose id decides within a tie.
     *
     * @param value above {@code Long.MIN_VALUE}
     * @param id of the customer
     * @return 1 to {@link #bands()}
     * @throws IllegalStateException if the cuts are empty, or were fitted on fractional numbers
     */
    public int scoreOf(long value, String id) {
        return scoreOfKey(wholeKey(value), checkNotNull(id, "id"));
    }

    /**
     * Scores a fractional number.
     *
     * @param value not NaN; infinities are below and above everything
     * @return 1 to {@link #bands()}
     * @throws IllegalArgumentException if the value is NaN
     * @throws IllegalStateException if the cuts are empty, or were fitted on whole numbers
     */
    public int scoreOf(double value) {
        return BandFit.scoreOf(fractionalKey(value), reached);
    }

    /**
     * Scores a fractional number of a customer whose id decides within a tie.
     *
     * @param value not NaN; infinities are below and above everything
     * @param id of the customer
     * @return 1 to {@link #bands()}
     * @throws IllegalArgumentException if the value is NaN
     * @throws IllegalStateException if the cuts are empty, or were fitted on whole numbers
     */
    public int scoreOf(double value, String id) {
        return scoreOfKey(fractionalKey(value), checkNotNull(id, "id"));
    }

    /**
     * Tells whether the id decides about a value.
     *
     * @param value a whole number
     * @return true if a border runs through the customers of this value
     */
    public boolean splitsAt(long value) {
        long key = direction == Direction.HIGHER_IS_BETTER ? value : -value;
        for (int i = 0; splits && i < reached.length; i++) {
            if (reached[i] == key && cuts.get(i).firstId().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private long wholeKey(long value) {
        checkFitted();
        checkState(whole, "these cuts were fitted on fractional numbers");
        checkArgument(value != Long.MIN_VALUE, "value must be above -2^63, was %s", value);
        return direction == Direction.HIGHER_IS_BETTER ? value : -value;
    }

    private long fractionalKey(double value) {
        checkFitted();
        checkState(!whole, "these cuts were fitted on whole numbers");
        long key = Keys.ofFractional(value);
        return direction == Direction.HIGHER_IS_BETTER ? key : -key;
    }

    private void checkFitted() {
        checkState(!cuts.isEmpty(), "these cuts were fitted on no customers");
    }

    private int scoreOfKey(long key, String id) {
        int score = 1;
        for (int i = 0; i < reached.length; i++) {
            if (key > reached[i] || key == reached[i] && isAtLeastFirst(id, cuts.get(i))) {
                score++;
            }
        }
        return score;
    }

    private boolean isAtLeastFirst(String id, Cut cut) {
        return cut.firstId().isEmpty() || ties.compare(id, cut.firstId().get()) >= 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cuts that
                && bands == that.bands
                && direction == that.direction
                && whole == that.whole
                && cuts.equals(that.cuts)
                && ties.equals(that.ties);
    }

    @Override
    public int hashCode() {
        return Objects.hash(bands, direction, whole, cuts, ties);
    }

    @Override
    public String toString() {
        return "Cuts[" + bands + " bands, " + direction + ", reached at "
                + Arrays.toString(cuts.stream().map(Cut::reachedAt).toArray()) + "]";
    }
}
