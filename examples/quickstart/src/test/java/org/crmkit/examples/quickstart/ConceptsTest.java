package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.Window;
import org.crmkit.segmentation.rfm.RfmModel;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.junit.jupiter.api.Test;

/** Runs the code of {@code docs/concepts.md}. */
class ConceptsTest {

    @Test
    void summariesMerge() {
        ActivityHistory ana = Orders.log().history(CustomerId.of("ana"));
        CustomerSummary nothing = CustomerSummary.empty(ZoneOffset.UTC, Orders.EURO);
        CustomerSummary morning = nothing.plus(ana.get(0)).plus(ana.get(2));
        CustomerSummary evening = nothing.plus(ana.get(1));
        assertThat(morning.merge(evening)).isEqualTo(CustomerSummary.of(ana, ZoneOffset.UTC));
        assertThat(evening.merge(morning)).isEqualTo(morning.merge(evening));
        assertThat(morning.merge(nothing)).isEqualTo(morning);
    }

    @Test
    void strategyFitsAndModelScores() {
        AsOf today = AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneId.of("Europe/Berlin"));
        CustomerBase base = CustomerBase.of(Orders.log(), today);
        RfmModel model = RfmStrategy.standard().fit(base, ScoringContext.at(today));
        Profile ana = base.profile(CustomerId.of("ana")).orElseThrow();
        assertThat(model.scoreAll(base, ScoringContext.at(today)).score(0))
                .isEqualTo(model.score(ana, ScoringContext.at(today)));
        assertThat(model.addTo(base, ScoringContext.at(today)).profile(0).score(model.key()))
                .contains(model.score(ana, ScoringContext.at(today)));
    }

    @Test
    void whoCannotKnowAbstains() {
        AsOf beforeAllOrders = AsOf.endOf(LocalDate.of(2025, 1, 1), ZoneOffset.UTC);
        Profile ana = CustomerBase.of(Orders.log(), beforeAllOrders)
                .profile(CustomerId.of("ana"))
                .orElseThrow();
        Score<Double> silence = new Silence().score(ana, ScoringContext.at(beforeAllOrders));
        assertThat(silence).isEqualTo(Score.abstain(Abstention.NO_PURCHASES));
    }

    @Test
    void windowsAreHalfOpenAndMoneyIsExact() {
        Instant march = Instant.parse("2026-03-01T00:00:00Z");
        Window february = Window.endingAt(march, Duration.ofDays(28));
        assertThat(february.contains(march)).isFalse();
        assertThat(february.abuts(Window.since(march))).isTrue();

        Money bill = Money.parse("EUR 100.00");
        List<Money> thirds = bill.allocate(1, 1, 1);
        assertThat(thirds).extracting(Money::amountMinor).containsExactly(3334L, 3333L, 3333L);
        assertThat(thirds.stream().reduce(Money.zero(Currency.getInstance("EUR")), Money::plus))
                .isEqualTo(bill);
    }

    @Test
    void takingAnActivityTwiceChangesNothing() {
        ActivityLog log = Orders.log();
        assertThat(log.merge(log)).isEqualTo(log);
    }
}
