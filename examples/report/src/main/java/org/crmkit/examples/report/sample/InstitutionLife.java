package org.crmkit.examples.report.sample;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.examples.report.sample.Catalogue.Item;
import org.crmkit.examples.report.sample.Event.Line;

/** The life of a clinic or hospital: orders wholesale on a rhythm, is visited by a representative, seldom leaves. */
final class InstitutionLife {

    private static final double HOSPITAL_SHARE = 0.22;

    private final int number;
    private final Calendar calendar;
    private final Draws draws;
    private final List<Event> events;
    private String id = "";
    private String type = "";

    InstitutionLife(int number, Calendar calendar, Draws draws, List<Event> events) {
        this.number = number;
        this.calendar = calendar;
        this.draws = draws;
        this.events = events;
    }

    void live() {
        boolean hospital = draws.happens(HOSPITAL_SHARE);
        type = hospital ? "hospital" : "clinic";
        id = (hospital ? "H%04d" : "C%04d").formatted(number);
        double joined = draws.happens(0.7) ? draws.uniform() * 60 : draws.uniform() * calendar.days() * 0.9;
        double end = Math.min(calendar.days(), joined + draws.exponential(hospital ? 4_000 : 1_800));
        double between = draws.gamma(4, hospital ? 18 : 40);
        double size = draws.gamma(2, hospital ? 18 : 6);
        double rebate = draws.happens(0.3) ? 0.94 : 1;
        for (double day = joined; day < end; day += Math.max(1, draws.gamma(3, between))) {
            order((int) day, size, rebate);
        }
        for (double day = joined + 10; day < end; day += 12 + draws.exponential(hospital ? 14 : 30)) {
            contact((int) day, draws.happens(0.75) ? "visit" : "call");
        }
        if (draws.happens(0.15)) {
            contact((int) (joined + draws.uniform() * (end - joined)), "complaint");
        }
    }

    private void order(int day, double size, double rebate) {
        if (!calendar.holds(day)) {
            return;
        }
        double[] demand = Catalogue.wholesaleDemand(calendar.month(day));
        int count = draws.between(2, 6);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int picked = draws.weighted(demand);
            demand[picked] = 0;
            Item item = Catalogue.WHOLESALE.get(picked);
            int quantity = Math.max(5, (int) Math.round(draws.gamma(3, size) / 5) * 5);
            // List prices of the trade have three decimals; the rebate is rounded to them.
            lines.add(new Line(item, quantity, Math.round(item.cents() * 8.35 * rebate), 0));
        }
        int receipt = events.size();
        events.add(new Event(id, type, calendar.minute(day, draws), "purchase", lines, Event.NO_REFUND));
        int later = day + draws.between(3, 21);
        if (draws.happens(0.03) && calendar.holds(later)) {
            Line back = lines.get(0);
            Line part = new Line(back.item(), Math.max(1, back.quantity() / 5), back.thousandths(), 0);
            events.add(new Event(id, type, calendar.minute(later, draws), "refund", List.of(part), receipt));
        }
    }

    private void contact(int day, String kind) {
        if (calendar.holds(day)) {
            events.add(new Event(id, type, calendar.minute(day, draws), kind, List.of(), Event.NO_REFUND));
        }
    }
}
