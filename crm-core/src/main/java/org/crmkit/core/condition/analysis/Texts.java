package org.crmkit.core.condition.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.crmkit.core.condition.Leaf;

/** Texts that begin with, end with and contain what is asked for, in many combinations. */
final class Texts {
    private static final int MOST = 6;

    private Texts() {}

    static Set<Object> of(List<Leaf.TextTest> tests) {
        List<String> starts = parts(tests, Leaf.TextTest.Op.STARTS_WITH);
        List<String> ends = parts(tests, Leaf.TextTest.Op.ENDS_WITH);
        List<String> inner = parts(tests, Leaf.TextTest.Op.CONTAINS);
        Set<Object> texts = new LinkedHashSet<>();
        for (String start : starts) {
            for (String end : ends) {
                for (int some = 0; some < 1 << Math.min(MOST, inner.size() - 1); some++) {
                    texts.add(start + joined(inner, some) + end);
                }
            }
        }
        for (Leaf.TextTest test : tests) {
            texts.add(test.value());
            texts.add(test.value().toUpperCase(Locale.ROOT));
            texts.add(test.value().toLowerCase(Locale.ROOT));
        }
        return texts;
    }

    /** Returns nothing at all, and what the tests of one kind ask for. */
    private static List<String> parts(List<Leaf.TextTest> tests, Leaf.TextTest.Op op) {
        Set<String> parts = new LinkedHashSet<>();
        parts.add("");
        for (Leaf.TextTest test : tests) {
            if (test.op() == op && parts.size() <= MOST) {
                parts.add(test.value());
            }
        }
        return new ArrayList<>(parts);
    }

    private static String joined(List<String> inner, int some) {
        StringBuilder joined = new StringBuilder(" ");
        for (int i = 0; i + 1 < inner.size(); i++) {
            if ((some >> i & 1) == 1) {
                joined.append(inner.get(i + 1)).append(' ');
            }
        }
        return joined.toString();
    }
}
