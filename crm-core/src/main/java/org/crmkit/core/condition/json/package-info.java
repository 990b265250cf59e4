/**
 * Reads conditions from JSON.
 *
 * <p>What is stored today is read by the version of three years from now, and what comes from a browser was written by hands that are not ours: the form
 * is versioned, unknown fields are refused with the place they stand at, and hostile input is refused before it costs anything. Start at
 * {@link org.crmkit.core.condition.json.ConditionJson}; conditions write themselves without this package. Neither needs a JSON library.
 */
@NullMarked
package org.crmkit.core.condition.json;

import org.jspecify.annotations.NullMarked;
