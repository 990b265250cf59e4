package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.crmkit.core.time.TimeGrain;

/**
 * A purchase model whose parameters depend on static covariates of the customer.
 *
 * <p>For a customer with covariates z of the purchase rate and y of the lifetime, alpha becomes {@code alpha exp(-z'g)} and beta becomes
 * {@code beta exp(-y'h)}: a coefficient g of 0.1 says 10 percent more purchases while active for each unit of z, a coefficient h of 0.1 that the rate of
 * leaving is 10 percent higher (Fader and Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models"). What a
 * customer will do is then answered by the ordinary model {@link #forCustomer} returns.
 *
 * <p>BG/NBD and MBG/NBD have no beta: a becomes {@code a exp(y'h)} and b {@code b exp(y'k)}, with coefficients h named {@code a.} and k named {@code b.}
 * and the covariate; a covariate that raises h - k raises the drop-out probability {@code a/(a+b)}. Without these prefixes one coefficient
 * moves both shapes.
 *
 * @param modelName {@code pareto-nbd}, {@code ggompertz-nbd}, {@code bg-nbd} or {@code mbg-nbd}
 * @param grain unit of time
 * @param baseline parameters of a customer all whose covariates are 0
 * @param purchaseCoefficients coefficient by name of the covariate of the purchase rate
 * @param lifetimeCoefficients coefficient by name of the covariate of the lifetime, all with prefix {@code a.} and then all with {@code b.}, or without
 */
public record CovariateModel(
        String modelName,
        TimeGrain grain,
        PurchaseParameters baseline,
        PurchaseParameters purchaseCoefficients,
        PurchaseParameters lifetimeCoefficients) {

    /**
     * Checks the parts.
     *
     * @param modelName name of the model
     * @param grain unit of time
     * @param baseline parameters of a customer all whose covariates are 0
     * @param purchaseCoefficients coefficients of the purchase rate
     * @param lifetimeCoefficients coefficients of the lifetime
     */
    public CovariateModel {
        checkNotNull(grain, "grain");
        checkNotNull(purchaseCoefficients, "purchaseCoefficients");
        checkNotNull(lifetimeCoefficients, "lifetimeCoefficients");
        PurchaseModelFamily family = family(modelName);
        checkArgument(
                baseline.names().equals(family.parameterNames()),
                "baseline must have the parameters %s, had %s",
                family.parameterNames(),
                baseline.names());
    }

    private static PurchaseModelFamily family(String modelName) {
        List<PurchaseModelFamily> families = List.of(
                PurchaseModelFamily.paretoNbd(),
                PurchaseModelFamily.ggompertzNbd(),
                PurchaseModelFamily.bgNbd(),
                PurchaseModelFamily.mbgNbd());
        return families.stream()
                .filter(family -> family.name().equals(modelName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "modelName must be pareto-nbd, ggompertz-nbd, bg-nbd or mbg-nbd, was " + modelName));
    }

    /**
     * Returns the model of the customers with given covariates.
     *
     * @param purchase covariates of the purchase rate, in the order of {@link #purchaseCoefficients}, finite
     * @param lifetime covariates of the lifetime, in the order of {@link #lifetimeCoefficients} (once, if these have prefixes), finite
     * @return the ordinary model with their parameters
     * @throws IllegalArgumentException if a length is wrong, a value is not finite, or so large that a parameter leaves the range of a double
     */
    public PurchaseModel forCustomer(double[] purchase, double[] lifetime) {
        double[] parameters = baseline.toArray();
        parameters[1] *= Math.exp(-product(purchaseCoefficients, purchase));
        if (!dropOutAtPurchases()) {
            parameters[parameters.length - 1] *= Math.exp(-product(lifetimeCoefficients, lifetime));
        } else if (separate()) {
            parameters[2] *= Math.exp(product(half(0, "a."), lifetime));
            parameters[3] *= Math.exp(product(half(1, "b."), lifetime));
        } else {
            double factor = Math.exp(product(lifetimeCoefficients, lifetime));
            parameters[2] *= factor;
            parameters[3] *= factor;
        }
        return family(modelName).model(grain, parameters);
    }

    private boolean dropOutAtPurchases() {
        return modelName.equals(BgModel.BG) || modelName.equals(BgModel.MBG);
    }

    /** Tells whether a and b have coefficients of their own. */
    private boolean separate() {
        List<String> names = lifetimeCoefficients.names();
        int half = names.size() / 2;
        return names.size() % 2 == 0
                && IntStream.range(0, half)
                        .allMatch(i -> names.get(i).startsWith("a.")
                                && names.get(half + i)
                                        .equals("b." + names.get(i).substring(2)));
    }

    private PurchaseParameters half(int which, String prefix) {
        List<String> names = lifetimeCoefficients.names();
        int size = names.size() / 2;
        return PurchaseParameters.of(
                names.subList(which * size, (which + 1) * size).stream()
                        .map(name -> name.substring(prefix.length()))
                        .toList(),
                Arrays.copyOfRange(lifetimeCoefficients.toArray(), which * size, (which + 1) * size));
    }

    private static double product(PurchaseParameters coefficients, double[] covariates) {
        double[] values = coefficients.toArray();
        CovariateBase.checked(covariates, coefficients.names());
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * covariates[i];
        }
        return sum;
    }
}
