package org.crmkit.segmentation.rfm;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.OptionalInt;

/**
 * The scores of a population, as columns: one byte a part and customer.
 *
 * <p>Customers without orders are rows without scores: {@code size() = scored() + unscored()}.
 */
public final class RfmScores {

    private final RfmModel model;
    private final RfmColumns columns;
    /** One row a customer, zero without orders. */
    private final byte[][] scores;

    /** Takes the scores of those with orders, one after the other. */
    RfmScores(RfmModel model, RfmColumns columns, byte[][] buyerScores) {
        this.model = model;
        this.columns = columns;
        this.scores = buyerScores;
        if (!columns.allHaveOrders()) {
            for (int part = 0; part < scores.length; part++) {
                byte[] spread = new byte[columns.size()];
                for (int i = 0; i < buyerScores[part].length; i++) {
                    spread[columns.buyer(i)] = buyerScores[part][i];
                }
                scores[part] = spread;
            }
        }
    }

    /**
     * Returns the model that gave the scores.
     *
     * @return the fitted model
     */
    public RfmModel model() {
        return model;
    }

    /**
     * Returns what was scored.
     *
     * @return the columns
     */
    public RfmColumns columns() {
        return columns;
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return columns.size();
    }

    /**
     * Returns the number of customers with scores.
     *
     * @return zero to {@link #size()}
     */
    public int scored() {
        return isAnyone() ? columns.size() - columns.unscored() : 0;
    }

    /**
     * Returns the number of customers without scores: those without orders.
     *
     * @return zero to {@link #size()}
     */
    public int unscored() {
        return size() - scored();
    }

    /**
     * Tells whether a customer has scores.
     *
     * @param row from zero
     * @return false for a customer without orders
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public boolean isScored(int row) {
        return scores[0][row] != 0;
    }

    /**
     * Returns the score of a part.
     *
     * @param part of the model's variant
     * @param row from zero
     * @return 1 to the number of bands, or 0 for a customer without orders
     * @throws IllegalArgumentException if the variant does not have the part
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public int scoreAt(RfmPart part, int row) {
        int index = model.strategy().variant().parts().indexOf(part);
        checkArgument(
                index >= 0,
                "part must be one of %s, was %s",
                model.strategy().variant().parts(),
                part);
        return scores[index][row];
    }

    /**
     * Returns the scores of a customer.
     *
     * @param row of a customer who {@linkplain #isScored is scored}
     * @return the scores
     * @throws IndexOutOfBoundsException if there is no such row
     * @throws IllegalArgumentException if the customer has no orders
     */
    public RfmScore score(int row) {
        checkArgument(isScored(row), "row must be that of a scored customer, was %s", row);
        RfmVariant variant = model.strategy().variant();
        return new RfmScore(
                scoreAt(RfmPart.RECENCY, row),
                scoreAt(RfmPart.FREQUENCY, row),
                scoreAt(RfmPart.MONETARY, row),
                variant == RfmVariant.LRFM ? OptionalInt.of(scoreAt(RfmPart.LENGTH, row)) : OptionalInt.empty(),
                variant == RfmVariant.RFMT ? OptionalInt.of(scoreAt(RfmPart.TIME_BETWEEN, row)) : OptionalInt.empty());
    }

    private boolean isAnyone() {
        return !model.cuts().isEmpty();
    }
}
