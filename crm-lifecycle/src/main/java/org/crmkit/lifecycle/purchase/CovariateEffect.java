package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.List;

/**
 * What one coefficient does: it moves the logarithms of some parameters in proportion to a covariate.
 *
 * @param name of the coefficient, such as {@code trans.channel}
 * @param covariate index among the covariates of a group
 * @param coordinates indexes of the parameters it moves
 * @param sign 1 if a positive coefficient raises them, -1 if it lowers them
 */
record CovariateEffect(String name, int covariate, List<Integer> coordinates, int sign) {

    /** Returns the effects on the purchase rate: a higher rate is a lower alpha, parameter 1 of every model. */
    static List<CovariateEffect> onPurchases(List<String> covariates) {
        return of("trans.", covariates, 0, List.of(1), -1);
    }

    /** Returns the effects of covariates whose indexes begin at {@code first}. */
    static List<CovariateEffect> of(
            String prefix, List<String> covariates, int first, List<Integer> coordinates, int sign) {
        List<CovariateEffect> effects = new ArrayList<>();
        for (int j = 0; j < covariates.size(); j++) {
            effects.add(new CovariateEffect(prefix + covariates.get(j), first + j, coordinates, sign));
        }
        return effects;
    }
}
