package org.crmkit.core.consent;

import java.util.List;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;

/** What the entries of one person say to one request; remembers the best reason of each sort. */
final class ConsentFindings {

    private final AccessRequest request;
    private final boolean minor;

    private @Nullable AccessReason permitted;
    private @Nullable ConsentRecord refusedStrong;
    private @Nullable ConsentRecord refusedWeak;
    private @Nullable ConsentRecord lastRefusal;
    private boolean expiredStrong;
    private boolean expiredWeak;
    private boolean weak;
    private boolean imported;
    private boolean importExpired;
    private boolean anyGround;

    ConsentFindings(AccessRequest request, boolean minor) {
        this.request = request;
        this.minor = minor;
    }

    /** Takes one entry that was said by the asked instant; {@code entries} holds all of the person, later ones too. */
    void add(ConsentRecord entry, List<ConsentRecord> entries) {
        anyGround |= !entry.kind().isRefusal();
        if (entry.kind().isRefusal()) {
            lastRefusal = Coverage.refuses(entry, request) ? later(lastRefusal, entry) : lastRefusal;
        } else if (entry.kind().isConsent() && Coverage.covers(entry, request)) {
            addConsent(entry, entries);
        }
    }

    private void addConsent(ConsentRecord entry, List<ConsentRecord> entries) {
        boolean expired = Coverage.isExpired(entry, request);
        if (entry.kind() == Kind.IMPORT) {
            imported |= !expired;
            importExpired |= expired;
            return;
        }
        ConsentRecord refusal = blocking(entry, entries);
        boolean strong = isStrong(entry);
        if (refusal != null) {
            refusedStrong = strong ? later(refusedStrong, refusal) : refusedStrong;
            refusedWeak = strong ? refusedWeak : later(refusedWeak, refusal);
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

    private @Nullable ConsentRecord blocking(ConsentRecord consent, List<ConsentRecord> entries) {
        ConsentRecord latest = null;
        for (ConsentRecord entry : entries) {
            if (entry.kind().isRefusal()
                    && !entry.at().isAfter(request.at())
                    && Coverage.refuses(entry, request)
                    && !isLifted(entry, consent)) {
                latest = later(latest, entry);
            }
        }
        return latest;
    }

    /** The refusal said last; at the same instant the reason decides, so that the order of arrival does not. */
    private static ConsentRecord later(@Nullable ConsentRecord one, ConsentRecord other) {
        if (one == null) {
            return other;
        }
        int byTime = one.at().compareTo(other.at());
        return byTime < 0 || (byTime == 0 && reasonOf(one).compareTo(reasonOf(other)) < 0) ? other : one;
    }

    private static boolean isLifted(ConsentRecord refusal, ConsentRecord consent) {
        return refusal.at().isBefore(consent.at()) && Coverage.namesWhatWasRefused(consent, refusal);
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

    private static AccessReason reasonOf(ConsentRecord refusal) {
        if (refusal.kind() != Kind.EXPIRE && refusal.purpose().isWithin(Purpose.PROFILING)) {
            return AccessReason.PROFILING_REFUSED;
        }
        return switch (refusal.kind()) {
            case DENY -> AccessReason.DENIED;
            case EXPIRE -> AccessReason.EXPIRED;
            default -> AccessReason.WITHDRAWN;
        };
    }

    /** The permission, or else the most telling refusal: what became of the right kind of consent, then of the wrong kind, then of none. */
    AccessReason reason() {
        if (permitted != null) {
            return permitted;
        }
        if (refusedStrong != null) {
            return reasonOf(refusedStrong);
        }
        if (expiredStrong) {
            return AccessReason.EXPIRED;
        }
        if (weak) {
            return neededInstead();
        }
        if (refusedWeak != null) {
            return reasonOf(refusedWeak);
        }
        if (expiredWeak) {
            return AccessReason.EXPIRED;
        }
        return lastRefusal != null ? reasonOf(lastRefusal) : reasonWithoutOwnWord();
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
