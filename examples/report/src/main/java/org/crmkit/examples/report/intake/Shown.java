package org.crmkit.examples.report.intake;

/** Text of an input as it may appear in a message: short, on one line, printable. */
final class Shown {

    private static final int LONGEST = 40;

    private Shown() {}

    static String of(CharSequence text) {
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
