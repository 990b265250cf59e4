/**
 * The wire form of everything in core, for Jackson 2 and Jackson 3.
 *
 * <p>A loyalty point earned today is disputed in three years, so what is written must be readable then: names are written out once and never follow a
 * rename, sealed types carry a {@code kind}, and reading is strict: unknown fields, missing fields, numbers where text belongs and documents
 * beyond the limits are refused with a pointer to the place. A host that has its own Jackson registers
 * {@link org.crmkit.core.json.CrmCoreModule} (Jackson 2) or {@link org.crmkit.core.json.CrmCoreModule3} (Jackson 3); one that has none uses
 * {@link org.crmkit.core.json.CrmJson}. Jackson is an optional dependency: only this package needs it.
 */
@NullMarked
package org.crmkit.core.json;

import org.jspecify.annotations.NullMarked;
