/**
 * Stretches of time that move with the present: the last 90 days, this month, the day of a therapy start and 30 days after.
 *
 * <p>"In the last 90 days" has an edge, and marketers, pharmacists and lawyers draw it differently: the same time of day 90 days ago, 90 times 24
 * hours ago, or midnight. Each has its own {@link org.crmkit.core.condition.window.TimeWindow} here, and each knows the next instant at which an
 * event enters or leaves it, daylight saving included.
 */
@NullMarked
package org.crmkit.core.condition.window;

import org.jspecify.annotations.NullMarked;
