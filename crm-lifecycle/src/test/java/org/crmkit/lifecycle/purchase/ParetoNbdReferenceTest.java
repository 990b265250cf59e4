package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.ClvReferenceRows.Expected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reference-mp row of reference/clv/expected.csv for Pareto/NBD (40 digits, by oracle.py in the same folder). */
class ParetoNbdReferenceTest {

    private static final Percentage PREDICTION = Percentage.withPercentage(1e-7);

    @ParameterizedTest
    @ValueSource(strings = {"cdnow_sample", "cdnow_sample_rounded", "apparel250"})
    void predictions(String dataset) {
        List<Expected> rows = ClvReferenceRows.expected("Pareto/NBD", dataset);
        ParetoNbd model = atReference(rows);
        Map<String, PurchaseHistory> customers = customers(dataset);
        int checked = 0;
        for (Expected row : rows) {
            if (!row.customer().isEmpty() && !row.quantity().startsWith("residual_clv")) {
                assertThat(prediction(model, row, customers)).as(row.toString()).isCloseTo(row.value(), PREDICTION);
                checked++;
            } else if (row.quantity().startsWith("expected_purchases_new_customer")) {
                double t = argument(row.quantity());
                assertThat(model.expectedPurchasesOfNewCustomer(t))
                        .as(row.toString())
                        .isCloseTo(row.value(), PREDICTION);
                checked++;
            } else if (row.quantity().startsWith("loglik")) {
                assertThat(at(model, row).logLikelihood(patterns(customers))).isCloseTo(row.value(), within(1e-8));
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(40);
    }

    private static double prediction(ParetoNbd model, Expected row, Map<String, PurchaseHistory> customers) {
        if (row.customer().equals("ALL")) {
            return customers.values().stream()
                    .mapToDouble(history -> prediction(model, row.quantity().substring("sum ".length()), history))
                    .sum();
        }
        return prediction(model, row.quantity(), customers.get(row.customer()));
    }

    static double prediction(PurchaseModel model, String quantity, PurchaseHistory history) {
        if (quantity.equals("p_alive")) {
            return model.pAlive(history);
        }
        if (quantity.startsWith("expected_purchases")) {
            return model.expectedPurchases(history, argument(quantity));
        }
        double delta = quantity.equals("dert(delta=0.0027)") ? 0.0027 : Math.log(1.1) / 52;
        assertThat(quantity).startsWith("dert(delta=");
        return model.discountedPurchases(history, DiscountRate.ofContinuous(delta, TimeGrain.WEEK));
    }

    private static double argument(String quantity) {
        return Double.parseDouble(quantity.substring(quantity.indexOf('(') + 1, quantity.length() - 1));
    }

    /** The parameters of the row, as in loglik_at(0.553;10.578;0.606;11.669), or those of the maximum. */
    private static ParetoNbd at(ParetoNbd maximum, Expected row) {
        if (!row.quantity().startsWith("loglik_at(")) {
            return maximum;
        }
        String[] p = row.quantity()
                .substring("loglik_at(".length(), row.quantity().length() - 1)
                .split(";");
        return new ParetoNbd(
                TimeGrain.WEEK,
                Double.parseDouble(p[0]),
                Double.parseDouble(p[1]),
                Double.parseDouble(p[2]),
                Double.parseDouble(p[3]));
    }

    static ParetoNbd atReference(List<Expected> rows) {
        return new ParetoNbd(
                TimeGrain.WEEK,
                ClvReferenceRows.value(rows, "r"),
                ClvReferenceRows.value(rows, "alpha"),
                ClvReferenceRows.value(rows, "s"),
                ClvReferenceRows.value(rows, "beta"));
    }

    /** The customers of a data set by id. */
    static Map<String, PurchaseHistory> customers(String dataset) {
        boolean rounded = dataset.endsWith("_rounded");
        Map<String, PurchaseHistory> customers = new TreeMap<>();
        for (Map<String, String> row : ClvReferenceRows.table(dataset.replace("_rounded", "") + "_summary.csv")) {
            customers.put(
                    row.get("customer_id"),
                    PurchaseHistory.of(
                            Integer.parseInt(row.get("x")),
                            Double.parseDouble(row.get(rounded ? "t_x_rounded" : "t_x")),
                            Double.parseDouble(row.get(rounded ? "T_rounded" : "T"))));
        }
        return customers;
    }

    static PurchasePatterns patterns(Map<String, PurchaseHistory> customers) {
        return PurchasePatterns.of(TimeGrain.WEEK, customers.values());
    }
}
