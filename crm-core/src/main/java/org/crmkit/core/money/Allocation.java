package org.crmkit.core.money;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The largest-remainder method (Hamilton's) on exact integers. */
final class Allocation {

    private Allocation() {}

    static List<Money> allocate(Money amount, long[] weights) {
        BigInteger totalWeight = totalOf(weights);
        BigInteger magnitude = BigInteger.valueOf(amount.amountMinor()).abs();
        BigInteger[] shares = new BigInteger[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        BigInteger left = magnitude;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient =
                    magnitude.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(totalWeight);
            shares[i] = quotient[0];
            remainders[i] = quotient[1];
            left = left.subtract(quotient[0]);
        }
        // The remainders sum to left * totalWeight and each is below totalWeight: fewer units are left than there are
        // nonzero remainders.
        Integer[] byRemainder = indices(weights.length);
        Arrays.sort(
                byRemainder, Comparator.comparing((Integer i) -> remainders[i]).reversed());
        for (int i = 0; i < left.intValueExact(); i++) {
            shares[byRemainder[i]] = shares[byRemainder[i]].add(BigInteger.ONE);
        }
        return moneyOf(amount, shares);
    }

    private static BigInteger totalOf(long[] weights) {
        checkNotNull(weights, "weights");
        checkArgument(weights.length > 0, "weights must hold at least one weight, was empty");
        BigInteger total = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            checkArgument(weights[i] >= 0, "weights[%s] must be at least 0, was %s", i, weights[i]);
            total = total.add(BigInteger.valueOf(weights[i]));
        }
        checkArgument(
                total.signum() > 0, "weights must hold at least one positive weight, was %s", Arrays.toString(weights));
        return total;
    }

    private static Integer[] indices(int length) {
        Integer[] indices = new Integer[length];
        Arrays.setAll(indices, i -> i);
        return indices;
    }

    private static List<Money> moneyOf(Money amount, BigInteger[] shares) {
        List<Money> parts = new ArrayList<>(shares.length);
        for (BigInteger share : shares) {
            BigInteger signed = amount.isNegative() ? share.negate() : share;
            parts.add(Money.ofMinor(signed.longValueExact(), amount.currency()));
        }
        return List.copyOf(parts);
    }
}
