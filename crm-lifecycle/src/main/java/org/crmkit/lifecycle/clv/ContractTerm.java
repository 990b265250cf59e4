package org.crmkit.lifecycle.clv;

import java.util.function.IntUnaryOperator;

/**
 * What payments say of a contract: of the present one, if the customer left and came back.
 *
 * @param renewals renewals behind the customer
 * @param active whether he has not left
 * @param paidPeriods periods with a payment over all his contracts, at least 1
 */
record ContractTerm(int renewals, boolean active, int paidPeriods) {

    /** Told of each contract that ended before the present one began. */
    @FunctionalInterface
    interface Earlier {
        /** Takes the renewals of a contract that ended. */
        void ended(int renewals);
    }

    /**
     * Reads the payments: each pays for the period in which it falls, counted from the first one of the contract.
     *
     * <p>The running period is open: it counts as renewed once paid, and as not yet decided otherwise. A payment after an unpaid period
     * begins a new contract.
     */
    static ContractTerm of(
            IntUnaryOperator paymentDay, int payments, int lastObservedDay, double daysPerPeriod, Earlier earlier) {
        int first = paymentDay.applyAsInt(0);
        int unpaid = 1;
        int paid = 1;
        for (int i = 1; i < payments; i++) {
            int day = paymentDay.applyAsInt(i);
            int period = (int) ((day - first) / daysPerPeriod);
            if (period > unpaid) {
                earlier.ended(unpaid - 1);
                first = day;
                unpaid = 1;
                paid++;
            } else if (period == unpaid) {
                unpaid++;
                paid++;
            }
        }
        double ended = Math.floor((lastObservedDay + 1.0 - first) / daysPerPeriod);
        return new ContractTerm(unpaid - 1, unpaid >= ended, paid);
    }
}
