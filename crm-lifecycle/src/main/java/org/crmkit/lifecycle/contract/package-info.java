/**
 * How long a customer under contract stays.
 *
 * <p>Subscriptions, memberships and service contracts show when a customer leaves: he does not renew. The retention
 * rate of a cohort rises with its age, mostly because those ready to leave are gone, not because anyone grew more
 * loyal; a value computed with one constant retention rate undervalues those who stayed. Periods are the contract's
 * own.
 *
 * @see org.crmkit.lifecycle.contract.ShiftedBetaGeometric
 * @see org.crmkit.lifecycle.contract.RenewalCounts
 * @see org.crmkit.lifecycle.contract.ContractModel
 */
@NullMarked
package org.crmkit.lifecycle.contract;

import org.jspecify.annotations.NullMarked;
