package org.crmkit.lifecycle.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.PurchaseDays;
import org.crmkit.core.tck.ScoringModelContract;
import org.crmkit.lifecycle.backtest.Accuracy;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.CdnowBase;

/** A forecast of one's own: it runs the contract, and a backtest judges it beside the rules of thumb. */
class OwnForecastContractTest implements ScoringModelContract<Double> {

    /** Who bought twice or more goes on at the pace of the gaps; of others nothing is known. */
    record PaceOfGaps(double days) implements ScoringModel<Double> {

        @Override
        public ScoreKey<Double> key() {
            return ScoreKey.number("pace-of-gaps");
        }

        @Override
        public Score<Double> score(Profile profile, ScoringContext context) {
            PurchaseDays bought = profile.summary().purchaseDays();
            if (bought.size() < 2) {
                return Score.abstain(new Abstention("one-purchase", "the pace shows from the second purchase on"));
            }
            double span = bought.epochDay(bought.size() - 1) - bought.epochDay(0);
            Explanation why = Explanation.product(
                    "pace-of-gaps",
                    List.of(Explanation.fact("per-day", (bought.size() - 1) / span), Explanation.fact("days", days)));
            return Score.of(why.value(), Scale.amount("purchase"), why);
        }
    }

    @Override
    public ScoringModel<Double> model() {
        return new PaceOfGaps(182);
    }

    /** Whom it leaves out is counted, with what they bought, so that silence does not look like skill. */
    @Example
    void takesPartInABacktest() {
        Backtest backtest = Backtest.run(
                CdnowBase.cdnow(CdnowBase.CDNOW_END),
                CdnowBase.CDNOW_CALIBRATION,
                Target.PURCHASES,
                List.of(new Contender("pace", PaceOfGaps::new)));
        Accuracy pace = backtest.result("pace").accuracy();
        Accuracy all = backtest.result("own rate").accuracy();
        assertThat(pace.scored()).isEqualTo(946);
        assertThat(pace.scored() + pace.abstained()).isEqualTo(2357);
        assertThat(pace.actual() + pace.actualOfAbstained()).isEqualTo(all.actual());
    }
}
