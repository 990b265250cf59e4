package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkNotNull;

import java.util.List;
import java.util.Optional;
import org.crmkit.core.explain.Explanation;

/**
 * What was decided, and why.
 *
 * @param code the decision in the rule's own codes, such as {@code grade-a} or {@code refused}
 * @param reasons stable reason codes, most telling first; no personal data
 * @param explanation the typed parts where the decision rests on a number
 */
public record Outcome(String code, List<String> reasons, Optional<Explanation> explanation) {

    /**
     * Checks and copies.
     *
     * @param code the decision
     * @param reasons stable reason codes
     * @param explanation the typed parts
     */
    public Outcome {
        Checks.name(code, "code");
        reasons = List.copyOf(reasons);
        reasons.forEach(reason -> Checks.name(reason, "reason"));
        checkNotNull(explanation, "explanation");
    }

    /**
     * Returns an outcome without an explanation in numbers.
     *
     * @param code the decision
     * @param reasons stable reason codes
     * @return the outcome
     */
    public static Outcome of(String code, String... reasons) {
        return new Outcome(code, List.of(reasons), Optional.empty());
    }
}
