package org.crmkit.core.condition;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;

/** Events that follow each other, so far. */
public final class SequenceClause {
    private final List<Leaf.Sequence.Step> steps;
    private final Optional<Period> within;
    private final TimeWindow window;
    private final boolean assumeComplete;
    private final Optional<Purpose> purpose;

    private SequenceClause(
            List<Leaf.Sequence.Step> steps,
            Optional<Period> within,
            TimeWindow window,
            boolean assumeComplete,
            Optional<Purpose> purpose) {
        this.steps = steps;
        this.within = within;
        this.window = window;
        this.assumeComplete = assumeComplete;
        this.purpose = purpose;
    }

    static SequenceClause of(EventsClause first) {
        return new SequenceClause(
                List.of(first.step(Optional.empty())), Optional.empty(), TimeWindow.ever(), false, Optional.empty());
    }

    /**
     * Adds an event that came later.
     *
     * @param next the event, without a window of its own
     * @return the longer sequence
     */
    public SequenceClause then(EventsClause next) {
        return plus(next.step(Optional.empty()));
    }

    /**
     * Adds an event that came later, with no activity of a kind between it and the one before.
     *
     * @param stream the activities that must not lie between
     * @param next the event, without a window of its own
     * @return the longer sequence
     */
    public SequenceClause thenWithout(EventStream stream, EventsClause next) {
        return plus(next.step(Optional.of(stream)));
    }

    /**
     * Adds an event that came later, with no activity of a kind between it and the one before.
     *
     * @param stream the code of the activities that must not lie between, or its first part
     * @param next the event, without a window of its own
     * @return the longer sequence
     */
    public SequenceClause thenWithout(String stream, EventsClause next) {
        return thenWithout(new EventStream(stream), next);
    }

    /**
     * Limits the time between an event and the next.
     *
     * @param period how long at most, in local time
     * @return the clause with the limit
     */
    public SequenceClause within(Period period) {
        return new SequenceClause(steps, Optional.of(period), window, assumeComplete, purpose);
    }

    /**
     * Takes only events in a window.
     *
     * @param newWindow the window
     * @return the clause with the window
     */
    public SequenceClause in(TimeWindow newWindow) {
        return new SequenceClause(steps, within, newWindow, assumeComplete, purpose);
    }

    /**
     * Takes only events since the same local time a period ago.
     *
     * @param period the period, such as a year
     * @return the clause with the window
     */
    public SequenceClause last(Period period) {
        return in(new TimeWindow.Last(period));
    }

    /**
     * Takes the history to be complete, also before the customer was first observed.
     *
     * @return the clause with the assumption
     */
    public SequenceClause assumingComplete() {
        return new SequenceClause(steps, within, window, true, purpose);
    }

    /**
     * Names the purpose for which the date of the window is read.
     *
     * @param newPurpose what for
     * @return the clause with the purpose
     */
    public SequenceClause forPurpose(Purpose newPurpose) {
        return new SequenceClause(steps, within, window, assumeComplete, Optional.of(newPurpose));
    }

    /**
     * Returns the condition that the events followed each other so.
     *
     * @return the condition
     */
    public Condition occurs() {
        return new Leaf.Sequence(steps, within, window, assumeComplete, purpose);
    }

    private SequenceClause plus(Leaf.Sequence.Step step) {
        List<Leaf.Sequence.Step> more = new ArrayList<>(steps);
        more.add(step);
        return new SequenceClause(List.copyOf(more), within, window, assumeComplete, purpose);
    }
}
