package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.ServiceCaseEvent;

/**
 * A kind of activity that conditions count and sum.
 *
 * <p>A stream is the {@linkplain org.crmkit.core.activity.Activity#code() code} of activities, or the first part of it: {@code interaction} is
 * visits, calls and all else of the kind. Two names stand for more: {@code activity} is everything, and {@code spending} is purchases and
 * refunds, the amounts of refunds being negative. A host's own activities are streams without further ado: {@code custom.app-open}. What can never
 * be the code of an activity is refused: it would count nothing, for everyone, without a word.
 *
 * @param name {@code activity}, {@code purchase}, {@code refund} or {@code spending}; {@code interaction} or {@code case}, alone or with a kind after a
 *     point; {@code survey} or {@code custom}, alone or with a word of the host after a point; at most 80 characters
 */
public record EventStream(String name) {
    private static final int LONGEST_NAME = 80;
    private static final Set<String> WITHOUT_KINDS = Set.of("activity", "purchase", "refund", "spending");
    private static final Set<String> WITH_WORDS_OF_THE_HOST = Set.of("survey", "custom");
    private static final Set<String> CLOSED = Stream.concat(
                    Arrays.stream(Interaction.Kind.values()).map(kind -> "interaction." + word(kind)),
                    Arrays.stream(ServiceCaseEvent.Step.values()).map(step -> "case." + word(step)))
            .collect(Collectors.toUnmodifiableSet());

    /** Everything. */
    public static final EventStream ACTIVITY = new EventStream("activity");

    /** Purchases. */
    public static final EventStream PURCHASE = new EventStream("purchase");

    /** Refunds, with what was given back as a positive amount. */
    public static final EventStream REFUND = new EventStream("refund");

    /** Purchases and refunds, the amounts of refunds being negative. */
    public static final EventStream SPENDING = new EventStream("spending");

    /**
     * Checks the name.
     *
     * @param name lower-case words
     */
    public EventStream {
        checkNotNull(name, "name");
        checkArgument(
                name.length() <= LONGEST_NAME && name.chars().allMatch(EventStream::isOfCode) && isOfActivities(name),
                "stream must be activity, purchase, refund or spending, or interaction, case, survey or custom, alone or with a"
                        + " kind of theirs after a point, in a-z, 0-9, hyphen and dot, was %s",
                Limits.quoted(name));
    }

    /**
     * Returns the stream of contacts of a kind.
     *
     * @param kind such as a visit
     * @return the stream
     */
    public static EventStream of(Interaction.Kind kind) {
        return new EventStream("interaction." + word(kind));
    }

    /**
     * Returns the stream of a step of service cases.
     *
     * @param step such as a complaint that was opened
     * @return the stream
     */
    public static EventStream of(ServiceCaseEvent.Step step) {
        return new EventStream("case." + word(step));
    }

    /**
     * Returns the stream of answers to a survey.
     *
     * @param instrument which survey, such as {@code nps}
     * @return the stream
     */
    public static EventStream survey(String instrument) {
        return new EventStream("survey." + checkNotNull(instrument, "instrument"));
    }

    /**
     * Returns the stream of a host's own activities.
     *
     * @param name what happened, such as {@code app-open}
     * @return the stream
     */
    public static EventStream custom(String name) {
        return new EventStream("custom." + checkNotNull(name, "name"));
    }

    /**
     * Tells whether activities of a code are in the stream.
     *
     * @param code the code of an activity
     * @return true for the code itself and for those that begin with it and a dot
     */
    public boolean includes(String code) {
        if (code.equals(name) || name.equals("activity")) {
            return true;
        }
        if (name.equals("spending")) {
            return code.equals("purchase") || code.equals("refund");
        }
        return code.length() > name.length() && code.charAt(name.length()) == '.' && code.startsWith(name);
    }

    /** Tells whether amounts in the stream can be negative. */
    boolean isSigned() {
        return name.equals("spending");
    }

    @Override
    public String toString() {
        return name;
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isOfCode(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
    }

    private static boolean isOfActivities(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return WITHOUT_KINDS.contains(name)
                    || WITH_WORDS_OF_THE_HOST.contains(name)
                    || name.equals("interaction")
                    || name.equals("case");
        }
        return CLOSED.contains(name)
                || WITH_WORDS_OF_THE_HOST.contains(name.substring(0, dot)) && dot < name.length() - 1;
    }
}
