/**
 * How long work of several parts tells one listener. Not API: it may change in any release.
 */
@NullMarked
package org.crmkit.lifecycle.internal.progress;

import org.jspecify.annotations.NullMarked;
