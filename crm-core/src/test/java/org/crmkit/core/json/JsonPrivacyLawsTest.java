package org.crmkit.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.attribute.Attributes;

/** P79 of spec/lifecycle.md for documents: whatever stands where a value of a customer belongs, no error and no log of it repeats it. */
class JsonPrivacyLawsTest {

    private static final CrmJson JSON = CrmJson.standard();

    @Property(tries = 300)
    void p79_noErrorOfADocumentPrintsTheValueInIt(
            @ForAll("types") AttributeType<?> type, @ForAll("secrets") long secret, @ForAll("places") String place) {
        String json = "[{\"name\":\"finding\",\"type\":\"" + type.name()
                + "\",\"class\":{\"code\":\"health\",\"sensitivity\":\"sensitive\"},\"value\":"
                + place.replace("#", Long.toString(secret))
                + ",\"provenance\":{\"source\":\"lab\"}}]";
        JsonInputException problem =
                catchThrowableOfType(JsonInputException.class, () -> JSON.read(json, Attributes.class));
        if (problem == null) {
            assertThat(JSON.read(json, Attributes.class).toString()).doesNotContain(Long.toString(secret));
            return;
        }
        StringWriter log = new StringWriter();
        problem.printStackTrace(new PrintWriter(log, true));
        assertThat(log.toString())
                .contains(JsonInputException.class.getSimpleName())
                .doesNotContain(Long.toString(secret))
                .doesNotContain("q" + secret)
                .doesNotContain(Long.toString(secret).substring(0, 8));
    }

    @Provide
    Arbitrary<AttributeType<?>> types() {
        return Arbitraries.of(AttributeType.values());
    }

    @Provide
    Arbitrary<Long> secrets() {
        return Arbitraries.longs().between(1_000_000_000L, 999_999_999_999L);
    }

    /** What may go wrong with a value; # is the secret. */
    @Provide
    Arbitrary<String> places() {
        return Arbitraries.of(List.of(
                "\"q#\"",
                "\"#\"",
                "#",
                "#.5",
                "-#e5",
                "0#",
                "#e",
                "#q",
                "q#",
                "'q#'",
                "[\"q#\"]",
                "{\"a\":\"q#\"}",
                "\"q#",
                "\"\\q#\"",
                "\"q#\u0001\"",
                "\"q#\" \"q#\"",
                "\"EUR #q\"",
                "\"#|\"",
                "\"#-01-01\"",
                "#".repeat(60)));
    }
}
