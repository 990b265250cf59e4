package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.AsOf;

/**
 * Binds a leaf that counts or adds up events: the window is bound once, and the columns of the log are read in place.
 *
 * <p>Counts and sums of amounts without further questions make no object a row. Whatever else may be asked of events goes through {@link EventTally}.
 */
final class EventRows extends RowTruth {
    private static final int COST = 2_000;
    private static final int NOT_IN_LOG = -1;
    private static final Optional<Instant> EVER = Optional.of(Instant.MIN);

    private final Leaf.Events node;
    private final CustomerBase base;
    private final ActivityLog log;
    private final BoundWindow window;
    private final EvaluationContext context;
    private final ZoneId zone;
    private final LocalDate today;
    private final boolean covered;
    private final boolean simple;
    private final boolean signed;
    private final Threshold threshold;
    private final long asOfSecond;
    private final int asOfNano;
    private final int[] logRows;

    EventRows(
            Leaf.Events node,
            CustomerBase base,
            ActivityLog log,
            BoundWindow window,
            EvaluationContext context,
            AsOf now) {
        this.node = node;
        this.base = base;
        this.log = log;
        this.window = window;
        this.context = context;
        this.zone = node.window().zone(now.zone());
        this.today = LocalDate.ofInstant(now.instant(), zone);
        this.covered = node.assumeComplete() || Interpreter.isEver(node.window());
        this.simple = node.where().isEmpty()
                && (node.aggregate() == Aggregate.COUNT
                        || node.aggregate() == Aggregate.SUM
                                && node.field().orElseThrow().equals(ActivityFacts.AMOUNT));
        this.signed = node.stream().isSigned();
        this.threshold = node.aggregate() == Aggregate.COUNT
                ? Threshold.of(node.value(), BigDecimal::valueOf)
                : Threshold.of(node.value(), log.unit()::toDecimal);
        this.asOfSecond = base.asOf().instant().getEpochSecond();
        this.asOfNano = base.asOf().instant().getNano();
        this.logRows = new int[base.size()];
        for (int row = 0; row < logRows.length; row++) {
            OptionalInt known = log.rowOf(base.id(row));
            logRows[row] = known.isPresent() ? known.getAsInt() : NOT_IN_LOG;
        }
    }

    @Override
    int cost() {
        return COST;
    }

    @Override
    int at(int row) {
        ActivityHistory history =
                logRows[row] == NOT_IN_LOG ? ActivityHistory.empty(log.unit()) : log.history(logRows[row]);
        if (simple) {
            return Codes.of(node.aggregate() == Aggregate.COUNT ? count(row, history) : sum(row, history));
        }
        return Codes.of(EventTally.compare(
                node,
                EventList.of(history.until(base.asOf().instant())),
                window,
                zone,
                today,
                completeSince(row, history)));
    }

    private Truth count(int row, ActivityHistory history) {
        long count = 0;
        for (int i = lastSeen(history); i >= 0 && !window.isWellBefore(history.epochSecond(i)); i--) {
            count += isIn(history, i) ? 1 : 0;
        }
        return compare(count, false, row, history);
    }

    private Truth sum(int row, ActivityHistory history) {
        long units = 0;
        for (int i = lastSeen(history); i >= 0 && !window.isWellBefore(history.epochSecond(i)); i--) {
            if (isIn(history, i)) {
                boolean negative = signed && history.code(i).equals("refund");
                units = Math.addExact(units, negative ? -history.units(i) : history.units(i));
            }
        }
        return compare(units, signed, row, history);
    }

    /** Returns the index of the last event that the base knows of. */
    private int lastSeen(ActivityHistory history) {
        int last = history.size() - 1;
        while (last >= 0
                && (history.epochSecond(last) > asOfSecond
                        || history.epochSecond(last) == asOfSecond && history.nano(last) > asOfNano)) {
            last--;
        }
        return last;
    }

    private boolean isIn(ActivityHistory history, int index) {
        return window.contains(history.epochSecond(index), history.nano(index))
                && node.stream().includes(history.code(index));
    }

    /** Compares a number that more events could raise, or lower if they may be negative, were any missing. */
    private Truth compare(long number, boolean canFall, int row, ActivityHistory history) {
        int order = threshold.compare(number);
        Truth truth = EventTally.compare(node.op(), canFall ? -1 : order, 1);
        return truth.isKnown() || !isCovered(row, history) ? truth : EventTally.compare(node.op(), order, order);
    }

    private boolean isCovered(int row, ActivityHistory history) {
        return covered || completeSince(row, history).map(window::isSince).orElse(false);
    }

    private Optional<Instant> completeSince(int row, ActivityHistory history) {
        if (covered) {
            return EVER;
        }
        ObservedSince source = context.observedSince();
        if (source == ObservedSince.CREATION_OR_FIRST_ACTIVITY
                && lastSeen(history) >= 0
                && window.isSince(history.at(0))) {
            // The creation may be earlier still, which changes nothing for this window, and costs a profile.
            return Optional.of(history.at(0));
        }
        return source.of(base.profile(row), node.stream());
    }
}
