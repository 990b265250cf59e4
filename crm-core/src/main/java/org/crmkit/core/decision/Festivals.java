package org.crmkit.core.decision;

import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Dates of festivals of the Chinese calendar, 2024 to 2035, for {@link Trigger#onDates}.
 *
 * <p>The calendar follows the moon and the sun over Beijing, so its dates are given as tables. They were computed by the rule of GB/T 33661-2017 with the new
 * moons of Meeus, Astronomical Algorithms (1998), chapter 49; the script lies beside the test. Extend the tables before they end.
 */
public final class Festivals {

    /** First day of the first month: the Chinese New Year. */
    public static final SortedSet<LocalDate> SPRING_FESTIVAL = dates(
            "2024-02-10",
            "2025-01-29",
            "2026-02-17",
            "2027-02-06",
            "2028-01-26",
            "2029-02-13",
            "2030-02-03",
            "2031-01-23",
            "2032-02-11",
            "2033-01-31",
            "2034-02-19",
            "2035-02-08");

    /** Fifth day of the fifth month, when families give herbs against disease. */
    public static final SortedSet<LocalDate> DRAGON_BOAT_FESTIVAL = dates(
            "2024-06-10",
            "2025-05-31",
            "2026-06-19",
            "2027-06-09",
            "2028-05-28",
            "2029-06-16",
            "2030-06-05",
            "2031-06-24",
            "2032-06-12",
            "2033-06-01",
            "2034-06-20",
            "2035-06-10");

    /** Fifteenth day of the eighth month. */
    public static final SortedSet<LocalDate> MID_AUTUMN_FESTIVAL = dates(
            "2024-09-17",
            "2025-10-06",
            "2026-09-25",
            "2027-09-15",
            "2028-10-03",
            "2029-09-22",
            "2030-09-12",
            "2031-10-01",
            "2032-09-19",
            "2033-09-08",
            "2034-09-27",
            "2035-09-16");

    private Festivals() {}

    private static SortedSet<LocalDate> dates(String... texts) {
        SortedSet<LocalDate> dates = new TreeSet<>();
        for (String text : texts) {
            dates.add(LocalDate.parse(text));
        }
        return Collections.unmodifiableSortedSet(dates);
    }
}
