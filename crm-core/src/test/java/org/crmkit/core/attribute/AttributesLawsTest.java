package org.crmkit.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AttributesLawsTest {

    private static final AttributeKey<String> NAME = AttributeKey.text("name").in(DataClass.IDENTITY);

    /** A value with a provenance, as a statement. */
    record Statement(String value, Provenance provenance) {}

    @Property(tries = 300)
    void textFormRoundTripIsIdentity(
            @ForAll long integer,
            @ForAll("decimals") BigDecimal decimal,
            @ForAll("codes") Set<String> codes,
            @ForAll("seconds") long seconds) {
        roundTrip(AttributeType.INTEGER, integer);
        roundTrip(AttributeType.DECIMAL, decimal);
        roundTrip(AttributeType.TEXT_SET, codes);
        roundTrip(AttributeType.INSTANT, Instant.ofEpochSecond(seconds));
        roundTrip(AttributeType.DATE, LocalDate.ofEpochDay(seconds / 86_400));
    }

    @Property(tries = 300)
    void equalDecimalsOfAnyScaleAreTheSameValue(@ForAll("decimals") BigDecimal decimal) {
        assertThat(AttributeType.DECIMAL.check(decimal.setScale(decimal.scale() + 5)))
                .isEqualTo(AttributeType.DECIMAL.check(decimal));
    }

    @Property(tries = 300)
    void orderOfStatementsWithDistinctTimesDoesNotMatter(
            @ForAll("statements") List<Statement> statements, @ForAll Random random) {
        List<Statement> shuffled = new ArrayList<>(statements);
        Collections.shuffle(shuffled, random);
        assertThat(of(shuffled)).isEqualTo(of(statements));
    }

    private static Attributes of(List<Statement> statements) {
        Attributes.Builder builder = Attributes.builder();
        statements.forEach(statement -> builder.put(NAME, statement.value(), statement.provenance()));
        return builder.build();
    }

    private static <T> void roundTrip(AttributeType<T> type, T value) {
        T normal = type.check(value);
        assertThat(type.parse(type.format(value))).isEqualTo(normal);
        assertThat(type.check(normal)).isEqualTo(normal);
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-30, 30))
                .as(BigDecimal::new);
    }

    @Provide
    Arbitrary<Long> seconds() {
        return Arbitraries.longs().between(-10_000_000_000L, 10_000_000_000L);
    }

    @Provide
    Arbitrary<Set<String>> codes() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(5)
                .set()
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Statement>> statements() {
        Arbitrary<Statement> one = Combinators.combine(seconds(), Arbitraries.of("pos", "crm"))
                .as((second, source) ->
                        new Statement("v" + second, Provenance.of(source, Instant.ofEpochSecond(second))));
        return one.list()
                .uniqueElements(statement -> statement.provenance().collectedAt())
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
