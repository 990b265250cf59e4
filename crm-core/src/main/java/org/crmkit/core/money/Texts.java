package org.crmkit.core.money;

/** Keeps foreign text in messages short. */
final class Texts {

    private static final int LIMIT = 40;

    private Texts() {}

    static String shortened(CharSequence text) {
        return text.length() <= LIMIT ? text.toString() : text.subSequence(0, LIMIT) + "...";
    }
}
