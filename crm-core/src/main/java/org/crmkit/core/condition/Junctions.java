package org.crmkit.core.condition;

import java.util.List;

/** Kleene's logic over whatever the leaves answer. */
abstract class Junctions implements ConditionCases<Truth> {

    final Truth truth(Condition condition) {
        return condition.match(this);
    }

    @Override
    public Truth all(Condition.All node) {
        Truth truth = Truth.TRUE;
        for (Condition part : node.parts()) {
            truth = truth.and(truth(part));
            if (truth == Truth.FALSE) {
                return truth;
            }
        }
        return truth;
    }

    @Override
    public Truth any(Condition.Any node) {
        Truth truth = Truth.FALSE;
        for (Condition part : node.parts()) {
            truth = truth.or(truth(part));
            if (truth == Truth.TRUE) {
                return truth;
            }
        }
        return truth;
    }

    @Override
    public Truth not(Condition.Not node) {
        return truth(node.of()).not();
    }

    @Override
    public Truth atLeast(Condition.AtLeast node) {
        return reaches(node.count(), node.parts());
    }

    @Override
    public Truth atMost(Condition.AtMost node) {
        return reaches(node.count() + 1, node.parts()).not();
    }

    @Override
    public Truth always(Condition.Always node) {
        return Truth.TRUE;
    }

    @Override
    public Truth never(Condition.Never node) {
        return Truth.FALSE;
    }

    @Override
    public Truth ifMissing(Condition.IfMissing node) {
        Truth truth = truth(node.of());
        return truth.isKnown() ? truth : Truth.of(node.answer());
    }

    @Override
    public Truth annotated(Condition.Annotated node) {
        return truth(node.of());
    }

    private Truth reaches(int count, List<Condition> parts) {
        int holding = 0;
        int unknown = 0;
        for (Condition part : parts) {
            Truth truth = truth(part);
            holding += truth == Truth.TRUE ? 1 : 0;
            unknown += truth == Truth.UNKNOWN ? 1 : 0;
        }
        return reaches(count, holding, unknown);
    }

    /** Tells whether a count is reached if some parts hold and others may. */
    static Truth reaches(int count, int holding, int unknown) {
        if (holding >= count) {
            return Truth.TRUE;
        }
        return holding + unknown >= count ? Truth.UNKNOWN : Truth.FALSE;
    }
}
