/**
 * What a customer's activities add up to: when, how often, how much.
 *
 * <p>A chain's history does not fit one machine's morning, so a summary is made to be added: summarizing a log equals merging the summaries of any
 * partition of it, in any order. That one law lets the same code run incrementally in a service, in parallel on one machine, and inside a
 * distributed engine. Start with {@link org.crmkit.core.summary.CustomerSummary} for one customer and
 * {@link org.crmkit.core.summary.SummaryTable} for a population.
 */
@NullMarked
package org.crmkit.core.summary;

import org.jspecify.annotations.NullMarked;
