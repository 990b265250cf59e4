package org.crmkit.core.condition.json;

/** Steps of JSON pointers. */
final class Pointers {
    private static final int LONGEST_STEP = 100;

    private Pointers() {}

    /** Returns a name as a step; RFC 6901 section 3, shortened where it is long. */
    static String escaped(String name) {
        String shown = name.length() <= LONGEST_STEP ? name : name.substring(0, LONGEST_STEP) + "...";
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
