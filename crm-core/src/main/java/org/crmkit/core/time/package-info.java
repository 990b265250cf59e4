/**
 * Spans, as-of instants, units of time and business calendars.
 *
 * <p>"Days since the last purchase" depends on where midnight is, and "answered within four working hours" on when the shop is open, so every
 * computation here takes its instant and its zone from the caller and none reads a clock. Spans are half-open: neighboring windows neither overlap
 * nor leave a gap. Start at {@link org.crmkit.core.time.AsOf} and {@link org.crmkit.core.time.Window}; models speak of their unit through
 * {@link org.crmkit.core.time.TimeGrain}; service clocks run on a {@link org.crmkit.core.time.BusinessCalendar}.
 */
@NullMarked
package org.crmkit.core.time;

import org.jspecify.annotations.NullMarked;
