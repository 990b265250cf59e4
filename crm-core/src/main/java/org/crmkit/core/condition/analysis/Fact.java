package org.crmkit.core.condition.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Truth;

/**
 * One thing that is so or otherwise of a customer, with the leaves that read it and all the ways in which they can answer together.
 *
 * @param leaves read nothing but this fact
 * @param settings no way to answer is missing; ways that no customer can answer may be among them, but not with a maker
 */
record Fact(List<Leaf> leaves, List<Setting> settings) {
    private static final int MOST_FREE = 6;

    Fact {
        leaves = List.copyOf(leaves);
        settings = List.copyOf(settings);
    }

    /** Keeps the first setting of each way to answer; one that can be made goes before one that cannot. */
    static Fact of(List<Leaf> leaves, List<Setting> settings) {
        Map<List<Truth>, Integer> seen = new HashMap<>();
        List<Setting> kept = new ArrayList<>();
        for (Setting setting : settings) {
            Integer index = seen.putIfAbsent(setting.truths(), kept.size());
            if (index == null) {
                kept.add(setting);
            } else if (!kept.get(index).isMade() && setting.isMade()) {
                kept.set(index, setting);
            }
        }
        return new Fact(leaves, kept);
    }

    /**
     * Returns facts for leaves of which some ways to answer are known, but others are not excluded.
     *
     * @param onlyMade whether those are left out of which no customer can be made
     */
    static List<Fact> open(List<Leaf> leaves, List<Setting> made, boolean onlyMade) {
        if (onlyMade) {
            return List.of(of(leaves, made));
        }
        if (leaves.size() <= MOST_FREE) {
            List<Setting> all = new ArrayList<>(made);
            addFree(leaves.size(), new ArrayList<>(), all);
            return List.of(of(leaves, all));
        }
        List<Fact> facts = new ArrayList<>();
        for (Leaf leaf : leaves) {
            facts.addAll(open(List.of(leaf), List.of(), false));
        }
        return facts;
    }

    /** Tells whether a customer can be made for each setting. */
    boolean isMade() {
        return !settings.isEmpty() && settings.stream().allMatch(Setting::isMade);
    }

    /** Returns this fact without the settings that cannot be made. */
    Fact made() {
        return new Fact(leaves, settings.stream().filter(Setting::isMade).toList());
    }

    private static void addFree(int size, List<Truth> chosen, List<Setting> all) {
        if (chosen.size() == size) {
            all.add(Setting.abstractly(chosen));
            return;
        }
        for (Truth truth : Truth.values()) {
            chosen.add(truth);
            addFree(size, chosen, all);
            chosen.remove(chosen.size() - 1);
        }
    }
}
