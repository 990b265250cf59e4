package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Shows a value to someone who may not read it.
 *
 * <p>It must not let the value be guessed from what it shows. Pure and thread-safe.
 */
@FunctionalInterface
public interface Mask {

    /** What hidden characters look like; a fixed number, so that the length does not show. */
    String HIDDEN = "***";

    /**
     * Returns what may be shown.
     *
     * @param text the text form of the value
     * @return the masked text
     */
    String apply(String text);

    /**
     * Shows nothing.
     *
     * @return the mask
     */
    static Mask hide() {
        return text -> HIDDEN;
    }

    /**
     * Shows everything.
     *
     * @return the mask that is none
     */
    static Mask none() {
        return text -> text;
    }

    /**
     * Shows the first characters of texts that are at least three times as long, and nothing of shorter ones.
     *
     * @param characters how many, at least 1
     * @return the mask
     */
    static Mask keepFirst(int characters) {
        checkArgument(characters >= 1, "characters must be at least 1, was %s", characters);
        return text ->
                isLong(text, characters) ? text.substring(0, text.offsetByCodePoints(0, characters)) + HIDDEN : HIDDEN;
    }

    /**
     * Shows the last characters of texts that are at least three times as long, and nothing of shorter ones.
     *
     * @param characters how many, at least 1
     * @return the mask
     */
    static Mask keepLast(int characters) {
        checkArgument(characters >= 1, "characters must be at least 1, was %s", characters);
        return text -> isLong(text, characters)
                ? HIDDEN + text.substring(text.offsetByCodePoints(text.length(), -characters))
                : HIDDEN;
    }

    private static boolean isLong(String text, int characters) {
        return text.codePointCount(0, text.length()) / 3 >= characters;
    }
}
