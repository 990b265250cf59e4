package org.crmkit.core.consent;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.consent.ConsentRecord.Kind;

/** Looks for another ground than consent; the rules are listed at {@link ConsentLedger}. */
final class OtherBases {
    private final List<ConsentRecord> entries;
    private final AccessRequest request;
    private final boolean minor;
    private final ConsentPolicy policy;

    private OtherBases(List<ConsentRecord> entries, AccessRequest request, boolean minor, ConsentPolicy policy) {
        this.entries = entries;
        this.request = request;
        this.minor = minor;
        this.policy = policy;
    }

    /** Returns the first ground that holds, in the order of the law, whatever the order of the entries. */
    static Optional<AccessReason> find(
            List<ConsentRecord> entries, AccessRequest request, boolean minor, ConsentPolicy policy) {
        OtherBases bases = new OtherBases(entries, request, minor, policy);
        return entries.stream()
                .filter(bases::holds)
                .map(ConsentRecord::kind)
                .min(Kind::compareTo)
                .map(OtherBases::reason);
    }

    private boolean holds(ConsentRecord entry) {
        return policy.bases().contains(entry.kind())
                && !entry.at().isAfter(request.at())
                && !Coverage.isExpired(entry, request)
                && Coverage.covers(entry, request)
                && isEnoughForTheData(entry)
                && isEnoughForThePerson(entry.kind())
                && entries.stream().noneMatch(other -> isEnded(entry, other));
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

    private boolean isEnded(ConsentRecord basis, ConsentRecord other) {
        if (!other.kind().isRefusal() || other.at().isAfter(request.at()) || !Coverage.refuses(other, request)) {
            return false;
        }
        if (other.kind() == Kind.EXPIRE) {
            return !other.at().isBefore(basis.at());
        }
        return switch (basis.kind()) {
            // The right to object, GDPR article 21: to state the interest anew does not take it away.
            case PUBLIC_INTEREST, LEGITIMATE_INTEREST -> true;
            // GDPR article 22 and PIPL article 24: no one must be profiled to be served.
            case CONTRACT -> request.purpose().isWithin(Purpose.PROFILING);
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
