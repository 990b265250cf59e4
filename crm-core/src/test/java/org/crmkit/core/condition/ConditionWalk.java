package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Walks over the nodes of conditions in tests. */
final class ConditionWalk {
    private ConditionWalk() {}

    static Stream<Condition> nodes(Condition condition) {
        return Stream.concat(Stream.of(condition), condition.parts().stream().flatMap(ConditionWalk::nodes));
    }

    static Stream<Leaf> leaves(Condition condition) {
        return nodes(condition).filter(Leaf.class::isInstance).map(Leaf.class::cast);
    }

    /** Returns the condition with the parts of every junction in another order. */
    static Condition shuffled(Condition condition, Random random) {
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(shuffled(not.of(), random));
        }
        if (condition instanceof Condition.Annotated named) {
            return new Condition.Annotated(shuffled(named.of(), random), named.id(), named.label());
        }
        List<Condition> parts = new ArrayList<>();
        condition.parts().forEach(part -> parts.add(shuffled(part, random)));
        Collections.shuffle(parts, random);
        if (condition instanceof Condition.All) {
            return new Condition.All(parts);
        }
        if (condition instanceof Condition.Any) {
            return new Condition.Any(parts);
        }
        if (condition instanceof Condition.AtLeast node) {
            return new Condition.AtLeast(node.count(), parts);
        }
        return condition instanceof Condition.AtMost node ? new Condition.AtMost(node.count(), parts) : condition;
    }
}
