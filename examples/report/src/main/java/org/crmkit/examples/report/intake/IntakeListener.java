package org.crmkit.examples.report.intake;

/** Hears what happens while rows are read. */
public interface IntakeListener {

    /**
     * Takes a row that was skipped.
     *
     * @param file the file's name
     * @param line the line on which the row starts, from 1
     * @param reason what is wrong with it
     */
    void skipped(String file, long line, String reason);

    /**
     * Takes the progress, now and then.
     *
     * @param bytes stored bytes read so far, over all files
     */
    void read(long bytes);
}
