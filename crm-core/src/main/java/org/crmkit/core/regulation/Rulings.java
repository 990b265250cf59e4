package org.crmkit.core.regulation;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;

/**
 * All that the packs say of one question.
 *
 * @param itemClass the class that was asked about
 * @param classKnown whether any pack speaks of the class or it is one of the library's; to an own class that nobody classified everything is forbidden
 * @param placeKnown whether any pack speaks of the place, of all or of a part of it; where none does, no ruling means nothing
 * @param all the effects with their reasons, in the order of packs and entries
 */
public record Rulings(ItemClass itemClass, boolean classKnown, boolean placeKnown, List<Ruling> all) {

    /**
     * Checks and copies.
     *
     * @param itemClass the class that was asked about
     * @param classKnown whether the class is known
     * @param placeKnown whether the place is known
     * @param all the effects with their reasons
     */
    public Rulings {
        checkNotNull(itemClass, "itemClass");
        all = List.copyOf(all);
    }

    /**
     * Tells whether an act is forbidden.
     *
     * @param act the act
     * @return true if any entry forbids it
     */
    public boolean forbids(Act act) {
        for (Ruling ruling : all) {
            if (ruling.effect() instanceof Effect.Forbidden && ruling.effect().act() == act) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns what restricts an act.
     *
     * @param act the act
     * @return the rulings on it, empty if it is free
     */
    public List<Ruling> on(Act act) {
        return all.stream().filter(ruling -> ruling.effect().act() == act).toList();
    }
}
