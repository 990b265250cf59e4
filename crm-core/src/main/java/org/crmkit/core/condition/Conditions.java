package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.consent.Purpose;

/**
 * Builds conditions so that they read like the question, with static imports.
 *
 * <pre>{@code
 * Condition chronicVip = all(
 *         where(REGION).isOneOf("CN-44", "CN-11"),
 *         age(BIRTH_DATE).isAtLeast(Period.ofYears(25)),
 *         any(purchases().last(Period.ofDays(90)).count().atLeast(3),
 *             purchases().last(Period.ofDays(90)).sum(ActivityFacts.AMOUNT).atLeast("500.00")),
 *         where(CONDITIONS).forPurpose(CARE).containsAny("diabetes-2"),
 *         not(segment("opted-out")));
 * }</pre>
 */
public final class Conditions {
    private Conditions() {}

    /**
     * Returns the condition that all parts hold.
     *
     * @param parts the parts; without parts it holds
     * @return the junction
     */
    public static Condition all(Condition... parts) {
        return new Condition.All(List.of(parts));
    }

    /**
     * Returns the condition that all parts hold.
     *
     * @param parts the parts; without parts it holds
     * @return the junction
     */
    public static Condition all(List<? extends Condition> parts) {
        return new Condition.All(List.copyOf(parts));
    }

    /**
     * Returns the condition that at least one part holds.
     *
     * @param parts the parts; without parts it does not hold
     * @return the junction
     */
    public static Condition any(Condition... parts) {
        return new Condition.Any(List.of(parts));
    }

    /**
     * Returns the condition that at least one part holds.
     *
     * @param parts the parts; without parts it does not hold
     * @return the junction
     */
    public static Condition any(List<? extends Condition> parts) {
        return new Condition.Any(List.copyOf(parts));
    }

    /**
     * Returns the condition that a part does not hold.
     *
     * @param part the part
     * @return the negation
     */
    public static Condition not(Condition part) {
        return new Condition.Not(part);
    }

    /**
     * Returns the condition that at least a number of parts hold.
     *
     * @param count how many, in [0, number of parts]
     * @param parts the parts
     * @return the junction
     */
    public static Condition atLeast(int count, Condition... parts) {
        return new Condition.AtLeast(count, List.of(parts));
    }

    /**
     * Returns the condition that at most a number of parts hold.
     *
     * @param count how many, in [0, number of parts]
     * @param parts the parts
     * @return the junction
     */
    public static Condition atMost(int count, Condition... parts) {
        return new Condition.AtMost(count, List.of(parts));
    }

    /**
     * Returns the condition that holds for everyone.
     *
     * @return the constant
     */
    public static Condition always() {
        return new Condition.Always();
    }

    /**
     * Returns the condition that holds for no one.
     *
     * @return the constant
     */
    public static Condition never() {
        return new Condition.Never();
    }

    /**
     * Begins a condition on an attribute of a customer, a fact of the summary, or a fact of an activity or line.
     *
     * @param key what is asked about
     * @param <T> the type of its values
     * @return what can be asked of it
     */
    public static <T> AttributeClause<T> where(AttributeKey<T> key) {
        return new AttributeClause<>(key, Optional.empty());
    }

    /**
     * Begins a condition on the time since a date.
     *
     * @param key a date, such as that of birth
     * @return what can be asked of it
     */
    public static AgeClause age(AttributeKey<LocalDate> key) {
        return new AgeClause(key, Optional.empty());
    }

    /**
     * Begins a condition on the time since an instant.
     *
     * @param key an instant
     * @return what can be asked of it
     */
    public static AgeClause timeSince(AttributeKey<Instant> key) {
        return new AgeClause(key, Optional.empty());
    }

    /**
     * Returns the condition that the day of a date returns within some days from today on: a birthday that is near.
     *
     * @param key a date
     * @param daysAhead how many days ahead, 0 for today only
     * @return the condition
     */
    public static Condition anniversary(AttributeKey<LocalDate> key, int daysAhead) {
        return where(key).anniversary(daysAhead, 0);
    }

    /**
     * Returns the condition that a place lies within a distance.
     *
     * @param latitude the attribute that holds degrees north, not sensitive
     * @param longitude the attribute that holds degrees east, not sensitive
     * @param north the latitude of the point
     * @param east the longitude of the point
     * @param kilometers the distance
     * @return the condition
     */
    public static Condition near(
            AttributeKey<BigDecimal> latitude,
            AttributeKey<BigDecimal> longitude,
            double north,
            double east,
            double kilometers) {
        return near(Read.of(latitude), Read.of(longitude), north, east, kilometers);
    }

    /**
     * Returns the condition that a place lies within a distance, read for a purpose.
     *
     * @param latitude the attribute that holds degrees north
     * @param longitude the attribute that holds degrees east
     * @param purpose what for
     * @param north the latitude of the point
     * @param east the longitude of the point
     * @param kilometers the distance
     * @return the condition
     */
    public static Condition near(
            AttributeKey<BigDecimal> latitude,
            AttributeKey<BigDecimal> longitude,
            Purpose purpose,
            double north,
            double east,
            double kilometers) {
        return near(
                new Read<>(latitude, Optional.of(purpose)),
                new Read<>(longitude, Optional.of(purpose)),
                north,
                east,
                kilometers);
    }

    private static Condition near(
            Read<BigDecimal> latitude, Read<BigDecimal> longitude, double north, double east, double kilometers) {
        return new Leaf.Near(
                latitude,
                longitude,
                Limits.finite(north, "north"),
                Limits.finite(east, "east"),
                Limits.finite(kilometers, "kilometers"));
    }

    /**
     * Begins a condition on purchases.
     *
     * @return what can be asked of them
     */
    public static EventsClause purchases() {
        return events(EventStream.PURCHASE);
    }

    /**
     * Begins a condition on refunds.
     *
     * @return what can be asked of them
     */
    public static EventsClause refunds() {
        return events(EventStream.REFUND);
    }

    /**
     * Begins a condition on purchases less refunds.
     *
     * @return what can be asked of them
     */
    public static EventsClause spending() {
        return events(EventStream.SPENDING);
    }

    /**
     * Begins a condition on activities of a kind.
     *
     * @param stream the code of the activities, or its first part
     * @return what can be asked of them
     */
    public static EventsClause events(String stream) {
        return events(new EventStream(stream));
    }

    /**
     * Begins a condition on activities of a stream.
     *
     * @param stream the activities
     * @return what can be asked of them
     */
    public static EventsClause events(EventStream stream) {
        return EventsClause.of(stream);
    }

    /**
     * Begins a condition on events that follow each other.
     *
     * @param first the first of them
     * @return the sequence so far
     */
    public static SequenceClause sequence(EventsClause first) {
        return SequenceClause.of(first);
    }

    /**
     * Returns the condition that a customer belongs to another segment.
     *
     * @param id the id of the segment
     * @return the condition
     */
    public static Condition segment(String id) {
        return new Leaf.InSegment(id, OptionalInt.empty());
    }

    /**
     * Returns the condition that a customer belongs to a version of another segment.
     *
     * @param id the id of the segment
     * @param version its version, at least 1
     * @return the condition
     */
    public static Condition segment(String id, int version) {
        return new Leaf.InSegment(id, OptionalInt.of(version));
    }

    /**
     * Returns the condition that a tag holds now.
     *
     * @param tag the tag
     * @return the condition
     */
    public static Condition tag(String tag) {
        return new Leaf.Tagged(tag, Optional.empty());
    }

    /**
     * Returns the condition that a tag has held for some time.
     *
     * @param tag the tag
     * @param heldFor how long at least, in local time
     * @return the condition
     */
    public static Condition tag(String tag, Period heldFor) {
        return new Leaf.Tagged(tag, Optional.of(heldFor));
    }

    /**
     * Begins a condition on the number of a score.
     *
     * @param name the name of the score
     * @return what can be asked of it
     */
    public static ScoreClause score(String name) {
        return new ScoreClause(name, Optional.empty());
    }

    /**
     * Returns the condition that a score which is a label is one of several.
     *
     * @param model the name of the score
     * @param labels the labels
     * @return the condition
     */
    public static Condition label(String model, String... labels) {
        return new Leaf.Labeled(model, List.of(labels));
    }

    /**
     * Returns the condition that draws a fixed share of customers by their ids.
     *
     * @param salt makes different draws independent of each other
     * @param share the share of all customers, in [0, 1]
     * @return the condition
     */
    public static Condition sample(String salt, double share) {
        return new Leaf.Sample(salt, Limits.finite(share, "share"));
    }

    /**
     * Returns the condition of an extension.
     *
     * @param extension the extension
     * @return a leaf around it
     */
    public static Condition custom(CustomCondition extension) {
        return new Leaf.Custom(extension);
    }
}
