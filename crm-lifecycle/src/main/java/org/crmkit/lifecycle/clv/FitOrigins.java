package org.crmkit.lifecycle.clv;

import java.time.LocalDate;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.FittedOn;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;

/** Says what a model was fitted on in the words of the core. */
final class FitOrigins {

    private FitOrigins() {}

    static FittedOn of(CustomerBase base, Optional<TimeGrain> grain, FitStatus status, String note) {
        int first = Integer.MAX_VALUE;
        SummaryTable table = base.summaries();
        for (int row = 0; row < table.size(); row++) {
            int day = table.firstDay().get(row);
            first = day != SummaryTable.NEVER ? Math.min(first, day) : first;
        }
        return new FittedOn(
                base.size(),
                first == Integer.MAX_VALUE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(first)),
                Optional.of(base.asOf()),
                grain,
                outcome(status),
                note);
    }

    private static FittedOn.Outcome outcome(FitStatus status) {
        return switch (status) {
            case CONVERGED -> FittedOn.Outcome.CONVERGED;
            case AT_BORDER -> FittedOn.Outcome.AT_BORDER;
            case NOT_IDENTIFIED -> FittedOn.Outcome.NOT_IDENTIFIED;
            case TOO_LITTLE_DATA -> FittedOn.Outcome.TOO_LITTLE_DATA;
            case NOT_CONVERGED -> FittedOn.Outcome.NOT_CONVERGED;
        };
    }

    /** The worse of two ends: what is not usable first, then what is not sharp. */
    static FitStatus worse(FitStatus a, FitStatus b) {
        return badness(a) >= badness(b) ? a : b;
    }

    private static int badness(FitStatus status) {
        return switch (status) {
            case CONVERGED -> 0;
            case AT_BORDER -> 1;
            case NOT_IDENTIFIED -> 2;
            case NOT_CONVERGED -> 3;
            case TOO_LITTLE_DATA -> 4;
        };
    }
}
