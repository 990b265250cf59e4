package org.crmkit.core.consent;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.customer.CustomerId;

/**
 * The append-only record of all that people said about the use of their data.
 *
 * <p>Nothing is ever changed or deleted in it, so any past state can be shown again: {@link #prefix} is the ledger as it stood after so many entries.
 * The rules, all failing closed:
 * <ul>
 *   <li>No record means no.
 *   <li>A consent covers exactly its purpose, not those below or above; its class of data, or every class that is not sensitive; its channel, or all.
 *   <li>A refusal (denial, withdrawal, end of purpose) covers its purpose and all below; its class of data, or all, by name whatever its
 *       sensitivity; its channel, or all.
 *   <li>A consent counts from when it was said until it expires, unless a refusal that covers the question was said at the same instant or later. An
 *       earlier refusal is lifted only if the consent names the class of data and the channel wherever the refusal does: agreeing to marketing does
 *       not undo an earlier "no SMS".
 *   <li>Sensitive data need a separate grant that names their class. A minor's data need the guardian's grant, which for sensitive data names their
 *       class as well; it ends when the person comes of age.
 *   <li>An import fills gaps only: it counts where the person has said nothing about the question, never for sensitive data or minors.
 *   <li>Grounds other than consent (contract, legal obligation, vital, public and legitimate interest) are entries as well, with their evidence, and count if the
 *       {@linkplain ConsentPolicy#bases() policy} knows them. They cover what a consent would, never a purpose below. Sensitive data need an entry that
 *       names their class; a legitimate interest is never enough for them, and a contract only for {@link Purpose#CARE} and what lies under it. For minors
 *       neither contract nor legitimate interest counts.
 *   <li>A withdrawal does not end what rests on a contract, an obligation or a vital interest; it does end, as an objection and for good, what rests on a public
 *       or legitimate interest, and profiling under a contract. The end of the purpose ends every ground that was there before.
 * </ul>
 *
 * <p>What was said when decides, not the order of arrival. Immutable; appending copies, so keep one ledger per person or append many entries at once.
 */
public final class ConsentLedger {

    /** The ledger without entries. */
    public static final ConsentLedger EMPTY = new ConsentLedger(List.of());

    private final List<ConsentRecord> records;

    private ConsentLedger(List<ConsentRecord> records) {
        this.records = records;
    }

    /**
     * Returns the ledger of entries.
     *
     * @param records the entries in the order in which they were appended
     * @return the ledger
     */
    public static ConsentLedger of(Collection<ConsentRecord> records) {
        return new ConsentLedger(List.copyOf(records));
    }

    /**
     * Returns this ledger with one more entry.
     *
     * @param record the entry
     * @return a longer ledger
     */
    public ConsentLedger append(ConsentRecord record) {
        return appendAll(List.of(record));
    }

    /**
     * Returns this ledger with more entries, copied once: what another system or another shop has recorded. An entry that is there already changes no
     * decision, and neither does the order in which ledgers are put together.
     *
     * @param more the entries
     * @return a longer ledger
     */
    public ConsentLedger appendAll(Collection<ConsentRecord> more) {
        List<ConsentRecord> longer = new ArrayList<>(records);
        longer.addAll(more);
        return of(longer);
    }

    /**
     * Returns the ledger as it stood after so many entries.
     *
     * @param size the number of entries, from 0 to the present size
     * @return the earlier ledger
     */
    public ConsentLedger prefix(int size) {
        checkArgument(size >= 0 && size <= records.size(), "size must be in [0, %s], was %s", records.size(), size);
        return new ConsentLedger(List.copyOf(records.subList(0, size)));
    }

    /**
     * Returns all entries.
     *
     * @return the entries in the order in which they were appended
     */
    public List<ConsentRecord> records() {
        return records;
    }

    /**
     * Returns the entries of one person.
     *
     * @param person the person
     * @return the entries in the order in which they were appended
     */
    public List<ConsentRecord> recordsOf(CustomerId person) {
        return records.stream().filter(entry -> entry.person().equals(person)).toList();
    }

    /**
     * Returns what a decision rests on, for whoever must prove it: the entries that speak of a request and were said by its instant. Their evidence says how.
     *
     * @param request the request
     * @return consents and other grounds for exactly this purpose, and refusals of it or of a purpose above, in the order in which they were appended
     */
    public List<ConsentRecord> recordsOn(AccessRequest request) {
        return records.stream()
                .filter(entry -> entry.person().equals(request.person())
                        && !entry.at().isAfter(request.at())
                        && (entry.kind().isRefusal()
                                ? Coverage.refuses(entry, request)
                                : Coverage.covers(entry, request)))
                .toList();
    }

    /**
     * Returns the guard that decides by the present entries.
     *
     * @param policy who is a minor
     * @param birthDates how to know
     * @return the guard, which later entries do not change
     */
    public ConsentGuard guard(ConsentPolicy policy, BirthDates birthDates) {
        Map<CustomerId, List<ConsentRecord>> byPerson = new HashMap<>();
        for (ConsentRecord entry : records) {
            byPerson.computeIfAbsent(entry.person(), person -> new ArrayList<>(2))
                    .add(entry);
        }
        return new LedgerGuard(byPerson, policy, birthDates);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConsentLedger that && records.equals(that.records);
    }

    @Override
    public int hashCode() {
        return records.hashCode();
    }

    /** Returns the number of entries. */
    @Override
    public String toString() {
        return "ConsentLedger[" + records.size() + " entries]";
    }
}
