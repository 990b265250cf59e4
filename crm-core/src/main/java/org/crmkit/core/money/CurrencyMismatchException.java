package org.crmkit.core.money;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Currency;

/** Thrown when amounts of two currencies meet where one is needed. */
public final class CurrencyMismatchException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The currency that was needed. */
    private final Currency expected;

    /** The currency that came. */
    private final Currency actual;

    /**
     * Creates the exception with a message that names both currencies.
     *
     * @param expected the currency that was needed
     * @param actual the currency that came
     */
    public CurrencyMismatchException(Currency expected, Currency actual) {
        super("currency must be " + checkNotNull(expected, "expected") + ", was " + checkNotNull(actual, "actual"));
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Returns the currency that was needed.
     *
     * @return the currency of the first operand, the unit or the ledger
     */
    public Currency expected() {
        return expected;
    }

    /**
     * Returns the currency that came.
     *
     * @return the currency of the offending operand
     */
    public Currency actual() {
        return actual;
    }
}
