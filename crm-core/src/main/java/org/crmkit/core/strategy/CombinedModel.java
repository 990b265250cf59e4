package org.crmkit.core.strategy;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;

/**
 * A fitted {@link Combined}.
 *
 * @param name the name of the score
 * @param rule how the parts make the whole
 * @param parts the fitted parts, at least one
 */
public record CombinedModel(String name, Combined.Rule rule, List<ScoringModel<?>> parts)
        implements ScoringModel<Double> {

    /**
     * Checks that there are parts.
     *
     * @param name the name of the score
     * @param rule how the parts make the whole
     * @param parts the fitted parts
     */
    public CombinedModel {
        ScoreKey.number(name);
        checkNotNull(rule, "rule");
        parts = List.copyOf(parts);
        checkArgument(!parts.isEmpty(), "parts of %s must not be empty", name);
    }

    @Override
    public ScoreKey<Double> key() {
        return ScoreKey.number(name);
    }

    /** Returns what the parts were fitted on, taken together: the worst outcome counts. */
    @Override
    public FittedOn fittedOn() {
        return Parts.fittedOn(parts);
    }

    /** Returns drift if a part has drifted; empty if no part can say. */
    @Override
    public Optional<Drift> drift(CustomerBase today, ScoringContext context) {
        return Parts.drift(parts, today, context);
    }

    @Override
    public Score<Double> score(Profile profile, ScoringContext context) {
        List<Score.Known<?>> known = new ArrayList<>();
        List<Explanation> explanations = new ArrayList<>();
        int chosen = 0;
        for (ScoringModel<?> part : parts) {
            if (part.score(profile, context) instanceof Score.Known<?> score) {
                known.add(score);
                explanations.add(score.explanation());
                chosen = isBetter(score, known.get(chosen)) ? known.size() - 1 : chosen;
                if (rule == Combined.Rule.FIRST_KNOWN) {
                    break;
                }
            }
        }
        if (known.isEmpty()) {
            return Score.abstain(Abstention.missingScore(parts.get(0).key().name()));
        }
        Explanation why = new Explanation.Choice(name, word(), chosen, explanations);
        return Score.of(why.value(), known.get(chosen).scale(), why);
    }

    private boolean isBetter(Score.Known<?> candidate, Score.Known<?> best) {
        return rule == Combined.Rule.LARGEST && candidate.points() > best.points()
                || rule == Combined.Rule.SMALLEST && candidate.points() < best.points();
    }

    private String word() {
        return switch (rule) {
            case FIRST_KNOWN -> "first";
            case LARGEST -> "max";
            case SMALLEST -> "min";
        };
    }
}
