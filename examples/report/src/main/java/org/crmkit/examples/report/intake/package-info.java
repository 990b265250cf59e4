/**
 * Reads a shop's CSV export into columns.
 *
 * <p>Exports differ in header names, date forms and in how a return is written; they agree that one row is one line of a
 * receipt. What a row means is decided here, once, and every row is counted: used, left out, or skipped with its reason.
 * Start with {@link org.crmkit.examples.report.intake.CsvIntake}.
 */
@NullMarked
package org.crmkit.examples.report.intake;

import org.jspecify.annotations.NullMarked;
