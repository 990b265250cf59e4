package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/**
 * One entry of the consent ledger: who said what, when, how, and what he was told; or on what other ground the house uses his data.
 *
 * @param person whose data
 * @param kind what was said
 * @param purpose the purpose it was said of
 * @param dataClass the class of data it was said of; without one, all classes
 * @param channel the channel it was said of; without one, all channels
 * @param at when it was said
 * @param expiresAt the first instant at which a consent or other ground no longer holds; not for refusals
 * @param evidence how it was said and what was told, such as {@code app 4.2, notice v7}, or which contract or law; 1 to 500 characters, no personal data
 */
public record ConsentRecord(
        CustomerId person,
        Kind kind,
        Purpose purpose,
        Optional<DataClass> dataClass,
        Optional<Channel> channel,
        Instant at,
        Optional<Instant> expiresAt,
        String evidence) {

    private static final int MAX_EVIDENCE = 500;

    /** What was said. */
    public enum Kind {
        /** The person consents. */
        GRANT(Sort.CONSENT),
        /** The person consents separately to one class of sensitive data. */
        SEPARATE_GRANT(Sort.CONSENT),
        /** The guardian of a minor consents. */
        GUARDIAN_GRANT(Sort.CONSENT),
        /** Another system says that the person consented. */
        IMPORT(Sort.CONSENT),
        /** The person was asked and said no. */
        DENY(Sort.REFUSAL),
        /** The person takes consent back, or objects. */
        WITHDRAW(Sort.REFUSAL),
        /** The purpose has ended, and all grounds with it. */
        EXPIRE(Sort.REFUSAL),
        /** A contract with the person cannot be kept without: GDPR article 6(1)(b), PIPL article 13(2). */
        CONTRACT(Sort.BASIS),
        /** A law demands it, such as the recall of a medicine or the keeping of prescriptions: GDPR article 6(1)(c), PIPL article 13(3). */
        LEGAL_OBLIGATION(Sort.BASIS),
        /** Life or health is at stake: GDPR article 6(1)(d), PIPL article 13(4). */
        VITAL_INTEREST(Sort.BASIS),
        /** A task in the public interest, such as public health: GDPR article 6(1)(e). */
        PUBLIC_INTEREST(Sort.BASIS),
        /** A legitimate interest that was weighed against that of the person: GDPR article 6(1)(f); PIPL knows no such ground. */
        LEGITIMATE_INTEREST(Sort.BASIS);

        private final Sort sort;

        Kind(Sort sort) {
            this.sort = sort;
        }

        private enum Sort {
            CONSENT,
            REFUSAL,
            BASIS
        }

        /**
         * Tells whether this says yes.
         *
         * @return true for the grants and the import
         */
        public boolean isConsent() {
            return sort == Sort.CONSENT;
        }

        /**
         * Tells whether this says no.
         *
         * @return true for the denial, the withdrawal and the end of a purpose
         */
        public boolean isRefusal() {
            return sort == Sort.REFUSAL;
        }

        /**
         * Tells whether this is another ground than consent.
         *
         * @return true for the contract, the obligation and the interests
         */
        public boolean isOtherBasis() {
            return sort == Sort.BASIS;
        }
    }

    /**
     * Checks that the parts fit the kind.
     *
     * @param person whose data
     * @param kind what was said
     * @param purpose the purpose
     * @param dataClass the class of data
     * @param channel the channel
     * @param at when it was said
     * @param expiresAt when a consent ends
     * @param evidence how it was said
     */
    public ConsentRecord {
        checkNotNull(person, "person");
        checkNotNull(kind, "kind");
        checkNotNull(purpose, "purpose");
        checkNotNull(dataClass, "dataClass");
        checkNotNull(channel, "channel");
        checkNotNull(at, "at");
        checkNotNull(expiresAt, "expiresAt");
        checkNotNull(evidence, "evidence");
        checkArgument(
                kind != Kind.SEPARATE_GRANT || dataClass.isPresent(),
                "dataClass of SEPARATE_GRANT must be present, was absent");
        checkArgument(!kind.isRefusal() || expiresAt.isEmpty(), "expiresAt of %s must be absent, was present", kind);
        if (expiresAt.isPresent()) {
            checkArgument(
                    expiresAt.get().isAfter(at),
                    "expiresAt must be after at, was at=%s, expiresAt=%s",
                    at,
                    expiresAt.get());
        }
        checkArgument(
                !evidence.isBlank() && evidence.length() <= MAX_EVIDENCE,
                "evidence must have 1 to %s characters and not be blank, had %s",
                MAX_EVIDENCE,
                evidence.length());
    }

    /**
     * Returns an entry for all classes of data and all channels, without an end.
     *
     * @param kind what was said; a separate grant needs {@link #separateGrant}
     * @param person whose data
     * @param purpose the purpose
     * @param at when it was said
     * @param evidence how it was said and what was told
     * @return the entry
     */
    public static ConsentRecord of(Kind kind, CustomerId person, Purpose purpose, Instant at, String evidence) {
        return new ConsentRecord(
                person, kind, purpose, Optional.empty(), Optional.empty(), at, Optional.empty(), evidence);
    }

    /**
     * Returns the separate consent to one class of data.
     *
     * @param person whose data
     * @param dataClass the class of data
     * @param purpose the purpose
     * @param at when it was said
     * @param evidence how it was said and what was told
     * @return the entry
     */
    public static ConsentRecord separateGrant(
            CustomerId person, DataClass dataClass, Purpose purpose, Instant at, String evidence) {
        return new ConsentRecord(
                person,
                Kind.SEPARATE_GRANT,
                purpose,
                Optional.of(dataClass),
                Optional.empty(),
                at,
                Optional.empty(),
                evidence);
    }

    /**
     * Returns this for one class of data.
     *
     * @param newDataClass the class
     * @return a changed copy
     */
    public ConsentRecord forData(DataClass newDataClass) {
        return new ConsentRecord(person, kind, purpose, Optional.of(newDataClass), channel, at, expiresAt, evidence);
    }

    /**
     * Returns this for one channel.
     *
     * @param newChannel the channel
     * @return a changed copy
     */
    public ConsentRecord over(Channel newChannel) {
        return new ConsentRecord(person, kind, purpose, dataClass, Optional.of(newChannel), at, expiresAt, evidence);
    }

    /**
     * Returns this consent or ground with an end.
     *
     * @param newExpiresAt the first instant at which it no longer holds
     * @return a changed copy
     */
    public ConsentRecord until(Instant newExpiresAt) {
        return new ConsentRecord(person, kind, purpose, dataClass, channel, at, Optional.of(newExpiresAt), evidence);
    }
}
