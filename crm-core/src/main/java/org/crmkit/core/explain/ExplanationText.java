package org.crmkit.core.explain;

import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** Turns an explanation into lines that a person can read. */
final class ExplanationText {
    private static final String BUNDLE = "org.crmkit.core.explain.messages";
    /** The host's default locale must not decide: a language without a bundle reads English. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    /** Six digits tell amounts and rates apart without pretending to more. */
    private static final MathContext SHOWN = new MathContext(6, RoundingMode.HALF_EVEN);

    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(E-?\\d{1,3})?");
    private static final int LONGEST_PLAIN_NUMBER = 15;
    private static final String CHOICE = "how.choice.";
    private static final String INPUT = "input.";
    private static final String ENDING = "ending.";
    private static final String NAME = "{0}";

    private ExplanationText() {}

    static String of(Explanation explanation, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, NO_DEFAULT_LOCALE);
        StringBuilder text = new StringBuilder();
        write(explanation, 0, words, text);
        return text.toString();
    }

    static Map<String, String> orderedCopy(Map<String, String> inputs) {
        Map<String, String> copy = new LinkedHashMap<>();
        inputs.forEach((name, value) -> copy.put(checkNotNull(name, "name"), checkNotNull(value, "value of %s", name)));
        return Collections.unmodifiableMap(copy);
    }

    private static void write(Explanation part, int depth, ResourceBundle words, StringBuilder text) {
        if (depth > 0) {
            text.append('\n').append("  ".repeat(depth));
        }
        text.append(word(words, part.code())).append(": ").append(number(part.value()));
        String how = how(part, words);
        if (!how.isEmpty()) {
            text.append(" (").append(how).append(')');
        }
        for (Explanation child : part.parts()) {
            write(child, depth + 1, words, text);
        }
    }

    private static String how(Explanation part, ResourceBundle words) {
        if (part instanceof Explanation.Fact fact) {
            return join(fact.inputs(), words);
        }
        if (part instanceof Explanation.Sum) {
            return word(words, "how.sum");
        }
        if (part instanceof Explanation.Product) {
            return word(words, "how.product");
        }
        if (part instanceof Explanation.Weighted weighted) {
            return word(words, "how.weighted") + ' ' + number(weighted.weight());
        }
        if (part instanceof Explanation.Banded banded) {
            return word(words, "how.banded") + ' ' + numbers(banded.thresholds());
        }
        return word(words, CHOICE + ((Explanation.Choice) part).rule());
    }

    private static String join(Map<String, String> inputs, ResourceBundle words) {
        StringBuilder joined = new StringBuilder();
        inputs.forEach((name, value) -> joined.append(joined.length() == 0 ? "" : ", ")
                .append(words.containsKey(INPUT + name) ? words.getString(INPUT + name) : name)
                .append(' ')
                .append(DECIMAL.matcher(value).matches() ? number(Double.parseDouble(value)) : value));
        return joined.toString();
    }

    private static String numbers(List<Double> values) {
        StringBuilder joined = new StringBuilder();
        for (double value : values) {
            joined.append(joined.length() == 0 ? "" : ", ").append(number(value));
        }
        return joined.toString();
    }

    private static String number(double value) {
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(SHOWN).stripTrailingZeros();
        int digitsBeforePoint = rounded.precision() - rounded.scale();
        return Math.abs(digitsBeforePoint) > LONGEST_PLAIN_NUMBER ? rounded.toString() : rounded.toPlainString();
    }

    /**
     * A code without an entry is shown as it is: an extension author needs no bundle to be understood. A last part such as {@code share}, which
     * scorecards and the like add to names that they are given, has a text around the name.
     */
    private static String word(ResourceBundle words, String code) {
        if (words.containsKey(code)) {
            return words.getString(code);
        }
        int dot = code.lastIndexOf('.');
        String ending = ENDING + code.substring(dot + 1);
        if (dot > 0 && words.containsKey(ending)) {
            return words.getString(ending).replace(NAME, word(words, code.substring(0, dot)));
        }
        return code.startsWith(CHOICE) ? code.substring(CHOICE.length()) : code;
    }
}
