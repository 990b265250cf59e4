package org.crmkit.examples.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvToReportTest {

    @TempDir
    private Path dir;

    @Test
    void write_givesOneRowAnOrderAndLosesNoCent() throws IOException {
        Orders orders = Orders.simulate(3, 500, 7);
        Path csv = dir.resolve("orders.csv");
        CsvToReport.write(orders, csv);
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(501).startsWith("customer,order,date,amount");
        assertThat(lines.subList(1, 501))
                .allMatch(line -> line.matches("C1000000[0-2],\\d+,202[45]-\\d\\d-\\d\\d,\\d+\\.\\d\\d"));
        BigDecimal total = lines.stream()
                .skip(1)
                .map(line -> new BigDecimal(line.substring(line.lastIndexOf(',') + 1)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(total.unscaledValue().longValueExact())
                .isEqualTo(Arrays.stream(orders.amountMinor).sum());
    }
}
