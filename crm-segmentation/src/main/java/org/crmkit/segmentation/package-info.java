/**
 * The room for who belongs together: bands, RFM and named segments.
 */
@NullMarked
package org.crmkit.segmentation;

import org.jspecify.annotations.NullMarked;
