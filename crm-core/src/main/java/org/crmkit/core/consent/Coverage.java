package org.crmkit.core.consent;

/** Which entries speak of a request. */
final class Coverage {
    private Coverage() {}

    /** A consent or other ground covers exactly its purpose, its class or all, its channel or all. */
    static boolean covers(ConsentRecord entry, AccessRequest request) {
        return entry.purpose().equals(request.purpose()) && fitsScope(entry, request);
    }

    /** A refusal covers its purpose and all below, its class or all, its channel or all. */
    static boolean refuses(ConsentRecord entry, AccessRequest request) {
        return request.purpose().isWithin(entry.purpose()) && fitsScope(entry, request);
    }

    static boolean isExpired(ConsentRecord entry, AccessRequest request) {
        return entry.expiresAt().isPresent() && !entry.expiresAt().get().isAfter(request.at());
    }

    private static boolean fitsScope(ConsentRecord entry, AccessRequest request) {
        return (entry.dataClass().isEmpty() || entry.dataClass().get().equals(request.dataClass()))
                && (entry.channel().isEmpty() || entry.channel().equals(request.channel()));
    }
}
