package org.crmkit.lifecycle.purchase;

/**
 * The part of a likelihood that gamma-distributed rates bring, summed over a base without a pass over its patterns.
 *
 * <p>{@code sum of ln Gamma(r + k x) - ln Gamma(r) - r ln(1 + T/alpha) - k x ln(alpha + T)}, with its derivatives by r and alpha (Ehrenberg
 * 1959 for k = 1). The logarithms are of {@code 1 + T/alpha}, so nothing cancels when r and alpha run away together.
 */
final class GammaPoissonTerms {

    double value;
    double r;
    double alpha;
    double rr;
    double rAlpha;
    double alphaAlpha;

    GammaPoissonTerms(FitColumns columns, BaseCounts counts, int k, double shape, double rate) {
        for (int i = 0; i < k * (counts.exceeding.length - 1); i++) {
            double weight = counts.exceeding[i / k];
            double inverse = 1 / (shape + i);
            value += weight * Math.log(shape + i);
            r += weight * inverse;
            rr -= weight * inverse * inverse;
        }
        for (int i = 0; i < columns.ages.length; i++) {
            double age = columns.ages[i];
            double n = counts.customersOfAge[i];
            double events = k * counts.purchasesOfAge[i];
            double inverse = 1 / (rate + age);
            double log = Math.log1p(age / rate);
            double slope = age / rate * inverse;
            value -= shape * n * log + events * Math.log(rate + age);
            r -= n * log;
            rAlpha += n * slope;
            alpha += shape * n * slope - events * inverse;
            alphaAlpha += events * inverse * inverse - shape * n * slope * (2 * rate + age) / rate * inverse;
        }
    }
}
