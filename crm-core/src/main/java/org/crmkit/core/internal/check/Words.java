package org.crmkit.core.internal.check;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/** Checks of names, codes and short texts; messages shorten what they quote. */
public final class Words {

    private static final int QUOTED = 40;

    private Words() {}

    /**
     * Returns the text if it is not blank and not longer than the limit.
     *
     * @param value the text
     * @param name what it is, for the message
     * @param maxLength how many characters it may have
     * @return the text as given
     * @throws IllegalArgumentException if it is blank or longer
     */
    public static String text(String value, String name, int maxLength) {
        checkNotNull(value, name);
        checkArgument(!value.isBlank(), "%s must not be blank, was \"%s\"", name, quoted(value));
        checkArgument(
                value.length() <= maxLength,
                "%s must have at most %s characters, had %s",
                name,
                maxLength,
                value.length());
        return value;
    }

    /**
     * Returns the code if it has 1 to 100 lower-case letters, digits and inner {@code - . _}, first a letter or a digit.
     *
     * @param value the code
     * @param name what it is, for the message
     * @return the code as given
     * @throws IllegalArgumentException if it has another form
     */
    public static String code(String value, String name) {
        checkNotNull(value, name);
        boolean good = !value.isEmpty() && value.length() <= 100 && isAlphanumeric(value.charAt(0));
        for (int i = 0; good && i < value.length(); i++) {
            char c = value.charAt(i);
            good = isAlphanumeric(c) || c == '-' || c == '.' || c == '_';
        }
        checkArgument(
                good,
                "%s must be 1 to 100 of a-z, 0-9, '-', '.', '_' and begin with a letter or digit, was \"%s\"",
                name,
                quoted(value));
        return value;
    }

    /**
     * Returns the path if it is codes joined by single points.
     *
     * @param value the path
     * @param name what it is, for the message
     * @return the path as given
     * @throws IllegalArgumentException if it has another form
     */
    public static String path(String value, String name) {
        code(value, name);
        checkArgument(
                !value.contains("..") && !value.endsWith("."),
                "%s must be codes joined by single points, was \"%s\"",
                name,
                quoted(value));
        return value;
    }

    /**
     * Returns as much of a text as a message should quote.
     *
     * @param value any text
     * @return the text, cut after 40 characters
     */
    public static String quoted(String value) {
        return value.length() <= QUOTED ? value : value.substring(0, QUOTED) + "...";
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
}
