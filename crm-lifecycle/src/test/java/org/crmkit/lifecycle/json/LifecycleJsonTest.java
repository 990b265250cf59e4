package org.crmkit.lifecycle.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmkit.core.json.CrmCoreModule3;
import org.crmkit.core.json.CrmJson;
import org.crmkit.core.json.JsonInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class LifecycleJsonTest {

    static final CrmJson JSON = CrmJson.standard().with(new CrmLifecycleModule());
    private static final JsonMapper JACKSON_3 = JsonMapper.builder()
            .addModule(new CrmCoreModule3())
            .addModule(new CrmLifecycleModule3())
            .build();

    static Stream<String> names() {
        return Samples.byName().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void bothJacksonsWriteTheGoldenFileAndReadItBack(String name) throws Exception {
        FitDocument sample = Samples.byName().get(name);
        String golden = golden(name);
        assertThat(JSON.write(sample)).isEqualTo(golden);
        assertThat(JACKSON_3.writeValueAsString(sample)).isEqualTo(golden);
        assertThat(JSON.read(golden, FitDocument.class)).isEqualTo(sample);
        assertThat(JACKSON_3.readValue(golden, FitDocument.class)).isEqualTo(sample);
    }

    private static String golden(String name) throws IOException {
        String file = "/json/v1/" + name + ".json";
        try (InputStream in = LifecycleJsonTest.class.getResourceAsStream(file)) {
            assertThat(in).as("golden file %s", file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    /** One part of a golden document replaced by what an attacker or a careless hand writes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contract-fit | "schemaVersion":1 | "schemaVersion":2 | | schemaVersion must be 1, was 2
            contract-fit | "schemaVersion":1 | "schemaVersion":"1" | /schemaVersion |
            contract-fit | "kind":"contract-fit" | "kind":"magic" | |
            contract-fit | "status":"converged" | "status":"splendid" | /fit/status |
            contract-fit | "lost":[369,163,86,56] | "lost":[369,-163,86,56] | /fit/counts | lost and renewed must be at least 0
            contract-fit | "lost":[369,163,86,56] | "lost":[369,163,86] | /fit/counts | lost and renewed must have equal length
            contract-fit | "alpha":0.5 | "alpha":-0.5 | /fit/model | alpha must be finite and above 0, was -0.5
            contract-fit | "alpha":0.5 | "gamma":0.5 | /fit/model | parameters of shifted-beta-geometric must be [alpha, beta]
            contract-fit | "alpha":0.5 | "alpha":1e999 | /fit/model |
            contract-fit | "alpha":0.5 | "alpha":null | /fit/model |
            contract-fit | "name":"shifted-beta-geometric" | "name":"java.lang.Runtime" | /fit/model | name must be one of
            spend-fit | "name":"gamma-gamma" | "name":"delta" | /fit/model | name must be one of
            spend-fit | "used":946 | "used":99999 | /fit/input | used must be in
            purchase-fit | "name":"bg-nbd" | "name":"x" | /fit/model | name must be one of
            purchase-fit | "grain":"week" | "grain":"century" | /fittedOn/grain |
            purchase-fit | "customers":2357 | "customers":-1 | /fittedOn | customers must be at least 0, was -1
            purchase-fit | "modelName" | "modelname" | /fit/modelName |
            covariate-fit | "name":"mbg-nbd" | "name":"nbd" | /fit/model | modelName must be pareto-nbd
            covariate-fit | "lifetimeCoefficients" | "lifetimecoefficients" | /fit/model/lifetimeCoefficients |
            covariate-fit | "channel":-0.25 | "channel":"NaN" | |
            clv-probabilistic | "margin":0.3 | "margin":-1 | /model/terms | margin must be finite and above 0, was -1.0
            clv-markov | [0.4,0.6,0.0] | [0.4,0.7,0.0] | /model/chain | row of 1 must add up to 1
            """)
    void hostileInputIsRefusedWithAPointer(String name, String part, String evil, String pointer, String problem)
            throws IOException {
        String json = golden(name);
        assertThat(json).contains(part);
        JsonInputException refused = catchThrowableOfType(
                JsonInputException.class,
                () -> JSON.read(json.replaceFirst(Pattern.quote(part), evil), FitDocument.class));
        assertThat(refused).as(evil).isNotNull();
        if (pointer != null) {
            assertThat(refused.pointer()).isEqualTo(pointer);
        }
        if (problem != null) {
            assertThat(refused.getMessage()).contains(problem);
        }
    }
}
