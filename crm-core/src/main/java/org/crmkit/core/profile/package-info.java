/**
 * One customer as of an instant, seen from all sides, and a population of them as columns.
 *
 * <p>The 360 view that a pharmacist, a representative and a rule all read: who the customer is, what he did, what it adds up to, and what the
 * strategies say of him. {@link org.crmkit.core.profile.Profile} is one customer; {@link org.crmkit.core.profile.CustomerBase} is all of them, with
 * a profile for a row made on demand. Both give the same answers.
 */
@NullMarked
package org.crmkit.core.profile;

import org.jspecify.annotations.NullMarked;
