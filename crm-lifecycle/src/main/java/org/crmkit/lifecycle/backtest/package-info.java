/**
 * How good a score was: calibration and holdout for any strategy, beside the naive rules.
 *
 * <p>A model is worth its price only if it beats what anybody can compute: the customer goes on at his own rate, or stops if he was
 * silent for half of his time. History is cut at a day; strategies learn from what lay before it and are judged by what came after. A fitted
 * model is checked against later populations, with a stated rate of false alarms.
 *
 * @see org.crmkit.lifecycle.backtest.Backtest
 * @see org.crmkit.lifecycle.backtest.Accuracy
 * @see org.crmkit.lifecycle.backtest.PurchaseDrift
 */
@NullMarked
package org.crmkit.lifecycle.backtest;

import org.jspecify.annotations.NullMarked;
