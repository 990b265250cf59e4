/**
 * What a customer is worth: purchases times spend times margin, discounted.
 *
 * <p>Customer lifetime value looks ahead: the contribution still to come from a customer, in money of today. Value
 * already realized, a formula on averages, a chain of states and a contract's renewals are other answers to the same
 * question, here behind the same interface, so that they can be compared on the same customers. Rates are
 * yearly; a yearly rate applied each week shrinks values twentyfold and nothing else shows it.
 *
 * @see org.crmkit.lifecycle.clv.ClvStrategy
 * @see org.crmkit.lifecycle.clv.ProbabilisticClv
 * @see org.crmkit.lifecycle.clv.MarkovChain
 */
@NullMarked
package org.crmkit.lifecycle.clv;

import org.jspecify.annotations.NullMarked;
