package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

/** Which ends of a range belong to it. */
public enum Bounds {
    /** Both ends belong. */
    CLOSED("[]"),
    /** The low end belongs, the high end does not. */
    CLOSED_OPEN("[)"),
    /** The high end belongs, the low end does not. */
    OPEN_CLOSED("(]"),
    /** Neither end belongs. */
    OPEN("()");

    private final String sign;

    Bounds(String sign) {
        this.sign = sign;
    }

    /**
     * Returns the brackets.
     *
     * @return such as {@code [)}
     */
    public String sign() {
        return sign;
    }

    /**
     * Returns the bounds of a pair of brackets.
     *
     * @param sign such as {@code [)}
     * @return the bounds
     * @throws IllegalArgumentException if there are none
     */
    public static Bounds of(String sign) {
        for (Bounds bounds : values()) {
            if (bounds.sign.equals(checkNotNull(sign, "sign"))) {
                return bounds;
            }
        }
        throw new IllegalArgumentException("bounds must be one of [], [), (], (), was " + Limits.quoted(sign));
    }

    /**
     * Returns how a value must compare with the low end.
     *
     * @return at least, or more than
     */
    public Comparison low() {
        return this == CLOSED || this == CLOSED_OPEN ? Comparison.GE : Comparison.GT;
    }

    /**
     * Returns how a value must compare with the high end.
     *
     * @return at most, or less than
     */
    public Comparison high() {
        return this == CLOSED || this == OPEN_CLOSED ? Comparison.LE : Comparison.LT;
    }
}
