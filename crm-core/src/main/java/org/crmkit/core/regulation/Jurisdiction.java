package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * Where a law holds: a country or a part of one, by ISO 3166.
 *
 * @param code two upper-case letters, such as {@code DE}, or with a subdivision of 1 to 3 letters or digits, such as {@code US-NY}
 */
public record Jurisdiction(String code) implements Comparable<Jurisdiction> {

    private static final int COUNTRY_LENGTH = 2;
    private static final int LONGEST = 6;

    /**
     * Checks the code.
     *
     * @param code such as {@code DE} or {@code US-NY}
     */
    public Jurisdiction {
        checkNotNull(code, "code");
        checkArgument(
                isCode(code),
                "jurisdiction must be an ISO 3166 code such as DE or US-NY, was \"%s\"",
                code.substring(0, Math.min(20, code.length())));
    }

    /**
     * Returns a jurisdiction by its code.
     *
     * @param code such as {@code DE} or {@code US-NY}
     * @return the jurisdiction
     */
    public static Jurisdiction of(String code) {
        return new Jurisdiction(code);
    }

    /**
     * Tells whether this is the other jurisdiction or a part of it.
     *
     * @param other the other jurisdiction
     * @return true for {@code US-NY} within {@code US}
     */
    public boolean isWithin(Jurisdiction other) {
        int length = other.code.length();
        return code.startsWith(other.code) && (code.length() == length || code.charAt(length) == '-');
    }

    /** Orders by code. */
    @Override
    public int compareTo(Jurisdiction other) {
        return code.compareTo(checkNotNull(other, "other").code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }

    private static boolean isCode(String code) {
        int length = code.length();
        if (length < COUNTRY_LENGTH || length == COUNTRY_LENGTH + 1 || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = code.charAt(i);
            boolean letter = c >= 'A' && c <= 'Z';
            boolean digit = c >= '0' && c <= '9';
            if (i < COUNTRY_LENGTH ? !letter : i == COUNTRY_LENGTH ? c != '-' : !letter && !digit) {
                return false;
            }
        }
        return true;
    }
}
