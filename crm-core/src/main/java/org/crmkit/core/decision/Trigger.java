package org.crmkit.core.decision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.profile.Profile;

/**
 * Watches one thing about customers: a birthday, a refill that falls due, a tier.
 *
 * <p>It decides what is so at an instant, and until when that holds. It may assume nothing about the order of instants it is asked. It must answer from the
 * facts and the instant alone, name a {@link Signal#validUntil()} after the instant, and never one too late: between the two its answer may not change while
 * the facts stay the same (too early is allowed and costs a second look). It must be thread-safe and quick. An event happens when the label changes to
 * another one.
 *
 * @param <T> the facts that the host keeps of each customer
 */
public interface Trigger<T> {

    /**
     * Returns the name of the trigger.
     *
     * @return 1 to 200 characters, the same for ever
     */
    String id();

    /**
     * Returns what is so at an instant.
     *
     * @param facts what is known of a customer
     * @param at the instant
     * @return the label, and until when it holds
     */
    Signal observe(T facts, Instant at);

    /**
     * Returns a trigger of one's own.
     *
     * @param id the name
     * @param observe gives the signal at an instant: a tier, a level of risk, a condition with its {@code validUntil}
     * @param <T> the facts
     * @return the trigger
     */
    static <T> Trigger<T> of(String id, BiFunction<T, Instant, Signal> observe) {
        return new StandardTriggers.Own<>(id, observe);
    }

    /**
     * Returns a trigger for the same day of every year: birthdays, anniversaries of joining.
     *
     * <p>The label is the date of the occasion. It is set from midnight, so many days ahead, to the end of the day itself, from the first return of the
     * date on.
     *
     * @param id the name, such as {@code birthday}
     * @param date the date of birth or joining, if known
     * @param leapDay when 29 February is kept in common years
     * @param daysAhead how many days ahead, 0 to 180
     * @param zone where midnight is
     * @param <T> the facts
     * @return the trigger
     */
    static <T> Trigger<T> yearly(
            String id, Function<T, Optional<LocalDate>> date, LeapDayRule leapDay, int daysAhead, ZoneId zone) {
        return new StandardTriggers.Yearly<>(id, date, leapDay, daysAhead, zone);
    }

    /**
     * Returns a trigger for the dates of a table: festivals of the lunar calendar, trade fairs.
     *
     * <p>The label is the date. After the last date of the table the trigger is silent, so the host extends the table in time.
     *
     * @param id the name, such as {@code spring-festival}
     * @param dates the dates, at least one
     * @param daysAhead how many days ahead, 0 to 180
     * @param zone where midnight is
     * @param <T> the facts, which do not matter
     * @return the trigger
     */
    static <T> Trigger<T> onDates(String id, SortedSet<LocalDate> dates, int daysAhead, ZoneId zone) {
        return new StandardTriggers.OnDates<>(id, dates, daysAhead, zone);
    }

    /**
     * Returns a trigger for an instant that each customer's facts name: a refill that falls due, a card that expires.
     *
     * <p>The label is the due instant. It is set from {@code ahead} before it on, until the facts name another one.
     *
     * @param id the name, such as {@code refill-due}
     * @param due the due instant, if there is one
     * @param ahead how long before, at least zero
     * @param <T> the facts
     * @return the trigger
     */
    static <T> Trigger<T> due(String id, Function<T, Optional<Instant>> due, Duration ahead) {
        return new StandardTriggers.Due<>(id, due, ahead);
    }

    /**
     * Returns a trigger for conditions over profiles: levels of risk, a tier by rule, a segment entered.
     *
     * <p>The label is that of the first condition that holds. The facts are the customer's profile, asked at later instants as if nothing had happened since
     * it was made; the host gives a new profile to {@link TriggerQueue#update} when something did.
     *
     * @param id the name, such as {@code at-risk}
     * @param cases labels with their conditions, the one that wins first; at least one
     * @param context consents, segments and calendar; its own moment is not used
     * @param policy what becomes of customers for whom a condition is unknown
     * @return the trigger
     */
    static Trigger<Profile> when(
            String id, List<LabeledCondition> cases, EvaluationContext context, MembershipPolicy policy) {
        return ConditionTrigger.of(id, cases, context, policy);
    }
}
