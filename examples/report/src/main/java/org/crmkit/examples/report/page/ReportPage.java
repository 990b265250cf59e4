package org.crmkit.examples.report.page;

import org.crmkit.examples.report.customers.CustomerTable;

/** The page. */
public final class ReportPage {

    private ReportPage() {}

    /**
     * Draws the page.
     *
     * @param table the customers
     * @param title of the page
     * @param netReturns whether returns are taken off
     * @return HTML
     */
    public static String html(CustomerTable table, String title, boolean netReturns) {
        return "<!doctype html><title>" + title + "</title>" + table.size() + netReturns;
    }
}
