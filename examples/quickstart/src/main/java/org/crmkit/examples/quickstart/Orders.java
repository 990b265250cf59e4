package org.crmkit.examples.quickstart;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;

/** The orders that the other files look at: what a small pharmacy sold to five customers. */
final class Orders {

    static final AmountUnit EURO = AmountUnit.of(Currency.getInstance("EUR"));
    static final List<String> ROWS = List.of("""
            1 ana 2026-01-05 12.90;2 ana 2026-02-02 31.50;3 ana 2026-03-02 28.40;4 ben 2026-01-17 7.20;5 cem 2025-10-01 260.00
            6 cem 2025-11-03 310.00;7 dee 2026-03-05 19.99;8 dee 2026-03-06 4.50;9 eva 2025-07-11 54.00""".split("[;\\n]"));

    private Orders() {}

    static ActivityLog log() {
        return ActivityLog.of(ROWS.stream().map(Orders::purchase).toList(), EURO);
    }

    private static Purchase purchase(String row) {
        String[] words = row.split(" ", -1);
        Instant at = Instant.parse(words[2] + "T10:00:00Z");
        return Purchase.of(words[0], words[1], at, Money.parse("EUR " + words[3]));
    }
}
