/**
 * What a customer will need next: by category, how likely, by when and how much.
 *
 * <p>A shop that sells vitamins, razors and plasters knows three customers in each of its customers: one buys vitamins like clockwork, has
 * given up the razors, and may want plasters any day. Each category has its own pace, so each gets a purchase model of its own; reminders, offers and
 * stock follow from the list.
 *
 * @see org.crmkit.lifecycle.need.NeedForecast
 */
@NullMarked
package org.crmkit.lifecycle.need;

import org.jspecify.annotations.NullMarked;
