package org.crmkit.core.condition;

import static org.crmkit.core.attribute.AttributeKey.decimal;
import static org.crmkit.core.attribute.AttributeKey.integer;
import static org.crmkit.core.attribute.AttributeKey.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.activity.SurveyResponse;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.money.Money;

/**
 * What an activity says, readable like attributes by conditions on events.
 *
 * <p>What an activity does not carry is missing, and a comparison with it is unknown.
 */
public final class ActivityFacts {
    /** The kind of activity, such as {@code interaction.visit}. */
    public static final AttributeKey<String> CODE = text("activity.code");

    /** The channel's code. */
    public static final AttributeKey<String> CHANNEL = text("activity.channel");

    /** What was charged by a purchase or given back by a refund, without a currency. */
    public static final AttributeKey<BigDecimal> AMOUNT = decimal("activity.amount");

    /** What an interaction was about, the category of a case, or the reason of a refund. */
    public static final AttributeKey<String> SUBJECT = text("activity.subject");

    /** How an interaction ended. */
    public static final AttributeKey<String> RESULT = text("activity.result");

    /** Who acted for the house. */
    public static final AttributeKey<String> BY = text("activity.by");

    /** How grave a service case is, 1 to 5. */
    public static final AttributeKey<Long> SEVERITY = integer("activity.severity");

    static final String PREFIX = "activity.";
    private static final String FIELD = "activity.field.";
    private static final String NUMBER = "activity.number.";
    private static final String ANSWER = "activity.answer.";
    private static final List<AttributeKey<?>> ALL = List.of(CODE, CHANNEL, AMOUNT, SUBJECT, RESULT, BY, SEVERITY);

    private ActivityFacts() {}

    /**
     * Returns the facts that have a fixed name.
     *
     * @return the keys, in a fixed order
     */
    public static List<AttributeKey<?>> all() {
        return ALL;
    }

    /**
     * Returns the key of a field of a host's own activity.
     *
     * @param name the name of the field
     * @return its key
     */
    public static AttributeKey<String> field(String name) {
        return text(FIELD + name);
    }

    /**
     * Returns the key of a field of a host's own activity that holds a number, so that it can be summed and compared.
     *
     * @param name the name of the field
     * @return its key; what is not a decimal such as {@code 12.50} is missing
     */
    public static AttributeKey<BigDecimal> number(String name) {
        return decimal(NUMBER + name);
    }

    /**
     * Returns the key of an answer in a survey.
     *
     * @param item the item asked about
     * @return its key
     */
    public static AttributeKey<BigDecimal> answer(String item) {
        return decimal(ANSWER + item);
    }

    /** Returns the key of a name that begins with the prefix, or empty if there is none. */
    static Optional<AttributeKey<?>> key(String name) {
        if (name.startsWith(FIELD)) {
            return Optional.of(text(name));
        }
        if (name.startsWith(NUMBER) || name.startsWith(ANSWER)) {
            return Optional.of(decimal(name));
        }
        return ALL.stream().filter(key -> key.name().equals(name)).findFirst();
    }

    static <T> Optional<T> value(AttributeKey<T> key, Activity activity) {
        return read(key.name(), activity).map(key.type().javaType()::cast);
    }

    private static Optional<?> read(String name, Activity activity) {
        if (name.startsWith(FIELD)) {
            return field(activity, name.substring(FIELD.length()));
        }
        if (name.startsWith(NUMBER)) {
            return field(activity, name.substring(NUMBER.length())).flatMap(ActivityFacts::decimalOf);
        }
        if (name.startsWith(ANSWER)) {
            return activity instanceof SurveyResponse survey
                    ? Optional.ofNullable(survey.answers().get(name.substring(ANSWER.length())))
                            .map(BigDecimal::valueOf)
                    : Optional.empty();
        }
        return switch (name) {
            case "activity.code" -> Optional.of(activity.code());
            case "activity.channel" -> activity.channel().map(Channel::toString);
            case "activity.amount" -> amount(activity);
            case "activity.subject" -> subject(activity);
            case "activity.result" ->
                activity instanceof Interaction interaction ? interaction.result() : Optional.empty();
            case "activity.by" -> activity instanceof Interaction interaction ? interaction.by() : Optional.empty();
            case "activity.severity" ->
                activity instanceof ServiceCaseEvent event
                        ? event.severity().map(Integer::longValue)
                        : Optional.empty();
            default ->
                throw new IllegalArgumentException(
                        "activity fact must be one of " + ALL + ", was " + name.toLowerCase(Locale.ROOT));
        };
    }

    private static Optional<String> field(Activity activity, String name) {
        return activity instanceof CustomActivity custom
                ? Optional.ofNullable(custom.fields().get(name))
                : Optional.empty();
    }

    private static Optional<BigDecimal> decimalOf(String text) {
        try {
            return Optional.of(AttributeType.DECIMAL.parse(text));
        } catch (IllegalArgumentException e) {
            // A host's text that is no number: what it says is not known.
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> amount(Activity activity) {
        if (activity instanceof Purchase purchase) {
            return Optional.of(purchase.amount()).map(Money::toBigDecimal);
        }
        return activity instanceof Refund refund ? Optional.of(refund.amount().toBigDecimal()) : Optional.empty();
    }

    private static Optional<String> subject(Activity activity) {
        if (activity instanceof Interaction interaction) {
            return interaction.subject();
        }
        if (activity instanceof ServiceCaseEvent event) {
            return event.category();
        }
        return activity instanceof Refund refund ? refund.reason() : Optional.empty();
    }
}
