package org.crmkit.core.time;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When a business works: weekly hours, holidays and special days, in one zone.
 *
 * <p>Service clocks run on it: "answered within four working hours" is {@code calendar.plus(asked, Duration.ofHours(4))}. Working time is real
 * elapsed time, so a night shift over a clock change counts an hour more or less. A holiday closes its day; a special day replaces the hours of
 * its day and wins over a holiday (the working Saturdays that make room for a Chinese public holiday).
 *
 * <p>Immutable and thread-safe. Each answer costs O(days crossed). A search gives up after ten years without a working instant: a calendar that
 * never opens answers "never", it does not hang.
 */
public final class BusinessCalendar {

    /** Longer than any closure that is not for good; bounds every search. */
    private static final int MAX_CLOSED_DAYS = 3653;

    /** Ten centuries: no service clock runs longer, and a sum over them is still quick. */
    private static final Duration MAX_SPAN = Duration.ofDays(365_250);

    private final ZoneId zone;
    private final Map<DayOfWeek, List<WorkingHours>> weekly;
    private final Map<LocalDate, List<WorkingHours>> exceptions;

    private BusinessCalendar(Builder builder) {
        this.zone = builder.zone;
        this.weekly = new EnumMap<>(builder.weekly);
        this.weekly.values().removeIf(List::isEmpty);
        this.exceptions = new TreeMap<>(builder.exceptions);
    }

    /**
     * Starts a calendar that is closed on every day.
     *
     * @param zone where its local times hold
     * @return the builder
     */
    public static Builder builder(ZoneId zone) {
        return new Builder(zone);
    }

    /**
     * Returns a calendar that is open around the clock.
     *
     * @param zone where its local dates hold
     * @return the calendar
     */
    public static BusinessCalendar alwaysOpen(ZoneId zone) {
        return builder(zone).everyDay(WorkingHours.ALL_DAY).build();
    }

    /**
     * Returns the calendar that stored days say.
     *
     * @param zone where its local times hold
     * @param days the hours of days of the week and of single dates, each day once; a day of the week that is not named is closed
     * @return the calendar
     * @throws IllegalArgumentException if a day comes twice or its spans overlap
     */
    public static BusinessCalendar of(ZoneId zone, Collection<DayHours> days) {
        Builder builder = builder(zone);
        Set<String> seen = new HashSet<>();
        for (DayHours each : days) {
            checkArgument(seen.add(each.day()), "each day must be there once, %s was there twice", each.day());
            each.addTo(builder);
        }
        return builder.build();
    }

    /**
     * Returns the hours of all days as they are stored.
     *
     * @return the open days of the week from Monday, then the holidays and special days by date
     */
    public List<DayHours> days() {
        List<DayHours> days = new ArrayList<>();
        weekly.forEach((day, hours) -> days.add(DayHours.of(day, hours)));
        exceptions.forEach((date, hours) -> days.add(DayHours.of(date, hours)));
        return List.copyOf(days);
    }

    /**
     * Returns the zone.
     *
     * @return where the local times hold
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns the hours of a date.
     *
     * @param date any date
     * @return the spans in order, empty if closed
     */
    public List<WorkingHours> hoursOn(LocalDate date) {
        List<WorkingHours> special = exceptions.get(checkNotNull(date, "date"));
        return special != null ? special : weekly.getOrDefault(date.getDayOfWeek(), List.of());
    }

    /**
     * Tells whether an instant is working time.
     *
     * @param instant the instant
     * @return true from an opening on and before its closing
     */
    public boolean isWorkingTime(Instant instant) {
        return spansOn(dateOf(instant)).stream().anyMatch(span -> span.contains(instant));
    }

    /**
     * Returns the first working instant from an instant on.
     *
     * @param from the instant, which is the answer if it is working time
     * @return the instant, or nothing if ten years bring none
     */
    public Optional<Instant> nextWorkingInstant(Instant from) {
        LocalDate date = dateOf(from);
        for (int day = 0; day <= MAX_CLOSED_DAYS; day++) {
            for (Window span : spansOn(date.plusDays(day))) {
                if (!span.isEmpty() && span.to().isAfter(from)) {
                    return Optional.of(span.from().isAfter(from) ? span.from() : from);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the first instant by which so much working time has passed.
     *
     * @param from where the clock starts
     * @param working the working time, at least zero and at most ten centuries
     * @return the instant, {@code from} itself for zero, or nothing if ten years go by without working time
     * @throws IllegalArgumentException if the working time is out of range
     */
    public Optional<Instant> plus(Instant from, Duration working) {
        checkArgument(
                !working.isNegative() && working.compareTo(MAX_SPAN) <= 0,
                "working must be in [PT0S, %s], was %s",
                MAX_SPAN,
                working);
        if (working.isZero()) {
            return Optional.of(from);
        }
        Duration left = working;
        LocalDate date = dateOf(from);
        for (int closedDays = 0; closedDays <= MAX_CLOSED_DAYS; closedDays++, date = date.plusDays(1)) {
            for (Window span : spansOn(date)) {
                Duration open = overlap(span, from, Instant.MAX);
                if (open.compareTo(left) >= 0) {
                    return Optional.of((span.from().isAfter(from) ? span.from() : from).plus(left));
                }
                if (!open.isZero()) {
                    left = left.minus(open);
                    closedDays = 0;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the working time between two instants.
     *
     * @param from where the clock starts
     * @param to where it stops, not before {@code from} and at most ten centuries after
     * @return the working time, at least zero
     * @throws IllegalArgumentException if the instants are out of order or too far apart
     */
    public Duration between(Instant from, Instant to) {
        Duration elapsed = Window.of(from, to).duration();
        checkArgument(
                elapsed.compareTo(MAX_SPAN) <= 0,
                "to must be at most %s after from, was from=%s, to=%s",
                MAX_SPAN,
                from,
                to);
        Duration total = Duration.ZERO;
        LocalDate last = dateOf(to);
        for (LocalDate date = dateOf(from); !date.isAfter(last); date = date.plusDays(1)) {
            for (Window span : spansOn(date)) {
                total = total.plus(overlap(span, from, to));
            }
        }
        return total;
    }

    /** Tells whether the other has the same zone, days of the week and dates. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BusinessCalendar that
                && zone.equals(that.zone)
                && weekly.equals(that.weekly)
                && exceptions.equals(that.exceptions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, weekly, exceptions);
    }

    /** Returns the zone and the number of days that have hours of their own. */
    @Override
    public String toString() {
        return "BusinessCalendar[" + zone + ", " + weekly.size() + " days of the week, " + exceptions.size()
                + " dates]";
    }

    private List<Window> spansOn(LocalDate date) {
        List<WorkingHours> hours = hoursOn(date);
        List<Window> spans = new ArrayList<>(hours.size());
        for (WorkingHours each : hours) {
            Instant opens = instantOf(date.atTime(each.opens()));
            Instant closes = each.closesAtMidnight()
                    ? instantOf(date.plusDays(1).atStartOfDay())
                    : instantOf(date.atTime(each.closes()));
            spans.add(new Window(opens, closes));
        }
        return spans;
    }

    /** A local time that the clocks jump over stands for the moment of the jump, so that spans keep their order; a repeated one is its first. */
    private Instant instantOf(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    private LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(checkNotNull(instant, "instant"), zone);
    }

    private static Duration overlap(Window span, Instant from, Instant to) {
        Instant start = span.from().isAfter(from) ? span.from() : from;
        Instant end = span.to().isBefore(to) ? span.to() : to;
        return start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
    }

    /** Collects the hours of a calendar; later calls for a day replace earlier ones. */
    public static final class Builder {

        private final ZoneId zone;
        private final Map<DayOfWeek, List<WorkingHours>> weekly = new EnumMap<>(DayOfWeek.class);
        private final Map<LocalDate, List<WorkingHours>> exceptions = new TreeMap<>();

        private Builder(ZoneId zone) {
            this.zone = checkNotNull(zone, "zone");
        }

        /**
         * Sets the hours of a day of the week; closed by default.
         *
         * @param day the day of the week
         * @param hours its spans in any order, none to close it
         * @return this
         * @throws IllegalArgumentException if spans overlap
         */
        public Builder hours(DayOfWeek day, WorkingHours... hours) {
            weekly.put(checkNotNull(day, "day"), ordered(hours));
            return this;
        }

        /**
         * Sets the hours of Monday to Friday.
         *
         * @param hours the spans of each of the five days
         * @return this
         * @throws IllegalArgumentException if spans overlap
         */
        public Builder mondayToFriday(WorkingHours... hours) {
            for (DayOfWeek day : DayOfWeek.values()) {
                if (day.compareTo(DayOfWeek.FRIDAY) <= 0) {
                    hours(day, hours);
                }
            }
            return this;
        }

        /**
         * Sets the hours of all seven days.
         *
         * @param hours the spans of each day
         * @return this
         * @throws IllegalArgumentException if spans overlap
         */
        public Builder everyDay(WorkingHours... hours) {
            for (DayOfWeek day : DayOfWeek.values()) {
                hours(day, hours);
            }
            return this;
        }

        /**
         * Closes dates, unless they are special days.
         *
         * @param dates the holidays
         * @return this
         */
        public Builder holidays(LocalDate... dates) {
            for (LocalDate date : dates) {
                exceptions.putIfAbsent(checkNotNull(date, "date"), List.of());
            }
            return this;
        }

        /**
         * Replaces the hours of one date.
         *
         * @param date the date, a holiday or not
         * @param hours its spans in any order, none to close it
         * @return this
         * @throws IllegalArgumentException if spans overlap
         */
        public Builder specialDay(LocalDate date, WorkingHours... hours) {
            exceptions.put(checkNotNull(date, "date"), ordered(hours));
            return this;
        }

        /**
         * Returns the calendar.
         *
         * @return an immutable calendar of the hours so far
         */
        public BusinessCalendar build() {
            return new BusinessCalendar(this);
        }

        private static List<WorkingHours> ordered(WorkingHours... hours) {
            List<WorkingHours> spans = new ArrayList<>(List.of(hours));
            spans.sort(Comparator.comparing(WorkingHours::opens));
            for (int i = 1; i < spans.size(); i++) {
                WorkingHours before = spans.get(i - 1);
                WorkingHours after = spans.get(i);
                checkArgument(
                        !before.closesAtMidnight() && !after.opens().isBefore(before.closes()),
                        "hours must not overlap, were %s and %s",
                        before,
                        after);
            }
            return List.copyOf(spans);
        }
    }
}
