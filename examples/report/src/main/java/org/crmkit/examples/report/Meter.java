package org.crmkit.examples.report;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar on a terminal; nothing elsewhere. */
interface Meter extends AutoCloseable {

    /** Moves to a position. */
    void at(long position);

    @Override
    void close();

    /** Shows a bar unless the run is quiet or nobody watches. */
    static Meter of(boolean quiet, String task, long size) {
        if (quiet || System.console() == null || System.getenv("TERM") == null) {
            return new Meter() {
                @Override
                public void at(long position) {}

                @Override
                public void close() {}
            };
        }
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(size)
                .setStyle(ProgressBarStyle.ASCII)
                .setUnit(" MB", 1 << 20)
                .setUpdateIntervalMillis(200)
                .build();
        return new Meter() {
            @Override
            public void at(long position) {
                bar.stepTo(position);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }
}
