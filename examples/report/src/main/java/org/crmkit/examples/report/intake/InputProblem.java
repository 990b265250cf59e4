package org.crmkit.examples.report.intake;

/** Signals input that cannot be used; the message names the file, the line, the value and what is allowed. */
public final class InputProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Describes the problem.
     *
     * @param message file, line, value and what is allowed
     */
    public InputProblem(String message) {
        super(message);
    }
}
