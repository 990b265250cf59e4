package org.crmkit.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final Instant START = Instant.parse("2024-02-28T12:00:00Z");
    private static final Instant END = Instant.parse("2024-03-01T12:00:00Z");
    private static final Window WINDOW = Window.of(START, END);

    @Test
    void contains_startInsideEndOutside() {
        assertThat(WINDOW.contains(START)).isTrue();
        assertThat(WINDOW.contains(START.minusNanos(1))).isFalse();
        assertThat(WINDOW.contains(END.minusNanos(1))).isTrue();
        assertThat(WINDOW.contains(END)).isFalse();
    }

    @Test
    void new_endBeforeStart_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(END, START))
                .withMessage("to must not be before from, was from=2024-03-01T12:00:00Z, to=2024-02-28T12:00:00Z");
    }

    /** Hours relative to noon; a window against [0, 10). */
    @ParameterizedTest
    @CsvSource(textBlock = """
            -5, 0,  false, true,  false
            -5, 1,  true,  false, false
            0,  10, true,  false, true
            3,  4,  true,  false, true
            9,  12, true,  false, false
            10, 12, false, true,  false
            11, 12, false, false, false
            5,  5,  false, false, true
            0,  0,  false, true,  true
            """)
    void overlaps_abuts_encloses(int from, int to, boolean overlaps, boolean abuts, boolean encloses) {
        Window window = Window.startingAt(START, Duration.ofHours(10));
        Window other = Window.of(START.plus(Duration.ofHours(from)), START.plus(Duration.ofHours(to)));
        assertThat(window.overlaps(other)).isEqualTo(overlaps);
        assertThat(other.overlaps(window)).isEqualTo(overlaps);
        assertThat(window.abuts(other)).isEqualTo(abuts);
        assertThat(window.encloses(other)).isEqualTo(encloses);
        assertThat(window.intersection(other).isPresent()).isEqualTo(overlaps);
    }

    @Test
    void endingAt_countsBackOverALeapDay() {
        assertThat(Window.endingAt(END, Duration.ofDays(2))).isEqualTo(WINDOW);
        assertThat(WINDOW.duration()).isEqualTo(Duration.ofDays(2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Window.endingAt(END, Duration.ofDays(-1)))
                .withMessage("length must be at least zero, was PT-24H");
    }

    @Test
    void splitAt_givesNeighbors() {
        Instant at = Instant.parse("2024-02-29T00:00:00Z");
        assertThat(WINDOW.splitAt(at)).containsExactly(Window.of(START, at), Window.of(at, END));
        assertThat(WINDOW.splitAt(END).get(1).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> WINDOW.splitAt(END.plusNanos(1)));
    }

    @Test
    void openEnded_windowsWork() {
        assertThat(Window.ALWAYS.contains(Instant.MIN)).isTrue();
        assertThat(Window.ALWAYS.duration()).isPositive();
        assertThat(Window.since(START).isOpenEnded()).isTrue();
        assertThat(Window.since(START).intersection(WINDOW)).contains(WINDOW);
    }
}
