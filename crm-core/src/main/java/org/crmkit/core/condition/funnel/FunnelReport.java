package org.crmkit.core.condition.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.crmkit.core.condition.MembershipPolicy;

/**
 * Who is in and who is out at each step of a funnel, over a population.
 *
 * <p>At every step the counts add up to the population: alone, of all conditions so far, and of any so far. Reports of the parts of a population add up to the
 * report of the whole, so millions can be counted in pieces.
 *
 * @param customers how many were asked
 * @param steps one a condition, in the order in which they are asked
 */
public record FunnelReport(long customers, List<FunnelStep> steps) {

    /**
     * Checks that each step is of all customers.
     *
     * @param customers how many were asked
     * @param steps one a condition
     */
    public FunnelReport {
        steps = List.copyOf(steps);
        checkArgument(!steps.isEmpty(), "steps must hold at least 1 element, held none");
        for (FunnelStep step : steps) {
            checkArgument(
                    step.alone().total() == customers,
                    "counts of %s must add up to %s customers, were of %s",
                    step.name(),
                    customers,
                    step.alone().total());
        }
    }

    /**
     * Returns how many customers a step takes away from those that the steps before it left.
     *
     * @param step the index of the step
     * @param policy decides on the unknown
     * @return at least 0
     */
    public long lost(int step, MembershipPolicy policy) {
        long before = step == 0
                ? customers
                : steps.get(checkElementIndex(step, steps.size()) - 1)
                        .allSoFar()
                        .members(policy);
        return before - steps.get(step).allSoFar().members(policy);
    }

    /**
     * Returns for how many customers a step is the first whose condition holds.
     *
     * @param step the index of the step
     * @return at least 0
     */
    public long first(int step) {
        long before = step == 0
                ? 0
                : steps.get(checkElementIndex(step, steps.size()) - 1)
                        .anySoFar()
                        .in();
        return steps.get(step).anySoFar().in() - before;
    }

    /**
     * Returns how many customers have no place where the first condition that holds counts: of these none holds.
     *
     * @return false where all conditions are, unknown where one might hold
     */
    public TruthCounts withoutPlace() {
        TruthCounts any = steps.get(steps.size() - 1).anySoFar();
        return new TruthCounts(0, any.out(), any.unknown());
    }

    /**
     * Adds the report of other customers.
     *
     * @param other of the same funnel, over customers who are not among these
     * @return of all of them
     * @throws IllegalArgumentException if the steps differ
     */
    public FunnelReport plus(FunnelReport other) {
        checkArgument(
                steps.size() == checkNotNull(other, "other").steps.size(),
                "reports must be of the same funnel, had %s and %s steps",
                steps.size(),
                other.steps.size());
        List<FunnelStep> sums = new ArrayList<>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            sums.add(steps.get(i).plus(other.steps.get(i)));
        }
        return new FunnelReport(Math.addExact(customers, other.customers), sums);
    }

    /**
     * Returns the report as text, a line a step.
     *
     * @param locale the language; English where there is no text in a language
     * @return the text
     */
    public String toText(Locale locale) {
        return FunnelText.of(this, locale);
    }
}
