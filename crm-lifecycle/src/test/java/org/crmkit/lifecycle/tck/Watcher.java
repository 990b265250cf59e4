package org.crmkit.lifecycle.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.progress.Progress;

/** Keeps what long work tells, checks that it keeps the contract of {@link Progress}, and may ask it to stop. */
public final class Watcher implements Progress {

    /** "At most some hundred times." */
    private static final int MOST_CALLS = 300;

    private final List<Long> heard = new ArrayList<>();
    private final int patience;
    private long total;
    private boolean busy;

    private Watcher(int patience) {
        this.patience = patience;
    }

    /**
     * Returns a watcher who lets work end.
     *
     * @return who never stops it
     */
    public static Watcher patient() {
        return new Watcher(Integer.MAX_VALUE);
    }

    /**
     * Returns a watcher who stops work.
     *
     * @param calls after how many words from it; zero for at once
     * @return who stops it then
     */
    public static Watcher stoppingAfter(int calls) {
        return new Watcher(calls);
    }

    @Override
    public void advanced(long done, long all) {
        assertThat(busy).as("another thread speaks").isFalse();
        busy = true;
        assertThat(all).isPositive();
        assertThat(total == 0 || total == all).as("total stays " + total).isTrue();
        assertThat(done).isBetween(heard.isEmpty() ? 0 : heard.get(heard.size() - 1), all);
        assertThat(heard).hasSizeLessThan(MOST_CALLS);
        total = all;
        heard.add(done);
        busy = false;
    }

    @Override
    public boolean cancelled() {
        return heard.size() >= patience;
    }

    /**
     * Returns what was told.
     *
     * @return units done, in the order of the calls
     */
    public List<Long> heard() {
        return List.copyOf(heard);
    }

    /** Asserts that the last word was that all is done. */
    public void assertSawTheEnd() {
        assertThat(heard).isNotEmpty();
        assertThat(heard.get(heard.size() - 1)).isEqualTo(total);
    }

    /** Asserts that work was stopped before its end, at the call after which it was asked to. */
    public void assertStoppedIt() {
        assertThat(heard).hasSize(patience);
        assertThat(heard.isEmpty() ? 0 : heard.get(heard.size() - 1)).isLessThan(Math.max(1, total));
    }
}
