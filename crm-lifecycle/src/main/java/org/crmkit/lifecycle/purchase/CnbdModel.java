package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.internal.math.BetaExpectation;
import org.crmkit.lifecycle.internal.math.GammaExpectation;
import org.crmkit.lifecycle.internal.math.GammaRatios;
import org.crmkit.lifecycle.internal.math.GaussLegendre;

/**
 * BG/CNBD-k and MBG/CNBD-k (Platzer and Reutterer 2016; Reutterer, Platzer and Schroeder 2021): like BG/NBD and MBG/NBD, with regular purchases.
 *
 * <p>A purchase is each k-th event of a hidden Poisson process, so gaps are Erlang-k: the larger k, the more even they are (refills). A silence of e since the
 * last purchase hides j = 0..k-1 events, with probabilities {@code omega_j} in proportion to {@code (R)_j/j! w^j}, {@code R = r+k x},
 * {@code w = (T-t_x)/(alpha+T)}; given j, lambda is gamma (R+j, alpha+T). The literature has no expectation given a history in closed form
 * (BTYDplus rescales that of BG/NBD); here it is the exact sum over hidden events.
 */
final class CnbdModel extends ContinuousModel {

    static final String BG = "bg-cnbd";
    static final String MBG = "mbg-cnbd";
    static final List<String> NAMES = List.of("r", "alpha", "a", "b", "k");
    static final int MAX_K = 100;

    private final double r;
    private final double alpha;
    private final double a;
    private final double b;
    private final int k;
    private final int m;

    CnbdModel(TimeGrain grain, boolean modified, double r, double alpha, double a, double b, int k) {
        super(grain);
        this.r = Checks.positive(r, "r");
        this.alpha = Checks.positive(alpha, "alpha");
        this.a = Checks.positive(a, "a");
        this.b = Checks.positive(b, "b");
        checkArgument(k >= 1 && k <= MAX_K, "k must be in [1, 100], was %s", k);
        this.k = k;
        this.m = modified ? 1 : 0;
    }

    @Override
    public String name() {
        return m == 1 ? MBG : BG;
    }

    @Override
    public PurchaseParameters parameters() {
        return PurchaseParameters.of(NAMES, r, alpha, a, b, k);
    }

    @Override
    public double logLikelihood(PurchaseHistory h) {
        checkArgument(
                k == 1 || h.sumLogGaps().isPresent(),
                "sumLogGaps must be known for k=%s: a regular buyer shows in the gaps",
                k);
        return withoutGaps(h) + (k == 1 ? 0 : (k - 1) * h.sumLogGaps().getAsDouble());
    }

    @Override
    public double logLikelihood(PurchasePatterns patterns) {
        checkArgument(
                patterns.grain() == grain(), "patterns must be in units of %s, were in %s", grain(), patterns.grain());
        checkArgument(
                k == 1 || patterns.sumLogGaps().isPresent(),
                "patterns must hold the gaps for k=%s: add rows with sumLogGaps",
                k);
        double sum = k == 1 ? 0 : (k - 1) * patterns.sumLogGaps().getAsDouble();
        for (int i = 0; i < patterns.size(); i++) {
            sum += patterns.count(i) * withoutGaps(patterns.history(i));
        }
        return sum;
    }

    private double withoutGaps(PurchaseHistory h) {
        int x = h.repeatPurchases();
        int events = Math.multiplyExact(k, x);
        double gamma =
                GammaRatios.logRising(r, events) - r * Math.log1p(h.age() / alpha) - events * Math.log(alpha + h.age());
        double odds = logOddsOfDeath(h);
        return gamma
                - x * LogGamma.value(k)
                + ErlangTail.log(k, shape(h), silence(h))
                + GammaRatios.logSurvived(a, b, x + m)
                + Math.max(odds, 0)
                + Math.log1p(Math.exp(-Math.abs(odds)));
    }

    private double logOddsOfDeath(PurchaseHistory h) {
        int x = h.repeatPurchases();
        return x + m == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a / (b + x + m - 1))
                        + shape(h) * Math.log1p((h.age() - h.recency()) / (alpha + h.recency()))
                        - ErlangTail.log(k, shape(h), silence(h));
    }

    @Override
    public double pAlive(PurchaseHistory h) {
        return Checks.logistic(-logOddsOfDeath(h));
    }

    @Override
    double pDead(PurchaseHistory h) {
        return Checks.logistic(logOddsOfDeath(h));
    }

    @Override
    public double pEverAgain(PurchaseHistory h) {
        return pAlive(h);
    }

    /** Probabilities of the hidden events since the last purchase. */
    private double[] phases(PurchaseHistory h) {
        double[] omega = new double[k];
        fillPhases(h.repeatPurchases(), h.recency(), h.age(), omega);
        return omega;
    }

    private void fillPhases(int x, double recency, double age, double[] omega) {
        double shape = r + (double) k * x;
        double silence = (age - recency) / (alpha + age);
        double term = 1;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            omega[j] = term;
            sum += term;
            term *= silence * (shape + j) / (j + 1);
        }
        for (int j = 0; j < k; j++) {
            omega[j] /= sum;
        }
    }

    private HiddenEvents events(PurchaseHistory h, int j) {
        return new HiddenEvents(shape(h) + j, rate(h), a, survived(h), k, j);
    }

    @Override
    double aliveAfter(PurchaseHistory h, double time) {
        return time == 0 ? 1 : mixed(h, (j, events) -> events.alive(time));
    }

    @Override
    double alivePurchases(PurchaseHistory h, double from, double to) {
        double purchases = purchases(h, to);
        if (from == 0) {
            return purchases;
        }
        double difference = purchases - purchases(h, from);
        if (difference > 0.01 * purchases || events(h, 0).tooMany(to) || to > 1.5 * (from + rate(h))) {
            return Math.max(0, difference);
        }
        return GaussLegendre.SIXTEEN.integrate(u -> mixed(h, (j, events) -> events.density(u)), from, to);
    }

    private double purchases(PurchaseHistory h, double time) {
        return mixed(h, (j, events) -> events.purchases(time));
    }

    @Override
    double aliveProbability(PurchaseHistory h, int n, double time) {
        double staysAfter = Math.exp(GammaRatios.logSurvived(a, survived(h), n));
        double leavesAt =
                n == 0 ? 0 : Math.exp(GammaRatios.logSurvived(a, survived(h), n - 1)) * (a / (a + survived(h) + n - 1));
        return mixed(h, (j, events) -> {
            int first = Math.max(0, Math.multiplyExact(k, n) - j);
            double exactly = 0;
            for (int i = first; i < k * (n + 1) - j; i++) {
                exactly += Math.exp(NegativeBinomial.logProbability(shape(h) + j, rate(h), time, i));
            }
            double atLeast = n == 0 ? 1 : NegativeBinomial.atLeast(shape(h) + j, rate(h), time, first);
            return staysAfter * exactly + leavesAt * atLeast;
        });
    }

    /** One answer for each different history: it does not depend on the gaps. */
    @Override
    public double[] pAlive(PurchaseHistories histories) {
        return LifetimeMemory.all(histories, (x, recency, age) -> pAlive(PurchaseHistory.of(x, recency, age)));
    }

    /** One part of a mixture over the hidden phase. */
    private interface Part {
        double of(int j, HiddenEvents events);
    }

    private double mixed(PurchaseHistory h, Part part) {
        double[] omega = phases(h);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            if (omega[j] > 0) {
                sum += omega[j] * part.of(j, events(h, j));
            }
        }
        return sum;
    }

    /**
     * With {@code f = lambda/(lambda+delta)}, the value of one event discounted by the wait for it, a customer in phase j is worth
     * {@code f^(k-j) / (1 - (1-p) f^k)}; the mean over j, lambda and p is a double sum of positive terms.
     */
    @Override
    double aliveDiscounted(PurchaseHistory h, double delta) {
        double shape = shape(h);
        double rate = rate(h);
        double idle = h.age() - h.recency();
        double norm = Math.exp(ErlangTail.log(k, shape, silence(h)));
        double largest = (shape + k + 50) / rate;
        return BetaExpectation.of(
                        a,
                        survived(h),
                        p -> GammaExpectation.of(
                                shape, rate, lambda -> worth(lambda, p, delta, idle), k, 1 / delta + idle, 1.25 * k),
                        largest / delta,
                        0.25)
                / norm;
    }

    private double worth(double lambda, double p, double delta, double idle) {
        double logF = -Math.log1p(delta / lambda);
        double f = Math.exp(logF);
        double weight = 1;
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum = sum * f + weight;
            weight *= lambda * idle / (j + 1);
        }
        // sum is now the sum over j of (lambda e)^j/j! f^(k-1-j)
        return sum * f / (p - (1 - p) * Math.expm1(k * logF));
    }

    @Override
    double discountedTo(PurchaseHistory h, double delta, double horizon) {
        return mixed(h, (j, events) -> events.discounted(delta, horizon));
    }

    @Override
    public double[] expectedPurchases(PurchaseHistories histories, double time) {
        Checks.time(time, "time");
        return time == 0 ? new double[histories.size()] : mixedOfAll(histories, events -> events.purchases(time));
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate, double horizon) {
        Checks.time(horizon, "horizon");
        double delta = rate.continuousPer(grain());
        return delta == 0 || horizon == 0
                ? expectedPurchases(histories, horizon)
                : mixedOfAll(histories, events -> events.discounted(delta, horizon));
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate) {
        double delta = endlessDelta(rate);
        // here the silence stands inside the integral, so only customers alike in all can share it
        return LifetimeMemory.all(histories, (x, recency, age) -> {
            PurchaseHistory history = PurchaseHistory.of(x, recency, age);
            return aliveDiscounted(history, delta) * pAlive(history);
        });
    }

    /** {@link #mixed} times P(alive) of each customer: the silence moves the weights alone, the parts are shared. */
    private double[] mixedOfAll(PurchaseHistories histories, ToDoubleFunction<HiddenEvents> part) {
        AliveMemory memory = new AliveMemory(histories, k, (history, numbers, offset) -> {
            for (int j = 0; j < k; j++) {
                numbers[offset + j] = part.applyAsDouble(events(history, j));
            }
        });
        double[] omega = new double[k];
        double[] result = pAlive(histories);
        for (int i = 0; i < result.length; i++) {
            fillPhases(histories.repeatPurchases(i), histories.recency(i), histories.age(i), omega);
            int offset = memory.offset(i);
            double sum = 0;
            for (int j = 0; j < k; j++) {
                if (omega[j] > 0) {
                    sum += omega[j] * memory.number(offset + j);
                }
            }
            result[i] *= sum;
        }
        return result;
    }

    @Override
    double timeScale(PurchaseHistory h) {
        return rate(h);
    }

    /** {@code ln P(no purchase until t)} of a customer who is alive. */
    private double logSilence(PurchaseHistory h, double time) {
        double idle = h.age() - h.recency();
        return -shape(h) * Math.log1p(time / rate(h))
                + ErlangTail.log(k, shape(h), (idle + time) / (rate(h) + time))
                - ErlangTail.log(k, shape(h), silence(h));
    }

    @Override
    public OptionalDouble timeToNextPurchase(PurchaseHistory h, double probability) {
        checkArgument(probability > 0 && probability < 1, "probability must be in (0, 1), was %s", probability);
        double share = probability / pAlive(h);
        if (!(share < 1)) {
            return OptionalDouble.empty();
        }
        double target = Math.log1p(-share);
        double high = rate(h);
        while (logSilence(h, high) > target && high < Double.MAX_VALUE / 4) {
            high *= 2;
        }
        double low = 0;
        // bisection until the doubles are neighbors or nearly so
        for (int i = 0; i < 200 && high - low > 1e-15 * high; i++) {
            double middle = 0.5 * (low + high);
            if (logSilence(h, middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    @Override
    public OptionalDouble meanTimeToNextPurchase(PurchaseHistory h) {
        return shape(h) > 1
                ? OptionalDouble.of(mixed(h, (j, events) -> (k - j) * rate(h) / (shape(h) + j - 1)))
                : OptionalDouble.empty();
    }

    @Override
    public double[] simulate(PurchaseHistory h, double horizon, RandomGenerator random) {
        Checks.time(horizon, "horizon");
        double[] omega = phases(h);
        double u = random.nextDouble();
        int j = 0;
        while (j < k - 1 && u >= omega[j]) {
            u -= omega[j];
            j++;
        }
        return BgSimulation.simulate(pAlive(h), shape(h) + j, rate(h), a, survived(h), k - j, k, horizon, random);
    }

    private double shape(PurchaseHistory h) {
        return r + (double) k * h.repeatPurchases();
    }

    private double rate(PurchaseHistory h) {
        return alpha + h.age();
    }

    private double survived(PurchaseHistory h) {
        return b + m + h.repeatPurchases();
    }

    private double silence(PurchaseHistory h) {
        return (h.age() - h.recency()) / (alpha + h.age());
    }
}
