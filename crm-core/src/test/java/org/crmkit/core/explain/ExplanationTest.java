package org.crmkit.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Explanation DAYS = Explanation.fact("rfm.recency.days", 70);

    @ParameterizedTest
    @CsvSource(textBlock = """
            # observed, leftClosed, reversed, band of thresholds 30, 70, 70, 90
            29,  false, false, 1
            30,  false, false, 1
            30,  true,  false, 2
            70,  false, false, 2
            70,  true,  false, 4
            91,  false, false, 5
            29,  false, true,  5
            91,  true,  true,  1
            """)
    void banded_countsThresholdsBelow(double observed, boolean leftClosed, boolean reversed, double band) {
        Explanation banded = new Explanation.Banded(
                "x", Explanation.fact("y", observed), List.of(30.0, 70.0, 70.0, 90.0), leftClosed, reversed);
        assertThat(banded.value()).isEqualTo(band);
        assertThat(banded.recombined()).isEqualTo(band);
    }

    @Test
    void combinations_recombine() {
        Explanation product = Explanation.product("p", List.of(Explanation.fact("a", 0.5), Explanation.fact("b", 8)));
        Explanation sum = Explanation.sum("s", List.of(product, new Explanation.Weighted("w", 2, DAYS)));
        assertThat(sum.value()).isEqualTo(144).isEqualTo(sum.recombined());
        Explanation choice = new Explanation.Choice("c", "max", 1, List.of(DAYS, sum));
        assertThat(choice.value()).isEqualTo(144).isEqualTo(choice.recombined());
    }

    @Test
    void recombined_findsAWrongTotal() {
        Explanation wrong = new Explanation.Sum("s", 5, List.of(Explanation.fact("a", 2), Explanation.fact("b", 2)));
        assertThat(wrong.recombined()).isEqualTo(4).isNotEqualTo(wrong.value());
    }

    @Test
    void toText_speaksEnglishAndChineseAndShowsUnknownCodes() {
        Explanation banded = new Explanation.Banded("rfm.recency", DAYS, List.of(30.0, 90.0), false, true);
        Explanation sum =
                Explanation.sum("my-score", List.of(banded, new Explanation.Fact("fee", 0.25, Map.of("unit", "EUR"))));
        assertThat(sum.toText(Locale.ENGLISH)).isEqualTo("""
                        my-score: 2.25 (sum of)
                          recency score: 2 (band, cut at 30, 90)
                            days since the last purchase: 70
                          fee: 0.25 (unit EUR)""");
        assertThat(sum.toText(Locale.CHINESE)).contains("最近消费得分: 2").contains("合计");
        assertThat(sum.toText(Locale.GERMAN)).isEqualTo(sum.toText(Locale.ENGLISH));
    }

    @Test
    void toText_showsHugeAndTinyNumbersShortly() {
        assertThat(Explanation.fact("x", 1.23456789e300).toText(Locale.ROOT)).isEqualTo("x: 1.23457E+300");
        assertThat(Explanation.fact("x", 1e-300).toText(Locale.ROOT)).isEqualTo("x: 1E-300");
        assertThat(Explanation.fact("x", 1234567).toText(Locale.ROOT)).isEqualTo("x: 1234570");
        assertThat(Explanation.fact("x", -0.0).toText(Locale.ROOT)).isEqualTo("x: 0");
    }

    @Test
    void parts_refuseWhatCannotBe() {
        assertThatThrownBy(() -> Explanation.fact("x", Double.NaN)).hasMessage("value of x must be finite, was NaN");
        assertThatThrownBy(() -> Explanation.fact(" ", 1)).hasMessage("code must not be blank");
        assertThatThrownBy(() -> Explanation.product("x", List.of())).hasMessageContaining("at least one factor");
        assertThatThrownBy(() -> new Explanation.Banded("x", DAYS, List.of(2.0, 1.0), false, false))
                .hasMessage("thresholds must not descend, were [2.0, 1.0]");
        assertThatThrownBy(() -> new Explanation.Choice("x", "max", 1, List.of(DAYS)))
                .hasMessage("chosen must be in [0, 1), was 1");
    }
}
