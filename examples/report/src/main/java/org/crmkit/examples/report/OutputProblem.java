package org.crmkit.examples.report;

/** Signals that the output cannot be written; the message names the file and the reason. */
final class OutputProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OutputProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
