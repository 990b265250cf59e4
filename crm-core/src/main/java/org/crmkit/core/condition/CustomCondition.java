package org.crmkit.core.condition;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;

/**
 * A kind of condition that an extension author wrote.
 *
 * <p>It decides one question of one customer. An implementation is an immutable value with {@code equals}: a record does well.
 *
 * <p>It may assume that profile and context are consistent; it must look at nothing else, and at the moment of
 * {@link EvaluationContext#asOf(Profile)} rather than a clock.
 *
 * <p>It must answer {@link Truth#UNKNOWN} where something it needs is missing, and throw for no profile. What it reads is in {@link #inputs()}; what
 * it needs to be written and read as JSON is in {@link #type()} and {@link #parameters()}, and it is read back by the function registered for its
 * type in a {@link ConditionVocabulary}.
 *
 * <p>It is called by many threads at once, and for populations once a customer, or once in all through {@link #columnar}.
 *
 * <p>The contract {@code ConditionContract} of the test kit proves it.
 */
public interface CustomCondition {

    /**
     * Returns the word that stands for the kind in JSON.
     *
     * @return such as {@code acme.nearStore}; none of the language's own
     */
    String type();

    /**
     * Returns what tells this condition from others of its kind.
     *
     * @return texts by name, as written to JSON
     */
    Map<String, String> parameters();

    /**
     * Returns what it reads.
     *
     * @return the inputs; at least one
     */
    Set<Input> inputs();

    /**
     * Returns the condition in words, for the sentences that conditions are told in.
     *
     * @param locale the language
     * @return the words, such as "buys steadily"; they must show no literal that a sensitive attribute is compared with. Empty if there are none in
     *     the language: then the type stands for it
     */
    default Optional<String> toText(Locale locale) {
        return Optional.empty();
    }

    /**
     * Answers for a customer.
     *
     * @param profile the customer
     * @param context the moment and what else is given
     * @return the answer
     */
    Truth evaluate(Profile profile, EvaluationContext context);

    /**
     * Returns the next instant at which the answer may change by the passing of time.
     *
     * @param profile the customer
     * @param context the moment to look from
     * @return an instant after the moment, up to which the answer stays; empty if it stays for ever
     */
    default Optional<Instant> nextChange(Profile profile, EvaluationContext context) {
        return Optional.empty();
    }

    /**
     * Returns a faster way to answer for a whole population.
     *
     * @param base the population
     * @param context the moment and what else is given
     * @return the answer by row, equal to {@link #evaluate} for each profile; empty if there is no faster way
     */
    default Optional<IntFunction<Truth>> columnar(CustomerBase base, EvaluationContext context) {
        return Optional.empty();
    }
}
