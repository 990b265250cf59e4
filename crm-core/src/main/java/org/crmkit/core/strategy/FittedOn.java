package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Optional;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;

/**
 * What a model was fitted on, and how well that went.
 *
 * @param customers how many customers it learned from, at least zero
 * @param firstDay the first day of what it saw, if it saw any
 * @param asOf the instant as of which it learned, if it learned
 * @param grain the unit of time of its parameters, if they have one
 * @param outcome how the fit ended
 * @param note what a reader should know of the outcome; empty if nothing
 */
public record FittedOn(
        int customers,
        Optional<LocalDate> firstDay,
        Optional<AsOf> asOf,
        Optional<TimeGrain> grain,
        Outcome outcome,
        String note) {

    /** The origin of a rule that learns nothing. */
    public static final FittedOn NOTHING =
            new FittedOn(0, Optional.empty(), Optional.empty(), Optional.empty(), Outcome.NOT_NEEDED, "");

    /** How a fit ended. */
    public enum Outcome {
        /** Nothing had to be learned. */
        NOT_NEEDED,
        /** The fit reached what it looked for. */
        CONVERGED,
        /** The best value lies at the border of what is allowed. */
        AT_BORDER,
        /** Many values explain the data equally well; the predictions hold, single parameters do not. */
        NOT_IDENTIFIED,
        /** There was too little to learn from. */
        TOO_LITTLE_DATA,
        /** The search ended without reaching what it looked for. */
        NOT_CONVERGED
    }

    /**
     * Checks the parts.
     *
     * @param customers how many customers it learned from
     * @param firstDay the first day of what it saw
     * @param asOf the instant as of which it learned
     * @param grain the unit of time of its parameters
     * @param outcome how the fit ended
     * @param note what a reader should know of the outcome
     */
    public FittedOn {
        checkArgument(customers >= 0, "customers must be at least 0, was %s", customers);
        checkNotNull(firstDay, "firstDay");
        checkNotNull(asOf, "asOf");
        checkNotNull(grain, "grain");
        checkNotNull(outcome, "outcome");
        checkNotNull(note, "note");
    }

    /**
     * Returns the origin of a fit that had nothing to search for, such as quantiles.
     *
     * @param customers how many customers it learned from
     * @param asOf the instant as of which it learned
     * @return a converged origin without a grain
     */
    public static FittedOn converged(int customers, AsOf asOf) {
        return new FittedOn(customers, Optional.empty(), Optional.of(asOf), Optional.empty(), Outcome.CONVERGED, "");
    }
}
