package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.customer.CustomerId;

/** Decides by the entries of a ledger; the rules are listed at {@link ConsentLedger}. */
final class LedgerGuard implements ConsentGuard {

    private final Map<CustomerId, List<ConsentRecord>> byPerson;
    private final ConsentPolicy policy;
    private final BirthDates birthDates;

    /** Takes over the map, which nobody else may hold. */
    LedgerGuard(Map<CustomerId, List<ConsentRecord>> byPerson, ConsentPolicy policy, BirthDates birthDates) {
        this.byPerson = byPerson;
        this.policy = checkNotNull(policy, "policy");
        this.birthDates = checkNotNull(birthDates, "birthDates");
    }

    @Override
    public AccessDecision decide(AccessRequest request) {
        if (request.dataClass().sensitivity() == Sensitivity.ORDINARY) {
            return AccessDecision.of(AccessReason.ORDINARY_DATA);
        }
        List<ConsentRecord> entries = byPerson.get(request.person());
        if (entries == null) {
            return AccessDecision.of(AccessReason.NO_CONSENT);
        }
        Optional<LocalDate> birthDate = birthDates.of(request.person());
        AccessReason reason = reasonAt(entries, request, birthDate);
        return new AccessDecision(reason, validUntil(entries, request, birthDate, reason));
    }

    /** The answer alone, without looking for the instant at which it changes. */
    @Override
    public boolean permits(AccessRequest request) {
        if (request.dataClass().sensitivity() == Sensitivity.ORDINARY) {
            return true;
        }
        List<ConsentRecord> entries = byPerson.get(request.person());
        return entries != null
                && reasonAt(entries, request, birthDates.of(request.person())).isPermitted();
    }

    /** The reason can only change where something is said, expires, or the person comes of age: try these instants in order. */
    private Instant validUntil(
            List<ConsentRecord> entries, AccessRequest request, Optional<LocalDate> birthDate, AccessReason reason) {
        TreeSet<Instant> changes = new TreeSet<>();
        for (ConsentRecord entry : entries) {
            addIfLater(changes, entry.at(), request.at());
            if (entry.expiresAt().isPresent()) {
                addIfLater(changes, entry.expiresAt().get(), request.at());
            }
        }
        if (birthDate.isPresent()) {
            addIfLater(changes, policy.ofAgeFrom(birthDate.get()), request.at());
        }
        for (Instant change : changes) {
            if (reasonAt(entries, request.at(change), birthDate) != reason) {
                return change;
            }
        }
        return Instant.MAX;
    }

    private static void addIfLater(Set<Instant> changes, Instant change, Instant at) {
        if (change.isAfter(at)) {
            changes.add(change);
        }
    }

    private AccessReason reasonAt(List<ConsentRecord> entries, AccessRequest request, Optional<LocalDate> birthDate) {
        boolean minor = birthDate
                .map(date -> request.at().isBefore(policy.ofAgeFrom(date)))
                .orElse(policy.unknownAgeIsMinor());
        Refusals refusals = Refusals.of(entries, request);
        ConsentFindings findings = new ConsentFindings(request, minor, refusals);
        for (ConsentRecord entry : entries) {
            if (!entry.at().isAfter(request.at())) {
                findings.add(entry);
            }
        }
        AccessReason reason = findings.reason();
        return reason.isPermitted()
                ? reason
                : OtherBases.find(entries, request, minor, policy, refusals).orElse(reason);
    }
}
