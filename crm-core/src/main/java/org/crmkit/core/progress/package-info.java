/**
 * How far long work has come, and a way to stop it.
 *
 * <p>A fit over a chain's ten million customers takes long enough that someone looks at the clock. {@link org.crmkit.core.progress.Progress} tells
 * them, and lets them change their mind.
 */
@NullMarked
package org.crmkit.core.progress;

import org.jspecify.annotations.NullMarked;
