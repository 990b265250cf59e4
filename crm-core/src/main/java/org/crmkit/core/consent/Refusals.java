package org.crmkit.core.consent;

import java.util.List;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The refusals that speak of one request and were said by its instant.
 *
 * <p>What a consent lifts depends on when a refusal was said and on whether it names a class of data and a channel. So the last one of each of the four
 * scopes says as much as all of them, and a long history costs one pass.
 */
final class Refusals {
    private static final int NAMES_CLASS = 1;
    private static final int NAMES_CHANNEL = 2;
    private static final int SCOPES = 4;

    private final @Nullable ConsentRecord[] lastByScope = new ConsentRecord[SCOPES];
    private @Nullable ConsentRecord last;
    private @Nullable ConsentRecord lastEnd;
    private boolean objected;

    private Refusals() {}

    static Refusals of(List<ConsentRecord> entries, AccessRequest request) {
        Refusals refusals = new Refusals();
        for (ConsentRecord entry : entries) {
            if (entry.kind().isRefusal() && !entry.at().isAfter(request.at()) && Coverage.refuses(entry, request)) {
                refusals.add(entry);
            }
        }
        return refusals;
    }

    private void add(ConsentRecord refusal) {
        int scope = scope(refusal);
        lastByScope[scope] = later(lastByScope[scope], refusal);
        last = later(last, refusal);
        if (refusal.kind() == Kind.EXPIRE) {
            lastEnd = later(lastEnd, refusal);
        } else {
            objected = true;
        }
    }

    /** Returns the refusal said last. */
    @Nullable
    ConsentRecord last() {
        return last;
    }

    /** Tells whether the person has ever denied or withdrawn. */
    boolean objected() {
        return objected;
    }

    /** Tells whether the purpose has ended since something was entered, or at the same instant. */
    boolean endedSince(ConsentRecord entry) {
        return lastEnd != null && !lastEnd.at().isBefore(entry.at());
    }

    /** Returns the last refusal that a consent to the request does not lift, if there is one. */
    @Nullable
    ConsentRecord notLiftedBy(ConsentRecord consent) {
        int named = scope(consent);
        ConsentRecord latest = null;
        for (int scope = 0; scope < SCOPES; scope++) {
            ConsentRecord refusal = lastByScope[scope];
            boolean namesWhatWasRefused = (scope & ~named) == 0;
            if (refusal != null && !(namesWhatWasRefused && refusal.at().isBefore(consent.at()))) {
                latest = later(latest, refusal);
            }
        }
        return latest;
    }

    private static int scope(ConsentRecord entry) {
        return (entry.dataClass().isPresent() ? NAMES_CLASS : 0)
                + (entry.channel().isPresent() ? NAMES_CHANNEL : 0);
    }

    /** The refusal said last; at the same instant the reason decides, so that the order of arrival does not. */
    static ConsentRecord later(@Nullable ConsentRecord one, ConsentRecord other) {
        if (one == null) {
            return other;
        }
        int byTime = one.at().compareTo(other.at());
        return byTime < 0 || (byTime == 0 && reasonOf(one).compareTo(reasonOf(other)) < 0) ? other : one;
    }

    static AccessReason reasonOf(ConsentRecord refusal) {
        if (refusal.kind() != Kind.EXPIRE && refusal.purpose().isWithin(Purpose.PROFILING)) {
            return AccessReason.PROFILING_REFUSED;
        }
        return switch (refusal.kind()) {
            case DENY -> AccessReason.DENIED;
            case EXPIRE -> AccessReason.EXPIRED;
            default -> AccessReason.WITHDRAWN;
        };
    }
}
