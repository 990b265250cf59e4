/**
 * Measurements: the library, a bare loop over arrays, and DuckDB on the same orders.
 *
 * <p>A figure alone says little, so each one stands beside what the same machine does with plain arrays (the floor) and with a good column
 * store (what a data engineer would reach for). Run {@code java -jar examples/benchmarks/target/crm-benchmarks.jar}.
 */
@NullMarked
package org.crmkit.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
