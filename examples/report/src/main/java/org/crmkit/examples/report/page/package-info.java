/**
 * Draws the report page: one self-contained file that needs no network.
 *
 * <p>Every picture carries one sentence that says what it shows, so that the page can be read aloud or printed.
 * Start with {@link org.crmkit.examples.report.page.ReportPage}.
 */
@NullMarked
package org.crmkit.examples.report.page;

import org.jspecify.annotations.NullMarked;
