/**
 * How many customers are left when conditions are asked one after the other.
 *
 * <p>Whoever writes a rule of five parts wants to know which part cost the most people, and whether they were refused or only unknown: the attrition
 * table of a clinical study, the inclusion report of a cohort. Start at {@link org.crmkit.core.condition.funnel.Funnel}.
 */
@NullMarked
package org.crmkit.core.condition.funnel;

import org.jspecify.annotations.NullMarked;
