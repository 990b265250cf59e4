package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases {@code markov-*} of reference/lifecycle/cases.json. */
class MarkovChainTest {

    private static final MarkovChain PFEIFER_CARRAWAY =
            MarkovChain.of(List.of("1", "2", "3", "4", "gone"), new double[][] {
                {0.3, 0.7, 0, 0, 0}, {0.2, 0, 0.8, 0, 0}, {0.15, 0, 0, 0.85, 0}, {0.05, 0, 0, 0, 0.95}, {0, 0, 0, 0, 1}
            });
    private static final double[] REWARD = {36, -4, -4, -4, 0};

    /** Pfeifer and Carraway (2000): contribution 40, remarketing 4, d = 20 %. */
    @Test
    void value_ofThePaper() {
        assertThat(PFEIFER_CARRAWAY.value(REWARD, 0.2, 4))
                .containsExactly(
                        new double[] {50.11496913580246, 4.219907407407407, 0.5921103395061724, -1.9801311728395066, 0.0
                        },
                        within(1e-9));
        assertThat(PFEIFER_CARRAWAY.value(REWARD, 0.2))
                .containsExactly(
                        new double[] {
                            52.319609438567944, 5.553783563873068, 1.2507729861676158, -1.8200162733930025, 0.0
                        },
                        within(1e-9));
    }

    @Test
    void longHorizon_tendsToTheInfiniteValue() {
        assertThat(PFEIFER_CARRAWAY.value(REWARD, 0.2, 400))
                .containsExactly(PFEIFER_CARRAWAY.value(REWARD, 0.2), within(1e-9));
    }

    @Test
    void value_isLinearInTheContributions() {
        double[] doubled = Arrays.stream(REWARD).map(r -> 2 * r).toArray();
        double[] value = PFEIFER_CARRAWAY.value(REWARD, 0.1);
        assertThat(PFEIFER_CARRAWAY.value(doubled, 0.1))
                .containsExactly(Arrays.stream(value).map(v -> 2 * v).toArray(), within(1e-9));
    }

    @Test
    void absorbing_byHand() {
        MarkovChain chain = MarkovChain.of(
                List.of("active", "at risk", "gone"), new double[][] {{0.5, 0.3, 0.2}, {0.2, 0.4, 0.4}, {0, 0, 1}});
        assertThat(chain.fundamentalMatrix()[0]).containsExactly(new double[] {2.5, 1.25}, within(1e-10));
        assertThat(chain.fundamentalMatrix()[1])
                .containsExactly(new double[] {0.8333333333333334, 2.0833333333333335}, within(1e-10));
        assertThat(chain.expectedPeriodsToAbsorption())
                .containsExactly(new double[] {3.75, 2.916666666666667}, within(1e-10));
        assertThat(chain.absorptionProbabilities()[0]).containsExactly(new double[] {1}, within(1e-10));
        assertThat(chain.absorptionProbabilities()[1]).containsExactly(new double[] {1}, within(1e-10));
    }

    /** R package markovchain 0.9.1, markovchainFit. */
    @Test
    void fit_toOneSequence() {
        List<String> sequence = List.of("AABACCBBAAACBCCCABBCAABCCBAAAB".split(""));
        MarkovChain plain = MarkovChain.fit(List.of(sequence), 0);
        assertThat(plain.states()).containsExactly("A", "B", "C");
        assertRows(plain, new double[][] {
            {0.5, 0.333333333333333, 0.166666666666667},
            {0.375, 0.25, 0.375},
            {0.222222222222222, 0.333333333333333, 0.444444444444444}
        });
        assertRows(MarkovChain.fit(List.of(sequence), 1), new double[][] {
            {0.466666666666667, 0.333333333333333, 0.2},
            {0.363636363636364, 0.272727272727273, 0.363636363636364},
            {0.25, 0.333333333333333, 0.416666666666667}
        });
        assertThat(plain.steadyState())
                .containsExactly(new double[] {0.372781065088758, 0.307692307692308, 0.319526627218935}, within(1e-10));
    }

    private static void assertRows(MarkovChain chain, double[][] expected) {
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected.length; j++) {
                assertThat(chain.probability(i, j)).isCloseTo(expected[i][j], within(1e-10));
            }
        }
    }

    @Test
    void stateThatNobodyLeft_keepsItsCustomers() {
        MarkovChain chain = MarkovChain.fit(List.of(List.of("a", "b")), 0);
        assertThat(chain.probability(
                        chain.indexOf("b").getAsInt(), chain.indexOf("b").getAsInt()))
                .isEqualTo(1);
        assertThat(chain.indexOf("c")).isEmpty();
        assertThat(chain).isEqualTo(MarkovChain.of(List.of("a", "b"), new double[][] {{0, 1}, {0, 1}}));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> MarkovChain.of(List.of("a"), new double[][] {{0.5}}))
                .hasMessage("row of a must add up to 1, was 0.5");
        assertThatThrownBy(() -> MarkovChain.of(List.of("a", "a"), new double[2][2]))
                .hasMessage("states must be all different, were [a, a]");
        assertThatThrownBy(() -> MarkovChain.of(List.of("a"), new double[][] {{Double.NaN}}))
                .hasMessage("row of a must hold values in [0, 1], held NaN");
        assertThatThrownBy(() -> PFEIFER_CARRAWAY.value(new double[] {1}, 0.1))
                .hasMessage("contributions must have length 5, had 1");
        assertThatThrownBy(() -> PFEIFER_CARRAWAY.value(REWARD, 0))
                .hasMessage("discountRatePerPeriod must be finite and above 0, was 0.0");
        assertThatThrownBy(() -> MarkovChain.of(List.of("a", "b"), new double[][] {{0, 1}, {1, 0}})
                        .fundamentalMatrix())
                .hasMessage("an absorbing state must be reachable from every state of [a, b]");
    }
}
