package org.crmkit.core.regulation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The entries of some packs by the class that they speak of, in the order of packs and entries, with their rulings made once. */
final class PackIndex {

    private final Map<ItemClass, List<Rule>> byClass = new HashMap<>();
    private final List<Rule> ofEveryClass;
    private final Set<Jurisdiction> places = new HashSet<>();

    /** An entry and what follows from it. */
    private record Rule(RegulationEntry entry, List<Ruling> rulings) {

        static Rule of(RegulationPack pack, RegulationEntry entry) {
            return new Rule(
                    entry,
                    entry.effects().stream()
                            .map(effect -> new Ruling(
                                    effect, pack.id(), pack.version(), entry.id(), entry.reason(), entry.source()))
                            .toList());
        }

        boolean speaksOf(ItemClass itemClass) {
            return entry.itemClasses().isEmpty() || entry.itemClasses().contains(itemClass);
        }
    }

    /** Indexes packs; {@code treatedLike} says whose entries hold for a class besides its own. */
    PackIndex(List<RegulationPack> packs, Map<ItemClass, ItemClass> treatedLike) {
        List<Rule> rules = new ArrayList<>();
        Set<ItemClass> classes = new HashSet<>(ItemClass.standard());
        for (RegulationPack pack : packs) {
            for (RegulationEntry entry : pack.entries()) {
                rules.add(Rule.of(pack, entry));
                places.addAll(entry.jurisdictions());
                classes.addAll(entry.itemClasses());
            }
        }
        ofEveryClass = rules.stream()
                .filter(rule -> rule.entry().itemClasses().isEmpty())
                .toList();
        Set<ItemClass> known = new HashSet<>(classes);
        treatedLike.forEach((own, like) -> {
            if (classes.contains(like)) {
                known.add(own);
            }
        });
        for (ItemClass own : known) {
            ItemClass like = treatedLike.getOrDefault(own, own);
            byClass.put(
                    own,
                    rules.stream()
                            .filter(rule -> rule.speaksOf(own) || rule.speaksOf(like))
                            .toList());
        }
    }

    /** Tells whether the library or a pack speaks of a class, or of one that it is treated like. */
    boolean knows(ItemClass itemClass) {
        return byClass.containsKey(itemClass);
    }

    /** Tells whether a pack speaks of a place, of all of it or of a part. */
    boolean knows(Jurisdiction place) {
        for (Jurisdiction other : places) {
            if (place.isWithin(other) || other.isWithin(place)) {
                return true;
            }
        }
        return false;
    }

    /** Adds what the entries of the asked class, or else of every class, say. */
    void collect(RegulationQuestion question, List<Ruling> rulings) {
        LocalDate day = question.asOf().date();
        for (Rule rule : byClass.getOrDefault(question.itemClass(), ofEveryClass)) {
            if (rule.entry().holds(question, day)) {
                rulings.addAll(rule.rulings());
            }
        }
    }
}
