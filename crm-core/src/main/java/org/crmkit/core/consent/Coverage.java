package org.crmkit.core.consent;

import org.crmkit.core.attribute.DataClass;

/** Which entries speak of a request. */
final class Coverage {
    private Coverage() {}

    /** A consent or other ground covers exactly its purpose, its class or all, its channel or all. */
    static boolean covers(ConsentRecord entry, AccessRequest request) {
        return entry.purpose().equals(request.purpose())
                && (entry.dataClass().isEmpty() || entry.dataClass().get().equals(request.dataClass()))
                && fitsChannel(entry, request);
    }

    /**
     * A refusal covers its purpose and all below, its class or all, its channel or all. Its class counts by name: who refuses "weight" does so whatever
     * sensitivity an application gives to weight, then or now.
     */
    static boolean refuses(ConsentRecord entry, AccessRequest request) {
        return request.purpose().isWithin(entry.purpose())
                && (entry.dataClass().isEmpty() || isSameName(entry.dataClass().get(), request.dataClass()))
                && fitsChannel(entry, request);
    }

    static boolean isExpired(ConsentRecord entry, AccessRequest request) {
        return entry.expiresAt().isPresent() && !entry.expiresAt().get().isAfter(request.at());
    }

    private static boolean fitsChannel(ConsentRecord entry, AccessRequest request) {
        return entry.channel().isEmpty() || entry.channel().equals(request.channel());
    }

    private static boolean isSameName(DataClass one, DataClass other) {
        return one.code().equals(other.code());
    }
}
