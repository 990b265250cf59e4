package org.crmkit.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.crmkit.core.json.CrmCoreModule3;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.json.JsonInputException;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.band.Cuts;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmScore;
import org.crmkit.segmentation.rfm.RfmTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SegmentationJsonTest {

    private static final CrmJson JSON = CrmJson.standard().with(new CrmSegmentationModule());
    private static final JsonMapper JACKSON_3 = JsonMapper.builder()
            .addModule(new CrmCoreModule3())
            .addModule(new CrmSegmentationModule3())
            .build();

    static Stream<String> names() {
        return Samples.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothJacksonsWriteTheGoldenFileAndReadItBack(String name) throws Exception {
        Object sample = Samples.byName().get(name);
        String golden = golden(name);
        assertThat(JSON.write(sample)).isEqualTo(golden);
        assertThat(JACKSON_3.writeValueAsString(sample)).isEqualTo(golden);
        assertThat((Object) JSON.read(golden, Samples.type(sample))).isEqualTo(sample);
        assertThat((Object) JACKSON_3.readValue(golden, Samples.type(sample))).isEqualTo(sample);
    }

    @Test
    void modelsAreReadByTheirKind() throws IOException {
        ScoringModel<?> model = JSON.read(golden("rfm-model"), ScoringModel.class);
        assertThat(model).isEqualTo(Samples.byName().get("rfm-model"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"standard","method":"ntile","bands":1}                 |  | bands must be in [2, 100], was 1
            {"kind":"standard","method":"ntile","bands":5.5}               | /bands |
            {"kind":"standard","method":"ntile"}                           | /bands |
            {"kind":"standard","method":"jenks","bands":5}                 | /method |
            {"kind":"magic","bands":5}                                     |  |
            {"kind":"standard","method":"ntile","bands":5,"more":1}        | /more |
            {"kind":"fixed","cutPoints":[3,2]}                             |  | cutPoints must be strictly rising, were [3, 2]
            {"kind":"fixed","cutPoints":[1e999999]}                        |  |
            {"kind":"fixed","cutPoints":[NaN]}                             | /cutPoints |
            {"kind":"fixed","cutPoints":["one"]}                           | /cutPoints/0 |
            {"kind":"fixed","cutPoints":                                   | /cutPoints |
            """)
    void hostileBandings_areRefusedWithAPointer(String json, String pointer, String problem) {
        assertRefused(json, Banding.class, pointer, problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"recency":0,"frequency":1,"monetary":1}     | | recency must be in [1, 100], was 0
            {"recency":null,"frequency":1,"monetary":1}  | /recency |
            []                                           | |
            null                                         | | must be RfmScore, was null
            """)
    void hostileScores_areRefusedWithAPointer(String json, String pointer, String problem) {
        assertRefused(json, RfmScore.class, pointer, problem);
    }

    @Test
    void hostileCutsAndTables_areRefused() throws IOException {
        assertRefused(golden("cuts-whole").replace("\"bands\":4", "\"bands\":3"), Cuts.class, null, null);
        assertRefused(
                golden("cuts-fractional").replaceFirst("\"reachedAt\":[^,}]*", "\"reachedAt\":1e99999"),
                Cuts.class,
                null,
                null);
        assertRefused(
                golden("rfm-table").replaceFirst("\"recencyTo\":5", "\"recencyTo\":6"), RfmTable.class, null, null);
        assertRefused(golden("rfm-model").replaceFirst("\"recency\":\\{", "\"newness\":{"), RfmModel.class, null, null);
        assertRefused("[".repeat(100_000), RfmModel.class, null, null);
    }

    private static void assertRefused(String json, Class<?> type, String pointer, String problem) {
        JsonInputException refusal = catchThrowableOfType(JsonInputException.class, () -> JSON.read(json, type));
        assertThat(refusal).as(json).isNotNull();
        if (pointer != null) {
            assertThat(refusal.pointer()).isEqualTo(pointer);
        }
        if (problem != null) {
            assertThat(refusal).hasMessageContaining(problem);
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = SegmentationJsonTest.class.getResourceAsStream("/json/v1/" + name + ".json")) {
            assertThat(in).as("golden file of %s", name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        }
    }
}
