/**
 * Why a number is what it is: typed parts that recombine to the value.
 *
 * <p>A pharmacist who calls a customer wants to know why the list says "at risk"; a regulator asks the same of a refusal. So whatever decides
 * here explains itself in the same pass, in parts that a program can add up again and a person can read. Start with
 * {@link org.crmkit.core.explain.Explanation}.
 */
@NullMarked
package org.crmkit.core.explain;

import org.jspecify.annotations.NullMarked;
