package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.attribute.StandardAttributes.BED_COUNT;
import static org.crmkit.core.attribute.StandardAttributes.BIRTH_DATE;
import static org.crmkit.core.attribute.StandardAttributes.CONDITIONS;
import static org.crmkit.core.attribute.StandardAttributes.REGION;
import static org.crmkit.core.condition.ActivityFacts.AMOUNT;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.anniversary;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.atLeast;
import static org.crmkit.core.condition.Conditions.events;
import static org.crmkit.core.condition.Conditions.not;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.sample;
import static org.crmkit.core.condition.Conditions.score;
import static org.crmkit.core.condition.Conditions.segment;
import static org.crmkit.core.condition.Conditions.sequence;
import static org.crmkit.core.condition.Conditions.spending;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.json.ConditionJson;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.consent.Purpose;
import org.junit.jupiter.api.Test;

/** Every phrase of the guide's phrase book is the code of this test, and its JSON and words are what that code gives. */
class ConditionGuideTest {
    private static final Path GUIDE = Path.of("../docs/guide/conditions.md");
    private static final Path SOURCE = Path.of("src/test/java/org/crmkit/core/condition/ConditionGuideTest.java");
    private static final Pattern PHRASE = Pattern.compile(
            "### ([^\n]+)\n\n```java\n([^`]+?)\n```\n\n```json\n([^\n]+)\n```\n\n- English: ([^\n]+)\n- 中文：([^\n]+)\n");

    private static Map<String, Condition> phrases() {
        Map<String, Condition> phrases = new LinkedHashMap<>();
        phrases.put("Has at least 100 beds?", where(BED_COUNT).atLeast(100));
        phrases.put("Lives in one of two regions?", where(REGION).isOneOf("CN-11", "CN-44"));
        phrases.put("Is of age?", age(BIRTH_DATE).isAtLeast(Period.ofYears(18)));
        phrases.put("Has a birthday in the next week?", anniversary(BIRTH_DATE, 7));
        phrases.put(
                "Bought at least 3 times in the last 90 days?",
                purchases().last(Period.ofDays(90)).count().atLeast(3));
        phrases.put(
                "Spent 500 or more this year, refunds taken off?",
                spending().thisUnit(CalendarUnit.YEAR).sum(AMOUNT).atLeast("500.00"));
        phrases.put(
                "Bought vitamins in the last month?",
                purchases()
                        .where(where(LineFacts.CATEGORY).is("vitamins"))
                        .last(Period.ofMonths(1))
                        .exist());
        phrases.put(
                "Not visited for 60 days?",
                events("interaction.visit").last(Period.ofDays(60)).none());
        phrases.put(
                "Complained, and was not answered before complaining again within 30 days?",
                sequence(events("case.opened"))
                        .thenWithout("case.answered", events("case.opened"))
                        .within(Period.ofDays(30))
                        .occurs());
        phrases.put(
                "Silent for more than 45 days, as far as is known?",
                where(SummaryFacts.RECENCY_DAYS).moreThan(45).ifMissing(false));
        phrases.put(
                "Has diabetes, read for care only?",
                where(CONDITIONS).forPurpose(Purpose.CARE).containsAny("diabetes-2"));
        phrases.put(
                "Two signs of three?",
                atLeast(2, tag("vip"), score("rfm").part("rfm.recency").atLeast(4), segment("loyal")));
        phrases.put(
                "All of it, but for a control group of a tenth?",
                all(any(tag("vip"), segment("loyal")), not(sample("spring-2026", 0.1))));
        return phrases;
    }

    @Test
    void everyPhraseOfTheGuideIsTrueToTheCode() throws IOException {
        String guide = Files.readString(GUIDE);
        String source = Files.readString(SOURCE).replaceAll("\\s", "");
        Map<String, Condition> phrases = phrases();
        Matcher found = PHRASE.matcher(guide);
        int count = 0;
        while (found.find()) {
            Condition condition = phrases.get(found.group(1));
            assertThat(condition).as(found.group(1)).isNotNull();
            assertThat(source).as(found.group(1)).contains((found.group(2) + ");").replaceAll("\\s", ""));
            assertThat(condition.toJson()).isEqualTo(found.group(3));
            assertThat(condition.toText(Locale.ENGLISH)).isEqualTo(found.group(4));
            assertThat(condition.toText(Locale.CHINESE)).isEqualTo(found.group(5));
            assertThat(ConditionJson.of(ConditionVocabulary.of(StandardAttributes.schema()))
                            .readCondition(found.group(3)))
                    .isEqualTo(condition);
            count++;
        }
        assertThat(count).isEqualTo(phrases.size());
    }

    @Test
    void phraseBook_isCompleteWhenWrittenAnew() throws IOException {
        String guide = Files.readString(GUIDE);
        for (Map.Entry<String, Condition> phrase : phrases().entrySet()) {
            assertThat(guide)
                    .contains("### " + phrase.getKey())
                    .contains(phrase.getValue().toJson());
        }
    }
}
