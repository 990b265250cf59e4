package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;

/**
 * A fitted, immutable, thread-safe scorer: the same answer for the same profile, for ever.
 *
 * <p>Decides: the score of one profile. A rule that learns nothing is a model from the start, and a strategy that returns itself.
 *
 * <p>May assume: a profile as of the context's instant.
 *
 * <p>Must return: a score whose explanation recombines to its number, or an abstention with its reason; never null, NaN or an exception because of
 * the data. {@link #scoreAll} must agree with {@link #score} on every row.
 *
 * <p>Threads and cost: called from any thread; a constant time a profile is expected.
 *
 * <p>Proven by {@code org.crmkit.core.tck.ScoringModelContract} in the test kit. A record is the natural form: it is a value, and it has a JSON form for
 * nothing.
 *
 * @param <S> the type of the score's value
 */
public interface ScoringModel<S> extends ScoringStrategy<S> {

    /**
     * Returns the name and the type under which a profile carries this score.
     *
     * @return the key, the same for the same model
     */
    ScoreKey<S> key();

    /**
     * Scores one customer.
     *
     * @param profile the customer as of an instant
     * @param context that instant
     * @return the score, or an abstention with its reason
     */
    Score<S> score(Profile profile, ScoringContext context);

    /**
     * Scores a population.
     *
     * <p>Unless a model does better, each customer is scored once for the number, and again when someone asks for the full score of a row: eight bytes
     * a customer are kept, not a million explanations.
     *
     * @param population the customers
     * @param context the instant
     * @return one score a row, equal to scoring the rows one by one
     * @throws java.util.concurrent.CancellationException if the context's progress stopped the work
     */
    default ScoreColumn<S> scoreAll(CustomerBase population, ScoringContext context) {
        checkNotNull(context, "context");
        int size = population.size();
        DoubleColumn numbers = DoubleColumn.tabulate(size, row -> {
            double number = score(population.profile(row), context).number().orElse(Double.NaN);
            ProgressSteps.tell(context.progress(), row + 1, size);
            return number;
        });
        return ScoreColumn.of(numbers, row -> score(population.profile(row), context));
    }

    /**
     * Returns a base that carries this model's scores.
     *
     * @param population the customers
     * @param context the instant
     * @return the base with one more score column, under {@link #key()}
     */
    default CustomerBase addTo(CustomerBase population, ScoringContext context) {
        return population.withScores(key(), scoreAll(population, context));
    }

    /**
     * Returns what the model was fitted on, and how well that went.
     *
     * @return the origin; {@link FittedOn#NOTHING} for a rule that learns nothing
     */
    default FittedOn fittedOn() {
        return FittedOn.NOTHING;
    }

    /**
     * Tells whether today's population has drifted away from what the model was fitted on.
     *
     * @param today the population of today
     * @param context the instant
     * @return the finding, or empty if the model cannot say
     */
    default Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return Optional.empty();
    }

    /**
     * Returns this model: what is fitted stays as it is.
     *
     * @param population not looked at
     * @param context not looked at
     * @return this
     */
    @Override
    default ScoringModel<S> fit(CustomerBase population, ScoringContext context) {
        return this;
    }
}
