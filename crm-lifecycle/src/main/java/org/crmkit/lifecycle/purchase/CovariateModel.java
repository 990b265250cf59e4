package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.time.TimeGrain;

/**
 * A purchase model whose parameters depend on static covariates of the customer.
 *
 * <p>For a customer with covariates z of the purchase rate and y of the lifetime, alpha becomes {@code alpha exp(-z'g)} and beta becomes
 * {@code beta exp(-y'h)}: a coefficient g of 0.1 says 10 percent more purchases while active for each unit of z, a coefficient h of 0.1 that the rate of
 * leaving is 10 percent higher (Fader and Hardie 2007, "Incorporating time-invariant covariates into the Pareto/NBD and BG/NBD models"). What a
 * customer will do is then answered by the ordinary model {@link #forCustomer} returns.
 *
 * @param modelName {@code pareto-nbd} or {@code ggompertz-nbd}
 * @param grain unit of time
 * @param baseline parameters of a customer all whose covariates are 0
 * @param purchaseCoefficients coefficient by name of the covariate of the purchase rate
 * @param lifetimeCoefficients coefficient by name of the covariate of the lifetime
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
        checkArgument(
                modelName.equals(ParetoNbd.NAME) || modelName.equals(GgompertzNbd.NAME),
                "modelName must be pareto-nbd or ggompertz-nbd, was %s",
                modelName);
        return modelName.equals(ParetoNbd.NAME) ? PurchaseModelFamily.paretoNbd() : PurchaseModelFamily.ggompertzNbd();
    }

    /**
     * Returns the model of the customers with given covariates.
     *
     * @param purchase covariates of the purchase rate, in the order of {@link #purchaseCoefficients}, finite
     * @param lifetime covariates of the lifetime, in the order of {@link #lifetimeCoefficients}, finite
     * @return the ordinary model with their alpha and beta
     * @throws IllegalArgumentException if a length is wrong, a value is not finite, or so large that alpha or beta leave the range of a double
     */
    public PurchaseModel forCustomer(double[] purchase, double[] lifetime) {
        PurchaseModelFamily family = family(modelName);
        double[] parameters = baseline.toArray();
        parameters[family.parameterNames().indexOf("alpha")] *= Math.exp(-product(purchaseCoefficients, purchase));
        parameters[family.parameterNames().indexOf("beta")] *= Math.exp(-product(lifetimeCoefficients, lifetime));
        return family.model(grain, parameters);
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
