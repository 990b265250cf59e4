/**
 * The wire form of bands and RFM, for Jackson 2 and Jackson 3 alike.
 *
 * <p>A fitted model is worth keeping: scores of last quarter can only be compared with those of today if both were made by the
 * same cuts. The form follows that of {@code org.crmkit.core.json}: names never change, what is unknown or missing is
 * refused with a JSON pointer by its strict reader.
 *
 * <p>Start at {@link org.crmkit.segmentation.json.CrmSegmentationModule}.
 */
@NullMarked
package org.crmkit.segmentation.json;

import org.jspecify.annotations.NullMarked;
