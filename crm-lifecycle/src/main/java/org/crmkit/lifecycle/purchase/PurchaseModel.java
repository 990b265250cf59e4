package org.crmkit.lifecycle.purchase;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.crmkit.core.time.TimeGrain;

/**
 * A buy-till-you-die model at given parameters: what a purchase history says about the future.
 *
 * <p>It decides nothing; it turns a {@link PurchaseHistory} into probabilities and expectations. A customer who has just made the first
 * purchase is the history {@link PurchaseHistory#NEW_CUSTOMER}, so every answer for a history is an answer for a new customer as well.
 *
 * <p>It may assume that histories and times are in units of {@link #grain()}. "Now" is the end of observation of the history, its age.
 *
 * <p>It must return a finite number for every valid history: probabilities in [0, 1], expectations at least zero, the logarithm of a likelihood possibly
 * very negative; never NaN. What is smaller than a double can hold is 0. Bad arguments are refused with an {@link IllegalArgumentException} that names
 * the argument, its value and what is allowed.
 *
 * <p>It is immutable and safe for use by several threads. An answer costs from a tenth of a microsecond (closed forms) to some tens of
 * microseconds (one quadrature).
 *
 * <p>An implementer runs {@code org.crmkit.lifecycle.tck.PurchaseModelContract} of the test kit on his model.
 */
public interface PurchaseModel {

    /**
     * Returns the model of a name at given parameters, as a document holds it.
     *
     * @param name the wire name, such as {@code bg-nbd}
     * @param grain the unit of time of the parameters
     * @param parameters every parameter of the model by its letter
     * @return the model
     * @throws IllegalArgumentException if there is no such model, a parameter is missing, unknown or out of range
     */
    static PurchaseModel of(String name, TimeGrain grain, PurchaseParameters parameters) {
        return NamedModels.of(name, grain, parameters);
    }

    /**
     * Returns the names that {@link #of} knows.
     *
     * @return the wire names of the models of this library
     */
    static Set<String> names() {
        return NamedModels.names();
    }

    /**
     * Returns the wire name of the model, such as {@code bg-nbd}.
     *
     * @return lower-case words with hyphens
     */
    String name();

    /**
     * Returns the parameters by the letters of the paper.
     *
     * @return rates are per unit of {@link #grain()}
     */
    PurchaseParameters parameters();

    /**
     * Returns the unit of time of every argument and parameter.
     *
     * @return the unit the model was fitted in
     */
    TimeGrain grain();

    /**
     * Returns the logarithm of the likelihood of one history.
     *
     * <p>A term that does not depend on parameters is left out exactly as the papers do.
     *
     * @param history the customer
     * @return a finite number
     */
    double logLikelihood(PurchaseHistory history);

    /**
     * Returns the probability that the customer is still a customer now.
     *
     * @param history the customer
     * @return in [0, 1]
     */
    double pAlive(PurchaseHistory history);

    /**
     * Returns the probability that the customer is still a customer some time from now, whatever he buys meanwhile.
     *
     * <p>For "if he stays silent until then" ask {@code pAlive(history.silentFor(time))}.
     *
     * @param history the customer
     * @param time how far ahead, at least zero
     * @return in [0, {@link #pAlive}]
     */
    double pAliveAfter(PurchaseHistory history, double time);

    /**
     * Returns the expected number of purchases in the time from {@code fromInclusive} to {@code toExclusive}, both counted from now.
     *
     * @param history the customer
     * @param fromInclusive start of the interval, at least zero
     * @param toExclusive end of the interval, at least its start
     * @return at least zero
     */
    double expectedPurchases(PurchaseHistory history, double fromInclusive, double toExclusive);

    /**
     * Returns the expected number of purchases from now on.
     *
     * @param history the customer
     * @param time length of the interval that starts now, at least zero
     * @return at least zero
     */
    default double expectedPurchases(PurchaseHistory history, double time) {
        return expectedPurchases(history, 0, time);
    }

    /**
     * Returns the expected number of repeat purchases of a customer acquired now.
     *
     * @param time length of the interval after the first purchase, at least zero
     * @return at least zero
     */
    default double expectedPurchasesOfNewCustomer(double time) {
        return expectedPurchases(PurchaseHistory.NEW_CUSTOMER, 0, time);
    }

    /**
     * Returns the probability of exactly so many purchases from now on.
     *
     * @param history the customer
     * @param purchases how many, at least zero
     * @param time length of the interval that starts now, at least zero
     * @return in [0, 1]; over all counts they sum to one
     */
    double pPurchases(PurchaseHistory history, int purchases, double time);

    /**
     * Returns the probability of no purchase from now on: an auditable definition of churn.
     *
     * @param history the customer
     * @param time length of the interval that starts now, at least zero
     * @return in [0, 1], falling in time
     */
    default double pNoPurchase(PurchaseHistory history, double time) {
        return pPurchases(history, 0, time);
    }

    /**
     * Returns the probability that the customer ever buys again.
     *
     * @param history the customer
     * @return in [0, {@link #pAlive}]
     */
    double pEverAgain(PurchaseHistory history);

    /**
     * Returns the time by which the next purchase has happened with a given probability.
     *
     * @param history the customer
     * @param probability in (0, 1)
     * @return time from now, at least zero; empty if {@link #pEverAgain} does not exceed the probability
     */
    OptionalDouble timeToNextPurchase(PurchaseHistory history, double probability);

    /**
     * Returns the expected time to the next purchase, provided that there is one.
     *
     * @param history the customer
     * @return time from now; empty if the mean does not exist (a heavy tail), use the median of {@link #timeToNextPurchase} then
     */
    OptionalDouble meanTimeToNextPurchase(PurchaseHistory history);

    /**
     * Returns the date by which the next purchase has happened with a given probability.
     *
     * @param history the customer
     * @param probability in (0, 1)
     * @param now the date on which the observation of the history ends
     * @return the first day on which the probability is reached; empty if it never is, or only beyond the range of {@link LocalDate}
     */
    default Optional<LocalDate> dateOfNextPurchase(PurchaseHistory history, double probability, LocalDate now) {
        checkNotNull(now, "now");
        OptionalDouble time = timeToNextPurchase(history, probability);
        if (time.isEmpty()) {
            return Optional.empty();
        }
        double days = Math.ceil(time.getAsDouble() * grain().days());
        return days < LocalDate.MAX.toEpochDay() - now.toEpochDay()
                ? Optional.of(now.plusDays((long) days))
                : Optional.empty();
    }

    /**
     * Returns the discounted expected number of purchases from now on, for ever (DERT).
     *
     * <p>{@code integral over t from 0 to infinity of exp(-delta t) dE[X(t)]}, {@code delta = }{@link DiscountRate#continuousPer}.
     *
     * @param history the customer
     * @param rate what waiting costs, above zero (without discounting the sum may be infinite)
     * @return at least zero
     * @throws IllegalArgumentException if the rate is zero
     */
    double discountedPurchases(PurchaseHistory history, DiscountRate rate);

    /**
     * Returns the discounted expected number of purchases from now to a horizon.
     *
     * @param history the customer
     * @param rate what waiting costs, may be zero
     * @param horizon length of time from now, at least zero
     * @return at least zero, at most {@link #expectedPurchases(PurchaseHistory, double)} of the horizon
     */
    double discountedPurchases(PurchaseHistory history, DiscountRate rate, double horizon);

    /**
     * Draws a future: the times of the purchases of one customer from now to a horizon.
     *
     * @param history the customer; {@link PurchaseHistory#NEW_CUSTOMER} for a new one
     * @param horizon length of time from now, at least zero
     * @param random source of randomness, seeded by the caller; only {@code nextDouble()} is used, so that JDKs agree
     * @return ascending times in (0, horizon], counted from now
     */
    double[] simulate(PurchaseHistory history, double horizon, RandomGenerator random);

    /**
     * Draws the history of a customer of a given age.
     *
     * @param age time since the first purchase, at least zero
     * @param random source of randomness, seeded by the caller
     * @return a history with the gaps
     */
    default PurchaseHistory simulateHistory(double age, RandomGenerator random) {
        double[] times = simulate(PurchaseHistory.NEW_CUSTOMER, age, random);
        double last = 0;
        double gaps = 0;
        for (double time : times) {
            gaps += Math.log(time - last);
            last = time;
        }
        return PurchaseHistory.of(times.length, last, age, gaps);
    }

    /**
     * Returns {@link #pAlive(PurchaseHistory)} of each customer, equal to the bit.
     *
     * @param histories the customers
     * @return a new array, index i is the customer at i
     */
    default double[] pAlive(PurchaseHistories histories) {
        double[] result = new double[histories.size()];
        Arrays.setAll(result, i -> pAlive(histories.get(i)));
        return result;
    }

    /**
     * Returns {@link #expectedPurchases(PurchaseHistory, double)} of each customer, equal to the bit.
     *
     * @param histories the customers
     * @param time length of the interval that starts now, at least zero
     * @return a new array, index i is the customer at i
     */
    default double[] expectedPurchases(PurchaseHistories histories, double time) {
        double[] result = new double[histories.size()];
        Arrays.setAll(result, i -> expectedPurchases(histories.get(i), time));
        return result;
    }

    /**
     * Returns {@link #discountedPurchases(PurchaseHistory, DiscountRate)} of each customer, equal to the bit.
     *
     * @param histories the customers
     * @param rate what waiting costs, above zero
     * @return a new array, index i is the customer at i
     */
    default double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate) {
        double[] result = new double[histories.size()];
        Arrays.setAll(result, i -> discountedPurchases(histories.get(i), rate));
        return result;
    }

    /**
     * Returns {@link #discountedPurchases(PurchaseHistory, DiscountRate, double)} of each customer, equal to the bit.
     *
     * <p>The models here need one integral for each pair of x and T rather than one a customer, so a population costs little more than its
     * {@link #expectedPurchases(PurchaseHistories, double)}.
     *
     * @param histories the customers
     * @param rate what waiting costs, may be zero
     * @param horizon length of time from now, at least zero
     * @return a new array, index i is the customer at i
     */
    default double[] discountedPurchases(PurchaseHistories histories, DiscountRate rate, double horizon) {
        double[] result = new double[histories.size()];
        Arrays.setAll(result, i -> discountedPurchases(histories.get(i), rate, horizon));
        return result;
    }

    /**
     * Returns the logarithm of the likelihood of a whole base.
     *
     * @param patterns counted histories in the same unit
     * @return a finite number
     */
    default double logLikelihood(PurchasePatterns patterns) {
        checkArgument(
                patterns.grain() == grain(), "patterns must be in units of %s, were in %s", grain(), patterns.grain());
        double sum = 0;
        for (int i = 0; i < patterns.size(); i++) {
            sum += patterns.count(i) * logLikelihood(patterns.history(i));
        }
        return sum;
    }
}
