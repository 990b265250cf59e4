package org.crmkit.lifecycle.clv;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Map;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/** The populations of the reference data, from their raw logs. */
public final class CdnowBase {

    public static final AmountUnit CENTS = AmountUnit.of(Currency.getInstance("USD"));

    public static final LocalDate CDNOW_CALIBRATION = LocalDate.of(1997, 9, 30);
    public static final LocalDate CDNOW_END = LocalDate.of(1998, 6, 30);
    public static final LocalDate APPAREL_CALIBRATION = LocalDate.of(2005, 10, 10);
    public static final LocalDate APPAREL_END = LocalDate.of(2006, 7, 16);

    private CdnowBase() {}

    public static CustomerBase cdnow(LocalDate end) {
        return read("cdnow_sample_transactions.csv", end);
    }

    public static CustomerBase apparel(LocalDate end) {
        return read("apparel250_transactions.csv", end);
    }

    private static CustomerBase read(String file, LocalDate end) {
        SummaryTable.Builder builder = SummaryTable.builder(AsOf.endOf(end, ZoneOffset.UTC), CENTS);
        long order = 0;
        for (Map<String, String> row : ClvReference.rows(file)) {
            builder.purchase(
                    builder.customer(new CustomerId(row.get("customer_id"))),
                    order++,
                    LocalDate.parse(row.get("date")).toEpochDay(),
                    CENTS.toUnits(new BigDecimal(row.get("amount"))));
        }
        return CustomerBase.of(builder.build());
    }
}
