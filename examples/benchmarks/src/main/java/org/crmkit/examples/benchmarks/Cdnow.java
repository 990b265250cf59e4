package org.crmkit.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchasePatterns;

/** The 2,357 customers of CDNOW that the papers use, from the folder of reference data. */
final class Cdnow {

    private static final String FILE = "clv/cdnow_sample_summary.csv";

    private Cdnow() {}

    /** Returns where the file should be: in the folder that CRM_REFERENCE_DIR names, or beside the checkout. */
    static Path file() {
        String named = System.getProperty("CRM_REFERENCE_DIR", System.getenv().getOrDefault("CRM_REFERENCE_DIR", ""));
        return Path.of(named.isEmpty() ? "../shared/reference" : named).resolve(FILE);
    }

    /** Returns the counted histories in weeks, or empty if there is no file. */
    static Optional<PurchasePatterns> patterns() throws IOException {
        if (!Files.isReadable(file())) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file());
        List<String> names = Arrays.asList(lines.get(0).split(","));
        int x = names.indexOf("x");
        int recency = names.indexOf("t_x");
        int age = names.indexOf("T");
        List<PurchaseHistory> histories = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            histories.add(PurchaseHistory.of(
                    Integer.parseInt(cells[x]), Double.parseDouble(cells[recency]), Double.parseDouble(cells[age])));
        }
        return Optional.of(PurchasePatterns.of(TimeGrain.WEEK, histories));
    }
}
