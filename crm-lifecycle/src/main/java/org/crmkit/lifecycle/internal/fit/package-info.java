/**
 * The maximizer of likelihoods. Not API: it may change in any release.
 *
 * <p>Positive parameters are searched by their logarithm; a step is never longer than 2 in a coordinate; no coordinate leaves [-25, 25]; a
 * result says why it stopped. See {@link org.crmkit.lifecycle.internal.fit.Maximizer} and {@link org.crmkit.lifecycle.internal.fit.Objective}.
 */
@NullMarked
package org.crmkit.lifecycle.internal.fit;

import org.jspecify.annotations.NullMarked;
