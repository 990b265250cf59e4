package org.crmkit.lifecycle.clv;

import java.util.BitSet;
import org.crmkit.core.summary.PurchaseDays;

/**
 * What payments say of a contract.
 *
 * @param renewals renewals behind the customer
 * @param active whether he has not left
 * @param paidPeriods periods with a payment, at least 1
 */
record ContractTerm(int renewals, boolean active, int paidPeriods) {

    /**
     * Reads the payments: each pays for the period in which it falls, counted from the first one.
     *
     * <p>The running period is open: it counts as renewed once paid, and as not yet decided otherwise.
     */
    static ContractTerm of(PurchaseDays payments, int lastObservedDay, double daysPerPeriod) {
        int first = payments.epochDay(0);
        BitSet paid = new BitSet();
        for (int i = 0; i < payments.size(); i++) {
            paid.set((int) ((payments.epochDay(i) - first) / daysPerPeriod));
        }
        int ended = (int) Math.max(0, Math.floor((lastObservedDay + 1.0 - first) / daysPerPeriod));
        int unpaid = paid.nextClearBit(0);
        return new ContractTerm(unpaid - 1, unpaid >= ended, paid.cardinality());
    }
}
