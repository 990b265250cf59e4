/**
 * Simulates a pharmacy chain: the sample that ships with the report.
 *
 * <p>Chronic patients refill on a rhythm, walk-in customers come with the season and drop out unseen, clinics and
 * hospitals buy wholesale and are visited. Start with {@link org.crmkit.examples.report.sample.PharmacySample}.
 */
@NullMarked
package org.crmkit.examples.report.sample;

import org.jspecify.annotations.NullMarked;
