package org.crmkit.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmkit.core.architecture.PublicRecords;
import org.crmkit.core.json.CrmCoreModule3;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.json.JsonInputException;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.RfmScore;
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
    void everyPublicRecordIsInAGoldenFile() {
        assertThat(PublicRecords.outside(Banding.class, Samples.byName().values()))
                .isEmpty();
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
            {"kind":"shares","of":"value","shares":[0.9,0.8]}              |  | shares must rise strictly between 0 and 1, were [0.9, 0.8]
            {"kind":"shares","of":"value","shares":[1]}                    |  | shares must rise strictly between 0 and 1, were [1]
            {"kind":"shares","of":"value","shares":[1e-999999]}            |  |
            {"kind":"shares","of":"orders","shares":[0.5]}                 | /of |
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

    /** One part of a golden file replaced by what an attacker or a careless hand writes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cuts-whole        | "bands":4           | "bands":3               |              | cuts must be none or 2 for 3 bands, were 3
            cuts-whole        | "direction"         | "course"                | /direction   |
            cuts-whole        | "whole":true        | "whole":"yes"           | /whole       |
            cuts-whole        | "numeric":false     | "numeric":0             | /ties/numeric |
            cuts-fractional   | "threshold":        | "threshold":NaN,"x":    | /cuts/0      |
            cuts-fractional   | "threshold":        | "threshold":1e999,"x":  | /cuts/0      | threshold must be finite
            cuts-fractional   | "reachedAt":        | "reachedAt":1e99999,"x": | /cuts/0     |
            cuts-split-ties   | "seed":9            | "seed":9e99             | /ties/seed   |
            rfm-strategy      | "variant":"lrfm"    | "variant":"rfm"         |              |
            rfm-strategy      | "monetary":2.5      | "monetary":-2.5         |              |
            rfm-strategy      | "monetary":2.5      | "monetary":"NaN"        |              | weight of MONETARY must be in [0, 1e9], was NaN
            rfm-strategy      | "nested":false      | "nested":null           | /nested      |
            rfm-strategy      | "kind":"fixed"      | "kind":"java.lang.Runtime" | /bandings/monetary |
            rfm-model         | "schemaVersion":1   | "schemaVersion":2       |              | schemaVersion must be 1, was 2
            rfm-model         | "schemaVersion":1,  | ""                      |              |
            rfm-model         | "kind":"rfm"        | "kind":"magic"          | /model       |
            rfm-model         | "recency":{         | "newness":{             | /model/strategy/bandings |
            rfm-model         | "sizes":{"recency":[2,2,2]  | "sizes":{"recency":[2,2]   | /model | RECENCY must have 3 bands in cuts and sizes, had 3 and 2
            rfm-model         | "sizes":{"recency":[2,2,2]  | "sizes":{"recency":[2,2,2e99]   | /model/sizes/recency/2 |
            rfm-model-nested  | "levels":[          | "levels":[[],           | /model/cuts/nested |
            rfm-segment-model | "id":"rf-grid-10"   | "id":7                  | /model/table/id |
            rfm-score         | "recency":5         | "recency":5.5           | /recency     |
            rfm-score-rfmt    | "timeBetween":2     | "timeBetween":101       |              |
            rfm-table         | "recencyTo":5       | "recencyTo":6           |              |
            rfm-table         | "bands":5           | "bands":1000000         |              |
            rfm-coverage      | "cells":125         | "cells":-125            |              | cells must be above 0, was -125
            """)
    void hostileGoldenFiles_areRefusedWithAPointer(
            String name, String part, String evil, String pointer, String problem) throws IOException {
        String json = golden(name);
        assertThat(json).contains(part);
        String hostile = json.replaceFirst(Pattern.quote(part), Matcher.quoteReplacement(evil));
        assertRefused(hostile, Samples.type(Samples.byName().get(name)), pointer, problem);
    }

    @ParameterizedTest
    @MethodSource("names")
    void deepLongAndBrokenDocuments_areRefused(String name) throws IOException {
        Class<?> type = Samples.type(Samples.byName().get(name));
        String json = golden(name);
        assertRefused("[".repeat(100_000), type, null, null);
        assertRefused("{\"a\":".repeat(100), type, null, null);
        assertRefused(json.substring(0, json.length() - 1), type, null, null);
        assertRefused(json + " {}", type, "", null);
        assertRefused(json.replaceFirst("\\{", "{\"more\":1,"), type, "/more", null);
        assertRefused(json.replaceFirst("\\{", "{\"" + "n".repeat(2_000_000) + "\":1,"), type, null, null);
        assertRefused(
                json.replaceFirst("([:\\[])(-?\\d|\"|\\{|\\[|t|f)", "$1" + "9".repeat(1_000) + "$2"), type, null, null);
    }

    private static void assertRefused(String json, Class<?> type, String pointer, String problem) {
        JsonInputException refusal = catchThrowableOfType(JsonInputException.class, () -> JSON.read(json, type));
        String start = json.substring(0, Math.min(json.length(), 500));
        assertThat(refusal).as(start).isNotNull();
        assertThat(refusal.getMessage()).hasSizeLessThan(1_000);
        if (pointer != null) {
            assertThat(refusal.pointer()).as(refusal.getMessage()).isEqualTo(pointer);
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
