package org.crmkit.examples.report.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A pharmacy chain simulated from a seed, as the CSV text of its export.
 *
 * <p>Everybody's random numbers are split off in a fixed order, so the same settings give the same bytes everywhere.
 */
public final class PharmacySample {

    /** The name under which the sample is read and saved. */
    public static final String FILE_NAME = "sample.csv";

    private static final String HEADER =
            "customer_id,customer_type,time,order_id,kind,sku,category,item_class,quantity,unit_price,days_supply";
    private static final int FIRST_ORDER = 100_001;

    private final SampleSettings settings;
    private final Calendar calendar;

    private PharmacySample(SampleSettings settings) {
        this.settings = settings;
        this.calendar = new Calendar(settings.firstDay(), settings.days());
    }

    /**
     * Simulates the export as CSV text.
     *
     * @param settings size and seed
     * @return a header and one line a receipt line, visit or complaint, in order of time
     */
    public static String csv(SampleSettings settings) {
        return new PharmacySample(settings).write();
    }

    private String write() {
        SplittableRandom seeds = new SplittableRandom(settings.seed());
        List<Event> events = new ArrayList<>();
        for (int i = 1; i <= settings.persons(); i++) {
            new PersonLife("P%05d".formatted(i), calendar, new Draws(seeds.split()), events).live();
        }
        for (int i = 1; i <= settings.institutions(); i++) {
            new InstitutionLife(i, calendar, new Draws(seeds.split()), events).live();
        }
        List<String> rows = rows(events);
        new Spoiler(new Draws(seeds.split())).spoil(rows, settings.badRows());
        StringBuilder text = new StringBuilder(rows.size() * 80).append(HEADER).append('\n');
        rows.forEach(row -> text.append(row).append('\n'));
        return text.toString();
    }

    private List<String> rows(List<Event> events) {
        int[] byTime = IntStream.range(0, events.size())
                .boxed()
                .sorted(Comparator.comparingLong(i -> events.get(i).minute()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] orders = new int[events.size()];
        int next = FIRST_ORDER;
        for (int index : byTime) {
            if (events.get(index).kind().equals("purchase")) {
                orders[index] = next++;
            }
        }
        List<String> rows = new ArrayList<>(events.size() * 2);
        for (int index : byTime) {
            Event event = events.get(index);
            int order = event.refunds() == Event.NO_REFUND ? orders[index] : orders[event.refunds()];
            addRows(event, order, rows);
        }
        return rows;
    }

    private void addRows(Event event, int order, List<String> rows) {
        String start = event.customer() + ',' + event.customerType() + ',' + calendar.text(event.minute()) + ',';
        if (event.lines().isEmpty()) {
            rows.add(start + ',' + event.kind() + ",,,,,,");
            return;
        }
        boolean refund = event.refunds() != Event.NO_REFUND;
        for (Event.Line line : event.lines()) {
            Catalogue.Item item = line.item();
            int quantity = refund ? -line.quantity() : line.quantity();
            String supply = line.daysSupply() > 0 && !refund ? String.valueOf(line.daysSupply()) : "";
            rows.add(start
                    + order
                    + ','
                    + event.kind()
                    + ','
                    + item.sku()
                    + ','
                    + item.category()
                    + ','
                    + item.itemClass()
                    + ','
                    + quantity
                    + ','
                    + price(line.thousandths())
                    + ','
                    + supply);
        }
    }

    private static String price(long thousandths) {
        BigDecimal price = BigDecimal.valueOf(thousandths, 3);
        return thousandths % 10 == 0 ? price.setScale(2).toPlainString() : price.toPlainString();
    }
}
