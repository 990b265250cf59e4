package org.crmkit.examples.report.intake;

/** Text of an input as it may appear in a message: short, on one line, printable. */
public final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    /**
     * Shortens a text and hides what cannot be printed.
     *
     * @param text any text
     * @return at most 43 characters
     */
    public static String of(CharSequence text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            char c = text.charAt(i);
            shown.append(Character.isISOControl(c) || c == '\uFFFD' ? '?' : c);
        }
        if (text.length() > LONGEST) {
            shown.append("...");
        }
        return shown.toString();
    }
}
