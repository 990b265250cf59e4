/**
 * The room for where each customer stands and what comes next.
 */
@NullMarked
package org.crmkit.lifecycle;

import org.jspecify.annotations.NullMarked;
