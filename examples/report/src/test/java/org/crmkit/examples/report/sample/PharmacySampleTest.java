package org.crmkit.examples.report.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PharmacySampleTest {

    private static final SampleSettings SMALL = SampleSettings.standard().withCustomers(200, 20);

    @Test
    void csv_sameSeedSameText() {
        assertThat(PharmacySample.csv(SMALL)).isEqualTo(PharmacySample.csv(SMALL));
        assertThat(PharmacySample.csv(SMALL.withSeed(1))).isNotEqualTo(PharmacySample.csv(SMALL));
    }

    @Test
    void csv_rowsAreInOrderOfTimeAndComplete() {
        List<String[]> rows = rows(SMALL);
        assertThat(rows).allSatisfy(row -> assertThat(row).hasSize(11));
        assertThat(rows.stream().map(row -> row[2])).isSorted();
    }

    @Test
    void csv_holdsEveryKindOfActivity() {
        Map<String, Long> kinds = rows(SampleSettings.standard().withCustomers(800, 60)).stream()
                .collect(Collectors.groupingBy(row -> row[4], Collectors.counting()));
        assertThat(kinds).containsOnlyKeys("purchase", "refund", "visit", "call", "consultation", "complaint");
        assertThat(kinds.get("purchase")).isGreaterThan(10_000);
        assertThat(kinds.get("refund")).isBetween(50L, 1_000L);
    }

    @Test
    void csv_refundsNameTheOrderTheyTakeBack() {
        List<String[]> rows = rows(SMALL);
        List<String> bought = rows.stream()
                .filter(row -> row[4].equals("purchase"))
                .map(row -> row[0] + row[3] + row[5])
                .toList();
        assertThat(rows.stream().filter(row -> row[4].equals("refund")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(bought).contains(row[0] + row[3] + row[5]);
                    assertThat(row[8]).startsWith("-");
                });
    }

    @Test
    void csv_spoiltRowsAreAdded() {
        int clean = rows(SMALL).size();
        assertThat(rows(SMALL.withBadRows(10))).hasSize(clean + 10);
    }

    private static List<String[]> rows(SampleSettings settings) {
        return Arrays.stream(PharmacySample.csv(settings).split("\n"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
