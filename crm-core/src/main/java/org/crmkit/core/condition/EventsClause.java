package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;

/** What can be asked of events: which ones, when, and what they add up to. */
public final class EventsClause {
    private final EventStream stream;
    private final Optional<Condition> where;
    private final TimeWindow window;
    private final Optional<ZoneId> zone;
    private final boolean assumeComplete;
    private final Optional<Purpose> purpose;

    private EventsClause(
            EventStream stream,
            Optional<Condition> where,
            TimeWindow window,
            Optional<ZoneId> zone,
            boolean assumeComplete,
            Optional<Purpose> purpose) {
        this.stream = stream;
        this.where = where;
        this.window = window;
        this.zone = zone;
        this.assumeComplete = assumeComplete;
        this.purpose = purpose;
    }

    static EventsClause of(EventStream stream) {
        return new EventsClause(stream, Optional.empty(), TimeWindow.ever(), Optional.empty(), false, Optional.empty());
    }

    /**
     * Takes only events of which a condition holds, or one of whose lines does.
     *
     * @param condition reads facts of activities or lines; said twice, both must hold
     * @return the clause with the condition
     */
    public EventsClause where(Condition condition) {
        return new EventsClause(
                stream,
                Optional.of(where.map(other -> Conditions.all(other, condition)).orElse(condition)),
                window,
                zone,
                assumeComplete,
                purpose);
    }

    /**
     * Takes only events in a window.
     *
     * @param newWindow the window
     * @return the clause with the window
     */
    public EventsClause in(TimeWindow newWindow) {
        return new EventsClause(stream, where, newWindow, zone, assumeComplete, purpose);
    }

    /**
     * Takes only events since the same local time a period ago.
     *
     * @param period the period, such as 90 days
     * @return the clause with the window
     */
    public EventsClause last(Period period) {
        return in(new TimeWindow.Last(period));
    }

    /**
     * Takes only events of an exact length of time up to now.
     *
     * @param duration the length, such as 24 hours
     * @return the clause with the window
     */
    public EventsClause last(Duration duration) {
        return in(new TimeWindow.LastDuration(duration));
    }

    /**
     * Takes only events of whole local dates up to and including today.
     *
     * @param days how many, 1 being today only
     * @return the clause with the window
     */
    public EventsClause lastDays(int days) {
        return in(new TimeWindow.LastDays(days));
    }

    /**
     * Takes only events of the current stretch of the calendar up to now.
     *
     * @param unit such as the month
     * @return the clause with the window
     */
    public EventsClause thisUnit(CalendarUnit unit) {
        return in(new TimeWindow.ToDate(unit));
    }

    /**
     * Takes only events of the stretch of the calendar before the current one.
     *
     * @param unit such as the month
     * @return the clause with the window
     */
    public EventsClause previous(CalendarUnit unit) {
        return in(new TimeWindow.Previous(unit));
    }

    /**
     * Takes only events of given local dates.
     *
     * @param first the first day
     * @param last the last day, included
     * @return the clause with the window
     */
    public EventsClause fromTo(LocalDate first, LocalDate last) {
        return in(new TimeWindow.Dates(Optional.of(first), Optional.of(last)));
    }

    /**
     * Takes only events between two times ago, such as 30 to 90 days.
     *
     * @param nearest how long ago at least
     * @param furthest how long ago at most
     * @return the clause with the window
     */
    public EventsClause between(Period nearest, Period furthest) {
        return in(new TimeWindow.Ago(nearest, furthest));
    }

    /**
     * Takes only events around the date of an attribute.
     *
     * @param anchor the attribute
     * @param before how long before the date
     * @param after how long after the date
     * @return the clause with the window
     */
    public EventsClause around(AttributeKey<LocalDate> anchor, Period before, Period after) {
        return in(new TimeWindow.Around(anchor, before, after));
    }

    /**
     * Counts days in a zone of its own, whether the window is given before or after.
     *
     * @param newZone where midnight is
     * @return the clause with the zone
     */
    public EventsClause inZone(ZoneId newZone) {
        return new EventsClause(stream, where, window, Optional.of(newZone), assumeComplete, purpose);
    }

    /**
     * Takes the history to be complete, also before the customer was first observed.
     *
     * @return the clause with the assumption
     */
    public EventsClause assumingComplete() {
        return new EventsClause(stream, where, window, zone, true, purpose);
    }

    /**
     * Names the purpose for which the date of the window is read.
     *
     * @param newPurpose what for
     * @return the clause with the purpose
     */
    public EventsClause forPurpose(Purpose newPurpose) {
        return new EventsClause(stream, where, window, zone, assumeComplete, Optional.of(newPurpose));
    }

    /**
     * Asks how many there are.
     *
     * @return what can be asked of the number
     */
    public AggregateClause count() {
        return new AggregateClause(this, Aggregate.COUNT, Optional.empty());
    }

    /**
     * Asks the sum of a field.
     *
     * @param field a fact of the activity or of its lines
     * @return what can be asked of the number
     */
    public AggregateClause sum(AttributeKey<?> field) {
        return new AggregateClause(this, Aggregate.SUM, Optional.of(field));
    }

    /**
     * Asks the mean of a field.
     *
     * @param field a fact of the activity or of its lines
     * @return what can be asked of the number
     */
    public AggregateClause average(AttributeKey<?> field) {
        return new AggregateClause(this, Aggregate.AVG, Optional.of(field));
    }

    /**
     * Asks the least value of a field.
     *
     * @param field a fact of the activity or of its lines
     * @return what can be asked of the number
     */
    public AggregateClause min(AttributeKey<?> field) {
        return new AggregateClause(this, Aggregate.MIN, Optional.of(field));
    }

    /**
     * Asks the greatest value of a field.
     *
     * @param field a fact of the activity or of its lines
     * @return what can be asked of the number
     */
    public AggregateClause max(AttributeKey<?> field) {
        return new AggregateClause(this, Aggregate.MAX, Optional.of(field));
    }

    /**
     * Asks how many different values of a field there are.
     *
     * @param field a fact of the activity or of its lines
     * @return what can be asked of the number
     */
    public AggregateClause distinct(AttributeKey<?> field) {
        return new AggregateClause(this, Aggregate.DISTINCT, Optional.of(field));
    }

    /**
     * Asks how many days ago the last one was; unknown without any.
     *
     * @return what can be asked of the number
     */
    public AggregateClause daysSinceLast() {
        return new AggregateClause(this, Aggregate.DAYS_SINCE_LAST, Optional.empty());
    }

    /**
     * Asks how many days ago the first one was; unknown without any.
     *
     * @return what can be asked of the number
     */
    public AggregateClause daysSinceFirst() {
        return new AggregateClause(this, Aggregate.DAYS_SINCE_FIRST, Optional.empty());
    }

    /**
     * Returns the condition that there is at least one.
     *
     * @return the condition
     */
    public Condition exist() {
        return count().atLeast(1);
    }

    /**
     * Returns the condition that there is none.
     *
     * @return the condition
     */
    public Condition none() {
        return count().is(0);
    }

    Condition leaf(Aggregate aggregate, Optional<AttributeKey<?>> field, Comparison op, BigDecimal value) {
        TimeWindow zoned =
                zone.<TimeWindow>map(days -> new TimeWindow.Zoned(window, days)).orElse(window);
        return new Leaf.Events(stream, where, zoned, aggregate, field, op, value, assumeComplete, purpose);
    }

    Leaf.Sequence.Step step(Optional<EventStream> withoutBetween) {
        if (!(window instanceof TimeWindow.Ever) || zone.isPresent() || assumeComplete || purpose.isPresent()) {
            throw new IllegalArgumentException("window of a step must be that of the sequence, was given on the step");
        }
        return new Leaf.Sequence.Step(stream, where, withoutBetween);
    }
}
