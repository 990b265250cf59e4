package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * A kind of activity that conditions count and sum.
 *
 * <p>A stream is the {@linkplain org.crmkit.core.activity.Activity#code() code} of activities, or the first part of it: {@code interaction} is
 * visits, calls and all else of the kind. Two names stand for more: {@code activity} is everything, and {@code spending} is purchases and
 * refunds, the amounts of refunds being negative. A host's own activities are streams without further ado: {@code custom.app-open}.
 *
 * @param name 1 to 80 of a-z, 0-9, hyphen and dot
 */
public record EventStream(String name) {
    /** Everything. */
    public static final EventStream ACTIVITY = new EventStream("activity");

    /** Purchases. */
    public static final EventStream PURCHASE = new EventStream("purchase");

    /** Refunds, with what was given back as a positive amount. */
    public static final EventStream REFUND = new EventStream("refund");

    /** Purchases and refunds, the amounts of refunds being negative. */
    public static final EventStream SPENDING = new EventStream("spending");

    private static final int LONGEST_NAME = 80;

    /**
     * Checks the name.
     *
     * @param name lower-case words
     */
    public EventStream {
        checkNotNull(name, "name");
        checkArgument(
                isName(name),
                "stream must be 1 to %s of a-z, 0-9, hyphen and dot, was %s",
                LONGEST_NAME,
                Limits.quoted(name));
    }

    /**
     * Tells whether activities of a code are in the stream.
     *
     * @param code the code of an activity
     * @return true for the code itself and for those that begin with it and a dot
     */
    public boolean includes(String code) {
        if (code.equals(name) || name.equals("activity")) {
            return true;
        }
        if (name.equals("spending")) {
            return code.equals("purchase") || code.equals("refund");
        }
        return code.length() > name.length() && code.charAt(name.length()) == '.' && code.startsWith(name);
    }

    /** Tells whether amounts in the stream can be negative. */
    boolean isSigned() {
        return name.equals("spending");
    }

    @Override
    public String toString() {
        return name;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
    }
}
