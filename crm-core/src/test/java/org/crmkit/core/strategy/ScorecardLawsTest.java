package org.crmkit.core.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.tck.Populations;

class ScorecardLawsTest {
    @Provide
    Arbitrary<CustomerBase> populations() {
        return Populations.bases();
    }

    @Property(tries = 100)
    void scaleOfTheWeightsDoesNotMatter(
            @ForAll("populations") CustomerBase base, @ForAll @DoubleRange(min = 0.01, max = 100) double factor) {
        compare(base, card(2, 3), card(2 * factor, 3 * factor), 1e-9);
    }

    @Property(tries = 100)
    void resultLiesBetweenItsParts(@ForAll("populations") CustomerBase base) {
        ScoringModel<Double> card = card(2, 3).fit(base, at(base));
        ScoringModel<Double> first = card(1, 1e-12).fit(base, at(base));
        ScoringModel<Double> second = card(1e-12, 1).fit(base, at(base));
        for (int row = 0; row < base.size(); row++) {
            double a = number(first, base, row);
            double b = number(second, base, row);
            assertThat(number(card, base, row)).isBetween(Math.min(a, b) - 1e-9, Math.max(a, b) + 1e-9);
        }
    }

    private static void compare(CustomerBase base, Scorecard a, Scorecard b, double tolerance) {
        ScoringModel<Double> x = a.fit(base, at(base));
        ScoringModel<Double> y = b.fit(base, at(base));
        for (int row = 0; row < base.size(); row++) {
            assertThat(number(x, base, row)).isCloseTo(number(y, base, row), Offset.offset(tolerance));
        }
    }

    private static double number(ScoringModel<Double> model, CustomerBase base, int row) {
        return model.score(base.profile(row), at(base)).number().orElseThrow();
    }

    private static Scorecard card(double silence, double refunds) {
        return Scorecard.named("card")
                .add(silence, new TestModels.Silence())
                .add(refunds, TestModels.boundedRefunds())
                .whenAbstained(WhenAbstained.WORST)
                .build();
    }

    private static ScoringContext at(CustomerBase base) {
        return ScoringContext.at(base.asOf());
    }
}
