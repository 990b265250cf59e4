package org.crmkit.lifecycle.internal.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.crmkit.core.progress.Progress;
import org.crmkit.lifecycle.tck.Watcher;
import org.junit.jupiter.api.Test;

class WorkTest {

    @Test
    void aMillionUnits_areToldAHundredTimes() {
        Watcher watcher = Watcher.patient();
        Work work = Work.of(watcher);
        for (int i = 1; i <= 1_000_000; i++) {
            work.tell(i, 1_000_000);
        }
        assertThat(watcher.heard()).hasSize(100).startsWith(1L, 2L, 3L).endsWith(99L, 100L);
    }

    @Test
    void parts_fillTheWholeOneAfterTheOther() {
        Watcher watcher = Watcher.patient();
        Work work = Work.of(watcher);
        for (int i = 0; i < 3; i++) {
            Work third = work.part(i, 3);
            third.part(0, 2).done();
            third.part(1, 2).done();
        }
        assertThat(watcher.heard()).containsExactly(16L, 33L, 50L, 66L, 83L, 100L);
    }

    @Test
    void steps_comeNearTheEndAndNeverReachIt() {
        Watcher watcher = Watcher.patient();
        Work work = Work.of(watcher).part(1, 2);
        for (int i = 0; i < 5; i++) {
            work.step();
        }
        assertThat(watcher.heard()).startsWith(58L, 64L).endsWith(75L);
        for (int i = 0; i < 1_000_000; i++) {
            work.step();
        }
        assertThat(watcher.heard()).endsWith(99L);
        work.done();
        watcher.assertSawTheEnd();
    }

    @Test
    void whatIsDoneTwice_isToldOnce() {
        Watcher watcher = Watcher.patient();
        Work work = Work.of(watcher);
        work.done();
        work.part(0, 2).done();
        work.done();
        assertThat(watcher.heard()).containsExactly(100L);
    }

    @Test
    void aPieceOfWork_staysThatPiece() {
        Work part = Work.of(Progress.NONE).part(0, 2);
        assertThat(Work.of(part)).isSameAs(part);
    }

    @Test
    void onceStopped_everyPieceEnds_andTheListenerIsAskedNoMore() {
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        Work work = Work.of(new Progress() {
            @Override
            public void advanced(long done, long total) {
                told.incrementAndGet();
            }

            @Override
            public boolean cancelled() {
                // changes its mind at once
                return asked.incrementAndGet() == 2;
            }
        });
        work.tell(1, 4);
        assertThatThrownBy(() -> work.tell(2, 4))
                .isInstanceOf(CancellationException.class)
                .hasMessage("stopped after 50 of 100 parts of the work");
        assertThatThrownBy(work.untold()::heed).isInstanceOf(CancellationException.class);
        assertThatThrownBy(work.part(1, 2)::done).isInstanceOf(CancellationException.class);
        assertThat(asked).hasValue(2);
        assertThat(told).hasValue(2);
    }

    @Test
    void untoldPieces_tellNothing() {
        Watcher watcher = Watcher.patient();
        Work untold = Work.of(watcher).untold();
        untold.step();
        untold.done();
        assertThatCode(untold::heed).doesNotThrowAnyException();
        assertThat(watcher.heard()).isEmpty();
    }

    @Test
    void manyThreads_speakOneAtATime() {
        Watcher watcher = Watcher.patient();
        Work work = Work.of(watcher);
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, 10_000).parallel().forEach(i -> work.tell(done.incrementAndGet(), 10_000));
        watcher.assertSawTheEnd();
    }
}
