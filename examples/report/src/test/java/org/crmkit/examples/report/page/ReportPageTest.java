package org.crmkit.examples.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReportPageTest {

    @Test
    void escape_leavesNoMarkup() {
        assertThat(Html.escape("<img src=x onerror=\"a\">&")).isEqualTo("&lt;img src=x onerror=&quot;a&quot;&gt;&amp;");
    }

    @Test
    void inScript_cannotEndTheElement() {
        assertThat(Html.inScript("a = '</script><!-- x'")).isEqualTo("a = '<\\/script><\\!-- x'");
    }

    @Test
    void jsonInScript_cannotEndTheElementAndStaysJson() throws IOException {
        String json = Html.jsonInScript("{\"id\":\"</script><!-- x\"}");
        assertThat(json).doesNotContain("<");
        assertThat(new ObjectMapper().readTree(json).get("id").asText()).isEqualTo("</script><!-- x");
    }

    @Test
    void gini_isZeroForEqualAndNearOneForOneBuyer() {
        assertThat(MoneyFigures.gini(new double[] {5, 5, 5, 5})).isZero();
        assertThat(MoneyFigures.gini(new double[] {0, 0, 0, 100})).isEqualTo(0.75);
        assertThat(MoneyFigures.gini(new double[] {1, 2, 3, 4})).isEqualTo(0.25);
        assertThat(MoneyFigures.gini(new double[] {0, 0})).isZero();
    }

    @Test
    void words_readLikeASegment() {
        assertThat(RfmFigures.words("cant_lose")).isEqualTo("Can't lose");
        assertThat(RfmFigures.words("potential_loyalists")).isEqualTo("Potential loyalists");
        assertThat(RfmFigures.words("At Risk")).isEqualTo("At Risk");
    }

    @Test
    void percent_showsADecimalOnlyBelowTen() {
        assertThat(Numbers.percent(0.0349)).isEqualTo("3.5 %");
        assertThat(Numbers.percent(0.349)).isEqualTo("35 %");
        assertThat(Numbers.percent(0)).isEqualTo("0 %");
        assertThat(Numbers.percent(0.0004)).isEqualTo("< 0.1 %");
        assertThat(Numbers.percent(1)).isEqualTo("100 %");
    }
}
