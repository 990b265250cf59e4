package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.segmentation.ReferenceData;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;

class RfmTableTest {

    /** Segments and coverage of all six tables, as in reference/segmentation/rfm_segment_tables.json. */
    @Test
    void publishedTables_areAsPublishedAndCoverAsCounted() throws IOException {
        JsonNode tables = new ObjectMapper()
                .readTree(ReferenceData.file("segmentation/rfm_segment_tables.json")
                        .toFile())
                .get("tables");
        assertThat(tables).hasSize(6);
        for (JsonNode expected : tables) {
            RfmTable table = RfmTables.all().stream()
                    .filter(t -> t.id().equals(expected.get("id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(table.segments().stream().map(RfmSegment::name).toList()).isEqualTo(names(expected));
            assertThat(table.bands()).isEqualTo(expected.get("scores").asInt());
            assertThat(table.otherwise().orElse("null"))
                    .isEqualTo(expected.get("otherwise").asText());
            assertCells(table, expected);
            RfmCoverage coverage = table.coverage();
            JsonNode counts = expected.get("coverage");
            assertThat(coverage.cells()).isEqualTo(counts.get("cells").asInt());
            assertThat(coverage.uncovered()).isEqualTo(texts(counts.get("unassigned_cells")));
            assertThat(coverage.overlapping()).hasSize(counts.get("several").asInt());
            assertThat(coverage.unreachable()).isEqualTo(texts(counts.get("segments_never_reached")));
            Map<String, Integer> cells = new LinkedHashMap<>();
            counts.get("cells_per_segment")
                    .properties()
                    .forEach(e -> cells.put(e.getKey(), e.getValue().asInt()));
            assertThat(coverage.cellsOf()).isEqualTo(cells);
            assertThat(coverage.isPartition())
                    .isEqualTo(table.id().equals("rf-grid-10") || table.id().equals("r-fm-grid-11"));
        }
    }

    /** Every cell has the name of the first published row that holds it, read from the file without the library's own ranges. */
    private static void assertCells(RfmTable table, JsonNode published) {
        int n = table.bands();
        boolean three = table.basis().dimensions() == 3;
        for (int cell = 0; cell < n * n * n; cell++) {
            int[] scores = {cell / (n * n) + 1, cell / n % n + 1, cell % n + 1};
            int second = table.basis() == RfmBasis.RECENCY_FM
                    ? (int) Math.floor((scores[1] + scores[2]) / 2.0 + 0.5)
                    : scores[1];
            String code = "" + scores[0] + second + (three ? scores[2] : "");
            String name = null;
            for (JsonNode segment : published.get("segments")) {
                boolean holds = segment.has("cells")
                        ? texts(segment.get("cells")).contains(code)
                        : isWithin(segment.get("recency"), scores[0])
                                && isWithin(segment.get("frequency"), scores[1])
                                && isWithin(segment.get("monetary"), scores[2]);
                name = name == null && holds ? segment.get("name").asText() : name;
            }
            String otherwise = published.get("otherwise").isNull()
                    ? null
                    : published.get("otherwise").asText();
            assertThat(table.nameOf(RfmScore.of(scores[0], scores[1], scores[2]))
                            .orElse(null))
                    .as("%s %s", table.id(), code)
                    .isEqualTo(name == null ? otherwise : name);
        }
    }

    private static boolean isWithin(JsonNode ends, int score) {
        return score >= ends.get(0).asInt() && score <= ends.get(1).asInt();
    }

    private static List<String> names(JsonNode table) {
        List<String> names = new ArrayList<>();
        table.get("segments").forEach(segment -> names.add(segment.get("name").asText()));
        return names;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void nameOf_theFirstSegmentWinsAndTheRestMayStayWithoutName() {
        RfmTable table = RfmTable.builder("own", 5, RfmBasis.RECENCY_FREQUENCY_MONETARY)
                .ranges("good", 4, 5, 1, 5, 1, 5)
                .cells("best", "555", "333")
                .build();
        assertThat(table.nameOf(RfmScore.of(5, 5, 5))).hasValue("good");
        assertThat(table.nameOf(RfmScore.of(3, 3, 3))).hasValue("best");
        assertThat(table.nameOf(RfmScore.of(1, 1, 1))).isEmpty();
        assertThat(table.coverage().overlapping()).containsExactly("555");
    }

    /** Apart, with others or left out: the choice is the table's. */
    @Test
    void withoutOrders_areNamedOrLeftOut() {
        RfmColumns columns = RfmColumns.of(new long[] {1, 0}, new long[] {1, 0}, new long[] {1, 0}, row -> "c" + row);
        RfmScores scores = RfmStrategy.of(Banding.fixed(5)).fitAndScore(columns);
        RfmTable.Builder builder =
                RfmTable.builder("own", 2, RfmBasis.RECENCY_FREQUENCY).otherwise("light");
        assertThat(builder.build().indexesOf(scores)).containsExactly(0, -1);
        assertThat(builder.build().nameOf(-1)).isEmpty();
        assertThat(builder.withoutOrders("prospects").build().nameOf(-1)).hasValue("prospects");
        assertThat(builder.withoutOrders("light").build().nameOf(-1)).hasValue("light");
        RfmScores byNobody = RfmStrategy.standard()
                .fitAndScore(RfmColumns.of(new long[0], new long[0], new long[0], row -> "x"))
                .model()
                .scoreAll(columns);
        assertThat(builder.build().indexesOf(byNobody)).containsExactly(-2, -1);
        assertThat(builder.build().nameOf(-2)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.withoutOrders(" ").build())
                .withMessage("withoutOrders must not be blank");
    }

    @Test
    void nameOf_combinedScoreRoundsHalvesUp() {
        assertThat(RfmTables.R_FM_GRID_11.nameOf(RfmScore.of(5, 4, 5))).hasValue("Champions");
        assertThat(RfmTables.R_FM_GRID_11.nameOf(RfmScore.of(1, 1, 2))).hasValue("Hibernating");
        assertThat(RfmTables.R_FM_GRID_11.nameOf(RfmScore.of(1, 1, 1))).hasValue("Lost");
    }

    @Test
    void builder_takesMoreThanNineBands() {
        RfmTable table = RfmTable.builder("ten", 10, RfmBasis.RECENCY_FREQUENCY)
                .cells("top", "10-10", "10-9")
                .build();
        assertThat(table.nameOf(RfmScore.of(10, 9, 1))).hasValue("top");
        assertThat(table.coverage().uncovered()).hasSize(98).contains("1-1");
    }

    @Test
    void builder_refusesWhatMakesNoTable() {
        RfmTable.Builder builder = RfmTable.builder("own", 4, RfmBasis.RECENCY_FREQUENCY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.cells("x", "123"))
                .withMessage("code must be 2 scores, was 123");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ranges("x", 1, 2, 3))
                .withMessage("ends of x must be 4 numbers, were 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.ranges("x", 3, 2, 1, 1))
                .withMessage("recency must be a range within [1, 100], was 3 to 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmTable.builder("own", 4, RfmBasis.RECENCY_FREQUENCY)
                        .cells("x", "15")
                        .build())
                .withMessageStartingWith("scores of x must be at most 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.cells("a", "11").cells("a", "12").build())
                .withMessage("segment names must differ, a is there twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RfmTables.RF_GRID_10.nameOf(RfmScore.of(6, 1, 1)))
                .withMessage("scores must be at most 5 for table rf-grid-10, were 6, 1, 1");
    }
}
