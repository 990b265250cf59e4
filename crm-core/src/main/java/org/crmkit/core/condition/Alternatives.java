package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.crmkit.core.condition.Counterfactual.Change;
import org.crmkit.core.condition.TryOuts.TryOut;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest things that would have to be otherwise for the answer to turn, and the next best ways where one cannot be gone.
 *
 * <p>Leaves that read the same thing turn together, so they are {@linkplain InputGroup grouped} by what they read. After the least way, the least ways that
 * leave one of its things alone are looked for, and so on (Lawler, "A procedure for computing the K best solutions to discrete optimization problems",
 * Management Science 18, 1972): so no way contains another, and none that is less is left out.
 */
final class Alternatives {
    private static final int MOST_PROPOSED = 3;
    /** Of ways that change more things than a person would read, only the first are tried to be done without. */
    private static final int MOST_SPARED = 8;
    /** Each search may take as long as it may; this many may be made. */
    private static final int MOST_SEARCHES = 24;

    private final Plan plan;
    private final List<InputGroup> groups;

    private Alternatives(Plan plan, List<InputGroup> groups) {
        this.plan = plan;
        this.groups = groups;
    }

    static Alternatives of(Plan plan) {
        return new Alternatives(plan, InputGroup.of(plan));
    }

    /** A way to turn the answer while some things stay as they are. */
    private record Way(BitSet spared, @Nullable TryOut[] options, BitSet changed) {
        static Way of(BitSet spared, @Nullable TryOut[] options) {
            BitSet changed = new BitSet();
            for (int group = 0; group < options.length; group++) {
                changed.set(group, options[group] != null);
            }
            return new Way(spared, options, changed);
        }
    }

    /** Returns the least ways to make a false or unknown answer true, or a true one false. */
    List<Counterfactual> turning(Truth[] leafTruths, Truth truth, Interpreter interpreter) {
        if (groups.stream().anyMatch(InputGroup::isTooLarge)) {
            return List.of();
        }
        TurningSearch search = new TurningSearch(
                plan, groups, leafTruths, truth == Truth.TRUE ? Truth.FALSE : Truth.TRUE, interpreter);
        List<Way> open = new ArrayList<>();
        Set<BitSet> searched = new HashSet<>();
        look(search, new BitSet(), open, searched);
        List<Counterfactual> proposed = new ArrayList<>();
        Set<BitSet> known = new HashSet<>();
        while (!open.isEmpty() && proposed.size() < MOST_PROPOSED) {
            Way way = takeLeast(open);
            if (known.add(way.changed)) {
                proposed.add(counterfactual(way.options));
            }
            int spared = 0;
            for (int group = way.changed.nextSetBit(0); group >= 0; group = way.changed.nextSetBit(group + 1)) {
                if (spared++ < MOST_SPARED && proposed.size() < MOST_PROPOSED) {
                    BitSet more = (BitSet) way.spared.clone();
                    more.set(group);
                    look(search, more, open, searched);
                }
            }
        }
        return proposed;
    }

    private static void look(TurningSearch search, BitSet spared, List<Way> open, Set<BitSet> searched) {
        if (searched.size() < MOST_SEARCHES && searched.add(spared)) {
            @Nullable TryOut[] options = search.least(spared);
            if (options != null) {
                open.add(Way.of(spared, options));
            }
        }
    }

    /** The first found goes first among equals. */
    private static Way takeLeast(List<Way> open) {
        int least = 0;
        for (int i = 1; i < open.size(); i++) {
            if (open.get(i).changed.cardinality() < open.get(least).changed.cardinality()) {
                least = i;
            }
        }
        return open.remove(least);
    }

    private Counterfactual counterfactual(@Nullable TryOut[] options) {
        List<Change> changes = new ArrayList<>();
        for (int group = 0; group < options.length; group++) {
            TryOut option = options[group];
            if (option != null) {
                changes.add(groups.get(group).change(option));
            }
        }
        return new Counterfactual(changes);
    }
}
