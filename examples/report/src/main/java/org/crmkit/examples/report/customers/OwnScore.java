package org.crmkit.examples.report.customers;

import java.util.Objects;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.strategy.ScoringModel;

/**
 * A scorer that somebody brought along, fitted and applied.
 *
 * @param model the fitted model
 * @param scores one score a customer of the table
 */
public record OwnScore(ScoringModel<?> model, ScoreColumn<?> scores) {

    /**
     * Checks that both are there.
     *
     * @param model the fitted model
     * @param scores one score a customer
     */
    public OwnScore {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(scores, "scores");
    }

    /**
     * Returns the name of the score.
     *
     * @return as in the model's key
     */
    public String name() {
        return model.key().name();
    }
}
