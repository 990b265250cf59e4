package org.crmkit.segmentation.rfm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.crmkit.core.summary.PurchaseTally;
import org.crmkit.core.summary.PurchaseTotals;
import org.crmkit.segmentation.ReferenceData;
import org.jspecify.annotations.Nullable;

/** The invoice lines of reference/retail that have a customer, read once. */
final class Retail {

    private static @Nullable Retail read;

    private final List<Line> lines = new ArrayList<>();

    /** Amounts in thousandths of a pound, as exact as the file. */
    private record Line(String invoice, String customer, int day, long mills, boolean isSale) {}

    private Retail() {}

    static synchronized Retail lines() {
        if (read == null) {
            Retail retail = new Retail();
            retail.read(ReferenceData.file("retail/online_retail.csv.gz"));
            read = retail;
        }
        return read;
    }

    private void read(Path file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file), 1 << 16), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> cells = ReferenceData.split(line);
                if (!cells.get(6).isEmpty()) {
                    add(cells);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(List<String> cells) {
        long quantity = Long.parseLong(cells.get(3));
        long price = new BigDecimal(cells.get(5)).movePointRight(3).longValueExact();
        boolean isSale = !cells.get(0).startsWith("C") && quantity > 0 && price > 0;
        int day = (int) LocalDate.parse(cells.get(4).substring(0, 10)).toEpochDay();
        lines.add(new Line(cells.get(0), cells.get(6), day, quantity * price, isSale));
    }

    /** Invoices before the day, as orders; amounts rounded half up to pence, a customer at a time. */
    RfmColumns columns(LocalDate asOf, boolean net) {
        int asOfDay = (int) asOf.toEpochDay();
        PurchaseTally tally = new PurchaseTally();
        Set<String> invoices = new HashSet<>();
        for (Line line : lines) {
            if (line.day() > asOfDay) {
                continue;
            }
            if (line.isSale() && invoices.add(line.customer() + " " + line.invoice())) {
                tally.add(line.customer(), line.day(), line.mills());
            } else if (line.isSale() || net) {
                tally.addReturn(line.customer(), -line.mills());
            }
        }
        PurchaseTotals totals = tally.totals();
        int size = totals.size();
        long[] recency = new long[size];
        long[] frequency = new long[size];
        long[] monetary = new long[size];
        for (int row = 0; row < size; row++) {
            frequency[row] = totals.purchases(row);
            recency[row] = frequency[row] == 0 ? 0 : asOfDay - totals.lastDay(row);
            monetary[row] = Math.floorDiv(totals.amountMinor(row) + 5, 10L);
        }
        return RfmColumns.of(recency, frequency, monetary, totals::id);
    }
}
