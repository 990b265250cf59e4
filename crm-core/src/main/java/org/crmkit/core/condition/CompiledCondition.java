package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.profile.CustomerBase;

/**
 * A condition bound to the columns of a population.
 *
 * <p>What can be decided once a column is decided once: a comparison becomes a range of the column's codes. Leaves on single activities are asked row
 * by row. The answers are those of {@link Condition#evaluate} for each profile. Compiling costs O(size) a leaf; afterwards an answer costs a few
 * nanoseconds where all leaves read columns. Immutable, and safe to share between threads.
 */
public final class CompiledCondition {
    private final CustomerBase base;
    private final RowTruth root;
    private final RowExplainer explainer;

    private CompiledCondition(CustomerBase base, RowTruth root, RowExplainer explainer) {
        this.base = base;
        this.root = root;
        this.explainer = explainer;
    }

    /**
     * Binds a condition to a population.
     *
     * @param condition the condition
     * @param base the population
     * @param context what the condition may know besides
     * @return the condition, ready to answer for every row
     */
    public static CompiledCondition of(Condition condition, CustomerBase base, EvaluationContext context) {
        checkNotNull(base, "base");
        checkNotNull(context, "context");
        Compiler compiler = new Compiler(base, context);
        RowTruth root = compiler.compile(condition);
        return new CompiledCondition(
                base, root, RowExplainer.of(Explainer.of(condition, context), compiler, base, context));
    }

    /**
     * Binds a condition to a population, in the standard context.
     *
     * @param condition the condition
     * @param base the population
     * @return the condition, ready to answer for every row
     */
    public static CompiledCondition of(Condition condition, CustomerBase base) {
        return of(condition, base, EvaluationContext.STANDARD);
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return base.size();
    }

    /**
     * Answers for the customer at a row.
     *
     * @param row in [0, size)
     * @return the answer
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Truth truth(int row) {
        return Codes.truth(root.at(checkElementIndex(row, base.size())));
    }

    /**
     * Answers for all customers.
     *
     * @return one answer a row
     */
    public TruthColumn evaluate() {
        return new TruthColumn(root.evaluate(base.size()), base.size());
    }

    /**
     * Answers for the customer at a row, and says why, until when, and what would turn the answer.
     *
     * @param row in [0, size)
     * @return the answer with all that is to be said of it, equal to {@link Condition#explain} for the profile
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Verdict explain(int row) {
        return explainer.explain(checkElementIndex(row, base.size()));
    }
}
