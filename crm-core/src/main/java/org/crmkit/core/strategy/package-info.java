/**
 * Ways to score customers: fit to a population, then score one or all; and ways to combine them.
 *
 * <p>RFM, lifetime value, churn rules and a host's own idea of a good customer are all of this kind, and take part everywhere alike: in scorecards,
 * in segments, in reports. Implement {@link org.crmkit.core.strategy.ScoringStrategy}, run its contract from the test kit, and combine with
 * {@link org.crmkit.core.strategy.Scorecard}.
 */
@NullMarked
package org.crmkit.core.strategy;

import org.jspecify.annotations.NullMarked;
