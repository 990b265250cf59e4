package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.Money;

/**
 * A step in the life of a complaint or another service case.
 *
 * @param id the identity of this step
 * @param customer whose case it is
 * @param at when the step was taken
 * @param channel by which way, if known
 * @param caseId the case, the same for all of its steps, not blank
 * @param step what happened
 * @param category what the case is about, as a code of the house, if known
 * @param severity how grave it is, 1 (slight) to 5 (drug safety), if known
 * @param compensation what was given to make up for it, not negative, if anything
 */
public record ServiceCaseEvent(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        String caseId,
        Step step,
        Optional<String> category,
        Optional<Integer> severity,
        Optional<Money> compensation)
        implements Activity {

    /** What happened to the case. */
    public enum Step {
        /** The customer complained or asked. */
        OPENED,
        /** The house answered. */
        ANSWERED,
        /** The matter was settled. */
        RESOLVED,
        /** The customer was compensated. */
        COMPENSATED,
        /** The customer came back with the same matter. */
        REOPENED
    }

    /**
     * Checks the parts.
     *
     * @param id the identity of this step
     * @param customer whose case it is
     * @param at when the step was taken
     * @param channel by which way
     * @param caseId the case
     * @param step what happened
     * @param category what the case is about
     * @param severity how grave it is
     * @param compensation what was given to make up for it
     */
    public ServiceCaseEvent {
        ActivityCodes.checkCommon(id, customer, at, channel);
        checkNotNull(caseId, "caseId");
        checkArgument(!caseId.isBlank(), "caseId of %s must not be blank", id);
        checkNotNull(step, "step");
        checkNotNull(category, "category");
        checkNotNull(severity, "severity");
        checkArgument(
                severity.isEmpty() || severity.get() >= 1 && severity.get() <= 5,
                "severity of %s must be in [1, 5], was %s",
                id,
                severity);
        checkNotNull(compensation, "compensation");
        checkArgument(
                compensation.isEmpty() || !compensation.get().isNegative(),
                "compensation of %s must not be negative, was %s",
                id,
                compensation);
    }

    /**
     * Returns a step of which only the case is known.
     *
     * @param id the identity of this step
     * @param customer whose case it is
     * @param at when the step was taken
     * @param caseId the case
     * @param step what happened
     * @return the step
     */
    public static ServiceCaseEvent of(String id, String customer, Instant at, String caseId, Step step) {
        return new ServiceCaseEvent(
                new ActivityId(id),
                new CustomerId(customer),
                at,
                Optional.empty(),
                caseId,
                step,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel by which way
     * @return a changed copy
     */
    public ServiceCaseEvent withChannel(Channel newChannel) {
        return new ServiceCaseEvent(
                id, customer, at, Optional.of(newChannel), caseId, step, category, severity, compensation);
    }

    /**
     * Returns this with a category.
     *
     * @param newCategory what the case is about, as a code of the house
     * @return a changed copy
     */
    public ServiceCaseEvent withCategory(String newCategory) {
        return new ServiceCaseEvent(
                id, customer, at, channel, caseId, step, Optional.of(newCategory), severity, compensation);
    }

    /**
     * Returns this with a severity.
     *
     * @param newSeverity how grave it is, 1 (slight) to 5 (drug safety)
     * @return a changed copy
     */
    public ServiceCaseEvent withSeverity(int newSeverity) {
        return new ServiceCaseEvent(
                id, customer, at, channel, caseId, step, category, Optional.of(newSeverity), compensation);
    }

    /**
     * Returns this with a compensation.
     *
     * @param newCompensation what was given to make up for it, not negative
     * @return a changed copy
     */
    public ServiceCaseEvent withCompensation(Money newCompensation) {
        return new ServiceCaseEvent(
                id, customer, at, channel, caseId, step, category, severity, Optional.of(newCompensation));
    }

    @Override
    public String code() {
        return "case." + step.name().toLowerCase(Locale.ROOT);
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
