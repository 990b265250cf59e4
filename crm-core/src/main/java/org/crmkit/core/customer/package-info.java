/**
 * Who the customers are: persons and organizations, what is known of them, and how they relate.
 *
 * <p>In the medicine trade the one who pays, the one who decides and the one who takes the medicine are seldom the same: a hospital buys what its
 * doctors prescribe, an insurer pays and a regulator sets the terms. So accounts form hierarchies, contacts hold stakeholder roles, and each
 * attribute carries its class of data and where it came from: health and belief are not ordinary columns. Start at
 * {@link org.crmkit.core.customer.Customer}, {@link org.crmkit.core.customer.AttributeKey} and
 * {@link org.crmkit.core.customer.StandardAttributes}.
 */
@NullMarked
package org.crmkit.core.customer;

import org.jspecify.annotations.NullMarked;
