/**
 * What one purchase of a customer is worth.
 *
 * <p>A customer's own mean is a poor guess when it rests on two orders: the next one may be anything. The models here
 * pull it toward the mean of all customers, the more the less is known of him. Amounts are net of what came back
 * (returns belong to the order they came from), and the first purchase is left out of the mean by custom, since it
 * seldom resembles the later ones. Spend must not depend on how often people buy;
 * {@link org.crmkit.lifecycle.spend.SpendIndependence} reports whether it does.
 *
 * @see org.crmkit.lifecycle.spend.SpendStrategy
 * @see org.crmkit.lifecycle.spend.SpendModel
 * @see org.crmkit.lifecycle.spend.GammaGamma
 */
@NullMarked
package org.crmkit.lifecycle.spend;

import org.jspecify.annotations.NullMarked;
