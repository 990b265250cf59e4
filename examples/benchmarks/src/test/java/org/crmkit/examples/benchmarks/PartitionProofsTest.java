package org.crmkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.crmkit.examples.benchmarks.PartitionProofs.Found;
import org.crmkit.segmentation.rfm.RfmCoverage;
import org.crmkit.segmentation.rfm.RfmTable;
import org.crmkit.segmentation.rfm.RfmTables;
import org.junit.jupiter.api.Test;

class PartitionProofsTest {

    @Test
    void tables_areFoundToBeWhatCountingTheirCellsSays() {
        for (RfmTable table : RfmTables.all()) {
            RfmCoverage counted = table.coverage();
            assertThat(PartitionProofs.table(table))
                    .as(table.id())
                    .isEqualTo(
                            new Found(counted.isPartition(), counted.uncovered().size()));
        }
    }

    @Test
    void mixedRules_arePartitionButForThePlantedHole() {
        assertThat(MixedRules.partition()).hasSize(20);
        assertThat(PartitionProofs.mixed(MixedRules.partition())).isEqualTo(new Found(true, 0));
        assertThat(PartitionProofs.mixed(MixedRules.withHole())).isEqualTo(new Found(false, 1));
    }
}
