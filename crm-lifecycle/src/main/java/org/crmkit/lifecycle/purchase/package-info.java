/**
 * Buy-till-you-die models: how often a customer will come back, and whether he is still there at all.
 *
 * <p>In shops without a contract nobody says goodbye. These models know three numbers of a customer: how many repeat purchases he made
 * (frequency), when the last one was (recency) and how long he has been observed (age); from the whole base they learn how
 * purchase rates and drop-out vary, and so can tell a customer who buys twice a year and is merely between two purchases from one who bought
 * weekly and has been silent for a month. BG/NBD is the usual first choice, MBG/NBD the better one where one-time buyers
 * matter (under BG/NBD they are all alive), CNBD-k where purchases are regular (refills), Pareto/NBD where drop-out has nothing to do with
 * purchases, GGompertz/NBD where moreover leaving becomes likelier with age, BG/BB where there is one opportunity each period (the yearly gift, the monthly
 * box). {@link org.crmkit.lifecycle.purchase.PurchaseBootstrap} says how far their answers may be off. What is known of a customer from the start (channel, region) enters as a covariate of BG/NBD, MBG/NBD, Pareto/NBD and GGompertz/NBD:
 * {@link org.crmkit.lifecycle.purchase.CovariateFamily}.
 *
 * <p>Start with {@link org.crmkit.lifecycle.purchase.PurchaseModelFamily} (which model, fit it),
 * {@link org.crmkit.lifecycle.purchase.PurchasePatterns} (what to fit it on) and
 * {@link org.crmkit.lifecycle.purchase.PurchaseModel} (what it answers).
 */
@NullMarked
package org.crmkit.lifecycle.purchase;

import org.jspecify.annotations.NullMarked;
