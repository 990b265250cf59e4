package org.crmkit.examples.report.sample;

import java.util.List;

/** One receipt, refund, visit or complaint; minutes count from the first day's midnight. */
record Event(String customer, String customerType, long minute, String kind, List<Line> lines, int refunds) {

    static final int NO_REFUND = -1;

    /** One line of a receipt; the price is in thousandths. */
    record Line(Catalogue.Item item, int quantity, long thousandths, int daysSupply) {}

    Event {
        lines = List.copyOf(lines);
    }
}
