package org.crmkit.segmentation.band;

import java.math.BigDecimal;

/**
 * Numbers as keys: whole numbers as they are given, fractional ones by their bits. Nothing here writes to them.
 *
 * <p>Where less is better the column is looked at turned around, {@code -key} in place of {@code key}, which needs no second column.
 */
final class KeyColumn {

    private final long[] keys;
    private final boolean whole;
    private final boolean turned;
    /** All ones where less is better, else zero: {@code (key ^ sign) - sign} turns a key around without a branch. */
    private final long sign;

    private KeyColumn(long[] keys, boolean whole, boolean turned) {
        this.keys = keys;
        this.whole = whole;
        this.turned = turned;
        this.sign = turned ? -1 : 0;
    }

    static KeyColumn of(long[] values, Direction direction) {
        Keys.checkWhole(values);
        return new KeyColumn(values, true, direction == Direction.LOWER_IS_BETTER);
    }

    static KeyColumn of(double[] values, Direction direction) {
        return new KeyColumn(Keys.ofFractional(values), false, direction == Direction.LOWER_IS_BETTER);
    }

    int size() {
        return keys.length;
    }

    boolean isWhole() {
        return whole;
    }

    /** Tells whether less is better. */
    boolean isTurned() {
        return turned;
    }

    Direction direction() {
        return turned ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
    }

    /** Returns the keys as they are, not turned around; not to be written to. */
    long[] asGiven() {
        return keys;
    }

    /** Returns the key of a row, turned around where less is better. */
    long key(int row) {
        return (keys[row] ^ sign) - sign;
    }

    /** Returns a number to publish. */
    double toPublished(long turnedKey) {
        return toNumber(turnedKey).doubleValue();
    }

    /** Returns the number of a key that is turned around where less is better. */
    BigDecimal toNumber(long turnedKey) {
        return Keys.toNumber(turned ? -turnedKey : turnedKey, whole);
    }
}
