package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.Score;
import org.crmkit.core.strategy.Combined;
import org.crmkit.core.strategy.Scorecard;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.tck.Populations;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.backtest.NaiveRate;
import org.crmkit.lifecycle.backtest.Target;
import org.crmkit.lifecycle.clv.ClvStrategy;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.MarkovClv;
import org.crmkit.lifecycle.clv.PurchaseScores;
import org.crmkit.lifecycle.contract.ContractStrategy;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.crmkit.segmentation.band.Banding;
import org.crmkit.segmentation.rfm.RfmStrategy;
import org.crmkit.segmentation.rfm.RfmTables;
import org.crmkit.segmentation.rfm.RfmVariant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the library's own strategies say about a score, they say in words, in English and in Chinese. */
class ExplanationTextsTest {

    /** Names that a host gives to its scores are shown as they are. */
    private static final Set<String> NAMES_OF_THE_HOST = Set.of("card", "first", "best", "least", "kept");

    private static final AsOf TODAY = AsOf.endOf(LocalDate.of(2026, 3, 31), ZoneOffset.UTC);
    private static final ScoringContext CONTEXT = ScoringContext.at(TODAY);
    private static final CustomerBase BASE = base();
    private static final DiscountRate RATE = new DiscountRate(0.1);

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyPartOfEveryExplanationHasAText(String language) {
        Locale locale = Locale.forLanguageTag(language);
        Set<String> untold = new TreeSet<>();
        for (ScoringModel<?> model : models()) {
            int known = 0;
            for (int row = 0; row < BASE.size(); row++) {
                if (model.score(BASE.profile(row), CONTEXT) instanceof Score.Known<?> score) {
                    known++;
                    addUntold(score.explanation(), locale, untold);
                }
            }
            assertThat(known).as(model.key().name()).isPositive();
            // A scorecard weighs its parts under their names.
            addUntold(Explanation.fact(model.key().name(), 1), locale, untold);
        }
        assertThat(untold).isEmpty();
    }

    /** Models that nobody added above are found by what their sources say. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyCodeInTheSourcesHasAText(String language) throws IOException {
        Pattern code =
                Pattern.compile("(?:fact|sum|product|Fact|Sum|Product|Weighted|Choice|Banded)\\(\\s*\"([^\"]+)\"");
        Set<String> codes = new TreeSet<>();
        for (String module : List.of("crm-core", "crm-segmentation", "crm-loyalty", "crm-lifecycle")) {
            try (Stream<Path> files = Files.walk(Path.of("..", "..", module, "src", "main", "java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    Matcher found = code.matcher(Files.readString(file));
                    while (found.find()) {
                        codes.add(found.group(1));
                    }
                }
            }
        }
        codes.removeIf(word -> word.startsWith("analysis")); // of profiles that only the analysis of conditions sees
        Set<String> untold = new TreeSet<>();
        codes.forEach(word -> addUntold(Explanation.fact(word, 1), Locale.forLanguageTag(language), untold));
        assertThat(codes).contains("rfm", "clv.simple", "naive.horizon-days");
        assertThat(untold).isEmpty();
    }

    @Test
    void aPartOfAName_isToldWithTheName() {
        assertThat(Explanation.fact("health.share", 0.5).toText(Locale.ENGLISH))
                .isEqualTo("health, as a share of its scale: 0.5");
        assertThat(Explanation.fact("rfm.share", 0.5).toText(Locale.CHINESE)).isEqualTo("RFM得分（占其尺度的比例）: 0.5");
        assertThat(Explanation.fact("my.own-code", 1).toText(Locale.ENGLISH)).isEqualTo("my.own-code: 1");
    }

    private static List<ScoringModel<?>> models() {
        ScoringStrategy<?> rfm = RfmStrategy.standard();
        ScoringStrategy<?> alive = PurchaseScores.pAlive(PurchaseModelFamily.bgNbd(), TimeGrain.WEEK);
        ScoringStrategy<?> spent = ClvStrategy.historical(0.25);
        List<ScoringStrategy<?>> strategies = List.of(
                rfm,
                RfmStrategy.of(Banding.ntile(5)),
                RfmStrategy.builder(RfmVariant.LRFM).build(),
                RfmStrategy.builder(RfmVariant.RFMT).nested().build(),
                RfmStrategy.standard().fit(BASE, CONTEXT).named(RfmTables.RF_GRID_10),
                alive,
                PurchaseScores.expectedPurchases(
                        PurchaseModelFamily.bgNbd(), TimeGrain.WEEK, Horizon.ahead(26, TimeGrain.WEEK)),
                clv(Horizon.ahead(12, TimeGrain.MONTH)),
                clv(Horizon.ENDLESS),
                spent,
                ClvStrategy.simple(0.25, RATE),
                ClvStrategy.markov(new MarkovClv.Plan(30, 4, 0.3, 1.5, RATE, 1)),
                ClvStrategy.contractual(
                        ContractStrategy.shiftedBetaGeometric(), Horizon.ahead(1, TimeGrain.MONTH), 0.4, RATE),
                new NaiveRate(182, false, Target.PURCHASES),
                new NaiveRate(182, true, Target.PURCHASES),
                new NaiveRate(182, false, Target.SPEND),
                new NaiveRate(182, true, Target.SPEND),
                new NaiveRate(182, false, Target.ANY_PURCHASE),
                new NaiveRate(182, true, Target.ANY_PURCHASE),
                Scorecard.named("card").add(2, rfm).add(1, alive).build(),
                Combined.firstKnown("first", rfm, alive),
                Combined.largest("best", rfm, alive),
                Combined.smallest("least", rfm, alive),
                Combined.clamped("kept", 20, 40, spent));
        List<ScoringModel<?>> models = new ArrayList<>();
        strategies.forEach(strategy -> models.add(strategy.fit(BASE, CONTEXT)));
        return models;
    }

    private static ScoringStrategy<?> clv(Horizon horizon) {
        return ClvStrategy.probabilistic(
                PurchaseModelFamily.bgNbd(), TimeGrain.WEEK, SpendStrategy.gammaGamma(), ClvTerms.of(horizon, RATE));
    }

    private static void addUntold(Explanation part, Locale locale, Set<String> untold) {
        addIfUntold(part.code(), locale, untold);
        if (part instanceof Explanation.Fact fact) {
            fact.inputs().keySet().forEach(name -> addIfUntoldInput(name, locale, untold));
        }
        if (part instanceof Explanation.Choice choice && choice.toText(locale).contains("(" + choice.rule() + ")")) {
            untold.add("how.choice." + choice.rule());
        }
        part.parts().forEach(child -> addUntold(child, locale, untold));
    }

    /** A code without a text of its own is shown as it is, and one without a Chinese text in English. */
    private static void addIfUntold(String code, Locale locale, Set<String> untold) {
        String name = code.contains(".") ? code.substring(0, code.lastIndexOf('.')) : code;
        Explanation word = Explanation.fact(code, 1);
        String told = word.toText(locale);
        boolean isLeftOver =
                told.equals(code + ": 1") || !locale.equals(Locale.ENGLISH) && told.equals(word.toText(Locale.ENGLISH));
        if (isLeftOver && !NAMES_OF_THE_HOST.contains(name)) {
            untold.add(code);
        }
    }

    private static void addIfUntoldInput(String name, Locale locale, Set<String> untold) {
        Explanation fact = new Explanation.Fact("fact", 1, Map.of(name, "1"));
        String told = fact.toText(locale);
        if (told.equals("fact: 1 (" + name + " 1)")
                || !locale.equals(Locale.ENGLISH) && told.equals(fact.toText(Locale.ENGLISH))) {
            untold.add("input." + name);
        }
    }

    /** Three hundred customers who come as often as a law says, and one who never bought. */
    private static CustomerBase base() {
        Random random = new Random(5);
        AmountUnit unit = Populations.CENTS;
        List<Activity> purchases = new ArrayList<>();
        for (int customer = 0; customer < 300; customer++) {
            double gap = 10 + 60 * random.nextDouble();
            double stay = -Math.log(random.nextDouble()) * 300;
            for (double day = 80 * random.nextDouble(); day < stay && day < 365; day += gap * 2 * random.nextDouble()) {
                purchases.add(Purchase.of(
                        "p" + purchases.size(),
                        "c" + customer,
                        TODAY.instant().minusSeconds((long) (86_400 * (366 - day))),
                        Money.ofMinor(500 + 10L * customer + random.nextInt(1000), Populations.EUR)));
            }
        }
        return CustomerBase.of(ActivityLog.of(purchases, unit), TODAY);
    }
}
