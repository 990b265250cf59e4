package org.crmkit.core.time;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A half-open span of time: from its start, up to but not including its end.
 *
 * <p>{@link Instant#MAX} as end means open-ended and {@link Instant#MIN} as start means since ever. A window whose ends coincide is empty: it
 * contains no instant and overlaps nothing.
 *
 * @param from the first instant inside
 * @param to the first instant after, not before {@code from}
 */
public record Window(Instant from, Instant to) {

    /** All of time. */
    public static final Window ALWAYS = new Window(Instant.MIN, Instant.MAX);

    /**
     * Checks the parts.
     *
     * @param from the first instant inside
     * @param to the first instant after
     */
    public Window {
        checkNotNull(from, "from");
        checkNotNull(to, "to");
        checkArgument(!to.isBefore(from), "to must not be before from, was from=%s, to=%s", from, to);
    }

    /**
     * Returns the window between two instants.
     *
     * @param from the first instant inside
     * @param to the first instant after
     * @return the window
     */
    public static Window of(Instant from, Instant to) {
        return new Window(from, to);
    }

    /**
     * Returns the window of a length up to an instant.
     *
     * @param to the first instant after
     * @param length the length, at least zero
     * @return the window from {@code to - length} to {@code to}
     */
    public static Window endingAt(Instant to, Duration length) {
        checkLength(length);
        return new Window(checkNotNull(to, "to").minus(length), to);
    }

    /**
     * Returns the window of a length from an instant on.
     *
     * @param from the first instant inside
     * @param length the length, at least zero
     * @return the window from {@code from} to {@code from + length}
     */
    public static Window startingAt(Instant from, Duration length) {
        checkLength(length);
        return new Window(from, checkNotNull(from, "from").plus(length));
    }

    /**
     * Returns the open-ended window from an instant on.
     *
     * @param from the first instant inside
     * @return the window from {@code from} to {@link Instant#MAX}
     */
    public static Window since(Instant from) {
        return new Window(from, Instant.MAX);
    }

    /**
     * Tells whether an instant lies inside.
     *
     * @param instant the instant
     * @return true from the start on and before the end
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /**
     * Tells whether another window lies inside, ends included.
     *
     * @param other the other window
     * @return true if it starts no earlier and ends no later
     */
    public boolean encloses(Window other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    /**
     * Tells whether two windows share an instant.
     *
     * @param other the other window
     * @return true if some instant lies in both; never for an empty window
     */
    public boolean overlaps(Window other) {
        return later(from, other.from).isBefore(earlier(to, other.to));
    }

    /**
     * Returns what two windows share.
     *
     * @param other the other window
     * @return the common window, or nothing if they do not overlap
     */
    public Optional<Window> intersection(Window other) {
        return overlaps(other)
                ? Optional.of(new Window(later(from, other.from), earlier(to, other.to)))
                : Optional.empty();
    }

    /**
     * Tells whether one window begins exactly where the other ends.
     *
     * @param other the other window
     * @return true for neighbors without gap or overlap
     */
    public boolean abuts(Window other) {
        return to.equals(other.from) || other.to.equals(from);
    }

    /**
     * Tells whether the ends coincide.
     *
     * @return true if no instant lies inside
     */
    public boolean isEmpty() {
        return from.equals(to);
    }

    /**
     * Tells whether the window never ends.
     *
     * @return true if the end is {@link Instant#MAX}
     */
    public boolean isOpenEnded() {
        return to.equals(Instant.MAX);
    }

    /**
     * Returns the exact time between the ends.
     *
     * @return the length, at least zero
     */
    public Duration duration() {
        return Duration.between(from, to);
    }

    /**
     * Returns the two neighbors that meet at an instant.
     *
     * @param at an instant from the start up to and including the end
     * @return the window before and the window from that instant on
     * @throws IllegalArgumentException if the instant lies outside
     */
    public List<Window> splitAt(Instant at) {
        checkArgument(!at.isBefore(from) && !at.isAfter(to), "at must be in [%s, %s], was %s", from, to, at);
        return List.of(new Window(from, at), new Window(at, to));
    }

    private static void checkLength(Duration length) {
        checkArgument(!length.isNegative(), "length must be at least zero, was %s", length);
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
