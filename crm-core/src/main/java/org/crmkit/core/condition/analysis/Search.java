package org.crmkit.core.condition.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way to set all facts such that some conditions answer as asked.
 *
 * <p>Facts are set one after the other. After each, the answers that are still possible are known for every node, so that most branches end early.
 * Where the same questions remain open with the same counts, the rest of the search is the same, so what has failed once is not tried again: for
 * rules that are conjunctions, what remains open is which rules are still alive.
 */
final class Search {
    private static final int MOST_REMEMBERED = 300_000;

    private final Network network;
    private final List<Fact> facts;
    private final int[][] leafNodes;
    private final int[][] above;
    private final long mostSteps;
    private long steps;

    private int[] roots = new int[0];
    private byte[] allowed = new byte[0];
    private byte[][] masks = new byte[0][];
    private @Nullable Setting[] chosen = new Setting[0];
    private List<Set<Key>> failed = List.of();
    private int remembered;
    private long accepted;
    private Predicate<@Nullable Setting[]> accept = settings -> true;

    Search(Network network, List<Fact> facts, long mostSteps) {
        this.network = network;
        this.facts = facts;
        this.mostSteps = mostSteps;
        this.leafNodes = new int[facts.size()][];
        this.above = new int[facts.size()][];
        List<List<Integer>> parents = parents();
        for (int fact = 0; fact < leafNodes.length; fact++) {
            leafNodes[fact] =
                    facts.get(fact).leaves().stream().mapToInt(network::nodeOf).toArray();
            above[fact] = above(leafNodes[fact], parents);
        }
    }

    private List<List<Integer>> parents() {
        List<List<Integer>> parents = new ArrayList<>();
        for (int node = 0; node < network.size(); node++) {
            parents.add(new ArrayList<>());
            for (int part : network.parts(node)) {
                parents.get(part).add(node);
            }
        }
        return parents;
    }

    /** Returns all nodes that depend on some leaves, parts before wholes. */
    private static int[] above(int[] leaves, List<List<Integer>> parents) {
        TreeSet<Integer> open = new TreeSet<>();
        for (int leaf : leaves) {
            open.addAll(parents.get(leaf));
        }
        List<Integer> found = new ArrayList<>();
        while (!open.isEmpty()) {
            int node = open.pollFirst();
            found.add(node);
            open.addAll(parents.get(node));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Tells whether the search was given up; then that nothing was found says nothing. */
    boolean isExhausted() {
        return steps > mostSteps;
    }

    /**
     * Shows ways to set the facts until one is accepted.
     *
     * @param goalRoots the nodes of the conditions
     * @param goalMasks the answers that are asked for
     * @param visitor accepts or goes on; a fact that does not matter, or has no settings, is null
     * @return true if one was accepted
     */
    boolean find(int[] goalRoots, byte[] goalMasks, Predicate<@Nullable Setting[]> visitor) {
        roots = goalRoots;
        allowed = goalMasks;
        accept = visitor;
        steps = 0;
        accepted = 0;
        remembered = 0;
        chosen = new Setting[facts.size()];
        masks = new byte[facts.size() + 1][network.size()];
        failed = new ArrayList<>();
        facts.forEach(fact -> failed.add(new HashSet<>()));
        start(masks[0]);
        return visit(0);
    }

    private void start(byte[] first) {
        Arrays.fill(first, Network.ANY);
        for (int fact = 0; fact < leafNodes.length; fact++) {
            for (int i = 0; i < leafNodes[fact].length; i++) {
                byte mask = 0;
                for (Setting setting : facts.get(fact).settings()) {
                    mask |= Network.mask(setting.truths().get(i));
                }
                first[leafNodes[fact][i]] = mask == 0 ? Network.ANY : mask;
            }
        }
        for (int node = 0; node < first.length; node++) {
            first[node] = network.mask(node, first);
        }
    }

    private boolean visit(int depth) {
        if (++steps > mostSteps) {
            return false;
        }
        byte[] now = masks[depth];
        boolean reached = true;
        for (int i = 0; i < roots.length; i++) {
            if ((now[roots[i]] & allowed[i]) == 0) {
                return false;
            }
            reached &= (now[roots[i]] & ~allowed[i]) == 0;
        }
        if (reached || depth == facts.size()) {
            accepted++;
            return accept.test(chosen);
        }
        int[] open = openNodes(now);
        int fact = depth;
        if (facts.get(fact).settings().isEmpty() || !matters(fact, open)) {
            System.arraycopy(now, 0, masks[depth + 1], 0, now.length);
            return visit(depth + 1);
        }
        Key key = new Key(open);
        if (failed.get(depth).contains(key)) {
            return false;
        }
        long before = accepted;
        for (Setting setting : facts.get(fact).settings()) {
            chosen[fact] = setting;
            set(fact, setting, now, masks[depth + 1]);
            if (visit(depth + 1)) {
                return true;
            }
        }
        chosen[fact] = null;
        if (accepted == before && steps <= mostSteps && remembered < MOST_REMEMBERED) {
            failed.get(depth).add(key);
            remembered++;
        }
        return false;
    }

    private void set(int fact, Setting setting, byte[] from, byte[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
        int[] nodes = leafNodes[fact];
        for (int i = 0; i < nodes.length; i++) {
            to[nodes[i]] = Network.mask(setting.truths().get(i));
        }
        for (int node : above[fact]) {
            to[node] = network.mask(node, to);
        }
    }

    private boolean matters(int fact, int[] open) {
        for (int node : leafNodes[fact]) {
            if (open[node] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns, of each node on which the rest depends, how far it has come: 0 for one that is decided or does not matter any more. */
    private int[] openNodes(byte[] now) {
        int[] open = new int[now.length];
        for (int i = 0; i < roots.length; i++) {
            if ((now[roots[i]] & ~allowed[i]) != 0 && !Network.isDecided(now[roots[i]])) {
                open[roots[i]] = 1;
            }
        }
        for (int node = open.length - 1; node >= 0; node--) {
            if (open[node] != 0) {
                for (int part : network.parts(node)) {
                    open[part] = Network.isDecided(now[part]) ? 0 : 1;
                }
                if (network.kind(node) == Network.REACHES) {
                    open[node] = progress(node, now);
                }
            }
        }
        return open;
    }

    private int progress(int node, byte[] now) {
        int holding = 0;
        int staying = 0;
        for (int part : network.parts(node)) {
            holding += now[part] == Network.TRUE ? 1 : 0;
            staying += now[part] == Network.TRUE || now[part] == Network.UNKNOWN ? 1 : 0;
        }
        int count = network.detail(node);
        return 1 + Math.min(holding, count) * (count + 1) + Math.min(staying, count);
    }

    /** What remains open; compared by content, so that equal keys are certain to be the same. */
    private static final class Key {
        private final int[] open;
        private final int hash;

        Key(int[] open) {
            this.open = open;
            this.hash = Arrays.hashCode(open);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && hash == that.hash && Arrays.equals(open, that.open);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
