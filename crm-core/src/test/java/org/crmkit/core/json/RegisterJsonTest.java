package org.crmkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmkit.core.attribute.AttributeSchema;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.decision.DecisionLog;
import org.crmkit.core.regulation.RegulationPack;
import org.crmkit.core.time.BusinessCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What hosts keep for years: ledgers, logs, packs, schemas and calendars, and what an attacker makes of them. */
class RegisterJsonTest {
    private static final CrmJson JSON = CrmJson.standard();
    private static final tools.jackson.databind.json.JsonMapper JACKSON_3 =
            tools.jackson.databind.json.JsonMapper.builder()
                    .addModule(new CrmCoreModule3())
                    .build();

    @Test
    void read_decisionLog_isWholeAndShowsALaterChange() {
        String json = JSON.write(DecisionSamples.log());
        assertThat(JSON.read(json, DecisionLog.class).firstBrokenLine()).isEmpty();
        assertThat(JACKSON_3.readValue(json, DecisionLog.class).firstBrokenLine())
                .isEmpty();
    }

    /** Each of them is a field that someone may wish to have said otherwise later. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "reason":"separate-consent-needed" | "reason":"consented"     | 1
            "code":"health"                    | "code":"religion"        | 0
            "sensitivity":"ordinary"           | "sensitivity":"personal" | 0
            "value":"120.5"                    | "value":"120.25"         | 0
            "by":"till"                        | "by":"rep"               | 0
            "weight":2.0                       | "weight":2.5             | 0
            "thresholds":[30.0,90.5]           | "thresholds":[30.0,95.5] | 0
            "leftClosed":false                 | "leftClosed":true        | 0
            "rule":"max"                       | "rule":"min"             | 0
            "change":"changed"                 | "change":"added"         | 2
            """)
    void read_changedLog_showsTheLine(String part, String changed, int line) {
        String json = JSON.write(DecisionSamples.log());
        assertThat(json).contains(part);
        String forged = json.replaceFirst(Pattern.quote(part), changed);
        assertThat(JSON.read(forged, DecisionLog.class).firstBrokenLine()).hasValue(line);
    }

    @Test
    void read_standardPacksAndSchema_areTheSame() {
        List<RegulationPack> packs = RegulationPack.standard();
        TypeReference<List<RegulationPack>> type = new TypeReference<>() {};
        assertThat(JSON.read(JSON.write(packs, type), type)).isEqualTo(packs);
        AttributeSchema schema = StandardAttributes.schema();
        String json = JSON.write(schema);
        AttributeSchema read = JSON.read(json, AttributeSchema.class);
        assertThat(read).isEqualTo(schema).hasSameHashCodeAs(schema);
        assertThat(JSON.write(read)).isEqualTo(json);
        assertThat(JACKSON_3.readValue(json, AttributeSchema.class)).isEqualTo(schema);
    }

    @Test
    void read_anyStoredDocument_tellsByItsKindWhatItIs() {
        ConsentLedger ledger =
                (ConsentLedger) ConsentSamples.all().get("consent-ledger").value();
        String json = JSON.write(StoredDocument.of(ledger));
        assertThat(JSON.read(json, StoredDocument.class)).isEqualTo(StoredDocument.of(ledger));
        assertThat(JACKSON_3.readValue(json, StoredDocument.class)).isEqualTo(StoredDocument.of(ledger));
        assertThat(JSON.read(json, StoredDocument.Consents.class).records()).isEqualTo(ledger);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"consent-ledger","schemaVersion":2,"records":[]}
            {"kind":"consent-ledger","schemaVersion":2,"registers":[]}
            {"kind":"consent-ledger","records":[{"kind":"of tomorrow"}],"schemaVersion":2}
            {"kind":"of tomorrow","schemaVersion":2}
            """)
    void read_documentOfALaterRelease_namesTheVersionWhereverTheFormBreaks(String json) {
        for (Class<?> type : List.of(StoredDocument.class, StoredDocument.Consents.class)) {
            assertThatThrownBy(() -> JSON.read(json, type))
                    .isInstanceOf(JsonInputException.class)
                    .hasMessage("at /schemaVersion: schemaVersion must be 1, was 2: a later release wrote it,"
                            + " read it with that one or a later one");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"kind":"consent-ledger","records":[]}                     | schemaVersion
            {"kind":"consent-ledger","schemaVersion":1}                | records
            {"kind":"consent-ledger","schemaVersion":1,"records":null} | records
            {"kind":"consent-ledger","schemaVersion":0,"records":[]}   | schemaVersion must be 1, was 0
            {"kind":"decision-log","schemaVersion":1,"lines":[]}       | decision-log
            {"schemaVersion":1,"records":[]}                           | kind
            """)
    void read_incompleteDocument_isRefusedByName(String json, String name) {
        assertThatThrownBy(() -> JSON.read(json, StoredDocument.Consents.class))
                .isInstanceOf(JsonInputException.class)
                .hasMessageContaining(name);
    }

    static Stream<Class<?>> words() {
        return CoreMixins.table().keySet().stream().filter(Class::isEnum);
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyConstant_hasAWordThatBothJacksonsRead(Class<?> type) {
        for (Object constant : type.getEnumConstants()) {
            String word = JSON.write(constant);
            assertThat(word).matches("\"[a-z0-9]+(-[a-z0-9]+)*\"");
            assertThat(JACKSON_3.writeValueAsString(constant)).isEqualTo(word);
            assertThat((Object) JSON.read(word, type)).isEqualTo(constant);
            assertThat((Object) JACKSON_3.readValue(word, type)).isEqualTo(constant);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"grant"              | "kind":"GRANT"              | /0/kind      |
            "kind":"grant"              | "kind":"own"                | /0/kind      |
            "kind":"grant"              | "kind":0                    | /0/kind      |
            "kind":"grant",             |                             |              | kind
            "kind":"separate-grant"     | "kind":"deny","more":[{}]   | /1/more      |
            "class"                     | "klass"                     | /1           | dataClass of SEPARATE_GRANT must be present
            "purpose":"marketing"       | "purpose":"Marketing!"      | /0/purpose   | purpose must be words
            "at":"2024-02-29T12:00:00Z" | "at":1709208000             | /0/at        |
            "at":"2024-02-29T12:00:00Z" | "at":"2024-02-30T12:00:00Z" | /0/at        |
            "expiresAt":"2024-03-01     | "expiresAt":"2023-03-01     | /0           | expiresAt must be after at
            "evidence":"form 12"        | "evidence":" "              | /0           | evidence must have 1 to 500
            "sensitivity":"sensitive"   | "sensitivity":null          | /1/class/sensitivity |
            """)
    void read_hostileLedger_pointsToThePlace(String part, String evil, String pointer, String problem) {
        assertRefused(
                JSON.write(ConsentSamples.all().get("consent-ledger").value()),
                part,
                evil,
                pointer,
                problem,
                ConsentLedger.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "kind":"access"        | "kind":"robbery"        | /1/entry      | robbery
            "kind":"access"        | "kind":"change"         | /1/entry/subject |
            "change":"changed"     | "change":"undone"       | /2/entry/change |
            "type":"decimal"       | "type":"java.lang.Runtime" | /0/entry/case/inputs | attribute type must be one of
            "value":"120.5"        | "value":"1e999999999"   | /0/entry/case/inputs | text must be a value of type decimal
            "value":"120.5"        | "value":120.5           | /0/entry/case/inputs/1/value |
            "zone":"Europe/Berlin" | "zone":"Europe/Atlantis" | /0/entry/case/asOf/zone |
            "actor":"report"       | "actor":""              | /1/entry      | actor
            """)
    void read_hostileLog_pointsToThePlace(String part, String evil, String pointer, String problem) {
        assertRefused(JSON.write(DecisionSamples.log()), part, evil, pointer, problem, DecisionLog.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "act":"earn"            | "act":"steal"           | /entries/0/effects/0/act |
            "per":"year"            | "per":"year","per":"item" | /entries/0/effects/0 | per
            "amountMinor":100       | "amountMinor":-100      | /entries/0/effects/0 | limit must be at least zero
            "kind":"capped"         | "kind":"free"           | /entries/0/effects/0 | free
            "version":2             | "version":0             |                      | version must be at least 1, was 0
            ["CN"]                  | ["China"]               | /entries/1/jurisdictions/0 | jurisdiction must be an ISO 3166 code
            "until":"2025-01-01"    | "until":"2024-01-01"    | /entries/0           | until of earn-cap must be after from
            "id":"no-gift"          | "id":"earn-cap"         |                      | earn-cap is there twice
            """)
    void read_hostilePack_pointsToThePlace(String part, String evil, String pointer, String problem) {
        assertRefused(
                JSON.write(RegulationSamples.all().get("regulation-pack").value()),
                part,
                evil,
                pointer,
                problem,
                RegulationPack.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "day":"monday"      | "day":"Monday"      | /days/0          | day must be monday to sunday or a date
            "day":"monday"      | "day":"tuesday"     |                  | each day must be there once, tuesday was there twice
            "2026-10-01"        | "2026-02-30"        | /days/5          | day must be monday to sunday or a date
            "opens":"13:30:00"  | "opens":"11:30:00"  |                  | hours must not overlap
            "closes":"12:00:00" | "closes":"24:00:00" | /days/0/hours/0/closes |
            "closes":"12:00:00" | "closes":43200      | /days/0/hours/0/closes |
            "closes":"12:00:00" | "closes":""         | /days/0/hours/0/closes |
            "hours":[]          | "hours":null        | /days/5/hours    |
            """)
    void read_hostileCalendar_pointsToThePlace(String part, String evil, String pointer, String problem) {
        assertRefused(
                JSON.write(SchemaSamples.all().get("calendar").value()),
                part,
                evil,
                pointer,
                problem,
                BusinessCalendar.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "type":"date"        | "type":"time"        | /definitions/1/key/type | attribute type must be one of
            "least":"0.3"        | "least":"3"          | /definitions/2   | least of "height" must not exceed greatest
            "least":"0.3"        | "least":"low"        | /definitions/2   | text must be a value of type decimal
            "least":"0.3"        | "least":0.3          | /definitions/2/least |
            "codeList":"sex"     | "codeList":"gender"  |                  | code list of "sex" must be one of [sex], was "gender"
            "name":"height"      | "name":"limit"       |                  | attribute "limit" must be defined once
            "version":3          | "version":3.5        | /version         |
            "required":true      | "required":"yes"     | /definitions/1/required |
            """)
    void read_hostileSchema_pointsToThePlace(String part, String evil, String pointer, String problem) {
        assertRefused(
                JSON.write(SchemaSamples.all().get("attribute-schema").value()),
                part,
                evil,
                pointer,
                problem,
                AttributeSchema.class);
    }

    @Test
    void read_codeListTwice_isRefused() {
        String json = JSON.write(SchemaSamples.all().get("attribute-schema").value());
        String list = json.substring(json.indexOf("\"codeLists\":[") + 13, json.length() - 2);
        assertThatThrownBy(() -> JSON.read(json.replace(list, list + "," + list), AttributeSchema.class))
                .hasMessageContaining("code list \"sex\" must be there once");
    }

    private static void assertRefused(
            String json, String part, String evil, String pointer, String problem, Class<?> type) {
        assertThat(json).contains(part);
        int at = json.indexOf(part);
        String hostile = json.substring(0, at) + (evil == null ? "" : evil) + json.substring(at + part.length());
        assertThatThrownBy(() -> JSON.read(hostile, type)).isInstanceOfSatisfying(JsonInputException.class, refusal -> {
            assertThat(refusal).hasMessageContaining(problem == null ? "" : problem);
            if (pointer != null) {
                assertThat(refusal.pointer()).isEqualTo(pointer);
            }
        });
    }
}
