package org.crmkit.core.condition.json;

/** Steps of JSON pointers, and words from a document that may be shown in a message. */
final class Pointers {
    private static final int LONGEST_STEP = 100;
    private static final int LONGEST_POINTER = 800;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_MESSAGE = 500;

    private Pointers() {}

    /** Returns a name as a step; RFC 6901 section 3, shortened where it is long. */
    static String escaped(String name) {
        String shown = name.length() <= LONGEST_STEP ? name : name.substring(0, LONGEST_STEP) + "...";
        return plain(shown).replace("~", "~0").replace("/", "~1");
    }

    /** Returns a pointer, cut short where names that are none of the language's have made it endless. */
    static String shown(String pointer) {
        return pointer.length() <= LONGEST_POINTER ? pointer : pointer.substring(0, LONGEST_POINTER) + "...";
    }

    /**
     * Returns a word of the language that a document got wrong, for the end of a message.
     *
     * <p>Never called for literals, which may be sensitive. What does not look like a word is not shown.
     */
    static String was(String word) {
        boolean shown =
                !word.isEmpty() && word.length() <= LONGEST_WORD && word.chars().allMatch(Pointers::isShown);
        return shown ? ", was \"" + word + '"' : ", was another text";
    }

    private static boolean isShown(int c) {
        return c > ' ' && c < 127 && c != '"';
    }

    /** Returns what was said of a value by its own check, without what could upset a log. */
    static String plain(String message) {
        String shown = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "...";
        return shown.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
