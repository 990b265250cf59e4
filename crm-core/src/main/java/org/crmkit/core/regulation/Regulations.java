package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The packs that an application follows, ready to be asked.
 *
 * <p>The decision on a class is made before any rule of a programme runs, and no rule can override it. Entries only ever restrict, so the order of packs
 * changes nothing but the order of the reasons, and the strictest wins. To a class that nobody has classified every act is forbidden, by the entry
 * {@code unclassified@1/unknown-class}: it may be a medicine. Immutable and thread-safe; a question costs O(entries of the class).
 */
public final class Regulations {

    private static final List<Ruling> UNKNOWN_CLASS = Arrays.stream(Act.values())
            .map(act -> new Ruling(
                    new Effect.Forbidden(act),
                    "unclassified",
                    1,
                    "unknown-class",
                    "Nobody has said yet what kind of item this is.",
                    "Regulations.treating, or a pack that speaks of the class"))
            .toList();

    private final List<RegulationPack> packs;
    private final Map<ItemClass, ItemClass> treatedLike;
    private final PackIndex index;

    private Regulations(List<RegulationPack> packs, Map<ItemClass, ItemClass> treatedLike) {
        this.packs = packs;
        this.treatedLike = treatedLike;
        this.index = new PackIndex(packs, treatedLike);
    }

    /**
     * Returns the regulations of some packs.
     *
     * @param packs the packs that the application follows, each in one version
     * @return the regulations
     * @throws IllegalArgumentException if two packs have the same id
     */
    public static Regulations of(List<RegulationPack> packs) {
        Set<String> ids = new HashSet<>();
        for (RegulationPack pack : packs) {
            checkArgument(ids.add(pack.id()), "packs must differ in id, %s is there twice", pack.id());
        }
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
     * Returns these regulations with an own class treated like another one, whose entries hold for it too.
     *
     * @param own the class that no pack speaks of
     * @param like a class that is known; {@link ItemClass#OTHER} for goods without a rule of their own
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
        boolean known = index.knows(question.itemClass());
        List<Ruling> rulings = new ArrayList<>(known ? List.of() : UNKNOWN_CLASS);
        index.collect(question, rulings);
        return new Rulings(question.itemClass(), known, index.knows(question.jurisdiction()), rulings);
    }
}
