/**
 * Who the customers are: persons and organizations, how to reach them, how they are labeled, and how they relate.
 *
 * <p>In the medicine trade the one who pays, the one who decides and the one who takes the medicine are seldom the same: a hospital buys what its
 * doctors prescribe, an insurer pays and a regulator sets the terms. So accounts form hierarchies and contacts hold stakeholder roles. Start at
 * {@link org.crmkit.core.customer.Customer} and {@link org.crmkit.core.customer.AccountHierarchy}; what is known of a customer are its
 * {@linkplain org.crmkit.core.attribute attributes}.
 */
@NullMarked
package org.crmkit.core.customer;

import org.jspecify.annotations.NullMarked;
