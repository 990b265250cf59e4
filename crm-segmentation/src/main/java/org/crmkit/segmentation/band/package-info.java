/**
 * Cutting numbers into ordered bands: the scores 1 to n behind RFM, deciles and value classes.
 *
 * <p>Tools disagree on what "score 4 of 5" means. They differ in the threshold (a quantile, a share of customers, a
 * width, a business figure), in which side of it is closed, and above all in what becomes of ties: half the customers of
 * a shop have bought exactly once, and no method can give them fair places in five equal bands. Either equal customers
 * keep equal scores and the bands are uneven, or the bands are even and equal customers are split by their id. Here the
 * choice is written down, the arithmetic is exact, and what was fitted is a value that can be kept and applied later.
 *
 * <p>Start at {@link org.crmkit.segmentation.band.Banding}, which is the choice; {@link org.crmkit.segmentation.band.Bands}
 * is its outcome on a column and {@link org.crmkit.segmentation.band.Cuts} what remains of it for other customers.
 */
@NullMarked
package org.crmkit.segmentation.band;

import org.jspecify.annotations.NullMarked;
