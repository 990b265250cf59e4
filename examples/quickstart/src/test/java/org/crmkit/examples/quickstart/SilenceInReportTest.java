package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.crmkit.examples.report.CrmReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report lists a scorer of one's own beside its own. */
class SilenceInReportTest {

    @TempDir
    private Path dir;

    @Test
    void report_listsSilenceInItsFilesAndOnItsPage() throws IOException {
        List<String> lines = new ArrayList<>(List.of("order,customer,date,amount"));
        Orders.ROWS.forEach(row -> lines.add(row.replace(' ', ',')));
        Path orders = Files.write(dir.resolve("orders.csv"), lines);
        Path output = dir.resolve("report");

        int exitCode = CrmReport.run(
                List.of(new Silence()), "--input", orders.toString(), "--output", output.toString(), "--quiet");

        assertThat(exitCode).isZero();
        assertThat(output.resolve("customers.csv")).content().containsPattern("(?m)^customer_id,.*,silence$");
        assertThat(output.resolve("models.json")).content().contains("\"name\" : \"silence\"");
        assertThat(output.resolve("report.html")).content().contains("Score: silence");
    }
}
