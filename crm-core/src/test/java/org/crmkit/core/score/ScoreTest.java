package org.crmkit.core.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.explain.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreTest {
    private static final Scale FIVE = Scale.oneTo(5);

    @Test
    void known_carriesValueNumberAndReason() {
        Score<String> score = Score.of("gold", 4, FIVE, Explanation.fact("tier", 4));
        assertThat(score.value()).contains("gold");
        assertThat(score.number()).hasValue(4);
        assertThat(score.isKnown()).isTrue();
    }

    @Test
    void abstained_isAResult() {
        Score<String> score = Score.abstain(Abstention.missingAttribute("age"));
        assertThat(score.value()).isEmpty();
        assertThat(score.number()).isEmpty();
        assertThat(score.isKnown()).isFalse();
        assertThat(score).isEqualTo(Score.abstain(new Abstention("missing-attribute", "age")));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void known_notFinite_isRefused(double number) {
        assertThatThrownBy(() -> Score.of("x", number, FIVE, Explanation.fact("x", 1)))
                .hasMessage("points must be finite, was " + number + "; a score that is not known abstains");
    }

    @Test
    void known_offScaleOrUnexplained_isRefused() {
        assertThatThrownBy(() -> Score.of(6, FIVE, Explanation.fact("x", 6)))
                .hasMessage("points must be in [1.0, 5.0], was 6.0");
        assertThatThrownBy(() -> Score.of(4, FIVE, Explanation.fact("x", 5)))
                .hasMessage("explanation must have the value 4.0, was 5.0");
    }

    @Test
    void column_agreesWithItsScores() {
        ScoreColumn<Double> column = ScoreColumn.of(
                List.of(Score.of(2, FIVE, Explanation.fact("x", 2)), Score.abstain(Abstention.NO_PURCHASES)));
        assertThat(column.numbers()).isEqualTo(DoubleColumn.copyOf(2, Double.NaN));
        assertThat(column.isKnown(0)).isTrue();
        assertThat(column.isKnown(1)).isFalse();
        assertThat(column.abstained()).isEqualTo(1);
        assertThatThrownBy(() -> column.score(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void scales_sayWhatTheyMean() {
        assertThat(Scale.probability(Scale.Direction.LOWER_IS_BETTER).contains(Double.NaN))
                .isFalse();
        assertThat(Scale.amount("EUR").isBounded()).isFalse();
        assertThat(FIVE.isBounded()).isTrue();
        assertThatThrownBy(() -> new Scale(1, 1, Scale.Direction.NEUTRAL, ""))
                .hasMessage("low must be below high, was low=1.0, high=1.0");
        assertThatThrownBy(() -> new Scale(Double.NaN, 1, Scale.Direction.NEUTRAL, ""))
                .hasMessageContaining("low=NaN");
        assertThatThrownBy(() -> ScoreKey.number("My Score")).hasMessageContaining("was 'My Score'");
    }
}
