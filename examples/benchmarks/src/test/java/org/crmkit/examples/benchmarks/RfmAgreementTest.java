package org.crmkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;

/** What is measured side by side gives the same answer. */
class RfmAgreementTest {

    private final Orders orders = Orders.simulate(1_003, 10_000, 7);

    @Test
    void duckDb_agreesWithBareLoop() throws SQLException {
        try (DuckDb duckDb = DuckDb.holding(orders, 2)) {
            assertThat(duckDb.rfm()).usingRecursiveComparison().isEqualTo(BareLoop.rfm(orders));
        }
    }

    @Test
    void crmkit_agreesWithBareLoopFromColumnsAndFromRows() {
        RfmScores expected = BareLoop.rfm(orders);
        assertThat(Crmkit.byCustomer(Crmkit.columns(orders, Banding.ntile(5)), false))
                .usingRecursiveComparison()
                .isEqualTo(expected);
        OrderRows rows = new OrderRows(orders);
        assertThat(Crmkit.byCustomer(Crmkit.rows(rows, orders.asOfDay(), Banding.ntile(5)), true))
                .usingRecursiveComparison()
                .isEqualTo(expected);
        assertThat(Crmkit.tally(rows).customers()).isEqualTo(orders.customers);
        assertThat(Crmkit.read(rows)).isEqualTo(9L * orders.size());
    }

    @Test
    void bareLoop_givesEveryScoreToAFifthOfTheCustomers() {
        byte[] monetary = BareLoop.rfm(orders).monetary();
        int[] sizes = new int[6];
        for (byte score : monetary) {
            sizes[score]++;
        }
        assertThat(sizes).containsExactly(0, 201, 201, 201, 200, 200);
    }
}
