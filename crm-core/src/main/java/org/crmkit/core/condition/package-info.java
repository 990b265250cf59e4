/**
 * One language for the question "does this hold for this customer now?", asked by segments, earning rules, stages and actions alike.
 *
 * <p>A {@link org.crmkit.core.condition.Condition} is data: built in Java with {@link org.crmkit.core.condition.Conditions}, or read from JSON.
 * Missing values are unknown, not false: "not known to spend" and "known not to spend" are different people, and a campaign that mixes them up
 * writes to the wrong ones. Who decides for or against the unknown does it once, visibly, with
 * {@link org.crmkit.core.condition.MembershipPolicy}. What is asked of besides attributes is in {@link org.crmkit.core.condition.SummaryFacts},
 * {@link org.crmkit.core.condition.CustomerFacts}, {@link org.crmkit.core.condition.ActivityFacts} and
 * {@link org.crmkit.core.condition.LineFacts}; a house adds its own kind of question with {@link org.crmkit.core.condition.CustomCondition}.
 */
@NullMarked
package org.crmkit.core.condition;

import org.jspecify.annotations.NullMarked;
