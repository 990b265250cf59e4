package org.crmkit.core.condition;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crmkit.core.condition.Condition.All;
import org.crmkit.core.condition.Condition.Annotated;
import org.crmkit.core.condition.Condition.Any;
import org.crmkit.core.condition.Condition.AtLeast;
import org.crmkit.core.condition.Condition.AtMost;
import org.crmkit.core.condition.Condition.IfMissing;
import org.crmkit.core.condition.Condition.Not;

/**
 * Brings conditions that say the same in other words to one form.
 *
 * <p>Every step is a law of Kleene's logic, so the answer is the same for every customer, unknown included: names are dropped, junctions of
 * the same kind are flattened, their parts sorted and told once, constants folded, negations pushed out of pairs, "at most" said as a
 * negated "at least", and "at least" of one or all as a junction. {@code x and not x} stays: it is unknown where x is.
 */
final class Normalizer {
    private Normalizer() {}

    static String hash(Condition condition) {
        return Hashing.sha256()
                .hashString(JsonText.of(normalize(condition)), StandardCharsets.UTF_8)
                .toString();
    }

    static Condition normalize(Condition condition) {
        if (condition instanceof Annotated annotated) {
            return normalize(annotated.of());
        }
        if (condition instanceof IfMissing ifMissing) {
            return new IfMissing((Leaf) leaf(ifMissing.of()), ifMissing.answer());
        }
        if (condition instanceof Leaf leaf) {
            return leaf(leaf);
        }
        if (condition instanceof Not not) {
            return negate(normalize(not.of()));
        }
        if (condition instanceof AtMost atMost) {
            return atMost.count() == atMost.parts().size()
                    ? new Condition.Always()
                    : negate(normalize(new AtLeast(atMost.count() + 1, atMost.parts())));
        }
        if (condition instanceof AtLeast atLeast) {
            return atLeast(atLeast);
        }
        if (condition instanceof All || condition instanceof Any) {
            return junction(normalized(condition.parts()), condition instanceof All);
        }
        return condition;
    }

    /** What is asked of events has a normal form, too. */
    private static Condition leaf(Leaf leaf) {
        if (leaf instanceof Leaf.Events node && node.where().isPresent()) {
            return new Leaf.Events(
                    node.stream(),
                    where(node.where()),
                    node.window(),
                    node.aggregate(),
                    node.field(),
                    node.op(),
                    node.value(),
                    node.assumeComplete(),
                    node.purpose());
        }
        if (leaf instanceof Leaf.Sequence node) {
            List<Leaf.Sequence.Step> steps = new ArrayList<>();
            for (Leaf.Sequence.Step step : node.steps()) {
                steps.add(new Leaf.Sequence.Step(step.stream(), where(step.where()), step.withoutBetween()));
            }
            return new Leaf.Sequence(steps, node.within(), node.window(), node.assumeComplete(), node.purpose());
        }
        return leaf;
    }

    /** A condition that reads lines must go on reading them: folded to a constant, it would no longer be asked of lines. */
    private static Optional<Condition> where(Optional<Condition> where) {
        return where.map(condition -> {
            Condition normal = normalize(condition);
            return Reads.ofLines(normal) == Reads.ofLines(condition) ? normal : condition;
        });
    }

    private static List<Condition> normalized(List<Condition> parts) {
        List<Condition> normal = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            normal.add(normalize(part));
        }
        return normal;
    }

    private static Condition negate(Condition condition) {
        if (condition instanceof Not not) {
            return not.of();
        }
        if (condition.equals(new Condition.Always())) {
            return new Condition.Never();
        }
        return condition.equals(new Condition.Never()) ? new Condition.Always() : new Not(condition);
    }

    private static Condition junction(List<Condition> parts, boolean all) {
        Condition deciding = all ? new Condition.Never() : new Condition.Always();
        Map<String, Condition> sorted = new TreeMap<>();
        for (Condition part : flattened(parts, all)) {
            if (part.equals(deciding)) {
                return deciding;
            }
            if (!part.equals(negate(deciding))) {
                sorted.put(JsonText.of(part), part);
            }
        }
        List<Condition> distinct = List.copyOf(sorted.values());
        if (distinct.size() == 1) {
            return distinct.get(0);
        }
        if (distinct.isEmpty()) {
            return negate(deciding);
        }
        return all ? new All(distinct) : new Any(distinct);
    }

    private static List<Condition> flattened(List<Condition> parts, boolean all) {
        List<Condition> flat = new ArrayList<>();
        for (Condition part : parts) {
            if (all ? part instanceof All : part instanceof Any) {
                flat.addAll(part.parts());
            } else {
                flat.add(part);
            }
        }
        return flat;
    }

    private static Condition atLeast(AtLeast node) {
        int count = node.count();
        List<Condition> rest = new ArrayList<>();
        for (Condition part : normalized(node.parts())) {
            if (part.equals(new Condition.Always())) {
                count--;
            } else if (!part.equals(new Condition.Never())) {
                rest.add(part);
            }
        }
        if (count <= 0) {
            return new Condition.Always();
        }
        if (count > rest.size()) {
            return new Condition.Never();
        }
        if (count == 1 || count == rest.size()) {
            return junction(rest, count != 1 || rest.size() == 1);
        }
        rest.sort((a, b) -> JsonText.of(a).compareTo(JsonText.of(b)));
        return new AtLeast(count, rest);
    }
}
