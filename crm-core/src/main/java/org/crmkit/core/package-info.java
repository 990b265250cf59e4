/**
 * The shared words of the house; its packages are the rooms' common language.
 *
 * <p>Data flows one way: an {@linkplain org.crmkit.core.activity activity} adds to a {@linkplain org.crmkit.core.summary summary}, a summary
 * and a {@linkplain org.crmkit.core.customer customer} make a {@linkplain org.crmkit.core.profile profile}, a profile gets
 * {@linkplain org.crmkit.core.score scores}, and every score {@linkplain org.crmkit.core.explain explains} itself.
 */
@NullMarked
package org.crmkit.core;

import org.jspecify.annotations.NullMarked;
