package org.crmkit.core.condition;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.function.Function;
import org.crmkit.core.condition.window.BoundWindow;

/**
 * Looks for events that followed each other.
 *
 * <p>For each step and event it is enough to know the latest event that can end the steps before: an earlier one lies further back and leaves more
 * room for what must not lie between. So the work is events times steps.
 */
final class EventSequence {
    private final Leaf.Sequence node;
    private final EventList events;
    private final BoundWindow window;
    private final ZoneId zone;
    private final Function<EventStream, Optional<Instant>> completeSince;

    /** Takes who knows from when on it is certain that nothing of a stream is missing. */
    EventSequence(
            Leaf.Sequence node,
            EventList events,
            BoundWindow window,
            ZoneId zone,
            Function<EventStream, Optional<Instant>> completeSince) {
        this.node = node;
        this.events = events;
        this.window = window;
        this.zone = zone;
        this.completeSince = completeSince;
    }

    /** Looks once with the doubtful events left out, and once with them, which brackets the answer. */
    Truth truth(boolean covered) {
        if (occurs(false)) {
            return Truth.TRUE;
        }
        return covered && !occurs(true) ? Truth.FALSE : Truth.UNKNOWN;
    }

    private boolean occurs(boolean withDoubtful) {
        int size = events.size();
        boolean[] ends = new boolean[size];
        for (int i = 0; i < size; i++) {
            ends[i] = matches(node.steps().get(0), i, withDoubtful);
        }
        for (int step = 1; step < node.steps().size(); step++) {
            ends = extend(ends, node.steps().get(step), withDoubtful);
        }
        for (boolean end : ends) {
            if (end) {
                return true;
            }
        }
        return false;
    }

    private boolean[] extend(boolean[] ends, Leaf.Sequence.Step step, boolean withDoubtful) {
        boolean[] extended = new boolean[ends.length];
        int before = -1;
        int pending = 0;
        for (int i = 0; i < ends.length; i++) {
            // Only events strictly earlier than this one can come before it.
            for (; pending < i && isBefore(pending, i); pending++) {
                before = ends[pending] ? pending : before;
            }
            extended[i] = before >= 0
                    && matches(step, i, withDoubtful)
                    && isWithin(before, i)
                    && (step.withoutBetween().isEmpty()
                            || isClear(step.withoutBetween().get(), before, i, withDoubtful));
        }
        return extended;
    }

    private boolean matches(Leaf.Sequence.Step step, int index, boolean withDoubtful) {
        if (!step.stream().includes(events.code(index)) || !window.contains(events.second(index), events.nano(index))) {
            return false;
        }
        if (step.where().isEmpty()) {
            return true;
        }
        Condition where = step.where().get();
        Truth truth = EventQuestion.ask(where, Reads.ofLines(where), events.activity(index));
        return truth == Truth.TRUE || withDoubtful && truth == Truth.UNKNOWN;
    }

    private boolean isWithin(int before, int index) {
        if (node.within().isEmpty()) {
            return true;
        }
        Period within = node.within().get();
        return !at(index)
                .isAfter(ZonedDateTime.ofInstant(at(before), zone).plus(within).toInstant());
    }

    /** Where activities may be missing, that none is there is not certain. */
    private boolean isClear(EventStream without, int before, int index, boolean withDoubtful) {
        for (int i = before + 1; i < index; i++) {
            if (without.includes(events.code(i)) && isBefore(before, i) && isBefore(i, index)) {
                return false;
            }
        }
        return withDoubtful
                || completeSince
                        .apply(without)
                        .map(since -> !at(before).isBefore(since))
                        .orElse(false);
    }

    private boolean isBefore(int a, int b) {
        return events.second(a) < events.second(b)
                || events.second(a) == events.second(b) && events.nano(a) < events.nano(b);
    }

    private Instant at(int index) {
        return Instant.ofEpochSecond(events.second(index), events.nano(index));
    }
}
