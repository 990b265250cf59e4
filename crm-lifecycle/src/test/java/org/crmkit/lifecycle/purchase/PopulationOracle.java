package org.crmkit.lifecycle.purchase;

import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a model by its definition: a sum over customers of all purchase rates and ways of leaving, weighed by Bayes' rule.
 *
 * <p>The grid is the trapezoidal rule in the logarithm of a gamma variable and the logit of a beta variable, where it converges exponentially; 1e-10 is
 * easily reached. Slow, and without any formula of the models.
 */
final class PopulationOracle {

    private static final double STEP = 0.25;
    private static final double NEGLIGIBLE = 1e-22;

    private final List<KnownCustomer> customers = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();

    /** A quantity of one known customer who is alive in a phase. */
    interface Ask {
        double of(KnownCustomer customer, int phase);
    }

    private interface Make {
        KnownCustomer of(double first, double second);
    }

    private PopulationOracle() {}

    static PopulationOracle of(PurchaseModel model) {
        double[] p = model.parameters().toArray();
        double[][] one = {{0, 1}};
        return switch (model.name()) {
            case NbdModel.NAME ->
                grid(gamma(p[0], p[1]), one, (lambda, none) -> new KnownCustomer.LeavesAtPurchases(lambda, 0, false));
            case BgModel.BG, BgModel.MBG -> {
                boolean modified = model.name().equals(BgModel.MBG);
                yield grid(
                        gamma(p[0], p[1]),
                        beta(p[2], p[3]),
                        (lambda, leaves) -> new KnownCustomer.LeavesAtPurchases(lambda, leaves, modified));
            }
            case CnbdModel.BG, CnbdModel.MBG -> {
                boolean modified = model.name().equals(CnbdModel.MBG);
                // what is known of a regular buyer, k events a purchase, is a narrow peak
                yield grid(
                        gamma(p[0], p[1], STEP / 2),
                        beta(p[2], p[3]),
                        (lambda, leaves) -> new KnownCustomer.RegularBuyer(lambda, leaves, modified, (int) p[4]));
            }
            case ParetoNbd.NAME -> grid(gamma(p[0], p[1]), gamma(p[2], p[3]), KnownCustomer.LeavesAnyTime::new);
            case GgompertzNbd.NAME ->
                grid(
                        gamma(p[0], p[1]),
                        gamma(p[3], p[4]),
                        (lambda, eta) -> new KnownCustomer.LeavesWithAge(lambda, eta, p[2]));
            case BgBb.NAME -> grid(beta(p[0], p[1]), beta(p[2], p[3]), KnownCustomer.TakesOpportunities::new);
            default -> throw new AssertionError("no oracle for " + model.name());
        };
    }

    private static PopulationOracle grid(double[][] first, double[][] second, Make make) {
        PopulationOracle oracle = new PopulationOracle();
        double sum = 0;
        for (double[] a : first) {
            for (double[] b : second) {
                sum += a[1] * b[1];
            }
        }
        for (double[] a : first) {
            for (double[] b : second) {
                if (a[1] * b[1] > NEGLIGIBLE * sum) {
                    oracle.customers.add(make.of(a[0], b[0]));
                    oracle.weights.add(a[1] * b[1] / sum);
                }
            }
        }
        return oracle;
    }

    /** Values and weights of a gamma variable, {@code exp(shape y - rate e^y)} with y its logarithm. */
    private static double[][] gamma(double shape, double rate) {
        return gamma(shape, rate, STEP);
    }

    private static double[][] gamma(double shape, double rate, double step) {
        List<double[]> nodes = new ArrayList<>();
        double mean = shape / rate;
        for (double y = -60; y < 6; y += step) {
            nodes.add(new double[] {mean * Math.exp(y), Math.exp(shape * (y - Math.expm1(y)))});
        }
        return heavy(nodes);
    }

    /** Values and weights of a beta variable, {@code p^a (1-p)^b} with y the logit of p. */
    private static double[][] beta(double a, double b) {
        List<double[]> nodes = new ArrayList<>();
        for (double y = -80; y < 80; y += STEP) {
            double p = 1 / (1 + Math.exp(-y));
            nodes.add(new double[] {p, Math.exp(-a * Math.log1p(Math.exp(-y)) - b * Math.log1p(Math.exp(y)))});
        }
        return heavy(nodes);
    }

    private static double[][] heavy(List<double[]> nodes) {
        double most = nodes.stream().mapToDouble(node -> node[1]).max().orElseThrow();
        return nodes.stream().filter(node -> node[1] > NEGLIGIBLE * most).toArray(double[][]::new);
    }

    /** What is known of the customers of one history. */
    final class Seen {

        private final PurchaseHistory history;
        private final double likelihood;
        private final double alive;

        Seen(PurchaseHistory history) {
            this.history = history;
            double all = 0;
            for (int i = 0; i < customers.size(); i++) {
                all += weights.get(i) * customers.get(i).dead(history);
            }
            this.alive = sum((customer, phase) -> 1);
            this.likelihood = all + alive;
        }

        private double sum(Ask ask) {
            double sum = 0;
            double heaviest = 0;
            for (int i = 0; i < customers.size(); i++) {
                KnownCustomer customer = customers.get(i);
                for (int phase = 0; phase < customer.phases(); phase++) {
                    double weight = weights.get(i) * customer.alive(history, phase);
                    heaviest = Math.max(heaviest, weight);
                    if (weight > NEGLIGIBLE * heaviest) {
                        sum += weight * ask.of(customer, phase);
                    }
                }
            }
            return sum;
        }

        /** Returns the mean over all customers with this history, those who left counting as zero. */
        double mean(Ask ask) {
            return sum(ask) / likelihood;
        }

        double logLikelihood() {
            return Math.log(likelihood);
        }

        double pAlive() {
            return alive / likelihood;
        }

        double pAliveAfter(double t) {
            return mean((customer, phase) -> customer.survival(history, phase, t));
        }

        double expectedPurchases(double from, double to) {
            return mean((customer, phase) ->
                    customer.purchases(history, phase, to) - customer.purchases(history, phase, from));
        }

        double pPurchases(int n, double t) {
            double given = mean((customer, phase) -> customer.probability(history, phase, n, t));
            return n == 0 ? given + 1 - pAlive() : given;
        }

        double pEverAgain() {
            return mean((customer, phase) -> customer.ever(history, phase));
        }

        double meanTimeToNextPurchase() {
            return mean((customer, phase) -> customer.timeOfNext(history, phase)) / pEverAgain();
        }

        double discountedPurchases(double delta, double horizon) {
            return mean((customer, phase) -> customer.discounted(history, phase, delta, horizon));
        }
    }
}
