/**
 * The wire form of fits, fitted models and models of value, for Jackson 2 and Jackson 3 alike.
 *
 * <p>A model fitted today scores customers for months, and is asked about for years: what is written restores the same doubles, to the bit,
 * and carries what it was fitted on. Names never follow a rename; what is unknown or missing is refused with a JSON pointer by the strict reader
 * of {@code org.crmkit.core.json}.
 *
 * @see org.crmkit.lifecycle.json.FitDocument
 * @see org.crmkit.lifecycle.json.CrmLifecycleModule
 */
@NullMarked
package org.crmkit.lifecycle.json;

import org.jspecify.annotations.NullMarked;
