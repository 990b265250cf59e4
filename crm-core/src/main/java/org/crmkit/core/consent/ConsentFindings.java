package org.crmkit.core.consent;

import org.crmkit.core.consent.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;

/** What the entries of one person say to one request; remembers the best reason of each sort. */
final class ConsentFindings {

    private final AccessRequest request;
    private final boolean minor;
    private final Refusals refusals;

    private @Nullable AccessReason permitted;
    private @Nullable ConsentRecord refusedStrong;
    private @Nullable ConsentRecord refusedWeak;
    private boolean expiredStrong;
    private boolean expiredWeak;
    private boolean weak;
    private boolean imported;
    private boolean importExpired;
    private boolean anyGround;

    ConsentFindings(AccessRequest request, boolean minor, Refusals refusals) {
        this.request = request;
        this.minor = minor;
        this.refusals = refusals;
    }

    /** Takes one entry that was said by the asked instant. */
    void add(ConsentRecord entry) {
        anyGround |= !entry.kind().isRefusal();
        if (entry.kind().isConsent() && Coverage.covers(entry, request)) {
            addConsent(entry);
        }
    }

    private void addConsent(ConsentRecord entry) {
        boolean expired = Coverage.isExpired(entry, request);
        if (entry.kind() == Kind.IMPORT) {
            imported |= !expired;
            importExpired |= expired;
            return;
        }
        ConsentRecord refusal = refusals.notLiftedBy(entry);
        boolean strong = isStrong(entry);
        if (refusal != null) {
            refusedStrong = strong ? Refusals.later(refusedStrong, refusal) : refusedStrong;
            refusedWeak = strong ? refusedWeak : Refusals.later(refusedWeak, refusal);
        } else if (expired) {
            expiredStrong |= strong;
            expiredWeak |= !strong;
        } else if (strong) {
            AccessReason permission = permission(entry);
            permitted = permitted == null || permitted.compareTo(permission) < 0 ? permission : permitted;
        } else {
            weak = true;
        }
    }

    /** Whether the consent is of the kind that these data of this person need. */
    private boolean isStrong(ConsentRecord entry) {
        boolean sensitive = request.dataClass().isSensitive();
        if (minor) {
            return entry.kind() == Kind.GUARDIAN_GRANT
                    && (!sensitive || entry.dataClass().isPresent());
        }
        return entry.kind() == Kind.SEPARATE_GRANT || (entry.kind() == Kind.GRANT && !sensitive);
    }

    private static AccessReason permission(ConsentRecord entry) {
        return switch (entry.kind()) {
            case SEPARATE_GRANT -> AccessReason.SEPARATELY_CONSENTED;
            case GUARDIAN_GRANT -> AccessReason.GUARDIAN_CONSENTED;
            default -> AccessReason.CONSENTED;
        };
    }

    /** The permission, or else the most telling refusal: what became of the right kind of consent, then of the wrong kind, then of none. */
    AccessReason reason() {
        if (permitted != null) {
            return permitted;
        }
        if (refusedStrong != null) {
            return Refusals.reasonOf(refusedStrong);
        }
        if (expiredStrong) {
            return AccessReason.EXPIRED;
        }
        if (weak) {
            return neededInstead();
        }
        if (refusedWeak != null) {
            return Refusals.reasonOf(refusedWeak);
        }
        if (expiredWeak) {
            return AccessReason.EXPIRED;
        }
        ConsentRecord last = refusals.last();
        return last != null ? Refusals.reasonOf(last) : reasonWithoutOwnWord();
    }

    private AccessReason reasonWithoutOwnWord() {
        if (imported) {
            return minor || request.dataClass().isSensitive() ? neededInstead() : AccessReason.IMPORTED_CONSENT;
        }
        if (importExpired) {
            return AccessReason.EXPIRED;
        }
        return anyGround ? AccessReason.PURPOSE_NOT_COVERED : AccessReason.NO_CONSENT;
    }

    private AccessReason neededInstead() {
        if (minor) {
            return AccessReason.GUARDIAN_CONSENT_NEEDED;
        }
        // What is left for an adult's ordinary personal data is a guardian's consent, which ended with minority.
        return request.dataClass().isSensitive() ? AccessReason.SEPARATE_CONSENT_NEEDED : AccessReason.EXPIRED;
    }
}
