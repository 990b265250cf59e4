/**
 * Immutable columns of numbers: one value a customer, in the order of the customers.
 *
 * <p>A population is kept as columns so that a million customers are a few arrays and not a million objects. A column is safe to share
 * between threads and never hands out its array. Start with {@link org.crmkit.core.column.DoubleColumn}.
 */
@NullMarked
package org.crmkit.core.column;

import org.jspecify.annotations.NullMarked;
