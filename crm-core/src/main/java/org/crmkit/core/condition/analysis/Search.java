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
    /** What remains open is remembered as numbers, one a node: 64 MB of them at most. */
    private static final int MOST_REMEMBERED = 1 << 24;

    private static final int NODES_A_STEP = 1_000;

    private final Network network;
    private final List<Fact> facts;
    private final int[][] leafNodes;
    private final int[][] above;
    private final long mostSteps;
    private final int cost;
    private long steps;

    private int[] roots = new int[0];
    private byte[] allowed = new byte[0];
    private Trail masks = new Trail(new byte[0]);
    private @Nullable Setting[] chosen = new Setting[0];
    /** For each fact that is set, which of its settings is next; the facts that do not matter have one, which sets nothing. */
    private int[] next = new int[0];

    private @Nullable Key[] keys = new Key[0];
    private long[] acceptedBefore = new long[0];
    private List<Set<Key>> failed = List.of();
    private int remembered;
    private long accepted;
    private Predicate<@Nullable Setting[]> accept = settings -> true;

    Search(Network network, List<Fact> facts, long mostSteps) {
        this.network = network;
        this.facts = facts;
        this.mostSteps = mostSteps;
        this.cost = 1 + network.size() / NODES_A_STEP;
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
        next = new int[facts.size()];
        keys = new Key[facts.size()];
        acceptedBefore = new long[facts.size()];
        failed = new ArrayList<>();
        facts.forEach(fact -> failed.add(new HashSet<>()));
        byte[] first = new byte[network.size()];
        start(first);
        masks = new Trail(first);
        return search();
    }

    /** As many facts may be set at once as there are, so they are not set by recursion. */
    private boolean search() {
        int fact = 0;
        while (fact >= 0) {
            Step step = look(fact);
            if (step == Step.ACCEPTED) {
                return true;
            }
            if (step == Step.DEAD) {
                fact--;
            }
            while (fact >= 0 && !goOn(fact)) {
                leave(fact);
                fact--;
            }
            fact = fact < 0 ? fact : fact + 1;
        }
        return false;
    }

    /** What was found where some facts are set. */
    private enum Step {
        /** The conditions answer as asked, and that was what was looked for. */
        ACCEPTED,
        /** Nothing is left to be set here. */
        DEAD,
        /** The next fact is to be set. */
        OPEN
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

    private Step look(int fact) {
        steps += cost;
        if (isExhausted()) {
            return Step.DEAD;
        }
        byte[] now = masks.now();
        boolean reached = true;
        for (int i = 0; i < roots.length; i++) {
            if ((now[roots[i]] & allowed[i]) == 0) {
                return Step.DEAD;
            }
            reached &= (now[roots[i]] & ~allowed[i]) == 0;
        }
        if (reached || fact == facts.size()) {
            accepted++;
            return accept.test(chosen) ? Step.ACCEPTED : Step.DEAD;
        }
        int[] open = openNodes(now);
        next[fact] = 0;
        keys[fact] = null;
        if (!facts.get(fact).settings().isEmpty() && matters(fact, open)) {
            Key key = new Key(open);
            if (failed.get(fact).contains(key)) {
                return Step.DEAD;
            }
            keys[fact] = key;
            acceptedBefore[fact] = accepted;
        }
        return Step.OPEN;
    }

    /** Sets a fact in the next way, if there is one. */
    private boolean goOn(int fact) {
        if (next[fact] > 0) {
            masks.back();
        }
        List<Setting> settings = facts.get(fact).settings();
        if (isExhausted() || next[fact] == (keys[fact] == null ? 1 : settings.size())) {
            return false;
        }
        masks.mark();
        if (keys[fact] != null) {
            Setting setting = settings.get(next[fact]);
            chosen[fact] = setting;
            set(fact, setting);
        }
        next[fact]++;
        return true;
    }

    private void leave(int fact) {
        chosen[fact] = null;
        Key key = keys[fact];
        if (key != null
                && accepted == acceptedBefore[fact]
                && !isExhausted()
                && remembered <= MOST_REMEMBERED - network.size()) {
            failed.get(fact).add(key);
            remembered += network.size();
        }
    }

    private void set(int fact, Setting setting) {
        int[] nodes = leafNodes[fact];
        for (int i = 0; i < nodes.length; i++) {
            masks.set(nodes[i], Network.mask(setting.truths().get(i)));
        }
        for (int node : above[fact]) {
            masks.set(node, network.mask(node, masks.now()));
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

    /** The answers that are possible now, and what they were before. */
    private static final class Trail {
        private final byte[] now;
        private int[] nodes = new int[64];
        private byte[] before = new byte[64];
        private int length;
        private int[] marks = new int[64];
        private int marked;

        Trail(byte[] now) {
            this.now = now;
        }

        byte[] now() {
            return now;
        }

        void mark() {
            if (marked == marks.length) {
                marks = Arrays.copyOf(marks, 2 * marked);
            }
            marks[marked++] = length;
        }

        void set(int node, byte mask) {
            if (now[node] != mask) {
                if (length == nodes.length) {
                    nodes = Arrays.copyOf(nodes, 2 * length);
                    before = Arrays.copyOf(before, 2 * length);
                }
                nodes[length] = node;
                before[length++] = now[node];
                now[node] = mask;
            }
        }

        /** Takes back what was set since the last mark. */
        void back() {
            int mark = marks[--marked];
            while (length > mark) {
                length--;
                now[nodes[length]] = before[length];
            }
        }
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
