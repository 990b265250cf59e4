package org.crmkit.core.condition.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.TruthColumn;

/**
 * How many customers answer true, false and unknown; together they are everyone who was asked.
 *
 * @param in of how many it is true, at least 0
 * @param out of how many it is false, at least 0
 * @param unknown of how many it is unknown, at least 0
 */
public record TruthCounts(long in, long out, long unknown) {

    /** No one was asked. */
    public static final TruthCounts ZERO = new TruthCounts(0, 0, 0);

    /**
     * Checks the numbers.
     *
     * @param in of how many it is true
     * @param out of how many it is false
     * @param unknown of how many it is unknown
     */
    public TruthCounts {
        checkArgument(in >= 0, "in must be at least 0, was %s", in);
        checkArgument(out >= 0, "out must be at least 0, was %s", out);
        checkArgument(unknown >= 0, "unknown must be at least 0, was %s", unknown);
    }

    /**
     * Counts answers.
     *
     * @param answers of a population
     * @return how often each occurs
     */
    public static TruthCounts of(TruthColumn answers) {
        return new TruthCounts(answers.count(Truth.TRUE), answers.count(Truth.FALSE), answers.count(Truth.UNKNOWN));
    }

    /**
     * Returns how many were asked.
     *
     * @return the sum of all three
     */
    public long total() {
        return in + out + unknown;
    }

    /**
     * Returns how many belong, as a policy has it.
     *
     * @param policy decides on the unknown
     * @return in [0, total]
     */
    public long members(MembershipPolicy policy) {
        return in + (policy.admits(Truth.UNKNOWN) ? unknown : 0);
    }

    /**
     * Adds the counts of other customers.
     *
     * @param other of customers who are not among these
     * @return of all of them
     * @throws ArithmeticException if a sum does not fit 64 bits
     */
    public TruthCounts plus(TruthCounts other) {
        checkNotNull(other, "other");
        return new TruthCounts(
                Math.addExact(in, other.in), Math.addExact(out, other.out), Math.addExact(unknown, other.unknown));
    }
}
