package org.crmkit.segmentation.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.crmkit.core.condition.Conditions.score;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.time.AsOf;
import org.crmkit.segmentation.band.Banding;
import org.junit.jupiter.api.Test;

/** Conditions ask an RFM score for its cell, as a label, and for its parts, by their codes. */
class RfmConditionTest {
    private static final AsOf AS_OF = AsOf.endOf(LocalDate.of(2024, 3, 1), ZoneOffset.UTC);

    private static CustomerBase scored() {
        List<Activity> purchases = IntStream.range(0, 10)
                .<Activity>mapToObj(i -> Purchase.of(
                        "p" + i,
                        "c" + i,
                        AS_OF.instant().minusSeconds(86_400L * (i + 1)),
                        Money.ofMinor(100L * (10 - i), java.util.Currency.getInstance("EUR"))))
                .toList();
        CustomerBase base =
                CustomerBase.of(ActivityLog.of(purchases, AmountUnit.of(java.util.Currency.getInstance("EUR"))), AS_OF);
        ScoringContext context = ScoringContext.at(AS_OF);
        RfmModel model = RfmStrategy.of(Banding.ntile(5)).fit(base, context);
        return base.withScores(RfmModel.KEY, model.scoreAll(base, context));
    }

    @Test
    void cellAndPart_areAskedOfProfilesAndColumnsAlike() {
        CustomerBase base = scored();
        String best = base.profile(0)
                .score(RfmModel.KEY)
                .orElseThrow()
                .value()
                .orElseThrow()
                .code();
        Condition cell = score("rfm").isOneOf(best);
        Condition recent = score("rfm").part(RfmPart.RECENCY.code()).atLeast(4);
        int ofCell = 0;
        int ofRecent = 0;
        for (int row = 0; row < base.size(); row++) {
            RfmScore score =
                    base.profile(row).score(RfmModel.KEY).orElseThrow().value().orElseThrow();
            assertThat(cell.evaluate(base.profile(row)))
                    .isEqualTo(Truth.of(score.code().equals(best)));
            assertThat(recent.evaluate(base.profile(row))).isEqualTo(Truth.of(score.recency() >= 4));
            assertThat(CompiledCondition.of(cell, base).truth(row)).isEqualTo(cell.evaluate(base.profile(row)));
            assertThat(CompiledCondition.of(recent, base).truth(row)).isEqualTo(recent.evaluate(base.profile(row)));
            ofCell += cell.evaluate(base.profile(row)) == Truth.TRUE ? 1 : 0;
            ofRecent += recent.evaluate(base.profile(row)) == Truth.TRUE ? 1 : 0;
        }
        assertThat(ofCell).isBetween(1, 9);
        assertThat(ofRecent).isEqualTo(4);
    }
}
