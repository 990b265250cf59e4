package org.crmkit.examples.benchmarks;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.clv.ClvStrategy;
import org.crmkit.lifecycle.clv.ClvTerms;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.clv.ProbabilisticClv;
import org.crmkit.lifecycle.purchase.BuyerState;
import org.crmkit.lifecycle.purchase.Buyers;
import org.crmkit.lifecycle.purchase.DiscountRate;
import org.crmkit.lifecycle.purchase.PurchaseHistory;
import org.crmkit.lifecycle.purchase.PurchaseModel;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.spend.SpendFit;
import org.crmkit.lifecycle.spend.SpendSample;
import org.crmkit.lifecycle.spend.SpendStrategy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Lifetime value: one customer after an event, a whole population, and the fit of spend. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ClvBenchmark {

    private static final long SEED = 20_260_101;

    private static final int WEEKS = 78;

    private static final int CENTS_IN_UNIT = 100;

    /** How many customers there are. */
    @Param("100000")
    public int customers;

    private CustomerBase base;
    private ScoringContext context;
    private ProbabilisticClv clv;
    private BuyerState[] states;
    private SpendSample sample;
    private int lastDay;
    private int next;

    /** Draws a population with the habits of CDNOW's customers and fits it. */
    @Setup(Level.Trial)
    public void load() {
        PurchaseModel habits = PurchaseModelFamily.mbgNbd().model(TimeGrain.WEEK, 0.525, 6.183, 0.891, 1.614);
        Random random = new Random(SEED);
        lastDay = 20_000;
        AsOf asOf = AsOf.endOf(LocalDate.ofEpochDay(lastDay), ZoneOffset.UTC);
        SummaryTable.Builder rows = SummaryTable.builder(asOf, AmountUnit.plain(2));
        for (int i = 0; i < customers; i++) {
            int customer = rows.customer(new CustomerId("c" + i));
            int first = lastDay - 7 * WEEKS + random.nextInt(84);
            double usual = 35 * Math.exp(0.6 * random.nextGaussian());
            rows.purchase(customer, 0, first, Math.round(CENTS_IN_UNIT * usual));
            long order = 1;
            for (double time : habits.simulate(PurchaseHistory.NEW_CUSTOMER, (lastDay - first) / 7.0, random)) {
                rows.purchase(customer, order++, first + (long) (7 * time), Math.round(CENTS_IN_UNIT * usual));
            }
        }
        base = CustomerBase.of(rows.build());
        context = ScoringContext.at(base.asOf());
        ClvTerms terms = ClvTerms.of(Horizon.ahead(52, TimeGrain.WEEK), new DiscountRate(0.1));
        clv = ClvStrategy.probabilistic(PurchaseModelFamily.mbgNbd(), TimeGrain.WEEK, SpendStrategy.gammaGamma(), terms)
                .fit(base, context);
        Buyers buyers = Buyers.of(base.summaries(), TimeGrain.WEEK, BuyerState.Returns.NET);
        sample = SpendSample.of(buyers.repeatPurchases(), buyers.meanRepeatSpends());
        states = new BuyerState[buyers.size()];
        for (int i = 0; i < states.length; i++) {
            states[i] = buyers.state(i);
        }
    }

    /** Takes in a purchase of one customer and returns the new lifetime value. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public double eventToScore() {
        next = next + 1 == states.length ? 0 : next + 1;
        return clv.value(states[next].bought(lastDay + 1, 35), lastDay + 8).orElseThrow();
    }

    /** Returns the lifetime values of all customers. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public Object scoreAll() {
        return clv.scoreAll(base, context);
    }

    /** Returns the fitted Gamma-Gamma model. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public SpendFit fitGammaGamma() {
        return SpendStrategy.gammaGamma().fit(sample);
    }
}
