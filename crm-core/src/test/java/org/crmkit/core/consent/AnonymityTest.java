package org.crmkit.core.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.crmkit.core.consent.Anonymity.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymityTest {

    private static final List<Integer> SALARIES = List.of(3, 4, 5, 6, 7, 8, 9, 10, 11);

    /**
     * Case tcloseness-salary of reference/lifecycle/cases.json: Li, Li and Venkatasubramanian (2007) print 0.375 for {3,4,5}k and 0.167 for {6,8,11}k;
     * the other two rows are arithmetic.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            3 4 5,  0.375
            6 8 11, 0.16666666666666663
            3 5 9,  0.16666666666666669
            4 7 10, 0.08333333333333334
            """)
    void distance_salaries(String ranks, double expected) {
        List<Integer> members =
                Arrays.stream(ranks.split(" ")).map(Integer::valueOf).toList();
        assertThat(Anonymity.distance(members, SALARIES)).isCloseTo(expected, within(1e-9));
    }

    /** Case k-anonymity-9 of reference/lifecycle/cases.json: the generalized table of Li, Li and Venkatasubramanian (2007). */
    @Test
    void of_publishedTable() {
        Anonymity anonymity = Anonymity.of(publishedTable());
        assertThat(anonymity.classes()).isEqualTo(3);
        assertThat(anonymity.k()).isEqualTo(3);
        assertThat(anonymity.distinctL()).isEqualTo(3);
        assertThat(anonymity.entropyL()).isCloseTo(3.0, within(1e-9)).isLessThanOrEqualTo(3.0);
    }

    /** By hand: shares of 1/4, 1/4 and 1/2 have an entropy of 1.5 bits, so 2^1.5 values are effective where three are there. */
    @Test
    void of_unequalShares_haveFewerEffectiveValues() {
        List<Row> rows = new ArrayList<>();
        for (int rank : new int[] {0, 1, 2, 2}) {
            rows.add(new Row(List.of("1305*", "<=40"), rank));
            rows.add(new Row(List.of("1485*", ">40"), rank));
        }
        assertThat(Anonymity.of(rows).distinctL()).isEqualTo(3);
        assertThat(Anonymity.of(rows).entropyL()).isCloseTo(2.8284271247461903, within(1e-12));
        assertThat(ReportGuard.ofSize(4).withEntropy(2.82).release(rows).cells())
                .hasSize(2);
        assertThat(ReportGuard.ofSize(4).withEntropy(2.83).release(rows).cells())
                .isEmpty();
        assertThat(ReportGuard.ofSize(4).withDistinct(3).release(rows).cells()).hasSize(2);
    }

    @Test
    void of_edges() {
        assertThat(Anonymity.of(List.of())).isEqualTo(new Anonymity(0, 0, 0, 0, 0));
        assertThat(Anonymity.of(List.of(new Row(List.of("a"), 7)))).isEqualTo(new Anonymity(1, 1, 1, 1, 0));
        assertThat(Anonymity.of(List.of(new Row(List.of(), 1), new Row(List.of(), 2))))
                .isEqualTo(new Anonymity(1, 2, 2, 2, 0));
        assertThat(Anonymity.of(List.of(new Row(List.of("a"), 1), new Row(List.of("b"), 2)))
                        .distance())
                .isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Anonymity.distance(List.of(), SALARIES))
                .withMessage("classRanks must not be empty");
        assertThatIllegalArgumentException().isThrownBy(() -> Anonymity.distance(List.of(99), SALARIES));
    }

    @Test
    void release_publishedTable() {
        ReportGuard.Release all =
                ReportGuard.ofSize(3).withDistinct(3).withEntropy(3).release(publishedTable());
        assertThat(all.cells()).hasSize(3);
        assertThat(all.suppressedRows()).isEqualTo(OptionalInt.of(0));
        ReportGuard.Release none = ReportGuard.ofSize(4).release(publishedTable());
        assertThat(none.cells()).isEmpty();
        assertThat(none.suppressedRows()).isEqualTo(OptionalInt.of(9));
    }

    @Test
    void release_smallCell_takesTheNextSmallestWithIt() {
        List<Row> rows = rowsOf(List.of("a", "b", "c", "d"), List.of(1, 5, 7, 6));
        ReportGuard.Release release = ReportGuard.ofSize(5).release(rows);
        assertThat(release.cells())
                .extracting(ReportGuard.Cell::quasiIdentifiers)
                .containsExactly(List.of("c"), List.of("d"));
        assertThat(release.cells().get(0).size()).isEqualTo(7);
        assertThat(release.suppressedRows()).isEqualTo(OptionalInt.of(6));
    }

    @Test
    void release_tableTooSmall_saysNothingAtAll() {
        ReportGuard.Release release = ReportGuard.ofSize(5).release(rowsOf(List.of("a", "b"), List.of(1, 3)));
        assertThat(release.cells()).isEmpty();
        assertThat(release.suppressedRows()).isEmpty();
    }

    @Test
    void release_oneSensitiveValue_isSuppressed() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(new Row(List.of("same"), 1));
            rows.add(new Row(List.of("mixed"), i % 2));
            rows.add(new Row(List.of("mixed too"), i % 2));
        }
        ReportGuard.Release release = ReportGuard.ofSize(5).withDistinct(2).release(rows);
        assertThat(release.cells())
                .extracting(ReportGuard.Cell::quasiIdentifiers)
                .containsExactly(List.of("mixed"));
        assertThat(release.cells().get(0).sensitiveCounts()).containsEntry(0, 5).containsEntry(1, 5);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1, 1, 1, 1,    'k must be at least 2, was 1'
            2, 0, 1, 1,    'l must be at least 1, was 0'
            2, 1, 0.5, 1,  'entropyL must be at least 1, was 0.5'
            2, 1, NaN, 1,  'entropyL must be at least 1, was NaN'
            2, 1, 1, 1.1,  't must be in [0, 1], was 1.1'
            2, 1, 1, NaN,  't must be in [0, 1], was NaN'
            """)
    void new_badLimits_areRefused(int k, int l, double entropyL, double t, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReportGuard(k, l, entropyL, t))
                .withMessage(message);
    }

    private static List<Row> rowsOf(List<String> keys, List<Integer> sizes) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            for (int j = 0; j < sizes.get(i); j++) {
                rows.add(new Row(List.of(keys.get(i)), j));
            }
        }
        return rows;
    }

    /** Diseases as ranks: gastric ulcer 0, stomach cancer 1, pneumonia 2, gastritis 3, flu 4, bronchitis 5. */
    private static List<Row> publishedTable() {
        List<Row> rows = new ArrayList<>();
        for (int rank : new int[] {0, 1, 2}) {
            rows.add(new Row(List.of("4767*", "<=40"), rank));
        }
        for (int rank : new int[] {3, 4, 5}) {
            rows.add(new Row(List.of("4790*", ">=40"), rank));
        }
        for (int rank : new int[] {3, 5, 1}) {
            rows.add(new Row(List.of("4760*", "<=40"), rank));
        }
        return rows;
    }
}
