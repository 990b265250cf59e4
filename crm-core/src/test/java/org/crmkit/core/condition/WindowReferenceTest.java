package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The hand-picked window cases of the reference data: the answer now, and the first minute at which it differs.
 *
 * <p>The expected values were found by brute force with java.time, independently of this code.
 */
class WindowReferenceTest {
    private static final CustomerId CUSTOMER = CustomerId.of("c1");

    @TestFactory
    Stream<DynamicTest> windowCases() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(ReferenceFiles.file("segmentation/window_cases.json").toFile())
                .get("cases");
        assertThat(cases).hasSize(26);
        List<DynamicTest> tests = new ArrayList<>();
        cases.forEach(each -> tests.add(DynamicTest.dynamicTest(each.get("id").asText(), () -> check(each))));
        return tests.stream();
    }

    private static void check(JsonNode each) {
        AsOf now = AsOf.of(
                Instant.parse(each.get("now").asText()),
                ZoneId.of(each.get("zone").asText()));
        List<Activity> events = new ArrayList<>();
        each.get("events").forEach(event -> events.add(event(events.size(), event)));
        AsOf later = AsOf.of(now.instant().plus(Duration.ofDays(400)), now.zone());
        Profile profile = Profile.of(
                Person.of(CUSTOMER, CustomerType.PATIENT, Attributes.EMPTY), events, later, AmountUnit.plain(0));
        Condition condition = condition(each);
        EvaluationContext context = EvaluationContext.STANDARD.withAsOf(now).withObservedSince(ObservedSince.EVER);

        assertThat(condition.evaluate(profile, context))
                .isEqualTo(Truth.of(each.get("expected").asBoolean()));
        Verdict verdict = condition.explain(profile, context);
        assertThat(verdict.truth()).isEqualTo(Truth.of(each.get("expected").asBoolean()));
        if (each.get("changesAt").isNull()) {
            assertThat(verdict.validUntil()).isEqualTo(Instant.MAX);
        } else {
            assertThat(verdict.validUntil())
                    .isEqualTo(Instant.parse(each.get("changesAt").asText()));
        }
    }

    private static Activity event(int index, JsonNode event) {
        Instant at = Instant.parse(event.get("at").asText());
        long amount = event.path("amount").asLong(0);
        ActivityId id = new ActivityId("e" + index);
        Money money = Money.ofMinor(Math.abs(amount), java.util.Currency.getInstance("XXX"));
        return amount < 0
                ? new Refund(id, CUSTOMER, at, Optional.empty(), money, Optional.empty(), Optional.empty())
                : new Purchase(id, CUSTOMER, at, Optional.empty(), money, List.of());
    }

    private static Condition condition(JsonNode each) {
        boolean sum = each.get("aggregate").asText().equals("sum");
        return new Leaf.Events(
                EventStream.SPENDING,
                Optional.empty(),
                window(each.get("window").asText()),
                sum ? Aggregate.SUM : Aggregate.COUNT,
                sum ? Optional.of(ActivityFacts.AMOUNT) : Optional.empty(),
                comparison(each.get("op").asText()),
                new BigDecimal(each.get("value").asText()),
                false,
                Optional.empty());
    }

    private static Comparison comparison(String sign) {
        return switch (sign) {
            case ">=" -> Comparison.GE;
            case "<=" -> Comparison.LE;
            case "==" -> Comparison.EQ;
            default -> throw new IllegalArgumentException("op must be known, was " + sign);
        };
    }

    private static TimeWindow window(String text) {
        return switch (text) {
            case "ever" -> TimeWindow.ever();
            case "monthToDate" -> new TimeWindow.ToDate(CalendarUnit.MONTH);
            case "weekToDate" -> new TimeWindow.ToDate(CalendarUnit.WEEK);
            case "yearToDate" -> new TimeWindow.ToDate(CalendarUnit.YEAR);
            case "previousMonth" -> new TimeWindow.Previous(CalendarUnit.MONTH);
            default -> {
                if (text.startsWith("calendarDays:")) {
                    yield new TimeWindow.LastDays(Integer.parseInt(text.substring("calendarDays:".length())));
                }
                yield text.startsWith("PT")
                        ? new TimeWindow.LastDuration(Duration.parse(text))
                        : new TimeWindow.Last(Period.parse(text));
            }
        };
    }
}
