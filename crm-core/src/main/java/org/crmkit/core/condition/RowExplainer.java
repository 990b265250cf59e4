package org.crmkit.core.condition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.crmkit.core.condition.Explainer.Outline;
import org.crmkit.core.profile.CustomerBase;
import org.jspecify.annotations.Nullable;

/**
 * Explains the answers for the rows of a population.
 *
 * <p>Few of the ways in which leaves can answer together occur, and most customers share theirs with thousands. So the outline of an explanation is made
 * once for each way and kept, and with it the whole verdict where nothing in it depends on the customer. What is kept is bounded; a way that was pushed
 * out is worked out again, with the same result.
 */
final class RowExplainer {
    private static final int MOST_KEPT = 4_096;
    /** Long conditions have long explanations: fewer of them are kept. */
    private static final int MOST_LEAVES_KEPT = 1 << 17;

    private static final int LEAST_KEPT = 16;
    private static final int CODES_A_WORD = Long.SIZE / 2;

    private final Explainer explainer;
    private final CustomerBase base;
    private final EvaluationContext context;
    /** What tells customers apart: first the leaves, then who permits what. */
    private final RowTruth[] signs;

    private final int leaves;
    private final AtomicReferenceArray<@Nullable Kept> kept;

    private RowExplainer(Explainer explainer, RowTruth[] signs, CustomerBase base, EvaluationContext context) {
        this.explainer = explainer;
        this.base = base;
        this.context = context;
        this.signs = signs;
        this.leaves = explainer.leaves().size();
        int slots = Math.max(LEAST_KEPT, Math.min(MOST_KEPT, MOST_LEAVES_KEPT / (leaves + 1)));
        this.kept = new AtomicReferenceArray<>(Integer.highestOneBit(slots));
    }

    static RowExplainer of(Explainer explainer, Compiler compiler, CustomerBase base, EvaluationContext context) {
        List<RowTruth> signs = new ArrayList<>();
        Set<Read<?>> sensitive = new LinkedHashSet<>();
        for (Leaf leaf : explainer.leaves()) {
            signs.add(compiler.once(leaf));
            Reads.attributes(leaf).stream()
                    .filter(read -> read.key().isSensitive())
                    .forEach(sensitive::add);
        }
        sensitive.forEach(read -> signs.add(compiler.permission(read)));
        return new RowExplainer(explainer, signs.toArray(new RowTruth[0]), base, context);
    }

    /**
     * A way to answer.
     *
     * @param codes the answers, two bits each
     * @param whole the verdict, if all customers who answer so share it
     */
    private record Kept(
            long[] codes, Outline outline, @Nullable Verdict whole) {}

    Verdict explain(int row) {
        long[] codes = new long[(signs.length + CODES_A_WORD - 1) / CODES_A_WORD];
        for (int i = 0; i < signs.length; i++) {
            codes[i / CODES_A_WORD] |= (long) signs[i].at(row) << 2 * i;
        }
        if (!explainer.followsFromLeaves()) {
            Truth[] truths = truths(codes);
            Interpreter interpreter = interpreter(row);
            return explainer.complete(explainer.outline(truths, interpreter), truths, interpreter);
        }
        Kept way = kept(codes, row);
        return way.whole == null ? explainer.complete(way.outline, truths(codes), interpreter(row)) : way.whole;
    }

    private Interpreter interpreter(int row) {
        return Interpreter.of(base.profile(row), context);
    }

    private Truth[] truths(long[] codes) {
        Truth[] truths = new Truth[leaves];
        for (int i = 0; i < leaves; i++) {
            truths[i] = Codes.truth((int) (codes[i / CODES_A_WORD] >>> 2 * i) & Codes.TRUE);
        }
        return truths;
    }

    /** Each way has two places, so that two which are wanted by turns need not push each other out. */
    private Kept kept(long[] codes, int row) {
        int hash = Arrays.hashCode(codes) * 0x9e3779b9;
        int place = hash >>> Integer.numberOfLeadingZeros(kept.length()) + 1;
        Kept first = kept.get(place);
        if (first != null && Arrays.equals(first.codes, codes)) {
            return first;
        }
        Kept second = kept.get(place ^ 1);
        if (second != null && Arrays.equals(second.codes, codes)) {
            return second;
        }
        Kept made = make(codes, row);
        kept.set(first == null ? place : place ^ 1, made);
        return made;
    }

    private Kept make(long[] codes, int row) {
        Truth[] truths = truths(codes);
        Interpreter interpreter = interpreter(row);
        Outline outline = explainer.outline(truths, interpreter);
        return new Kept(codes, outline, outline.isWhole() ? explainer.complete(outline, truths, interpreter) : null);
    }
}
