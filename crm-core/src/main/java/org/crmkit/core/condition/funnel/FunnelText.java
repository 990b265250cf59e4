package org.crmkit.core.condition.funnel;

import java.util.Locale;
import java.util.ResourceBundle;
import org.crmkit.core.condition.MembershipPolicy;

/** Says a report in words. */
final class FunnelText {
    private static final String BUNDLE = "org.crmkit.core.condition.funnel.messages";
    /** The host's default locale must not decide: a language without a bundle reads English. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FunnelText() {}

    static String of(FunnelReport report, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(BUNDLE, locale, NO_DEFAULT_LOCALE);
        StringBuilder text = new StringBuilder(say(words, "customers", report.customers()));
        for (int i = 0; i < report.steps().size(); i++) {
            FunnelStep step = report.steps().get(i);
            text.append('\n')
                    .append(say(
                            words,
                            "step",
                            i + 1,
                            step.name(),
                            step.allSoFar().in(),
                            step.allSoFar().unknown(),
                            report.lost(i, MembershipPolicy.UNKNOWN_IS_OUT),
                            step.alone().in(),
                            step.onlyObstacle(),
                            report.first(i)));
        }
        return text.toString();
    }

    /** Replaces {0}, {1}, … by the arguments; what replaces them is not looked at again. */
    private static String say(ResourceBundle words, String key, Object... arguments) {
        StringBuilder text = new StringBuilder();
        String pattern = words.getString(key);
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                text.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                text.append(pattern.charAt(i));
            }
        }
        return text.toString();
    }
}
