/**
 * Money as exact minor units, and the fixed-point unit of a column of amounts.
 *
 * <p>A till, an invoice and a points ledger must agree to the cent, so amounts are whole numbers of the currency's minor unit and every rounding
 * has a place and a name. Splitting a discount over the lines of a basket conserves the total. Start at {@link org.crmkit.core.money.Money};
 * columns of millions of amounts use {@link org.crmkit.core.money.AmountUnit}; other currencies come in through
 * {@link org.crmkit.core.money.CurrencyConverter}.
 */
@NullMarked
package org.crmkit.core.money;

import org.jspecify.annotations.NullMarked;
