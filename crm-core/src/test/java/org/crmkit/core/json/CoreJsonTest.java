package org.crmkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.architecture.PublicRecords;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.Money;
import org.crmkit.core.score.Scale;
import org.crmkit.core.strategy.ScoringModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.jsontype.NamedType;

class CoreJsonTest {
    private static final CrmJson JSON = CrmJson.standard().withModel("own", OwnModel.class);
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(new CrmCoreModule3())
                    .registerSubtypes(new NamedType(OwnModel.class, "own"))
                    .build();

    /** Conditions have golden files of their own in their package; the others are made of what is stored, or hold code. */
    private static final List<String> NOT_STORED = List.of(
            "org.crmkit.core.attribute.AttributeEntry", // a line of attributes, made when asked for
            "org.crmkit.core.decision.LabeledCondition", // a rule's part: what is stored is the condition
            "org.crmkit.core.score.ScoreKey", // names a Java class
            "org.crmkit.core.strategy.Combined", // holds strategies; what is stored is the fitted model
            "org.crmkit.core.strategy.Scorecard",
            "org.crmkit.core.strategy.Scorecard$Part",
            "org.crmkit.core.strategy.ScoringContext", // holds a listener
            "org.crmkit.core.summary.PurchaseDay", // a line of purchase days, made when asked for
            "org.crmkit.core.time.DayHours"); // a line of a calendar, made when asked for

    static Set<String> names() {
        return JsonSamples.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void write_isTheGoldenFile(String name) throws IOException {
        JsonSamples.Sample sample = JsonSamples.all().get(name);
        assertThat(JSON.write(sample.value(), type(sample.type()))).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void read_goldenFile_isTheValue(String name) throws IOException {
        JsonSamples.Sample sample = JsonSamples.all().get(name);
        assertThat(JSON.read(golden(name), type(sample.type()))).isEqualTo(sample.value());
    }

    @Test
    void everyPublicRecordIsInAGoldenFile() {
        assertThat(PublicRecords.outside(
                        Money.class,
                        JsonSamples.all().values().stream()
                                .map(JsonSamples.Sample::value)
                                .toList()))
                .filteredOn(name -> !name.startsWith("org.crmkit.core.condition."))
                .containsExactlyElementsOf(NOT_STORED);
    }

    @ParameterizedTest
    @MethodSource("names")
    void read_deepLongAndBrokenDocuments_areRefused(String name) throws IOException {
        String json = golden(name);
        List<String> hostile = List.of(
                "[".repeat(100_000),
                "{\"a\":".repeat(100),
                json.substring(0, json.length() - 1),
                json + " {}",
                json.replaceFirst("\\{", "{\"" + "n".repeat(2_000_000) + "\":1,"),
                json.replaceFirst(":(-?\\d|\"|\\{|\\[|t|f)", ":" + "9".repeat(1_000) + "$1"));
        TypeReference<Object> type = type(JsonSamples.all().get(name).type());
        for (String document : hostile) {
            if (!document.equals(json)) {
                assertThatThrownBy(() -> JSON.read(document, type))
                        .as(document.substring(0, Math.min(300, document.length())))
                        .isInstanceOf(JsonInputException.class)
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void jackson3_writesAndReadsTheSame(String name) throws IOException {
        JsonSamples.Sample sample = JsonSamples.all().get(name);
        tools.jackson.databind.JavaType type = JACKSON_3.constructType(sample.type());
        assertThat(JACKSON_3.writerFor(type).writeValueAsString(sample.value())).isEqualTo(golden(name));
        Object read = JACKSON_3.readValue(golden(name), type);
        assertThat(read).isEqualTo(sample.value());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"amountMinor":1.5,"currency":"EUR"}                 | /amountMinor
            {"amountMinor":"12","currency":"EUR"}                | /amountMinor
            {"amountMinor":99999999999999999999,"currency":"EUR"} | /amountMinor
            {"amountMinor":NaN,"currency":"EUR"}                 | /amountMinor
            {"amountMinor":1,"currency":"EURO"}                  | /currency
            {"amountMinor":1,"currency":"EUR","tip":2}           | /tip
            {"amountMinor":1,"currency":"EUR","amountMinor":2}   | /amountMinor
            """)
    void read_hostileMoney_pointsToThePlace(String json, String pointer) {
        assertThatThrownBy(() -> JSON.read(json, Money.class))
                .isInstanceOfSatisfying(
                        JsonInputException.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"currency":"EUR"}                      | amountMinor
            {"amountMinor":1,"currency":"EUR"} {}   | followed by more
            null                                    | was null
            {"amountMinor":1,"currency":"EUR"       | cut off
            """)
    void read_incompleteMoney_saysWhat(String json, String told) {
        assertThatThrownBy(() -> JSON.read(json, Money.class))
                .isInstanceOf(JsonInputException.class)
                .message()
                .containsIgnoringCase(told);
    }

    @Test
    void read_ownCheckOfAValue_isTheMessage() {
        assertThatThrownBy(
                        () -> JSON.read("{\"low\":2,\"high\":1,\"direction\":\"neutral\",\"unit\":\"\"}", Scale.class))
                .isInstanceOf(JsonInputException.class)
                .hasMessageContaining("low must be below high, was low=2.0, high=1.0");
    }

    @Test
    void read_unknownKind_pointsToTheElement() {
        String json = "[{\"kind\":\"robbery\",\"id\":\"1\"}]";
        assertThatThrownBy(() -> JSON.read(json, new TypeReference<List<Activity>>() {}))
                .isInstanceOfSatisfying(
                        JsonInputException.class, e -> assertThat(e.pointer()).startsWith("/0"))
                .hasMessageContaining("robbery");
    }

    @Test
    void read_aMillionLevels_isRefusedWithoutOverflow() {
        String open = "{\"kind\":\"weighted\",\"code\":\"x\",\"weight\":1,\"part\":";
        assertThatThrownBy(() -> JSON.read(open.repeat(1_000_000), Explanation.class))
                .isInstanceOf(JsonInputException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
        assertThatThrownBy(() -> JSON.read("[".repeat(1_000_000), new TypeReference<List<Activity>>() {}))
                .isInstanceOf(JsonInputException.class);
    }

    @Test
    void read_hugeNumberOrString_isRefused() {
        assertThatThrownBy(() ->
                        JSON.read("{\"amountMinor\":" + "9".repeat(1_000) + ",\"currency\":\"EUR\"}", Money.class))
                .isInstanceOf(JsonInputException.class);
        assertThatThrownBy(() ->
                        JSON.read("{\"amountMinor\":1,\"currency\":\"" + "E".repeat(2_000_000) + "\"}", Money.class))
                .isInstanceOf(JsonInputException.class)
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "at":"2024-02-29T12:00:00.500Z" | "at":1709208000 | /0/at
            "customer":"7"                  | "customer":7    | /0/customer
            "daysSupply":30                 | "daysSupply":"30" | /0/lines/0/daysSupply
            "contact":"visit"               | "contact":0     | /2/contact
            "subject":"aspirin-500"         | "subject":true  | /2/subject
            "duration":"PT25M"              | "duration":1500 | /2/duration
            """)
    void read_textForNumberOrNumberForText_pointsToThePlace(String part, String evil, String pointer)
            throws IOException {
        String json = golden("activities");
        assertThat(json).contains(part);
        int at = json.indexOf(part);
        String hostile = json.substring(0, at) + evil + json.substring(at + part.length());
        assertThatThrownBy(() -> JSON.read(hostile, new TypeReference<List<Activity>>() {}))
                .isInstanceOfSatisfying(
                        JsonInputException.class, e -> assertThat(e.pointer()).isEqualTo(pointer));
    }

    @Test
    void read_unregisteredModel_isRefused() {
        TypeReference<ScoringModel<Double>> type = new TypeReference<>() {};
        assertThatThrownBy(() -> CrmJson.standard().read("{\"kind\":\"own\",\"factor\":1}", type))
                .isInstanceOf(JsonInputException.class)
                .hasMessageContaining("own");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"scoring-model","schemaVersion":2,"model":{"kind":"own","factor":1}}
            {"kind":"scoring-model","schemaVersion":2,"model":{"kind":"of tomorrow"}}
            {"kind":"scoring-model","model":{"kind":"own","term":1},"schemaVersion":2}
            {"kind":"scoring-model","licence":"x","schemaVersion":99999999999,"model":{"kind":"own","factor":1}}
            """)
    void read_modelOfALaterRelease_namesTheVersionWhereverTheFormBreaks(String json) {
        assertThatThrownBy(() -> JSON.read(json, ModelDocument.class))
                .isInstanceOf(JsonInputException.class)
                .message()
                .matches("at /schemaVersion: schemaVersion must be 1, was [29]+: a later release wrote it,"
                        + " read it with that one or a later one");
    }

    @Test
    void scaleWithoutEnds_comesBackFromBothJacksons() {
        Scale open = Scale.unbounded("EUR");
        String json = JSON.write(open);
        assertThat(JSON.read(json, Scale.class)).isEqualTo(open);
        assertThat(JACKSON_3.writeValueAsString(open)).isEqualTo(json);
        assertThat(JACKSON_3.readValue(json, Scale.class)).isEqualTo(open);
    }

    @Test
    void read_messageOfAPurchase_holdsNoContent() {
        String json =
                "{\"kind\":\"purchase\",\"id\":\"p1\",\"customer\":\"7\",\"at\":\"yesterday\",\"amount\":{\"amountMinor\":1,\"currency\":\"EUR\"},\"lines\":[]}";
        assertThatThrownBy(() -> JSON.read(json, Purchase.class))
                .isInstanceOfSatisfying(
                        JsonInputException.class, e -> assertThat(e.pointer()).isEqualTo("/at"));
        assertThat(Stream.of(Interaction.Kind.values()).map(JSON::write)).contains("\"visit\"", "\"campaign\"");
    }

    private static TypeReference<Object> type(Type type) {
        return new TypeReference<>() {
            @Override
            public Type getType() {
                return type;
            }
        };
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = CoreJsonTest.class.getResourceAsStream("/json/v1/" + name + ".json")) {
            assertThat(file).as("golden file of %s", name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
