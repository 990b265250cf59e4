package org.crmkit.core.condition;

/**
 * Answers as two bits: "is true" and "may be true".
 *
 * <p>Kleene's "and" and "or" are then the "and" and "or" of bits, which a processor does for many customers at once; "not" exchanges the bits and
 * turns them over.
 */
final class Codes {
    static final int FALSE = 0;
    static final int UNKNOWN = 2;
    static final int TRUE = 3;

    private static final Truth[] TRUTHS = {Truth.FALSE, Truth.FALSE, Truth.UNKNOWN, Truth.TRUE};

    private Codes() {}

    static int of(Truth truth) {
        return switch (truth) {
            case FALSE -> FALSE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> TRUE;
        };
    }

    static Truth truth(int code) {
        return TRUTHS[code];
    }

    static int not(int code) {
        return ((code << 1 | code >> 1) & TRUE) ^ TRUE;
    }
}
