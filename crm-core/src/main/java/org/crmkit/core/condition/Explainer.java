package org.crmkit.core.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.condition.Verdict.Gap;
import org.crmkit.core.condition.Verdict.Gap.Cause;
import org.crmkit.core.condition.Verdict.Reason;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;

/** Says of a customer what the answer is, why, until when, and what would turn it. */
final class Explainer {
    private final Plan plan;
    private final String hash;
    private final Alternatives alternatives;
    private final boolean refersToSegments;

    private Explainer(Plan plan) {
        this.plan = plan;
        this.hash = plan.condition().hash();
        this.alternatives = Alternatives.of(plan);
        this.refersToSegments = plan.leaves().stream().anyMatch(Leaf.InSegment.class::isInstance);
    }

    static Explainer of(Condition condition) {
        return new Explainer(Plan.of(condition));
    }

    List<Leaf> leaves() {
        return plan.leaves();
    }

    Verdict explain(Interpreter interpreter) {
        return explain(truths(plan.leaves(), interpreter), interpreter);
    }

    private static Truth[] truths(List<Leaf> leaves, Interpreter interpreter) {
        Truth[] truths = new Truth[leaves.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = interpreter.truth(leaves.get(i));
        }
        return truths;
    }

    /** Explains answers of the leaves that are already there. */
    Verdict explain(Truth[] leafTruths, Interpreter interpreter) {
        Truth[] truths = new Truth[plan.size()];
        plan.evaluate(leafTruths, truths);
        Truth truth = truths[plan.root()];
        boolean[] taken = Reasons.of(plan, truths);
        List<Reason> reasons = new ArrayList<>(taken.length);
        for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
                reasons.add(new Reason(plan.leaves().get(i), leafTruths[i]));
            }
        }
        Instant validUntil =
                alternatives.isTimeless() ? Instant.MAX : Outlook.validUntil(plan.condition(), interpreter, truth);
        return new Verdict(
                truth,
                reasons,
                truth == Truth.UNKNOWN ? gaps(reasons, interpreter) : List.of(),
                validUntil,
                turning(leafTruths, truth, interpreter),
                hash);
    }

    private List<Counterfactual> turning(Truth[] leafTruths, Truth truth, Interpreter interpreter) {
        Map<Leaf, Condition> shared =
                refersToSegments ? SharedSegments.of(plan.leaves(), interpreter.context()) : Map.of();
        if (shared.isEmpty()) {
            return alternatives.turning(leafTruths, truth, interpreter);
        }
        Plan inlined = Plan.of(plan.condition(), shared);
        return Alternatives.of(inlined).turning(truths(inlined.leaves(), interpreter), truth, interpreter);
    }

    private static List<Gap> gaps(List<Reason> reasons, Interpreter interpreter) {
        Set<Gap> gaps = new LinkedHashSet<>();
        for (Reason reason : reasons) {
            if (reason.truth() == Truth.UNKNOWN) {
                gap(reason.leaf(), interpreter, gaps);
            }
        }
        return List.copyOf(gaps);
    }

    private static void gap(Leaf leaf, Interpreter interpreter, Set<Gap> gaps) {
        if (leaf instanceof Leaf.Near near) {
            attribute(near.latitude(), interpreter, gaps);
            attribute(near.longitude(), interpreter, gaps);
        } else if (leaf instanceof Leaf.Events events) {
            Optional<Cause> cause = window(events.window(), events.purpose(), interpreter, gaps)
                    .map(bound -> interpreter.isCovered(events, bound) ? Cause.UNCERTAIN : Cause.NOT_COVERED);
            cause.ifPresent(why -> gaps.add(new Gap(Input.of(events.stream()), why)));
        } else if (leaf instanceof Leaf.Sequence sequence) {
            Optional<Cause> cause = window(sequence.window(), sequence.purpose(), interpreter, gaps)
                    .map(bound -> interpreter.isCovered(sequence, bound) ? Cause.UNCERTAIN : Cause.NOT_COVERED);
            cause.ifPresent(why -> sequence.steps().forEach(step -> gaps.add(new Gap(Input.of(step.stream()), why))));
        } else if (leaf instanceof Leaf.Custom custom) {
            custom.of().inputs().forEach(input -> gaps.add(new Gap(input, Cause.MISSING)));
        } else {
            Reads.attribute(leaf)
                    .ifPresentOrElse(
                            read -> attribute(read, interpreter, gaps),
                            () -> gaps.add(new Gap(Alternatives.input(leaf), Cause.MISSING)));
        }
    }

    private static Optional<BoundWindow> window(
            TimeWindow window, Optional<Purpose> purpose, Interpreter interpreter, Set<Gap> gaps) {
        Optional<BoundWindow> bound = interpreter.bind(window, purpose);
        if (bound.isEmpty()) {
            window.anchorKey().ifPresent(key -> attribute(new Read<>(key, purpose), interpreter, gaps));
        }
        return bound;
    }

    private static void attribute(Read<?> read, Interpreter interpreter, Set<Gap> gaps) {
        if (interpreter.value(read).isEmpty()) {
            gaps.add(new Gap(Input.of(read), interpreter.isPermitted(read) ? Cause.MISSING : Cause.NOT_PERMITTED));
        }
    }
}
