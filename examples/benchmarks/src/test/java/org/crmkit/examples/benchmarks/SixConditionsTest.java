package org.crmkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Truth;
import org.junit.jupiter.api.Test;

class SixConditionsTest {

    @Test
    void everyWayFindsTheSameCustomers_andSoDoThePeers() throws Exception {
        SixConditions data = new SixConditions(20_000, 42);
        CompiledCondition compiled = data.compiled();
        int rows = 0;
        int explained = 0;
        for (int row = 0; row < compiled.size(); row++) {
            rows += compiled.truth(row) == Truth.TRUE ? 1 : 0;
            explained += compiled.explain(row).truth() == Truth.TRUE ? 1 : 0;
        }
        assertThat(data.bareHits()).isPositive();
        assertThat(compiled.evaluate().count(Truth.TRUE)).isEqualTo(data.bareHits());
        assertThat(rows).isEqualTo(data.bareHits());
        assertThat(explained).isEqualTo(data.bareHits());
        assertThat(new CelRule().hits(data.maps())).isEqualTo(data.bareHits());
        assertThat(new JsonLogicRule().hits(data.maps())).isEqualTo(data.bareHits());
    }
}
