package org.crmkit.examples.report.intake;

import java.util.Comparator;

/** The order of customer ids: as numbers when every id is a whole number, else by code point. */
final class CustomerOrder {

    private CustomerOrder() {}

    static Comparator<String> of(boolean allWholeNumbers) {
        Comparator<String> text = CustomerOrder::compareCodePoints;
        return allWholeNumbers ? ((Comparator<String>) CustomerOrder::compareNumbers).thenComparing(text) : text;
    }

    static boolean isWholeNumber(String id) {
        int first = id.startsWith("-") ? 1 : 0;
        if (id.length() == first) {
            return false;
        }
        for (int i = first; i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static int compareNumbers(String left, String right) {
        boolean negative = left.startsWith("-");
        if (negative != right.startsWith("-")) {
            return negative ? -1 : 1;
        }
        String a = magnitude(left);
        String b = magnitude(right);
        int order = a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
        return negative ? -order : order;
    }

    private static String magnitude(String id) {
        int first = id.startsWith("-") ? 1 : 0;
        while (first < id.length() - 1 && id.charAt(first) == '0') {
            first++;
        }
        return id.substring(first);
    }

    private static int compareCodePoints(String left, String right) {
        int length = Math.min(left.length(), right.length());
        for (int i = 0; i < length; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                // Surrogates stand for code points above every other character, but sort below U+E000 as characters.
                boolean highA = Character.isSurrogate(a);
                boolean highB = Character.isSurrogate(b);
                return highA == highB ? Character.compare(a, b) : highA ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
