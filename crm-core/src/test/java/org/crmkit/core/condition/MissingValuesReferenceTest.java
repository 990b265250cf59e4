package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.always;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.never;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.where;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is answered when a value is missing, beside what other engines answer.
 *
 * <p>The reference table holds what seven engines say of the same twelve expressions. We are with CEL, and with SQL's null: unknown, unless the
 * rest of the expression decides. Engines with two values say that someone of whom nothing is known "did not spend 100".
 */
class MissingValuesReferenceTest {
    private static final AttributeKey<Long> X = AttributeKey.integer("x");

    private static Profile profile(boolean known) {
        Attributes attributes = known ? Attributes.builder().put(X, 3L).build() : Attributes.EMPTY;
        return Profile.of(
                Person.of(CustomerId.of("c1"), CustomerType.PATIENT, attributes),
                List.of(),
                AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC),
                AmountUnit.plain(0));
    }

    private static Condition condition(String expression) {
        return switch (expression) {
            case "x >= 3" -> where(X).atLeast(3);
            case "x < 3" -> where(X).lessThan(3);
            case "x == 3" -> where(X).is(3);
            case "x != 3" -> where(X).isNot(3L);
            case "not(x >= 3)" -> not(where(X).atLeast(3));
            case "not(x == 3)" -> not(where(X).is(3));
            case "x in [1,3]" -> where(X).isOneOf(1L, 3L);
            case "not(x in [1,3])" -> where(X).isNoneOf(1L, 3L);
            case "x >= 3 or true" -> any(where(X).atLeast(3), always());
            case "x >= 3 and false" -> all(where(X).atLeast(3), never());
            case "x >= 0" -> where(X).atLeast(0);
            case "x < 0" -> where(X).lessThan(0);
            default -> throw new IllegalArgumentException("expression must be known, was " + expression);
        };
    }

    @Test
    void evaluate_agreesWithCelOnEveryRowOfTheReferenceTable() throws IOException {
        List<String> lines = Files.readAllLines(ReferenceFiles.file("segmentation/missing_value_behaviour.csv"));
        assertThat(lines).hasSize(37);
        for (String line : lines.subList(1, lines.size())) {
            int quote = line.lastIndexOf('"');
            String expression = line.substring(1, quote);
            String[] cells = line.substring(quote + 2).split(",");
            Truth truth = condition(expression).evaluate(profile(cells[0].equals("3")));
            assertThat(truth.name()).as(line).isEqualToIgnoringCase(cells[2]);
            String sql = truth == Truth.UNKNOWN ? "null" : truth.name();
            assertThat(sql).as(line).isEqualToIgnoringCase(cells[7]);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            x >= 3,           UNKNOWN, TRUE
            x < 3,            UNKNOWN, FALSE
            not(x >= 3),      UNKNOWN, FALSE
            x != 3,           UNKNOWN, FALSE
            x >= 3 or true,   TRUE,    TRUE
            x >= 3 and false, FALSE,   FALSE
            """)
    void evaluate_missingAndPresent(String expression, Truth missing, Truth present) {
        assertThat(condition(expression).evaluate(profile(false))).isEqualTo(missing);
        assertThat(condition(expression).evaluate(profile(true))).isEqualTo(present);
    }

    @Test
    void ifMissing_makesALeafTwoValued() {
        assertThat(where(X).atLeast(3).ifMissing(true).evaluate(profile(false))).isEqualTo(Truth.TRUE);
        assertThat(where(X).atLeast(3).ifMissing(false).evaluate(profile(false)))
                .isEqualTo(Truth.FALSE);
        assertThat(where(X).isPresent().evaluate(profile(false))).isEqualTo(Truth.FALSE);
    }

    @Test
    void policy_decidesOnTheUnknownAtTheEdge() {
        assertThat(MembershipPolicy.UNKNOWN_IS_OUT.admits(Truth.UNKNOWN)).isFalse();
        assertThat(MembershipPolicy.UNKNOWN_IS_IN.admits(Truth.UNKNOWN)).isTrue();
        assertThat(MembershipPolicy.UNKNOWN_IS_IN.admits(Truth.FALSE)).isFalse();
    }
}
