package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A set of regulatory facts as data, with a version, so that a decision can name what it followed.
 *
 * <p>The text form is one statement a line of at most 2,000 characters; indentation, empty lines and lines that begin with {@code #} do not matter:
 * <pre>{@code
 * pack cn-medicine 1
 * title China: medicines
 * entry gift
 *   in CN
 *   classes RX OTC_A
 *   from 2007-05-01
 *   effects NO_GIFT
 *   reason Prescription and class A medicines may not be given to the public.
 *   source Measures on drug distribution supervision, article 20
 * }</pre>
 * Without {@code classes} or {@code channels} all are meant, without {@code from} since ever; {@code until} gives the first day after. Effects are {@code NO_<act>},
 * {@code OUT_OF_POCKET_<act>}, {@code CAP_MONEY_<act>_PER_<ITEM|YEAR>=<currency><amount>} and {@code REQUIRE_CONSENT_<act>=<purpose>}, with the acts of
 * {@link Act}.
 *
 * @param id lower-case letters, digits and hyphens
 * @param version from 1 up
 * @param title what a person reads
 * @param entries the facts, no id twice
 */
public record RegulationPack(String id, int version, String title, List<RegulationEntry> entries) {

    private static final int LONGEST_ID = 60;

    /**
     * Checks the parts.
     *
     * @param id the id
     * @param version from 1 up
     * @param title what a person reads
     * @param entries the facts
     */
    public RegulationPack {
        checkId(id, "pack id");
        checkArgument(version >= 1, "version must be at least 1, was %s", version);
        checkArgument(!title.isBlank(), "title of %s must not be blank", id);
        entries = List.copyOf(entries);
        Set<String> seen = new HashSet<>();
        for (RegulationEntry entry : entries) {
            checkArgument(seen.add(entry.id()), "entries of %s must differ, %s is there twice", id, entry.id());
        }
    }

    /**
     * Reads packs from their text form.
     *
     * @param text any number of packs
     * @return the packs in their order
     * @throws IllegalArgumentException if a line is wrong; the message names the line and what is allowed
     */
    public static List<RegulationPack> parse(String text) {
        return new PackParser().parse(checkNotNull(text, "text"));
    }

    /**
     * Returns the packs that ship with the library: China, the United States (federal and states), Canada, England and Germany.
     *
     * <p>Not legal advice: a lawyer must check each pack before use.
     *
     * @return the packs, ordered by id
     */
    public static List<RegulationPack> standard() {
        return StandardPacks.ALL;
    }

    static void checkId(String id, String name) {
        checkNotNull(id, name);
        checkArgument(
                !id.isEmpty()
                        && id.length() <= LONGEST_ID
                        && id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'),
                "%s must be 1 to %s of a-z, 0-9 and '-', was \"%s\"",
                name,
                LONGEST_ID,
                id.substring(0, Math.min(LONGEST_ID, id.length())));
    }
}
