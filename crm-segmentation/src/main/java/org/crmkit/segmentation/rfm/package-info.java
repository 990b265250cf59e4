/**
 * RFM and its kin: how recently, how often and for how much a customer bought, as scores from 1 to n.
 *
 * <p>RFM is the oldest working idea of direct marketing (Hughes 1994, Strategic Database Marketing): the customer who bought last
 * week will more likely buy again than the one of last year, whatever else is known of them. The same three letters hide many
 * choices, though: what a return does, whether two orders of a day are one, what becomes of people who never bought, where
 * ties go, which of the published tables names the cells. Each is an explicit choice here, and the fitted model keeps it.
 *
 * <p>Start at {@link org.crmkit.segmentation.rfm.RfmStrategy}, which fits a
 * {@link org.crmkit.segmentation.rfm.RfmModel}; {@link org.crmkit.segmentation.rfm.RfmTable} names the cells. Whole
 * populations as arrays go through {@link org.crmkit.segmentation.rfm.RfmColumns}.
 */
@NullMarked
package org.crmkit.segmentation.rfm;

import org.jspecify.annotations.NullMarked;
