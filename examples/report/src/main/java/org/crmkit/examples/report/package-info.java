/**
 * The main job: a shop's export in, what the library finds out about its customers out.
 *
 * <p>Start with {@link org.crmkit.examples.report.CrmReport}, the command line.
 */
@NullMarked
package org.crmkit.examples.report;

import org.jspecify.annotations.NullMarked;
