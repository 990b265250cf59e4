package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;

/**
 * What data are used for, in a tree written as a path: {@code care.refill-reminder} lies under {@code care}.
 *
 * <p>A withdrawal of {@code care} also withdraws everything under it; a grant of {@code care} grants nothing under it. The tree is open: any path may
 * be added under any node.
 *
 * @param code path of words of a-z, 0-9 and hyphens, joined by points, at most 100 characters
 */
public record Purpose(String code) implements Comparable<Purpose> {

    /** Treatment, advice and safety. */
    public static final Purpose CARE = new Purpose("care");

    /** Reminding of a refill that is due. */
    public static final Purpose REFILL_REMINDER = CARE.child("refill-reminder");

    /** Following up a therapy. */
    public static final Purpose FOLLOW_UP = CARE.child("follow-up");

    /** Offers and campaigns. */
    public static final Purpose MARKETING = new Purpose("marketing");

    /** Suggesting products for this customer. */
    public static final Purpose RECOMMENDATION = new Purpose("recommendation");

    /** Keeping the member's points, tier and benefits. */
    public static final Purpose LOYALTY = new Purpose("loyalty");

    /** Measuring and improving service: surveys, complaints. */
    public static final Purpose SERVICE_QUALITY = new Purpose("service-quality");

    /** Statistics and segmentation without a decision about the person. */
    public static final Purpose ANALYTICS = new Purpose("analytics");

    /** Decisions about the person made by software; a refusal here is an objection to profiling. */
    public static final Purpose PROFILING = new Purpose("profiling");

    /** Pushes chosen by software (PIPL article 24 demands an option without them). */
    public static final Purpose AUTOMATED_PUSH = PROFILING.child("automated-push");

    /** Scientific research. */
    public static final Purpose RESEARCH = new Purpose("research");

    /** Handing data to a partner. */
    public static final Purpose SHARING = new Purpose("sharing");

    private static final int MAX_LENGTH = 100;

    /**
     * Checks the path.
     *
     * @param code path of words joined by points
     */
    public Purpose {
        checkNotNull(code, "code");
        checkArgument(
                isPath(code),
                "purpose must be words of a-z, 0-9 and '-' joined by single points, 1 to %s characters, was \"%s\"",
                MAX_LENGTH,
                shown(code));
    }

    /**
     * Returns a purpose by its path.
     *
     * @param code such as {@code care.refill-reminder}
     * @return the purpose
     */
    public static Purpose of(String code) {
        return new Purpose(code);
    }

    /**
     * Returns the purpose one step down.
     *
     * @param name one word
     * @return the sub-purpose
     */
    public Purpose child(String name) {
        return new Purpose(code + '.' + name);
    }

    /**
     * Returns the purpose one step up.
     *
     * @return the parent, or nothing at the top
     */
    public Optional<Purpose> parent() {
        int point = code.lastIndexOf('.');
        return point < 0 ? Optional.empty() : Optional.of(new Purpose(code.substring(0, point)));
    }

    /**
     * Tells whether this is the other purpose or lies under it.
     *
     * @param other the other purpose
     * @return true for the purpose itself and all its ancestors
     */
    public boolean isWithin(Purpose other) {
        return code.startsWith(other.code)
                && (code.length() == other.code.length() || code.charAt(other.code.length()) == '.');
    }

    /** Orders by path. */
    @Override
    public int compareTo(Purpose other) {
        return code.compareTo(checkNotNull(other, "other").code);
    }

    /** Returns the path. */
    @Override
    public String toString() {
        return code;
    }

    private static boolean isPath(String code) {
        boolean wordOpen = false;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
            if (!letter && !(c == '.' && wordOpen)) {
                return false;
            }
            wordOpen = letter;
        }
        return wordOpen && code.length() <= MAX_LENGTH;
    }

    private static String shown(String code) {
        return code.length() <= MAX_LENGTH ? code : code.substring(0, MAX_LENGTH) + "...";
    }
}
