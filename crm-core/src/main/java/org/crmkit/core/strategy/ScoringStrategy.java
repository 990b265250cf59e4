package org.crmkit.core.strategy;

import org.crmkit.core.profile.CustomerBase;

/**
 * A way to score customers; may first learn from a population.
 *
 * <p>Decides: what a customer is worth, how likely it leaves, in which band it stands; anything that is one value a customer.
 *
 * <p>May assume: a base as of one instant, and a context at that instant or later. It reads no clock and no storage.
 *
 * <p>Must return: a model that no longer depends on the base or on this strategy. A fit that does not succeed is a model too: it abstains, with the
 * reason, and its {@link ScoringModel#fittedOn()} says so. The same base gives the same model.
 *
 * <p>Threads and cost: called once a fit from one thread; long work tells the context's progress and heeds its cancellation.
 *
 * <p>Proven by {@code org.crmkit.core.tck.ScoringStrategyContract} in the test kit.
 *
 * @param <S> the type of the score's value
 */
@FunctionalInterface
public interface ScoringStrategy<S> {

    /**
     * Learns from a population.
     *
     * @param population the customers to learn from
     * @param context the instant, and who watches the work
     * @return a fitted model; never null, never an exception because of the data
     */
    ScoringModel<S> fit(CustomerBase population, ScoringContext context);
}
