package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The packs that an application follows, ready to be asked.
 *
 * <p>The decision on a class is made before any rule of a programme runs, and no rule can override it. Entries only ever restrict, so the order of packs
 * changes nothing but the order of the reasons. Immutable and thread-safe; a question costs O(entries).
 */
public final class Regulations {

    private final List<RegulationPack> packs;
    private final Map<ItemClass, ItemClass> treatedLike;
    private final Set<ItemClass> known;

    private Regulations(List<RegulationPack> packs, Map<ItemClass, ItemClass> treatedLike) {
        this.packs = packs;
        this.treatedLike = treatedLike;
        this.known = new HashSet<>(ItemClass.standard());
        for (RegulationPack pack : packs) {
            pack.entries().forEach(entry -> known.addAll(entry.itemClasses()));
        }
    }

    /**
     * Returns the regulations of some packs.
     *
     * @param packs the packs that the application follows
     * @return the regulations
     */
    public static Regulations of(List<RegulationPack> packs) {
        return new Regulations(List.copyOf(packs), new TreeMap<>());
    }

    /**
     * Returns the regulations of the packs that ship with the library. Not legal advice.
     *
     * @return the regulations of {@link RegulationPack#standard()}
     */
    public static Regulations standard() {
        return of(RegulationPack.standard());
    }

    /**
     * Returns these regulations with an own class treated like another one.
     *
     * @param own the class that no pack speaks of
     * @param like the class whose entries hold for it too
     * @return changed regulations
     */
    public Regulations treating(ItemClass own, ItemClass like) {
        Map<ItemClass, ItemClass> aliases = new TreeMap<>(treatedLike);
        aliases.put(checkNotNull(own, "own"), checkNotNull(like, "like"));
        return new Regulations(packs, aliases);
    }

    /**
     * Returns the packs.
     *
     * @return the packs in the order given
     */
    public List<RegulationPack> packs() {
        return packs;
    }

    /**
     * Returns what the packs say.
     *
     * @param question the item's class, place, channel and day
     * @return all effects with their reasons
     */
    public Rulings ask(RegulationQuestion question) {
        ItemClass asked = question.itemClass();
        ItemClass like = treatedLike.getOrDefault(asked, asked);
        List<Ruling> rulings = new ArrayList<>();
        for (RegulationPack pack : packs) {
            for (RegulationEntry entry : pack.entries()) {
                if (entry.appliesTo(question, asked) || (!like.equals(asked) && entry.appliesTo(question, like))) {
                    entry.effects()
                            .forEach(effect -> rulings.add(
                                    new Ruling(effect, pack.id(), pack.version(), entry.id(), entry.reason())));
                }
            }
        }
        return new Rulings(asked, known.contains(like), speakOf(question.jurisdiction()), rulings);
    }

    private boolean speakOf(Jurisdiction place) {
        return packs.stream()
                .flatMap(pack -> pack.entries().stream())
                .flatMap(entry -> entry.jurisdictions().stream())
                .anyMatch(other -> other.country().equals(place.country()));
    }
}
