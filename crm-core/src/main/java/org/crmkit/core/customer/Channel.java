package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * The way a customer is met or reached, such as a store or an app; an open list of codes.
 *
 * @param code lower-case letters, digits and hyphens, at most 40 characters
 */
public record Channel(String code) implements Comparable<Channel> {
    /** In a store or pharmacy. */
    public static final Channel STORE = new Channel("store");

    /** On a web site. */
    public static final Channel ONLINE = new Channel("online");

    /** In a mobile application. */
    public static final Channel APP = new Channel("app");

    /** By telephone. */
    public static final Channel PHONE = new Channel("phone");

    /** By electronic mail. */
    public static final Channel EMAIL = new Channel("email");

    /** By text message. */
    public static final Channel SMS = new Channel("sms");

    /** By paper mail. */
    public static final Channel MAIL = new Channel("mail");

    /** In a messenger or social network. */
    public static final Channel MESSENGER = new Channel("messenger");

    /** In person at the customer's place, by a representative. */
    public static final Channel FIELD = new Channel("field");

    /** Through a marketplace or another partner's shop. */
    public static final Channel PARTNER = new Channel("partner");

    private static final int LONGEST_CODE = 40;

    /**
     * Checks the code.
     *
     * @param code lower-case letters
     */
    public Channel {
        checkNotNull(code, "code");
        checkArgument(
                isCode(code),
                "code must be 1 to %s of a-z, 0-9 and -, was '%s'",
                LONGEST_CODE,
                code.substring(0, Math.min(LONGEST_CODE + 1, code.length())));
    }

    @Override
    public int compareTo(Channel other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }

    private static boolean isCode(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
    }
}
