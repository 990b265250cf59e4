package org.crmkit.lifecycle.internal.progress;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.concurrent.CancellationException;
import org.crmkit.core.progress.Progress;

/**
 * A piece of long work, which tells the listener of the whole.
 *
 * <p>Whatever the pieces do, the listener hears whole hundredths of the whole, each at most once, rising, from one thread at a time; once it wished to
 * stop, it is asked no more and every piece ends at its next step.
 *
 * <p>A piece belongs to one thread; pieces of the same whole may belong to several.
 */
public final class Work implements Progress {

    /** What the whole counts as for the listener, and so how often it is called at most. */
    public static final long TOTAL = 100;

    /** After so many steps a search counts as half done: most need five to twenty. */
    private static final double HALF = 5;

    private final Listener listener;
    private final double from;
    private final double to;
    private long steps;

    private Work(Listener listener, double from, double to) {
        this.listener = listener;
        this.from = from;
        this.to = to;
    }

    /**
     * Begins work that a listener watches.
     *
     * @param progress who watches; a piece of work stays that piece, so that what is made of parts can be a part itself
     * @return the whole
     */
    public static Work of(Progress progress) {
        return progress instanceof Work piece
                ? piece
                : new Work(new Listener(checkNotNull(progress, "progress")), 0, TOTAL);
    }

    /**
     * Returns one of several equal parts of this piece.
     *
     * @param index which, from 0 to {@code parts - 1}
     * @param parts how many, at least 1
     * @return the part
     */
    public Work part(int index, int parts) {
        return new Work(listener, position(index, parts), position(index + 1, parts));
    }

    /**
     * Returns a part that is not told of, but ends when the listener stops the whole: one of many that run at once.
     *
     * @return the part
     */
    public Work untold() {
        return new Work(listener, 0, 0);
    }

    /**
     * Tells how far this piece has come.
     *
     * @param done units done, in [0, total]
     * @param total units in all, at least 1
     * @throws CancellationException if the listener wants to stop
     */
    public void tell(long done, long total) {
        advanced(done, total);
        heed();
    }

    /**
     * Ends the work if the listener wants to stop.
     *
     * @throws CancellationException if it does
     */
    public void heed() {
        if (cancelled()) {
            throw new CancellationException("stopped after " + listener.told() + " of " + TOTAL + " parts of the work");
        }
    }

    /**
     * Tells of one more step of a search: nobody knows how many it needs, so after n steps n / (n + 5) of the piece count as done.
     *
     * @throws CancellationException if the listener wants to stop
     */
    public void step() {
        steps++;
        listener.reached(from + (to - from) * (steps / (steps + HALF)));
        heed();
    }

    /**
     * Tells that this piece is done, however early.
     *
     * @throws CancellationException if the listener wants to stop
     */
    public void done() {
        tell(1, 1);
    }

    @Override
    public void advanced(long done, long total) {
        listener.reached(position(done, total));
    }

    @Override
    public boolean cancelled() {
        return listener.stopped();
    }

    /** The end exactly where all is done, so that the last piece ends at the total. */
    private double position(long done, long total) {
        return done == total ? to : from + (to - from) * done / total;
    }

    private static final class Listener {

        private final Progress progress;
        private long told;
        private boolean stopped;

        Listener(Progress progress) {
            this.progress = progress;
        }

        synchronized void reached(double position) {
            long whole = (long) position;
            if (whole > told && !stopped) {
                told = whole;
                progress.advanced(whole, TOTAL);
            }
        }

        synchronized boolean stopped() {
            stopped = stopped || progress.cancelled();
            return stopped;
        }

        synchronized long told() {
            return told;
        }
    }
}
