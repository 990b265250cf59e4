package org.crmkit.core.condition;

import java.util.List;

/** Makes junctions anew with other parts. */
final class Parts {
    private Parts() {}

    static Condition with(Condition condition, List<Condition> parts) {
        if (condition instanceof Condition.All) {
            return new Condition.All(parts);
        }
        if (condition instanceof Condition.Any) {
            return new Condition.Any(parts);
        }
        if (condition instanceof Condition.Not) {
            return new Condition.Not(parts.get(0));
        }
        if (condition instanceof Condition.AtLeast node) {
            return new Condition.AtLeast(node.count(), parts);
        }
        if (condition instanceof Condition.AtMost node) {
            return new Condition.AtMost(node.count(), parts);
        }
        return condition;
    }
}
