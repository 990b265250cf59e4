/**
 * Series, quadrature and special functions of the models. Not API: it may change in any release.
 */
@NullMarked
package org.crmkit.lifecycle.internal.math;

import org.jspecify.annotations.NullMarked;
