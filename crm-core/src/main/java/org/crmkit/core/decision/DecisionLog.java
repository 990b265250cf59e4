package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.crmkit.core.customer.CustomerId;

/**
 * An append-only log in which a later change shows.
 *
 * <p>Each line carries the SHA-256 of its entry and of the line before, so whoever knows the last digest can tell that nothing was changed, dropped, added
 * or moved before it. The host stores the lines where it likes; the last digest belongs somewhere else. Immutable; appending copies,
 * so keep one log a customer or a day, or append many at once.
 */
public final class DecisionLog {

    /** The log without lines. */
    public static final DecisionLog EMPTY = new DecisionLog(List.of());

    private static final String GENESIS = "";

    private final List<Line> lines;

    private DecisionLog(List<Line> lines) {
        this.lines = lines;
    }

    /**
     * One line of the log.
     *
     * @param entry what happened
     * @param digest the SHA-256 of the entry and of the digest before, as 64 hexadecimal digits
     */
    public record Line(LogEntry entry, String digest) {

        /**
         * Checks the parts.
         *
         * @param entry what happened
         * @param digest the SHA-256
         */
        public Line {
            checkNotNull(entry, "entry");
            checkNotNull(digest, "digest");
        }
    }

    /**
     * Returns a stored log as it is; ask {@link #firstBrokenLine()} whether it is whole.
     *
     * @param lines the stored lines
     * @return the log
     */
    public static DecisionLog of(List<Line> lines) {
        return new DecisionLog(List.copyOf(lines));
    }

    /**
     * Returns this log with one more entry.
     *
     * @param entry what happened
     * @return a longer log
     */
    public DecisionLog append(LogEntry entry) {
        return appendAll(List.of(entry));
    }

    /**
     * Returns this log with more entries, copied once.
     *
     * @param entries what happened, oldest first
     * @return a longer log
     */
    public DecisionLog appendAll(Collection<? extends LogEntry> entries) {
        List<Line> longer = new ArrayList<>(lines);
        String before = lastDigest();
        for (LogEntry entry : entries) {
            before = Digests.of(before, entry);
            longer.add(new Line(entry, before));
        }
        return of(longer);
    }

    /**
     * Returns the digest that stands for the whole log.
     *
     * @return the last line's digest, empty for an empty log
     */
    public String lastDigest() {
        return lines.isEmpty() ? GENESIS : lines.get(lines.size() - 1).digest();
    }

    /**
     * Returns all lines.
     *
     * @return the lines, oldest first
     */
    public List<Line> lines() {
        return lines;
    }

    /**
     * Returns the log as it stood after so many lines.
     *
     * @param size the number of lines, from 0 to the present size
     * @return the earlier log
     */
    public DecisionLog prefix(int size) {
        checkArgument(size >= 0 && size <= lines.size(), "size must be in [0, %s], was %s", lines.size(), size);
        return of(lines.subList(0, size));
    }

    /**
     * Returns all entries of a customer.
     *
     * @param subject the customer
     * @return the entries, oldest first
     */
    public List<LogEntry> entriesOf(CustomerId subject) {
        return lines.stream()
                .map(Line::entry)
                .filter(entry -> entry.subject().equals(subject))
                .toList();
    }

    /**
     * Checks the digests.
     *
     * @return the index of the first line whose digest does not follow from its entry and the line before; nothing if all do
     */
    public OptionalInt firstBrokenLine() {
        String before = GENESIS;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.digest().equals(Digests.of(before, line.entry()))) {
                return OptionalInt.of(i);
            }
            before = line.digest();
        }
        return OptionalInt.empty();
    }

    /** Tells whether the other is a log of the same lines with the same digests. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DecisionLog that && lines.equals(that.lines);
    }

    @Override
    public int hashCode() {
        return lines.hashCode();
    }

    /** Returns the number of lines. */
    @Override
    public String toString() {
        return "DecisionLog[" + lines.size() + " lines]";
    }
}
