package org.crmkit.lifecycle.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.Drift;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.Accuracy;
import org.crmkit.lifecycle.backtest.Backtest;
import org.crmkit.lifecycle.backtest.Contender;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.ClvStrategy;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.ProbabilisticClv;
import org.crmkit.lifecycle.clv.PurchaseScores;
import org.crmkit.lifecycle.contract.ContractModel;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.contract.RenewalCounts;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.junit.jupiter.api.Test;

/** Runs the code of {@code docs/guide/what-is-this-customer-worth.md} and compares what it prints. */
class CustomerWorthGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guide", "what-is-this-customer-worth.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "org", "crmkit", "lifecycle", "guide", "CustomerWorthGuideTest.java");

    private final List<String> printed = new ArrayList<>();

    private void print(String format, Object... values) {
        printed.add(String.format(Locale.ROOT, format, values));
    }

    private static final LocalDate END = LocalDate.of(2025, 12, 31);

    /** The sales of a shop, a line each: order, customer, day, amount; 800 customers who came in the first half of 2024. */
    private static List<String> salesOfAShop() {
        PurchaseModel habits = PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, 0.6, 7, 0.8, 2.5);
        Random random = new Random(42);
        List<String> sales = new ArrayList<>();
        for (int c = 1; c <= 800; c++) {
            long first = LocalDate.of(2024, 1, 1).toEpochDay() + c % 180;
            double usual = 20 * Math.exp(0.6 * random.nextGaussian());
            sales.add(sale(sales.size(), c, first, usual, random));
            double weeks = (END.toEpochDay() - first) / 7.0;
            for (double time : habits.simulate(PurchaseHistory.NEW_CUSTOMER, weeks, random)) {
                sales.add(sale(sales.size(), c, first + (long) (7 * time), usual, random));
            }
        }
        return sales;
    }

    private static String sale(int order, int customer, long day, double usual, Random random) {
        double amount = usual * Math.exp(0.4 * random.nextGaussian());
        return String.format(Locale.ROOT, "%d,%d,%s,%.2f", order, customer, LocalDate.ofEpochDay(day), amount);
    }

    @Test
    void codeOfTheGuideRuns_andPrintsWhatItSays() throws IOException {
        List<String> lines = salesOfAShop();

        AmountUnit cents = AmountUnit.of(Currency.getInstance("EUR"));
        SummaryTable.Builder rows = SummaryTable.builder(AsOf.endOf(END, ZoneOffset.UTC), cents);
        for (String line : lines) {
            String[] sale = line.split(",", -1);
            int who = rows.customer(new CustomerId(sale[1]));
            rows.purchase(who, Long.parseLong(sale[0]), LocalDate.parse(sale[2]).toEpochDay(), cents.parse(sale[3]));
        }
        CustomerBase base = CustomerBase.of(rows.build());

        ScoringContext now = ScoringContext.at(base.asOf());

        ClvTerms year = ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1))
                .withMargin(0.3);
        ProbabilisticClv clv = ClvStrategy.standard(year).fit(base, now);
        ScoreColumn<Double> values = clv.scoreAll(base, now);
        for (int row = 0; row < 3; row++) {
            print("%s %.2f", base.id(row), values.numbers().get(row));
        }

        print("%s, %s", clv.purchases().status(), clv.spend().status());

        Profile customer = base.profile(new CustomerId("17")).orElseThrow();
        if (clv.score(customer, now) instanceof Score.Known<Double> known) {
            print("%s", known.explanation().toText(Locale.ENGLISH));
        }

        print("correlation %.2f", clv.spend().independence().correlation());

        Backtest backtest = Backtest.run(
                base,
                LocalDate.of(2025, 3, 31),
                Target.PURCHASES,
                List.of(new Contender(
                        "mbg-nbd",
                        days -> PurchaseScores.expectedPurchases(
                                PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, Horizon.ahead(days, TimeGrain.DAY)))));
        for (Backtest.Result result : backtest.results()) {
            Accuracy accuracy = result.accuracy();
            print(
                    "%-35s %+5.1f %%  %.3f  %.3f",
                    result.name(),
                    100 * accuracy.bias().orElseThrow(),
                    accuracy.meanAbsoluteError(),
                    accuracy.auc().orElseThrow());
        }

        BuyerState state =
                BuyerState.of(customer.summary(), BuyerState.Returns.NET).orElseThrow();
        int today = (int) LocalDate.of(2026, 1, 9).toEpochDay();
        print("before %.2f", clv.value(state, today).orElseThrow());
        print("after  %.2f", clv.value(state.bought(today, 35.00), today).orElseThrow());

        ScoringModel<Double> next = PurchaseScores.nextPurchase(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, 0.5)
                .fit(base, now);
        ScoringModel<Double> chance = PurchaseScores.chanceOfPurchase(
                        PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, Horizon.ahead(30, TimeGrain.DAY))
                .fit(base, now);
        print(
                "even chance by day %.0f, within 30 days %.2f",
                next.score(customer, now).number().orElseThrow(),
                chance.score(customer, now).number().orElseThrow());

        Drift drift = clv.drift(base, now).orElseThrow();
        print("refit advised: %s, false alarms at most %.0f %%", drift.drifted(), 100 * drift.falseAlarmRate());

        RenewalCounts cohort = RenewalCounts.ofCohort(1000, 631, 468, 382, 326, 289, 262, 241);
        ContractModel members =
                ContractStrategy.shiftedBetaGeometric().fit(cohort).usableModel();
        print(
                "stay a year %.1f %%, an eighth %.1f %%; worth %.2f periods now, %.2f after seven",
                100 * members.retention(1),
                100 * members.retention(8),
                members.discountedLifetime(0.1),
                members.discountedResidualLifetime(8, 0.1));

        assertGuideShowsTheCodeAndItsOutput();
    }

    private void assertGuideShowsTheCodeAndItsOutput() throws IOException {
        String guide = Files.readString(GUIDE);
        String source = squeezed(Files.readString(SOURCE));
        for (String code : blocks(guide, "java")) {
            assertThat(source).contains(squeezed(code));
        }
        assertThat(String.join("\n", blocks(guide, "text"))).isEqualTo(String.join("\n", printed));
    }

    private static List<String> blocks(String guide, String language) {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(guide)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
