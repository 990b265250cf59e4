package org.crmkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TimeLawsTest {

    private static final BusinessCalendar SHOP = BusinessCalendar.builder(ZoneId.of("Europe/Berlin"))
            .mondayToFriday(WorkingHours.of("08:30", "12:30"), WorkingHours.of("14:00", "18:30"))
            .hours(DayOfWeek.SUNDAY, WorkingHours.of("00:00", "04:00"))
            .holidays(LocalDate.of(2026, 12, 25), LocalDate.of(2024, 2, 29))
            .build();

    @Property(tries = 500)
    void neighborsNeitherOverlapNorLeaveAGap(
            @ForAll("windows") Window window,
            @ForAll("instants") Instant probe,
            @ForAll @IntRange(max = 100) int percent) {
        Instant at = window.from().plus(window.duration().multipliedBy(percent).dividedBy(100));
        Window left = window.splitAt(at).get(0);
        Window right = window.splitAt(at).get(1);
        assertThat(left.abuts(right)).isTrue();
        assertThat(left.overlaps(right)).isFalse();
        assertThat(left.contains(probe) ^ right.contains(probe)).isEqualTo(window.contains(probe));
        assertThat(left.duration().plus(right.duration())).isEqualTo(window.duration());
    }

    @Property(tries = 500)
    void intersectionHoldsWhatBothHold(
            @ForAll("windows") Window a, @ForAll("windows") Window b, @ForAll("instants") Instant probe) {
        boolean inBoth = a.contains(probe) && b.contains(probe);
        assertThat(a.intersection(b).map(common -> common.contains(probe)).orElse(false))
                .isEqualTo(inBoth);
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
    }

    @Property(tries = 500)
    void daysSinceAddUpOverDates(
            @ForAll("instants") Instant first, @ForAll("instants") Instant second, @ForAll("zones") ZoneId zone) {
        AsOf now = AsOf.of(second, zone);
        LocalDate between = LocalDate.of(2024, 2, 29);
        assertThat(now.daysSince(first))
                .isEqualTo(now.daysSince(between) + ChronoUnit.DAYS.between(now.dateOf(first), between));
        assertThat(now.daysSince(first)).isEqualTo(-AsOf.of(first, zone).daysSince(second));
        long elapsedDays = Duration.between(first, second).abs().toDays();
        assertThat(Math.abs(now.daysSince(first))).isBetween(elapsedDays - 1, elapsedDays + 2);
    }

    @Property(tries = 500)
    void endOfDayAbutsTheNextDay(@ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone) {
        LocalDate date = AsOf.of(instant, zone).date();
        assertThat(AsOf.endOf(date, zone).instant().plusNanos(1))
                .isEqualTo(AsOf.startOf(date.plusDays(1), zone).instant());
        assertThat(AsOf.endOf(date, zone).instant()).isAfterOrEqualTo(instant);
        assertThat(AsOf.startOf(date, zone).instant()).isBeforeOrEqualTo(instant);
    }

    @Property(tries = 200)
    void workingTimeBetweenUndoesPlus(@ForAll("instants") Instant from, @ForAll @IntRange(max = 100_000) int seconds) {
        Duration working = Duration.ofSeconds(seconds);
        Instant end = SHOP.plus(from, working).orElseThrow();
        assertThat(SHOP.between(from, end)).isEqualTo(working);
        if (seconds > 0) {
            assertThat(SHOP.between(from, end.minusNanos(1))).isLessThan(working);
        }
    }

    @Property(tries = 200)
    void workingTimeAddsUp(
            @ForAll("instants") Instant from,
            @ForAll @IntRange(max = 5_000_000) int a,
            @ForAll @IntRange(max = 5_000_000) int b) {
        Instant middle = from.plusSeconds(a);
        Instant end = middle.plusSeconds(b);
        assertThat(SHOP.between(from, middle).plus(SHOP.between(middle, end))).isEqualTo(SHOP.between(from, end));
    }

    @Property(tries = 300)
    void nextWorkingInstantIsWorkingAndNothingBeforeItIs(@ForAll("instants") Instant from) {
        Instant next = SHOP.nextWorkingInstant(from).orElseThrow();
        assertThat(SHOP.isWorkingTime(next)).isTrue();
        assertThat(SHOP.between(from, next)).isEqualTo(Duration.ZERO);
    }

    @Provide
    Arbitrary<Instant> instants() {
        long from = Instant.parse("2023-12-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2027-01-31T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(from, to).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Window> windows() {
        return Combinators.combine(instants(), instants())
                .as((a, b) -> a.isBefore(b) ? Window.of(a, b) : Window.of(b, a));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/Berlin",
                        "Asia/Shanghai",
                        "America/New_York",
                        "Pacific/Apia",
                        "Australia/Lord_Howe")
                .map(ZoneId::of);
    }
}
