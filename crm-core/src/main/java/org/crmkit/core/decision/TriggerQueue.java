package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.crmkit.core.customer.CustomerId;

/**
 * Knows when to look at whom next, and reports what became so.
 *
 * <p>For each customer and trigger it keeps the last label and the next instant at which that may change, so that a step in time costs O(due log n) and
 * not O(customers). Events come in the order of their instants, then of the ids, then of the triggers; cutting a step in time into smaller ones
 * changes nothing. About 150 bytes for each customer and trigger, and at most three times as many while facts change often. Not thread-safe: one thread steps through time. A sink only takes
 * events: it must not call the queue, whose answer to what the event brings about is due after the step. To answer each event before time goes on, step
 * with {@link #nextInstant()}.
 *
 * @param <T> the facts that the host keeps of each customer
 */
public final class TriggerQueue<T> {

    /** Fewer looks than these are not worth tidying. */
    private static final int FEWEST_LOOKS = 64;

    private final List<Trigger<T>> triggers;
    private final Map<CustomerId, Watched<T>> watched = new HashMap<>();
    private final PriorityQueue<Look> looks = new PriorityQueue<>();
    private Instant now;
    private boolean busy;

    /**
     * Creates an empty queue.
     *
     * @param triggers what to watch, no id twice
     * @param start the instant from which time goes forward
     */
    public TriggerQueue(List<? extends Trigger<T>> triggers, Instant start) {
        this.triggers = List.copyOf(triggers);
        this.now = checkNotNull(start, "start");
        long ids = this.triggers.stream().map(Trigger::id).distinct().count();
        checkArgument(
                ids == this.triggers.size(),
                "trigger ids must differ, were %s",
                this.triggers.stream().map(Trigger::id).toList());
    }

    /**
     * Begins to watch a customer, taking what is so now as known: nothing is reported.
     *
     * @param id the customer, not watched yet
     * @param facts what is known of him
     * @throws IllegalArgumentException if the customer is watched already
     */
    public void enroll(CustomerId id, T facts) {
        checkArgument(!watched.containsKey(id), "customer must not be watched yet, %s is", id);
        try {
            update(id, facts, event -> {});
        } catch (RuntimeException e) {
            watched.remove(id);
            throw e;
        }
    }

    /**
     * Takes new facts of a customer as of now, and reports what they changed. If a trigger or the sink throws, the triggers after it still have to look: call again.
     *
     * @param id the customer; one not watched yet is watched from now on, and what is so now is news
     * @param facts what is known of him now
     * @param sink takes the events
     */
    public void update(CustomerId id, T facts, Consumer<DomainEvent> sink) {
        checkIdle();
        Watched<T> customer = watched.computeIfAbsent(id, key -> new Watched<>(triggers.size()));
        customer.facts = Optional.of(facts);
        for (int i = 0; i < triggers.size(); i++) {
            look(id, customer, i, sink);
        }
        dropOvertaken();
    }

    /**
     * Stops watching a customer.
     *
     * @param id the customer, watched or not
     */
    public void forget(CustomerId id) {
        checkIdle();
        Watched<T> customer = watched.remove(id);
        if (customer != null) {
            customer.facts = Optional.empty();
        }
    }

    /**
     * Steps forward in time, and reports what became so up to and including an instant.
     *
     * <p>If a trigger or the sink throws, time stands at the event in question, and the next call reports it again.
     *
     * @param to the instant, not before the present one
     * @param sink takes the events, in order
     */
    public void advance(Instant to, Consumer<DomainEvent> sink) {
        checkIdle();
        checkArgument(!to.isBefore(now), "to must not be before now, was to=%s, now=%s", to, now);
        while (!looks.isEmpty() && !looks.element().at().isAfter(to)) {
            Look look = looks.remove();
            Watched<T> customer = watched.get(look.id());
            if (customer != null && isCurrent(look)) {
                now = look.at();
                try {
                    look(look.id(), customer, look.trigger(), sink);
                } catch (RuntimeException e) {
                    looks.add(look);
                    throw e;
                }
            }
        }
        now = to;
    }

    /**
     * Steps forward in time, and returns what became so.
     *
     * @param to the instant, not before the present one
     * @return the events, in order
     */
    public List<DomainEvent> advance(Instant to) {
        List<DomainEvent> events = new ArrayList<>();
        advance(to, events::add);
        return events;
    }

    /**
     * Returns the present instant.
     *
     * @return up to where time has gone
     */
    public Instant now() {
        return now;
    }

    /**
     * Returns the number of customers watched.
     *
     * @return at least zero
     */
    public int size() {
        return watched.size();
    }

    /**
     * Returns the next instant at which something may become so.
     *
     * @return the instant until which the host may sleep if no fact changes; nothing if there is none
     */
    public Optional<Instant> nextInstant() {
        while (!looks.isEmpty() && !isCurrent(looks.element())) {
            looks.remove();
        }
        return looks.isEmpty() ? Optional.empty() : Optional.of(looks.element().at());
    }

    /** The number of looks ahead, those that new facts have overtaken among them. */
    int looks() {
        return looks.size();
    }

    private boolean isCurrent(Look look) {
        Watched<?> customer = watched.get(look.id());
        return customer != null
                && customer == look.customer()
                && customer.generation[look.trigger()] == look.generation();
    }

    /** Reports before it remembers: if trigger or sink fail, the same look can be taken again. */
    private void look(CustomerId id, Watched<T> customer, int index, Consumer<DomainEvent> sink) {
        Trigger<T> trigger = triggers.get(index);
        Signal signal = trigger.observe(customer.facts.orElseThrow(), now);
        checkState(
                signal.validUntil().isAfter(now),
                "validUntil of trigger %s must be after %s, was %s",
                trigger.id(),
                now,
                signal.validUntil());
        Optional<String> before = customer.labels.get(index);
        if (signal.label().isPresent() && !signal.label().equals(before)) {
            report(new DomainEvent(trigger.id(), id, signal.label().get(), before, now), sink);
        }
        customer.labels.set(index, signal.label());
        if (!signal.validUntil().equals(customer.next.get(index))) {
            customer.next.set(index, signal.validUntil());
            customer.generation[index]++;
            if (signal.validUntil().isBefore(Instant.MAX)) {
                looks.add(new Look(signal.validUntil(), id, index, customer.generation[index], customer));
            }
        }
    }

    private void report(DomainEvent event, Consumer<DomainEvent> sink) {
        busy = true;
        try {
            sink.accept(event);
        } finally {
            busy = false;
        }
    }

    private void checkIdle() {
        checkState(!busy, "the queue must not be called from its own sink; take the events, then update");
    }

    /** Facts that change often leave looks behind that nobody will take; they may not outnumber those that somebody will. */
    private void dropOvertaken() {
        if (looks.size() > FEWEST_LOOKS + 2L * watched.size() * triggers.size()) {
            looks.removeIf(look -> !isCurrent(look));
        }
    }

    /** A customer, with the last label of each trigger; a look of an older generation has been overtaken by new facts. */
    private static final class Watched<T> {

        private Optional<T> facts = Optional.empty();
        private final List<Optional<String>> labels;

        /** When the trigger is to be looked at next; new facts that do not move it leave its look in the queue as it is. */
        private final List<Instant> next;

        private final int[] generation;

        Watched(int triggers) {
            labels = new ArrayList<>(Collections.nCopies(triggers, Optional.empty()));
            next = new ArrayList<>(Collections.nCopies(triggers, Instant.MIN));
            generation = new int[triggers];
        }
    }

    /** When to look at which customer with which trigger. */
    private record Look(Instant at, CustomerId id, int trigger, int generation, Watched<?> customer)
            implements Comparable<Look> {

        @Override
        public int compareTo(Look other) {
            int order = at.compareTo(other.at);
            order = order != 0 ? order : id.compareTo(other.id);
            order = order != 0 ? order : Integer.compare(trigger, other.trigger);
            return order != 0 ? order : Integer.compare(generation, other.generation);
        }
    }
}
