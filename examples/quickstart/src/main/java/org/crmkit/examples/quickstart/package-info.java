/**
 * One idea a file, at most thirty lines each; a test compares what they print.
 *
 * <p>Start with {@link org.crmkit.examples.quickstart.FirstRfm}: from orders to scores in ten lines.
 */
@NullMarked
package org.crmkit.examples.quickstart;

import org.jspecify.annotations.NullMarked;
