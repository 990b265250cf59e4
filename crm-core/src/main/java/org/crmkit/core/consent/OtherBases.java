package org.crmkit.core.consent;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;

/** Looks for another ground than consent; the rules are listed at {@link ConsentLedger}. */
final class OtherBases {
    private final AccessRequest request;
    private final boolean minor;
    private final ConsentPolicy policy;
    private final Refusals refusals;

    private OtherBases(AccessRequest request, boolean minor, ConsentPolicy policy, Refusals refusals) {
        this.request = request;
        this.minor = minor;
        this.policy = policy;
        this.refusals = refusals;
    }

    /** Returns the first ground that holds, in the order of the law, whatever the order of the entries. */
    static Optional<AccessReason> find(
            List<ConsentRecord> entries,
            AccessRequest request,
            boolean minor,
            ConsentPolicy policy,
            Refusals refusals) {
        OtherBases bases = new OtherBases(request, minor, policy, refusals);
        @Nullable Kind first = null;
        for (ConsentRecord entry : entries) {
            if ((first == null || entry.kind().compareTo(first) < 0) && bases.holds(entry)) {
                first = entry.kind();
            }
        }
        return first == null ? Optional.empty() : Optional.of(reason(first));
    }

    private boolean holds(ConsentRecord entry) {
        return policy.bases().contains(entry.kind())
                && !entry.at().isAfter(request.at())
                && !Coverage.isExpired(entry, request)
                && Coverage.covers(entry, request)
                && isEnoughForTheData(entry)
                && isEnoughForThePerson(entry.kind())
                && !isEnded(entry);
    }

    /** GDPR article 9(2): an interest of the house is never enough, and a contract only for care (letter h). */
    private boolean isEnoughForTheData(ConsentRecord entry) {
        if (!request.dataClass().isSensitive()) {
            return true;
        }
        boolean enough = switch (entry.kind()) {
            case CONTRACT -> request.purpose().isWithin(Purpose.CARE);
            case LEGITIMATE_INTEREST -> false;
            default -> true;
        };
        return enough && entry.dataClass().isPresent();
    }

    /** A child's contract and what a house weighs against a child are the guardian's to decide. */
    private boolean isEnoughForThePerson(Kind kind) {
        return !minor || kind != Kind.CONTRACT && kind != Kind.LEGITIMATE_INTEREST;
    }

    private boolean isEnded(ConsentRecord basis) {
        if (refusals.endedSince(basis)) {
            return true;
        }
        return switch (basis.kind()) {
            // The right to object, GDPR article 21: to state the interest anew does not take it away.
            case PUBLIC_INTEREST, LEGITIMATE_INTEREST -> refusals.objected();
            // GDPR article 22 and PIPL article 24: no one must be profiled to be served.
            case CONTRACT -> refusals.objected() && request.purpose().isWithin(Purpose.PROFILING);
            default -> false;
        };
    }

    private static AccessReason reason(Kind kind) {
        return switch (kind) {
            case CONTRACT -> AccessReason.CONTRACT;
            case LEGAL_OBLIGATION -> AccessReason.LEGAL_OBLIGATION;
            case VITAL_INTEREST -> AccessReason.VITAL_INTEREST;
            case PUBLIC_INTEREST -> AccessReason.PUBLIC_INTEREST;
            default -> AccessReason.LEGITIMATE_INTEREST;
        };
    }
}
