package org.crmkit.core.activity;

/** The form of the words that tell activities apart. */
final class ActivityCodes {
    static final String MUST_BE_CODE = "%s must be 1 to 60 of a-z, 0-9, hyphen and dot, was '%s'";
    private static final int LONGEST_CODE = 60;

    private ActivityCodes() {}

    static boolean isCode(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
    }
}
