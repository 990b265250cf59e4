package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.customer.Channel;

/**
 * One fact of a pack: where, for which items and channels, since when, with which effects, and why.
 *
 * @param id the id within its pack: lower-case letters, digits and hyphens
 * @param jurisdictions where it holds, at least one
 * @param itemClasses the classes it speaks of; empty for every class
 * @param channels the channels it speaks of; empty for every channel
 * @param from the first day it holds; absent for since ever
 * @param until the first day it no longer holds; absent for open-ended
 * @param effects what it does, at least one, none twice
 * @param reason why, in words that a clerk may say to a customer
 * @param source where that is written
 */
public record RegulationEntry(
        String id,
        Set<Jurisdiction> jurisdictions,
        Set<ItemClass> itemClasses,
        Set<Channel> channels,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        List<Effect> effects,
        String reason,
        String source) {

    /**
     * Checks and orders the parts.
     *
     * @param id the id within its pack
     * @param jurisdictions where it holds
     * @param itemClasses the classes it speaks of
     * @param channels the channels it speaks of
     * @param from the first day it holds
     * @param until the first day it no longer holds
     * @param effects what it does
     * @param reason why
     * @param source where that is written
     */
    public RegulationEntry {
        RegulationPack.checkId(id, "entry id");
        jurisdictions = sorted(jurisdictions);
        itemClasses = sorted(itemClasses);
        channels = sorted(channels);
        effects = List.copyOf(effects);
        checkNotNull(from, "from");
        checkNotNull(until, "until");
        checkArgument(!jurisdictions.isEmpty(), "jurisdictions of %s must not be empty", id);
        checkArgument(!effects.isEmpty(), "effects of %s must not be empty", id);
        checkArgument(Set.copyOf(effects).size() == effects.size(), "effects of %s must differ, were %s", id, effects);
        checkArgument(!reason.isBlank(), "reason of %s must not be blank", id);
        checkArgument(!source.isBlank(), "source of %s must not be blank", id);
        if (from.isPresent() && until.isPresent()) {
            checkArgument(
                    until.get().isAfter(from.get()),
                    "until of %s must be after from, was from=%s, until=%s",
                    id,
                    from.get(),
                    until.get());
        }
    }

    /** Whether the entry holds where, when and how it is asked; what the question leaves open (channel, part of the country) counts as covered. */
    boolean holds(RegulationQuestion question, LocalDate day) {
        return (from.isEmpty() || !day.isBefore(from.get()))
                && (until.isEmpty() || day.isBefore(until.get()))
                && (channels.isEmpty()
                        || question.channel().isEmpty()
                        || channels.contains(question.channel().get()))
                && holdsIn(question.jurisdiction());
    }

    private boolean holdsIn(Jurisdiction asked) {
        for (Jurisdiction place : jurisdictions) {
            if (asked.isWithin(place) || place.isWithin(asked)) {
                return true;
            }
        }
        return false;
    }

    private static <T extends Comparable<T>> Set<T> sorted(Collection<T> values) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
