package org.crmkit.lifecycle;

/**
 * How a fit ended.
 *
 * <p>Only {@link #CONVERGED} promises a maximum inside the parameter space. {@link #AT_BORDER} and {@link #NOT_IDENTIFIED}
 * come with a model whose predictions may be used although its parameters must not be read one by one; the reason text of the
 * fit says why.
 */
public enum FitStatus {
    /** A maximum was found: the gradient vanishes and the information is positive definite. */
    CONVERGED,
    /** The likelihood still rises toward a limit of the model, for example "all customers buy at the same rate". */
    AT_BORDER,
    /** Several parameters can move together without changing the likelihood: a ridge, not a peak. */
    NOT_IDENTIFIED,
    /** The data cannot carry the model: there is no fitted model. */
    TOO_LITTLE_DATA,
    /** The search stopped without a maximum: the last state is kept for inspection only. */
    NOT_CONVERGED;

    /**
     * Tells whether predictions of the fitted model may be used.
     *
     * @return true for {@link #CONVERGED}, {@link #AT_BORDER} and {@link #NOT_IDENTIFIED}
     */
    public boolean usable() {
        return this == CONVERGED || this == AT_BORDER || this == NOT_IDENTIFIED;
    }
}
