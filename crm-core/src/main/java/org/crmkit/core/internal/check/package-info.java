/**
 * Checks of words and short texts that several packages share. Not API: it may change in any release.
 */
@NullMarked
package org.crmkit.core.internal.check;

import org.jspecify.annotations.NullMarked;
