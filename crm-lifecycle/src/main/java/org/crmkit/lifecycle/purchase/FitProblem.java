package org.crmkit.lifecycle.purchase;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crmkit.lifecycle.internal.fit.Objective;

/**
 * What a model tells the {@link FitEngine}.
 *
 * <p>The search runs in scaled time, in which the mean age of the customers is 1, so that the unit of the data cannot decide whether a fit succeeds.
 *
 * @param modelName wire name of the model
 * @param names letters of the parameters that are estimated, n of them
 * @param timePowers power of time in the unit of each parameter, length n: 1 for alpha (a time), 0 for r (a number), -1 for a rate
 * @param objective log-likelihood in scaled time by the logarithms of the parameters; it may drop constants
 * @param starts parameters in scaled time to start from, best guess first; the others are tried if that does not converge
 * @param shift what must be added to the objective to give the log-likelihood in the unit of the data
 * @param toModel makes the model from natural parameters in the unit of the data
 * @param inspector looks at natural parameters at the end for a limit of the model; empty if they are ordinary
 */
record FitProblem(
        String modelName,
        List<String> names,
        int[] timePowers,
        Objective objective,
        List<double[]> starts,
        double shift,
        Function<double[], PurchaseModel> toModel,
        Function<double[], Optional<FitFinding>> inspector) {}
