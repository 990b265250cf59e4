package org.crmkit.lifecycle.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.crmkit.core.time.TimeGrain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that no file of the reference holds, against 30-digit integration: lifetime-oracle.py beside this class's resources. */
class LifetimeOracleTest {

    private static final Percentage EXACT = Percentage.withPercentage(1e-8);

    private static PurchaseModel model(String name, String parameters) {
        double[] p = Arrays.stream(parameters.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        PurchaseModelFamily family = switch (name) {
            case ParetoNbd.NAME -> PurchaseModelFamily.paretoNbd();
            case GgompertzNbd.NAME -> PurchaseModelFamily.ggompertzNbd();
            default -> PurchaseModelFamily.bgBb();
        };
        return family.model(TimeGrain.WEEK, p);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            pareto-nbd,0.5533 10.578 0.6062 11.669,0,39,0.593515170321046863
            pareto-nbd,0.5533 10.578 0.6062 11.669,1,39,0.165589523840664938
            pareto-nbd,0.5533 10.578 0.6062 11.669,5,39,0.021493221049926175
            pareto-nbd,0.5533 10.578 0.6062 11.669,40,39,1.48954789678779265e-6
            pareto-nbd,0.5533 10.578 0.6062 11.669,3,0.001,3.08882369649322559e-13
            pareto-nbd,0.5533 10.578 0.6062 11.669,100,2000,0.000261617802540709354
            pareto-nbd,0.5533 10.578 1 11.669,0,39,0.665210886388113614
            pareto-nbd,0.5533 10.578 1 11.669,1,39,0.153522231455232286
            pareto-nbd,0.5533 10.578 1 11.669,5,39,0.0151356073537469633
            pareto-nbd,0.5533 10.578 1 11.669,40,39,8.6548861040054352e-7
            pareto-nbd,0.5533 10.578 1 11.669,3,0.001,3.08874552203981087e-13
            pareto-nbd,0.5533 10.578 1 11.669,100,2000,0.0000625806155976108039
            pareto-nbd,2.5 49.4 0.6 50.5,0,39,0.324751775180946798
            pareto-nbd,2.5 49.4 0.6 50.5,1,39,0.253739991842855232
            pareto-nbd,2.5 49.4 0.6 50.5,5,39,0.0356558772458582011
            pareto-nbd,2.5 49.4 0.6 50.5,40,39,2.03312608164422405e-13
            pareto-nbd,2.5 49.4 0.6 50.5,3,0.001,5.44297384752028403e-14
            pareto-nbd,2.5 49.4 0.6 50.5,100,2000,0.00099884657231577343
            pareto-nbd,0.05 300 3.5 0.9,0,39,0.999940128444917387
            pareto-nbd,0.05 300 3.5 0.9,1,39,0.0000597487514572288204
            pareto-nbd,0.05 300 3.5 0.9,5,39,1.34949919774253837e-12
            pareto-nbd,0.05 300 3.5 0.9,40,39,7.95712737397866231e-47
            pareto-nbd,0.05 300 3.5 0.9,3,0.001,6.62411294539117188e-19
            pareto-nbd,0.05 300 3.5 0.9,100,2000,1.27776128014713823e-21
            pareto-nbd,60 48 0.6 50,0,39,0.00951484221174837442
            pareto-nbd,60 48 0.6 50,1,39,0.00927704547140609611
            pareto-nbd,60 48 0.6 50,5,39,0.00841598535528912915
            pareto-nbd,60 48 0.6 50,40,39,0.024986188536326391
            pareto-nbd,60 48 0.6 50,3,0.001,3.41526099791297988e-10
            pareto-nbd,60 48 0.6 50,100,2000,0.0020708472467637186
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,0,39,0.724580018443363316
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,1,39,0.168303663377401082
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,5,39,0.00499816117231986265
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,40,39,7.96148483988813305e-14
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,3,0.001,6.25437343354842903e-15
            pareto-nbd,0.5329 38.0598 64.2792 7721.5264,100,2000,1.15542385135305369e-6
            ggompertz-nbd,0.55 10.5 0.02 0.6 0.35,0,39,0.571747736192170429
            ggompertz-nbd,0.55 10.5 0.02 0.6 0.35,1,39,0.171562305795497402
            ggompertz-nbd,0.55 10.5 0.02 0.6 0.35,5,39,0.0230091090986884164
            ggompertz-nbd,0.55 10.5 0.02 0.6 0.35,40,39,1.60025007788238379e-6
            ggompertz-nbd,5 10 0.3 2 40,0,39,0.0822969490833150064
            ggompertz-nbd,5 10 0.3 2 40,1,39,0.113851321624621606
            ggompertz-nbd,5 10 0.3 2 40,5,39,0.0968223927053192292
            ggompertz-nbd,5 10 0.3 2 40,40,39,2.12674484106745772e-6
            bg-bb,1.204 0.750 0.657 2.783,0,5,0.318783328740632074
            bg-bb,1.204 0.750 0.657 2.783,3,5,0.116121299852827491
            bg-bb,1.204 0.750 0.657 2.783,5,5,0.137094443956519243
            bg-bb,1.204 0.750 0.657 2.783,17,60,0.00755880712680980617
            bg-bb,0.1 5 1 30,0,5,0.934408701052595147
            bg-bb,0.1 5 1 30,3,5,0.00374145517910712744
            bg-bb,0.1 5 1 30,5,5,0.000154570271511067686
            bg-bb,0.1 5 1 30,17,60,0.000760449119630785174
            """)
    void probabilityOfCounts(String name, String parameters, int purchases, double time, double expected) {
        assertThat(model(name, parameters).pPurchases(PurchaseHistory.NEW_CUSTOMER, purchases, time))
                .isCloseTo(expected, EXACT);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            pareto-nbd,2.5533 49.435 0.6062 50.526,0.810694578816152011,22.964663181457208
            pareto-nbd,60 48 0.6 50,0.990485157788251849,0.805683428289758583
            ggompertz-nbd,0.55 10.5 0.02 0.6 0.35,0.48288721769563035,17.2357265324215874
            ggompertz-nbd,5 10 0.3 2 40,0.917703050922210974,1.9829992355976929
            """)
    void nextPurchase(String name, String parameters, double ever, double mean) {
        PurchaseModel model = model(name, parameters);
        assertThat(model.pEverAgain(PurchaseHistory.NEW_CUSTOMER)).isCloseTo(ever, EXACT);
        assertThat(model.meanTimeToNextPurchase(PurchaseHistory.NEW_CUSTOMER).orElseThrow())
                .isCloseTo(mean, EXACT);
    }

    @Test
    void discountedPurchases_ggompertz() {
        DiscountRate rate = DiscountRate.ofContinuous(0.0027, TimeGrain.WEEK);
        assertThat(model("ggompertz-nbd", "0.55 10.5 0.02 0.6 0.35")
                        .discountedPurchases(PurchaseHistory.NEW_CUSTOMER, rate))
                .isCloseTo(2.39819235363429782, EXACT);
        assertThat(model("ggompertz-nbd", "5 10 0.3 2 40").discountedPurchases(PurchaseHistory.NEW_CUSTOMER, rate))
                .isCloseTo(4.68565678896382011, EXACT);
    }
}
