package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.score;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.analysis.ConditionAnalysis;
import org.crmkit.core.condition.analysis.Finding;
import org.crmkit.core.condition.analysis.Holes;
import org.crmkit.core.condition.analysis.SetFinding;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** The six published tables as ordered sets of conditions on parts of a score: the analysis knows nothing of tables, and must count what they leave out. */
class RfmTableAnalysisTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);

    /** Cells without a name, as in reference/segmentation/rfm_segment_tables.json. */
    private static final Map<String, Integer> UNCOVERED = Map.of(
            "rf-grid-10",
            0,
            "r-fm-grid-11",
            0,
            "rfm-r-0.3",
            10,
            "rfm-r-0.2",
            36,
            "cells-125-11",
            6,
            "pymc-marketing-default",
            18);

    private static List<String> parts(RfmTable table) {
        List<String> parts = List.of("rfm.recency", "rfm.frequency", "rfm.monetary");
        return parts.subList(0, table.basis().dimensions());
    }

    /** Scores are whole numbers from 1 to the number of bands. */
    private static Condition known(RfmTable table) {
        List<Condition> all = new ArrayList<>();
        for (String part : parts(table)) {
            List<Condition> any = new ArrayList<>();
            for (int band = 1; band <= table.bands(); band++) {
                any.add(score("rfm").part(part).is(band));
            }
            all.add(new Condition.Any(any));
        }
        return new Condition.All(all);
    }

    private static List<Condition> conditions(RfmTable table) {
        List<Condition> conditions = new ArrayList<>();
        for (RfmSegment segment : table.segments()) {
            conditions.add(new Condition.Any(segment.ranges().stream()
                    .map(range -> condition(range, table))
                    .toList()));
        }
        return conditions;
    }

    private static Condition condition(RfmRange range, RfmTable table) {
        int[] ends = {
            range.recencyFrom(),
            range.recencyTo(),
            range.frequencyFrom(),
            range.frequencyTo(),
            range.monetaryFrom(),
            range.monetaryTo()
        };
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < parts(table).size(); i++) {
            all.add(score("rfm").part(parts(table).get(i)).atLeast(ends[2 * i]));
            all.add(score("rfm").part(parts(table).get(i)).atMost(ends[2 * i + 1]));
        }
        return new Condition.All(all);
    }

    @Test
    void publishedTables_areProvedOrRefutedWithTheCellsTheyLeaveOut() {
        int unreachable = 0;
        for (RfmTable table : RfmTables.all()) {
            ConditionAnalysis analysis = ConditionAnalysis.at(NOW).given(known(table));
            List<Condition> conditions = conditions(table);
            SetFinding finding = analysis.set(conditions);
            RfmCoverage counted = table.coverage();
            assertThat(finding.isPartition()).as(table.id()).isEqualTo(counted.isPartition());
            assertThat(finding.covers().isProved())
                    .isEqualTo(counted.uncovered().isEmpty());
            assertThat(finding.overlaps().isEmpty())
                    .isEqualTo(counted.overlapping().isEmpty());
            Holes holes = analysis.holes(conditions, 200);
            assertThat(holes.areAll()).isTrue();
            assertThat(holes.witnesses())
                    .as(table.id())
                    .hasSize(UNCOVERED.get(table.id()))
                    .hasSize(counted.uncovered().size());
            List<String> never = new ArrayList<>();
            for (int i = 0; i < conditions.size(); i++) {
                assertThat(finding.neverFirst().get(i)).isNotInstanceOf(Finding.NotDecided.class);
                if (finding.neverFirst().get(i).isProved()) {
                    never.add(table.segments().get(i).name());
                }
            }
            assertThat(never).isEqualTo(counted.unreachable());
            unreachable += never.size();
        }
        assertThat(unreachable).isEqualTo(3);
    }

    /** A bound on work, for time is the machine's; what it takes is measured by the benchmarks. */
    @Test
    void publishedTables_takeFewSteps() {
        for (RfmTable table : RfmTables.all()) {
            SetFinding finding = ConditionAnalysis.at(NOW)
                    .given(known(table))
                    .withMostSteps(500)
                    .set(conditions(table));
            assertThat(finding.covers()).as(table.id()).isNotInstanceOf(Finding.NotDecided.class);
            assertThat(finding.overlaps())
                    .allMatch(overlap -> overlap.disjoint().isRefuted());
        }
    }
}
