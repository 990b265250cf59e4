package org.crmkit.core.condition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.Verdict.Gap;
import org.crmkit.core.condition.Verdict.Gap.Cause;
import org.crmkit.core.condition.Verdict.Reason;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;

/**
 * Says of a customer what the answer is, why, until when, and what would turn it.
 *
 * <p>Reasons and what would turn the answer follow from the answers of the leaves, and from what may be read; that part is an {@link Outline}, which
 * customers who answer alike share. What is missing and until when the answer holds may need another look at the customer.
 */
final class Explainer {
    private final Plan plan;
    private final String hash;
    private final Alternatives alternatives;
    /** With the definitions of segments that share what they read with other parts; the plan itself if there are none. */
    private final Plan inlined;

    private final Outlook outlook;
    private final boolean assumes;

    Explainer(PreparedCondition prepared, EvaluationContext context) {
        this.plan = prepared.plan();
        this.hash = prepared.hash();
        Map<Leaf, Condition> shared =
                prepared.alternatives().isPresent() ? Map.of() : SharedSegments.of(plan.leaves(), context);
        this.inlined = shared.isEmpty() ? plan : Plan.of(plan.condition(), shared);
        this.alternatives = prepared.alternatives().orElseGet(() -> Alternatives.of(inlined));
        this.outlook = prepared.outlook();
        this.assumes = !context.assumptions().isEmpty();
    }

    static Explainer of(Condition condition, EvaluationContext context) {
        return new Explainer(PreparedCondition.of(condition), context);
    }

    /**
     * What is to be said of all customers whose leaves answer alike and who permit alike.
     *
     * @param settled whether the answer stays whatever time does
     * @param gaps what is missing, unless that depends on the customer
     */
    record Outline(
            Truth truth,
            List<Reason> reasons,
            List<Counterfactual> counterfactuals,
            boolean settled,
            Optional<List<Gap>> gaps) {
        /** Tells whether nothing depends on the customer any more. */
        boolean isWhole() {
            return settled && gaps.isPresent();
        }
    }

    List<Leaf> leaves() {
        return plan.leaves();
    }

    /** Tells whether an outline follows from the answers of the leaves, apart from what may be read. */
    boolean followsFromLeaves() {
        return inlined == plan;
    }

    Verdict explain(Interpreter interpreter) {
        Truth[] leafTruths = truths(plan.leaves(), interpreter);
        return complete(outline(leafTruths, interpreter), leafTruths, interpreter);
    }

    private static Truth[] truths(List<Leaf> leaves, Interpreter interpreter) {
        Truth[] truths = new Truth[leaves.size()];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = interpreter.truth(leaves.get(i));
        }
        return truths;
    }

    Outline outline(Truth[] leafTruths, Interpreter interpreter) {
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
        Truth[] inlinedTruths = followsFromLeaves() ? leafTruths : truths(inlined.leaves(), interpreter);
        return new Outline(
                truth,
                List.copyOf(reasons),
                alternatives.turning(inlinedTruths, truth, interpreter),
                outlook.isSettled(leafTruths),
                hasGapsOfItsOwn(truth, reasons) ? Optional.empty() : Optional.of(gaps(truth, reasons, interpreter)));
    }

    /** Tells whether what is missing may differ between customers whose leaves answer alike. */
    private boolean hasGapsOfItsOwn(Truth truth, List<Reason> reasons) {
        return truth == Truth.UNKNOWN
                && (assumes
                        || reasons.stream()
                                .anyMatch(reason -> reason.truth() == Truth.UNKNOWN && isOfSeveral(reason.leaf())));
    }

    /** Leaves that may be unknown for more than one reason; amounts in another currency are known, and yet the answer is not. */
    private static boolean isOfSeveral(Leaf leaf) {
        return leaf instanceof Leaf.Near
                || leaf instanceof Leaf.Events
                || leaf instanceof Leaf.Sequence
                || Reads.attribute(leaf)
                        .map(read -> read.key().type().equals(AttributeType.MONEY))
                        .orElse(false);
    }

    Verdict complete(Outline outline, Truth[] leafTruths, Interpreter interpreter) {
        return new Verdict(
                outline.truth(),
                outline.reasons(),
                outline.gaps().orElseGet(() -> gaps(outline.truth(), outline.reasons(), interpreter)),
                outline.settled() ? Instant.MAX : outlook.validUntil(leafTruths, interpreter, outline.truth()),
                outline.counterfactuals(),
                hash);
    }

    private static List<Gap> gaps(Truth truth, List<Reason> reasons, Interpreter interpreter) {
        return truth == Truth.UNKNOWN ? gaps(reasons, interpreter) : List.of();
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
            window(sequence.window(), sequence.purpose(), interpreter, gaps)
                    .ifPresent(bound -> sequence(sequence, bound, interpreter, gaps));
        } else if (leaf instanceof Leaf.Custom custom) {
            custom.of().inputs().forEach(input -> gaps.add(new Gap(input, Cause.MISSING)));
        } else {
            Reads.attribute(leaf)
                    .ifPresentOrElse(
                            read -> attribute(read, interpreter, gaps),
                            () -> gaps.add(new Gap(InputGroup.input(leaf), Cause.MISSING)));
        }
    }

    /** What should have happened, or what should not have between, may not be on record; or some events do not say enough. */
    private static void sequence(Leaf.Sequence node, BoundWindow window, Interpreter interpreter, Set<Gap> gaps) {
        List<EventStream> steps =
                node.steps().stream().map(Leaf.Sequence.Step::stream).toList();
        List<EventStream> unseen = new ArrayList<>(steps);
        if (interpreter.occursIfNothingElseDid(node, window)) {
            node.steps().forEach(step -> step.withoutBetween().ifPresent(unseen::add));
        }
        unseen.removeIf(stream -> interpreter.isCovered(node, stream, window));
        Cause cause = unseen.isEmpty() ? Cause.UNCERTAIN : Cause.NOT_COVERED;
        (unseen.isEmpty() ? steps : unseen).forEach(stream -> gaps.add(new Gap(Input.of(stream), cause)));
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
