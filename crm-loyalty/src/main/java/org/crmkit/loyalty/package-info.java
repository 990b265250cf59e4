/**
 * The room for what a customer has earned: points, tiers, rewards.
 *
 * <p>A loyalty programme is a promise with a ledger behind it: what was earned, what was spent, what lapsed and what is still owed. It will
 * stand on the activities, conditions and regulation packs of {@code crm-core}; a host that wants only a ledger takes core and this module.
 */
@NullMarked
package org.crmkit.loyalty;

import org.jspecify.annotations.NullMarked;
