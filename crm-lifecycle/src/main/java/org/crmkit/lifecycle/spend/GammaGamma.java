package org.crmkit.lifecycle.spend;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.commons.numbers.gamma.LogBeta;

/**
 * The Gamma-Gamma model of spend per purchase.
 *
 * <p>Each customer has a mean spend; his single amounts scatter around it as Gamma(p, nu), and nu varies over the
 * customers as Gamma(q, v). The mean of x amounts, m, tells about the customer's own mean, the more the larger x is:
 * {@code E[M | m, x] = p (v + m x) / (p x + q - 1)}, a weighted average of m and the population mean
 * {@code p v / (q - 1)}.
 *
 * <p>With {@code q <= 1} the population has no finite mean: a customer without purchases has no expected spend then,
 * and the answer is empty (other tools return a negative amount). A customer with {@code p x + q > 1} still has one.
 *
 * <p>Source: Fader, Hardie and Lee (2005), RFM and CLV: using iso-value curves for customer base analysis, Journal of
 * Marketing Research 42(4), doi:10.1509/jmkr.2005.42.4.415; Fader and Hardie (2013), The gamma-gamma model of
 * monetary value, equations 1a, 5 and 6.
 *
 * @param p the shape of one customer's amounts, above zero
 * @param q the shape of the scatter over customers, above zero
 * @param v the scale of the scatter over customers, above zero, in the unit of the amounts
 */
public record GammaGamma(double p, double q, double v) implements SpendModel {

    /** The fixed name of this kind of model. */
    public static final String NAME = "gamma-gamma";

    /**
     * Checks the values.
     *
     * @param p the shape of one customer's amounts, above zero
     * @param q the shape of the scatter over customers, above zero
     * @param v the scale of the scatter over customers, above zero, in the unit of the amounts
     */
    public GammaGamma {
        SpendArguments.checkPositive(p, "p");
        SpendArguments.checkPositive(q, "q");
        SpendArguments.checkPositive(v, "v");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public OptionalDouble expectedSpend(double purchases, double meanSpend) {
        SpendArguments.checkHistory(purchases, meanSpend);
        double weight = p * purchases + q - 1;
        if (!(weight > 0)) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(p * (v + meanSpend * purchases) / weight);
    }

    @Override
    public OptionalDouble populationMean() {
        return q > 1 ? OptionalDouble.of(p * v / (q - 1)) : OptionalDouble.empty();
    }

    @Override
    public Map<String, Double> parameters() {
        return ImmutableMap.of("p", p, "q", q, "v", v);
    }

    /**
     * Returns the share of the customer's own mean in his expected spend.
     *
     * <p>{@code E[M | m, x] = w m + (1 - w) p v / (q - 1)} with {@code w = p x / (p x + q - 1)}.
     *
     * @param purchases the number of purchases the mean was taken over, at least zero
     * @return the weight in [0, 1), or empty when {@code q <= 1}
     */
    public OptionalDouble ownWeight(double purchases) {
        SpendArguments.checkHistory(purchases, 0);
        return q > 1 ? OptionalDouble.of(p * purchases / (p * purchases + q - 1)) : OptionalDouble.empty();
    }

    /**
     * Returns the log-density of a mean spend over a number of purchases.
     *
     * <p>Written as {@code -ln B(px, q) - ln m - px ln(1 + v/(xm)) - q ln(1 + xm/v)}, which equals the published
     * form and keeps all digits for px up to 1e6 and beyond, where a difference of log-gammas loses them.
     *
     * @param purchases the number of purchases, above zero
     * @param meanSpend their mean amount, above zero
     * @return the natural logarithm of the density
     */
    public double logDensity(double purchases, double meanSpend) {
        SpendArguments.checkPositive(purchases, "purchases");
        SpendArguments.checkPositive(meanSpend, "meanSpend");
        double z = p * purchases;
        double total = purchases * meanSpend;
        return -LogBeta.value(z, q) - Math.log(meanSpend) - z * Math.log1p(v / total) - q * Math.log1p(total / v);
    }

    /**
     * Returns the log-likelihood of a sample: of its customers with purchases and a mean spend above zero.
     *
     * @param sample the customers
     * @return the sum of the log-densities, zero for a sample without such customers
     */
    public double logLikelihood(SpendSample sample) {
        return new GammaGammaLikelihood(sample).value(p, q, v);
    }
}
