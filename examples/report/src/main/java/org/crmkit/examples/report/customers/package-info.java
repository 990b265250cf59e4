/**
 * What the report knows of each customer, as columns in the order of the output.
 *
 * <p>One table is filled step by step, from the plain figures of the log to the scores of the models; a column that nobody
 * filled is not written. Start with {@link org.crmkit.examples.report.customers.CustomerTable}.
 */
@NullMarked
package org.crmkit.examples.report.customers;

import org.jspecify.annotations.NullMarked;
