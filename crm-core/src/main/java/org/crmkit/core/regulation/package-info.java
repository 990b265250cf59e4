/**
 * What the law says of an item in a place and a channel.
 *
 * <p>Medicines are not groceries: a prescription item may not earn points here, may not be given away there, and elsewhere may not even be
 * recommended. Earning, gifts, promotion and recommendation ask the same {@link org.crmkit.core.regulation.Regulations}, before any rule of a programme
 * runs, and no rule overrides the answer. The facts are packs of entries with source and validity, see
 * {@link org.crmkit.core.regulation.RegulationPack}. Nothing in this package is legal advice: the standard packs were written from secondary sources,
 * and a lawyer must check each before use.
 */
@NullMarked
package org.crmkit.core.regulation;

import org.jspecify.annotations.NullMarked;
