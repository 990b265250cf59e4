package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.function.DoubleUnaryOperator;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.internal.math.GaussLegendre;

/**
 * What the models in continuous time share: every answer is P(alive) times the answer given that the customer is alive.
 *
 * <p>A subclass answers for a customer who is alive; this class checks arguments, multiplies and integrates discounts over a finite horizon.
 */
abstract class ContinuousModel implements PurchaseModel {

    /** Discounted away beyond this many times 1/delta: e^-45 is 3e-20. */
    static final double FORGOTTEN = 45;

    private final TimeGrain grain;

    ContinuousModel(TimeGrain grain) {
        this.grain = checkNotNull(grain, "grain");
    }

    /** Probability to be alive after a time, for a customer who is alive now. */
    abstract double aliveAfter(PurchaseHistory history, double time);

    /** Expected purchases between two times from now, for a customer who is alive now. */
    abstract double alivePurchases(PurchaseHistory history, double from, double to);

    /** Probability of exactly n purchases, for a customer who is alive now. */
    abstract double aliveProbability(PurchaseHistory history, int n, double time);

    /** Discounted expected purchases for ever at a continuous rate above zero, for a customer who is alive now. */
    abstract double aliveDiscounted(PurchaseHistory history, double delta);

    /** The time on which expected purchases of this customer change, for the choice of quadrature pieces. */
    abstract double timeScale(PurchaseHistory history);

    @Override
    public final TimeGrain grain() {
        return grain;
    }

    @Override
    public final double pAliveAfter(PurchaseHistory history, double time) {
        Checks.time(time, "time");
        return Math.min(1, aliveAfter(history, time)) * pAlive(history);
    }

    @Override
    public final double expectedPurchases(PurchaseHistory history, double fromInclusive, double toExclusive) {
        Checks.time(fromInclusive, "fromInclusive");
        Checks.time(toExclusive, "toExclusive");
        checkArgument(
                toExclusive >= fromInclusive,
                "toExclusive must be at least fromInclusive=%s, was %s",
                fromInclusive,
                toExclusive);
        return toExclusive == fromInclusive ? 0 : alivePurchases(history, fromInclusive, toExclusive) * pAlive(history);
    }

    @Override
    public final double pPurchases(PurchaseHistory history, int purchases, double time) {
        checkArgument(purchases >= 0, "purchases must be at least 0, was %s", purchases);
        Checks.time(time, "time");
        double alive = pAlive(history);
        double given = time == 0 ? (purchases == 0 ? 1 : 0) : Math.min(1, aliveProbability(history, purchases, time));
        return purchases == 0 ? Math.min(1, alive * given + pDead(history)) : alive * given;
    }

    /** Probability to have dropped out, without cancellation where P(alive) is nearly one; overridden where a model knows better. */
    double pDead(PurchaseHistory history) {
        return 1 - pAlive(history);
    }

    @Override
    public final double discountedPurchases(PurchaseHistory history, DiscountRate rate) {
        return aliveDiscounted(history, endlessDelta(rate)) * pAlive(history);
    }

    /** The continuous rate, which must be above zero for an infinite horizon. */
    final double endlessDelta(DiscountRate rate) {
        double delta = rate.continuousPer(grain);
        checkArgument(
                delta > 0,
                "rate must be above zero for an infinite horizon, was %s: give a horizon instead",
                rate.annualRate());
        return delta;
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate) {
        double delta = endlessDelta(rate);
        return AliveMemory.times(pAlive(histories), histories, history -> aliveDiscounted(history, delta));
    }

    @Override
    public double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate, double horizon) {
        Checks.time(horizon, "horizon");
        double delta = rate.continuousPer(grain);
        return delta == 0 || horizon == 0
                ? expectedPurchases(histories, horizon)
                : AliveMemory.times(pAlive(histories), histories, history -> discountedTo(history, delta, horizon));
    }

    @Override
    public final double discountedPurchases(PurchaseHistory history, DiscountRate rate, double horizon) {
        Checks.time(horizon, "horizon");
        double delta = rate.continuousPer(grain);
        if (delta == 0 || horizon == 0) {
            return expectedPurchases(history, 0, horizon);
        }
        return discountedTo(history, delta, horizon) * pAlive(history);
    }

    /** By parts: {@code exp(-delta H) M(H) + delta integral over (0, H) of exp(-delta u) M(u) du}, all terms positive. */
    double discountedTo(PurchaseHistory history, double delta, double horizon) {
        return byParts(time -> alivePurchases(history, 0, time), timeScale(history), delta, horizon);
    }

    /**
     * Discounts purchases up to a horizon.
     *
     * @param purchases M, the expected purchases up to a time, of a customer who is alive
     * @param scale the time on which M bends
     */
    static double byParts(DoubleUnaryOperator purchases, double scale, double delta, double horizon) {
        double end = Math.min(horizon, FORGOTTEN / delta);
        double sum = Math.exp(-delta * end) * purchases.applyAsDouble(end);
        double from = 0;
        while (from < end) {
            // pieces grow with the time on which M(u) bends, but never beyond what exp(-delta u) allows
            double to = Math.min(end, from + Math.min(0.5 * (scale + from), 3 / delta));
            sum += delta
                    * GaussLegendre.SIXTEEN.integrate(u -> Math.exp(-delta * u) * purchases.applyAsDouble(u), from, to);
            from = to;
        }
        return sum;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ContinuousModel that
                && name().equals(that.name())
                && grain == that.grain()
                && parameters().equals(that.parameters());
    }

    @Override
    public final int hashCode() {
        return 31 * name().hashCode() + parameters().hashCode();
    }

    @Override
    public final String toString() {
        return name() + parameters().values() + " per " + grain;
    }
}
