package org.crmkit.core.condition.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.crmkit.core.time.AsOf;

/** What is said to lie within another window does so, where clocks are turned back over midnight as well. */
class BoundWindowLawsTest {
    private static final int TRIES = 400;
    /** In Asuncion, Beirut and Sao Paulo midnight came twice when daylight saving ended; in Apia a whole day was left out. */
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/Asuncion",
            "Asia/Beirut",
            "America/Sao_Paulo",
            "Pacific/Apia",
            "Australia/Lord_Howe",
            "Asia/Shanghai");

    private static final CalendarRules CALENDAR = new CalendarRules(DayOfWeek.MONDAY, Month.APRIL);

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static TimeWindow window(AsOf now, Random random) {
        int n = random.nextInt(40);
        TimeWindow window = switch (random.nextInt(9)) {
            case 0 -> TimeWindow.ever();
            case 1 -> new TimeWindow.LastDuration(Duration.ofHours(1 + n * 12L));
            case 2 -> new TimeWindow.LastDays(1 + n);
            case 3 -> new TimeWindow.ToDate(one(List.of(CalendarUnit.values()), random));
            case 4 -> new TimeWindow.Previous(one(List.of(CalendarUnit.values()), random));
            case 5 ->
                new TimeWindow.Dates(
                        n % 5 == 0 ? Optional.empty() : Optional.of(now.date().minusDays(n)),
                        n % 3 == 0 && n % 5 != 0
                                ? Optional.empty()
                                : Optional.of(now.date().plusDays(n % 4 - 1)));
            case 6 -> new TimeWindow.Ago(Period.ofDays(n / 4), Period.ofDays(n / 4 + 1 + random.nextInt(20)));
            case 7 -> new TimeWindow.Last(Period.ofMonths(1 + n % 3));
            default -> new TimeWindow.Last(Period.ofDays(1 + n));
        };
        return random.nextInt(3) == 0 ? new TimeWindow.Zoned(window, ZoneId.of(one(ZONES, random))) : window;
    }

    private static Optional<BoundWindow> bound(TimeWindow window, AsOf now) {
        return window.at(now, CALENDAR, Optional.empty());
    }

    private static AsOf now(Random random) {
        Instant start = Instant.parse("2011-01-01T00:00:00Z");
        return AsOf.of(
                start.plus(Duration.ofMinutes(random.nextInt(60 * 24 * 366 * 3))), ZoneId.of(one(ZONES, random)));
    }

    private static List<Instant> moments(BoundWindow window, AsOf now) {
        List<Instant> moments = new ArrayList<>();
        List<Instant> edges = new ArrayList<>(List.of(now.instant()));
        if (!window.from().equals(Instant.MIN)) {
            edges.add(window.from());
        }
        for (Instant edge : edges) {
            moments.addAll(List.of(edge, edge.minusNanos(1), edge.plusNanos(1)));
            for (int half = -100; half <= 100; half++) {
                moments.add(edge.plusSeconds(1_800L * half));
            }
        }
        for (int days = 0; days < 130; days++) {
            moments.add(now.instant().minusSeconds(86_400L * days - 7));
        }
        return moments;
    }

    @Property(tries = TRIES)
    void whatIsInAWindow_isInThoseItLiesWithin(@ForAll long seed) {
        Random random = new Random(seed);
        AsOf now = now(random);
        TimeWindow one = window(now, random);
        BoundWindow inner = bound(one, now).orElseThrow();
        for (int i = 0; i < 6; i++) {
            TimeWindow other = window(now, random);
            BoundWindow outer = bound(other, now).orElseThrow();
            if (inner.isWithin(outer)) {
                for (Instant moment : moments(inner, now)) {
                    assertThat(inner.contains(moment) && !outer.contains(moment))
                            .as("%s in %s but not in %s at %s", moment, one, other, now)
                            .isFalse();
                }
                assertThat(!outer.isSince(inner.from()) || inner.isSince(inner.from()))
                        .isTrue();
            }
        }
        assertThat(inner.isWithin(inner)).isTrue();
    }

    @Example
    void longerWindowsHoldShorterOnes_inPlainZones() {
        AsOf now = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneId.of("Europe/Berlin"));
        List<TimeWindow> growing = List.of(
                new TimeWindow.LastDuration(Duration.ofHours(4)),
                new TimeWindow.LastDays(1),
                new TimeWindow.Last(Period.ofDays(1)),
                new TimeWindow.LastDays(2),
                new TimeWindow.ToDate(CalendarUnit.MONTH),
                new TimeWindow.Last(Period.ofDays(30)),
                new TimeWindow.LastDays(31),
                new TimeWindow.Last(Period.ofMonths(2)),
                new TimeWindow.Ago(Period.ZERO, Period.ofDays(90)),
                new TimeWindow.ToDate(CalendarUnit.YEAR),
                TimeWindow.ever());
        for (int i = 0; i < growing.size(); i++) {
            for (int j = 0; j < growing.size(); j++) {
                assertThat(bound(growing.get(i), now)
                                .orElseThrow()
                                .isWithin(bound(growing.get(j), now).orElseThrow()))
                        .as("%s in %s", growing.get(i), growing.get(j))
                        .isEqualTo(i <= j);
            }
        }
    }
}
