package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.condition.Conditions.age;
import static org.crmkit.core.condition.Conditions.near;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.timeSince;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What single leaves answer, case by case: edges, leap days, distances, draws. */
class LeafAnswersTest {
    private static final AttributeKey<String> TEXT = AttributeKey.text("text");
    private static final AttributeKey<Long> NUMBER = AttributeKey.integer("number");
    private static final AttributeKey<Set<String>> SET = AttributeKey.textSet("set");
    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("date");
    private static final AttributeKey<Instant> SEEN = AttributeKey.instant("seen");
    private static final AttributeKey<BigDecimal> NORTH = AttributeKey.decimal("north");
    private static final AttributeKey<BigDecimal> EAST = AttributeKey.decimal("east");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static Profile profile(String now, Attributes attributes) {
        return Profile.of(
                Person.of(CustomerId.of("c1"), CustomerType.CONSUMER, attributes),
                List.of(),
                AsOf.of(Instant.parse(now), SHANGHAI),
                RandomCases.CENTS);
    }

    private static <T> Truth of(Condition condition, AttributeKey<T> key, T value) {
        return condition.evaluate(profile(
                "2026-11-23T08:00:00Z", Attributes.builder().put(key, value).build()));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            abc, ab, TRUE,  FALSE, TRUE,  FALSE
            abc, bc, FALSE, TRUE,  TRUE,  FALSE
            abc, b,  FALSE, FALSE, TRUE,  FALSE
            abc, ABC,FALSE, FALSE, FALSE, TRUE
            abc, abc,TRUE,  TRUE,  TRUE,  TRUE
            abc, '', TRUE,  TRUE,  TRUE,  FALSE
            a.c, a., TRUE,  FALSE, TRUE,  FALSE
            abc, .*, FALSE, FALSE, FALSE, FALSE
            """)
    void text(String value, String literal, Truth starts, Truth ends, Truth contains, Truth equal) {
        assertThat(of(where(TEXT).startsWith(literal), TEXT, value)).isEqualTo(starts);
        assertThat(of(where(TEXT).endsWith(literal), TEXT, value)).isEqualTo(ends);
        assertThat(of(where(TEXT).contains(literal), TEXT, value)).isEqualTo(contains);
        assertThat(of(where(TEXT).equalsIgnoringCase(literal), TEXT, value)).isEqualTo(equal);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            a b c, a b, TRUE,  TRUE,  FALSE
            a,     a b, TRUE,  FALSE, FALSE
            c,     a b, FALSE, FALSE, TRUE
            '',    a,   FALSE, FALSE, TRUE
            """)
    void set(String held, String asked, Truth any, Truth all, Truth none) {
        Set<String> value = new TreeSet<>(Arrays.asList(held.isEmpty() ? new String[0] : held.split(" ")));
        String[] literals = asked.split(" ");
        assertThat(of(where(SET).containsAny(literals), SET, value)).isEqualTo(any);
        assertThat(of(where(SET).containsAll(literals), SET, value)).isEqualTo(all);
        assertThat(of(where(SET).containsNone(literals), SET, value)).isEqualTo(none);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, FALSE, FALSE, FALSE, FALSE
            2, TRUE,  TRUE,  FALSE, FALSE
            3, TRUE,  TRUE,  TRUE,  TRUE
            4, TRUE,  FALSE, TRUE,  FALSE
            5, FALSE, FALSE, FALSE, FALSE
            """)
    void between(long value, Truth closed, Truth closedOpen, Truth openClosed, Truth open) {
        assertThat(of(where(NUMBER).between(2, 4), NUMBER, value)).isEqualTo(closed);
        assertThat(of(where(NUMBER).between(2L, 4L, Bounds.CLOSED_OPEN), NUMBER, value))
                .isEqualTo(closedOpen);
        assertThat(of(where(NUMBER).between(2L, 4L, Bounds.OPEN_CLOSED), NUMBER, value))
                .isEqualTo(openClosed);
        assertThat(of(where(NUMBER).between(2L, 4L, Bounds.OPEN), NUMBER, value))
                .isEqualTo(open);
    }

    /** The day is that of the zone: in Shanghai it begins at 16:00 UTC of the day before. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            2008-11-24, 2026-11-23T15:59:59Z, FALSE
            2008-11-24, 2026-11-23T16:00:00Z, TRUE
            2008-02-29, 2026-02-27T16:00:00Z, TRUE
            2008-02-29, 2026-02-27T15:59:59Z, FALSE
            """)
    void age_atLeast18(LocalDate born, String now, Truth expected) {
        Profile profile = profile(now, Attributes.builder().put(DATE, born).build());
        assertThat(age(DATE).isAtLeast(Period.ofYears(18)).evaluate(profile)).isEqualTo(expected);
        assertThat(age(DATE).isLessThan(Period.ofYears(18)).evaluate(profile)).isEqualTo(expected.not());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2001-11-24, FALSE
            2001-11-23, TRUE
            1966-01-01, TRUE
            1965-11-24, TRUE
            1965-11-23, FALSE
            """)
    void age_from25To60(LocalDate born, Truth expected) {
        assertThat(of(age(DATE).isBetweenYears(25, 60), DATE, born)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-11-22T08:00:00Z, TRUE
            2026-11-22T08:00:00.000000001Z, FALSE
            """)
    void timeSince_aDay(Instant seen, Truth expected) {
        assertThat(of(timeSince(SEEN).isAtLeast(Period.ofDays(1)), SEEN, seen)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2000-11-23, 2026-11-23, 0, 0, TRUE
            2000-11-24, 2026-11-23, 0, 0, FALSE
            2000-11-30, 2026-11-23, 7, 0, TRUE
            2000-12-01, 2026-11-23, 7, 0, FALSE
            2000-11-20, 2026-11-23, 0, 3, TRUE
            2000-11-19, 2026-11-23, 0, 3, FALSE
            2000-01-02, 2026-12-30, 3, 0, TRUE
            2000-12-30, 2027-01-02, 0, 3, TRUE
            2004-02-29, 2026-02-28, 0, 0, TRUE
            2004-02-29, 2026-03-01, 0, 0, FALSE
            2004-02-29, 2028-02-28, 0, 0, FALSE
            2004-02-29, 2028-02-29, 0, 0, TRUE
            2026-11-23, 2026-11-23, 0, 0, FALSE
            2025-11-23, 2026-11-23, 0, 0, TRUE
            """)
    void anniversary(LocalDate date, LocalDate today, int ahead, int behind, Truth expected) {
        Profile profile = profile(
                today + "T04:00:00Z", Attributes.builder().put(DATE, date).build());
        assertThat(where(DATE).anniversary(ahead, behind).evaluate(profile)).isEqualTo(expected);
    }

    /** A degree of a great circle is 111.19 km; at 60 degrees north a degree of longitude is half of it. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            0,  0,   0,  1,    111, FALSE
            0,  0,   0,  1,    112, TRUE
            0,  0,   1,  0,    112, TRUE
            60, 10,  60, 11,   55,  FALSE
            60, 10,  60, 11,   56,  TRUE
            0,  179, 0,  -179, 223, TRUE
            90, 0,   -90, 0,   20015, FALSE
            90, 0,   -90, 0,   20016, TRUE
            """)
    void near_alongAGreatCircle(
            BigDecimal north, BigDecimal east, double toNorth, double toEast, double km, Truth expected) {
        Attributes place =
                Attributes.builder().put(NORTH, north).put(EAST, east).build();
        assertThat(near(NORTH, EAST, toNorth, toEast, km).evaluate(profile("2026-11-23T08:00:00Z", place)))
                .isEqualTo(expected);
    }

    @Test
    void tag_heldForSomeTime() {
        Instant since = Instant.parse("2026-10-23T08:00:00Z");
        Person person = Person.of(CustomerId.of("c1"), CustomerType.CONSUMER, Attributes.EMPTY)
                .withTags(List.of(Tag.since("vip", "test", since), Tag.of("old", "test")));
        Profile profile = Profile.of(
                person, List.of(), AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), SHANGHAI), RandomCases.CENTS);
        assertThat(tag("vip").evaluate(profile)).isEqualTo(Truth.TRUE);
        assertThat(tag("vip", Period.ofMonths(1)).evaluate(profile)).isEqualTo(Truth.TRUE);
        assertThat(tag("vip", Period.ofDays(32)).evaluate(profile)).isEqualTo(Truth.FALSE);
        assertThat(tag("old", Period.ofYears(100)).evaluate(profile)).isEqualTo(Truth.TRUE);
        assertThat(tag("none").evaluate(profile)).isEqualTo(Truth.FALSE);
    }

    /** The share is met to within four standard deviations, and a larger share draws all of a smaller one. */
    @Test
    void sample_drawsItsShareAndNested() {
        int drawn = 0;
        for (int i = 0; i < 10_000; i++) {
            Profile profile = Profile.of(
                    Person.of(CustomerId.of("c" + i), CustomerType.CONSUMER, Attributes.EMPTY),
                    List.of(),
                    AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), SHANGHAI),
                    RandomCases.CENTS);
            boolean tenth = Conditions.sample("spring", 0.1).evaluate(profile) == Truth.TRUE;
            drawn += tenth ? 1 : 0;
            assertThat(Conditions.sample("spring", 0).evaluate(profile)).isEqualTo(Truth.FALSE);
            assertThat(Conditions.sample("spring", 1).evaluate(profile)).isEqualTo(Truth.TRUE);
            assertThat(tenth && Conditions.sample("spring", 0.3).evaluate(profile) != Truth.TRUE)
                    .isFalse();
        }
        assertThat(drawn).isBetween(880, 1_120);
    }

    /** Equal, and of one fingerprint, in whatever order and however often the values are given. */
    @Test
    void valuesOfASet_areSortedAndOnce() {
        assertThat(where(SET).containsAny("b", "a", "b")).isEqualTo(where(SET).containsAny("a", "b"));
        assertThat(where(TEXT).isOneOf("b", "a", "b")).isEqualTo(where(TEXT).isOneOf("a", "b"));
        assertThat(Conditions.label("m", "b", "a")).isEqualTo(Conditions.label("m", "a", "b"));
    }

    @Test
    void segment_thatRefersToItselfOrIsNotDefined_isRefused() {
        EvaluationContext context = EvaluationContext.STANDARD.withSegments((id, version) ->
                id.equals("unknown") ? Optional.empty() : Optional.of(Conditions.segment(id.equals("a") ? "b" : "a")));
        Profile profile = profile("2026-11-23T08:00:00Z", Attributes.EMPTY);
        assertThatThrownBy(() -> Conditions.segment("a").evaluate(profile, context))
                .hasMessage("segment must not refer to itself, was a -> b -> a");
        assertThatThrownBy(() -> Conditions.segment("unknown", 2).evaluate(profile, context))
                .hasMessage("segment must be defined, was \"unknown/2\"");
    }
}
