package org.crmkit.examples.report.sample;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.examples.report.sample.Catalogue.Item;
import org.crmkit.examples.report.sample.Event.Line;

/**
 * The life of a private customer: joins, comes at an own rate that the season bends, refills what was prescribed, and one
 * day stays away without saying so.
 */
final class PersonLife {

    private static final double CHRONIC_SHARE = 0.24;
    private static final double FIRST_HALF_YEAR_SHARE = 0.42;
    private static final double HIGHEST_SEASON = 1.35;
    private static final double[] SEASON = {1.25, 1.18, 1.08, 1.05, 1.0, 0.92, 0.84, 0.8, 0.95, 1.05, 1.15, 1.3};
    private static final double[] WEEKDAY = {1.0, 0.95, 0.95, 1.0, 1.1, 0.85, 0.4};

    private final String id;
    private final Calendar calendar;
    private final Draws draws;
    private final List<Event> events;

    PersonLife(String id, Calendar calendar, Draws draws, List<Event> events) {
        this.id = id;
        this.calendar = calendar;
        this.draws = draws;
        this.events = events;
    }

    void live() {
        int days = calendar.days();
        double joined = draws.happens(FIRST_HALF_YEAR_SHARE)
                ? draws.uniform() * Math.min(days, 183)
                : draws.uniform() * days * 0.97;
        boolean chronic = draws.happens(CHRONIC_SHARE);
        double visitsPerDay = draws.gamma(0.85, chronic ? 0.03 : 0.042);
        double lifetime = draws.exponential(draws.gamma(1.6, chronic ? 1_500 : 750));
        double end = Math.min(days, joined + lifetime);
        double taste = draws.gamma(6, 1);
        walkIn(joined, true, taste);
        double day = joined;
        while (visitsPerDay > 0) {
            day += draws.exponential(1 / (visitsPerDay * HIGHEST_SEASON));
            if (day >= end) {
                break;
            }
            if (draws.happens(season((int) day) / HIGHEST_SEASON)) {
                walkIn(day, false, taste);
            }
        }
        if (chronic) {
            therapies(joined, end);
        }
        contacts(joined, end, chronic);
    }

    private double season(int day) {
        return SEASON[calendar.month(day) - 1] * WEEKDAY[calendar.weekday(day)];
    }

    private void walkIn(double day, boolean first, double taste) {
        double[] demand = Catalogue.counterDemand(calendar.month((int) day));
        int size = 1 + Math.min(4, (int) draws.exponential(first ? 0.9 : 0.7));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int picked = draws.weighted(demand);
            demand[picked] = 0;
            Item item = Catalogue.COUNTER.get(picked);
            int quantity = draws.happens(0.16 * taste) ? 2 : 1;
            lines.add(new Line(item, quantity, item.cents() * 10L, item.daysSupply() * quantity));
        }
        buy((int) day, lines);
    }

    private void therapies(double joined, double end) {
        int count = 1 + draws.weighted(new double[] {6, 3, 1});
        double adherence = Math.min(1, 0.72 + draws.gamma(4, 0.18));
        int start = draws.below(Catalogue.CHRONIC.size());
        for (int i = 0; i < count; i++) {
            Item medicine = Catalogue.CHRONIC.get((start + 3 * i) % Catalogue.CHRONIC.size());
            double stops = Math.min(end, joined + draws.exponential(1_100));
            double day = joined + draws.uniform() * 40;
            while (day < stops) {
                int packs = medicine.daysSupply() < 60 && draws.happens(0.12) ? 3 : 1;
                buy(
                        (int) day,
                        List.of(new Line(medicine, packs, medicine.cents() * 10L, medicine.daysSupply() * packs)));
                double lasts = medicine.daysSupply() * (double) packs;
                day += Math.max(3, lasts / adherence + 3 * draws.normal());
            }
        }
    }

    private void contacts(double joined, double end, boolean chronic) {
        double between = chronic ? 150 : 420;
        for (double day = joined + draws.exponential(between); day < end; day += draws.exponential(between)) {
            contact((int) day, "consultation");
        }
        if (draws.happens(0.05)) {
            double complained = joined + draws.uniform() * (end - joined);
            contact((int) complained, "complaint");
        }
    }

    private void contact(int day, String kind) {
        if (calendar.holds(day)) {
            events.add(new Event(id, "person", calendar.minute(day, draws), kind, List.of(), Event.NO_REFUND));
        }
    }

    private void buy(int day, List<Line> lines) {
        if (!calendar.holds(day)) {
            return;
        }
        int receipt = events.size();
        events.add(new Event(id, "person", calendar.minute(day, draws), "purchase", lines, Event.NO_REFUND));
        Line first = lines.get(0);
        boolean returnable = !first.item().itemClass().equals(Catalogue.PRESCRIPTION);
        int later = day + draws.between(1, 14);
        if (returnable && draws.happens(0.015) && calendar.holds(later)) {
            events.add(new Event(id, "person", calendar.minute(later, draws), "refund", List.of(first), receipt));
        }
    }
}
