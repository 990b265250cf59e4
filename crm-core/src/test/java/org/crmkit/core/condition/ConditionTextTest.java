package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.where;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.attribute.AttributeDefinition;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.StandardAttributes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What conditions are called in words; the common forms are in the guide and its test. */
class ConditionTextTest {
    private static final AttributeKey<Long> VISITS = AttributeKey.integer("visits");
    private static final AttributeKey<LocalDate> START = AttributeKey.date("contract-start");

    private static Properties bundle(String suffix) throws IOException {
        Properties words = new Properties();
        try (InputStream file = ConditionTextTest.class.getResourceAsStream("messages" + suffix + ".properties")) {
            words.load(file);
        }
        return words;
    }

    @Test
    void bothLanguagesHaveTheSameWords_andTheSamePlaces() throws IOException {
        Properties english = bundle("");
        Properties chinese = bundle("_zh");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (String key : english.stringPropertyNames()) {
            for (String place : List.of("{0}", "{1}", "{2}")) {
                assertThat(chinese.getProperty(key).contains(place))
                        .as("%s of %s", place, key)
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        }
    }

    @Test
    void factsAttributesAndStreamsOfTheTrade_haveWords() throws IOException {
        Properties words = bundle("");
        Stream<AttributeKey<?>> attributes =
                StandardAttributes.schema().definitions().stream().map(AttributeDefinition::key);
        Stream<AttributeKey<?>> facts = Stream.of(
                        SummaryFacts.all(), CustomerFacts.all(), ActivityFacts.all(), LineFacts.all())
                .flatMap(List::stream);
        assertThat(Stream.concat(attributes, facts).map(key -> "attribute." + key))
                .allMatch(words::containsKey);
        assertThat(Stream.concat(
                                Arrays.stream(Interaction.Kind.values()).map(EventStream::of),
                                Arrays.stream(ServiceCaseEvent.Step.values()).map(EventStream::of))
                        .map(stream -> "stream." + stream))
                .allMatch(words::containsKey);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void toText_saysWhatIsAsked(Condition condition, String english, String chinese) {
        assertThat(condition.toText(Locale.ENGLISH)).isEqualTo(english);
        assertThat(condition.toText(Locale.CHINESE)).isEqualTo(chinese);
        assertThat(condition.toText(Locale.FRENCH)).isEqualTo(english);
    }

    static Stream<Arguments> sentences() {
        return Stream.of(
                arguments(
                        where(VISITS).between(2L, 5L, Bounds.CLOSED_OPEN),
                        "visits is at least 2 and less than 5",
                        "visits至少为2且小于5"),
                arguments(
                        where(START).between(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1), Bounds.OPEN_CLOSED),
                        "contract start is after 2026-01-01 and 2027-01-01 or before",
                        "contract start晚于2026-01-01且不晚于2027-01-01"),
                arguments(
                        where(START).moreThan("2026-01-01"),
                        "contract start is after 2026-01-01",
                        "contract start晚于2026-01-01"),
                arguments(
                        where(START).anniversary(0, 0),
                        "an anniversary of contract start is today",
                        "今天是contract start的周年日"),
                arguments(
                        where(START).anniversary(0, 1),
                        "an anniversary of contract start is today or was in the last 1 day",
                        "contract start的周年日在今天或过去1天内"),
                arguments(
                        where(START).anniversary(7, 3),
                        "an anniversary of contract start lies from 3 days ago to 7 days ahead",
                        "contract start的周年日在3天前到7天后之间"),
                arguments(
                        purchases()
                                .last(Period.ofYears(1))
                                .max(ActivityFacts.AMOUNT)
                                .atLeast("99.50"),
                        "the greatest value of the amount of purchases in the last year is at least 99.5",
                        "最近1年内购买中金额的最大值至少为99.5"),
                arguments(
                        purchases()
                                .last(Duration.ofMinutes(90))
                                .assumingComplete()
                                .none(),
                        "the number of purchases in the last 1 hour 30 minutes is 0 (taking the history to be complete)",
                        "最近1小时30分钟内购买的次数等于0（视历史记录为完整）"),
                arguments(
                        where(ActivityFacts.field("screen")).is("home"), "the field screen is home", "字段screen等于home"));
    }

    @Test
    void toText_namesOfTheHouseComeFirst() {
        Condition condition = where(VISITS).atLeast(2);
        assertThat(condition.toText(
                        Locale.ENGLISH,
                        Set.of(),
                        key -> key.equals(VISITS) ? Optional.of("the count of visits") : Optional.empty()))
                .isEqualTo("the count of visits is at least 2");
    }

    /** What a code contains need not be one: it may be blank, or longer than any. */
    @Test
    void toText_showsPartsOfCodesAsTheyAre() {
        assertThat(where(RandomCases.CITY).contains(" ").toText(Locale.ENGLISH)).isEqualTo("city contains  ");
        for (String part : List.of("", " ", "\t", "x".repeat(500))) {
            for (Leaf.TextTest.Op op : Leaf.TextTest.Op.values()) {
                Condition has = new Leaf.TextTest(Read.of(RandomCases.CITY), op, part);
                assertThat(has.toText(Locale.CHINESE)).contains(part);
                assertThat(has.toString()).contains(part);
            }
        }
    }
}
