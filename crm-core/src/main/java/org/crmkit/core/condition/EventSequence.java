package org.crmkit.core.condition;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
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

    EventSequence(Leaf.Sequence node, EventList events, BoundWindow window, ZoneId zone) {
        this.node = node;
        this.events = events;
        this.window = window;
        this.zone = zone;
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
                    && isClear(step.withoutBetween(), before, i);
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

    private boolean isClear(Optional<EventStream> without, int before, int index) {
        for (int i = before + 1; without.isPresent() && i < index; i++) {
            if (without.get().includes(events.code(i)) && isBefore(before, i) && isBefore(i, index)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBefore(int a, int b) {
        return events.second(a) < events.second(b)
                || events.second(a) == events.second(b) && events.nano(a) < events.nano(b);
    }

    private Instant at(int index) {
        return Instant.ofEpochSecond(events.second(index), events.nano(index));
    }
}
