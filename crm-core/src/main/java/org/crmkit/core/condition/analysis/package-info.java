/**
 * What can be said of conditions before any customer is seen: that one never holds, implies another, or that a set of them leaves no one out.
 *
 * <p>A set of segments is a promise: each customer has a place, and one only. Even tables that have been copied from book to book break it; the
 * well-known eleven RFM names leave up to 36 of 125 cells without a name. {@link org.crmkit.core.condition.analysis.ConditionAnalysis} proves
 * such promises, or shows a {@link org.crmkit.core.condition.analysis.Witness customer who breaks them}, and says so honestly where it can do
 * neither.
 */
@NullMarked
package org.crmkit.core.condition.analysis;

import org.jspecify.annotations.NullMarked;
