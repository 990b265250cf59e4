/**
 * What the law says of an item in a place and a channel.
 *
 * <p>Medicines are not groceries: a prescription item may not earn points here, may not be given away there, and elsewhere may not even be
 * recommended. Start with {@link org.crmkit.core.regulation.ItemClass}. Nothing in this package is legal advice.
 */
@NullMarked
package org.crmkit.core.regulation;

import org.jspecify.annotations.NullMarked;
