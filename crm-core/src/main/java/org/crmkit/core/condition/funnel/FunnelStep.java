package org.crmkit.core.condition.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.condition.Condition;

/**
 * What became of the population at one step of a funnel. All three counts are of everyone.
 *
 * @param name the name of the step
 * @param condition what is asked at the step
 * @param alone of how many the condition holds whatever the other steps say
 * @param allSoFar of how many all conditions hold up to this one, in Kleene's logic: who is left
 * @param anySoFar of how many any condition holds up to this one: who has a place, where the first that holds counts
 * @param onlyObstacle of how many all other conditions of the funnel hold, but not this one: who would be let in without it
 */
public record FunnelStep(
        String name,
        Condition condition,
        TruthCounts alone,
        TruthCounts allSoFar,
        TruthCounts anySoFar,
        long onlyObstacle) {

    /**
     * Checks that all counts are of the same customers.
     *
     * @param name the name of the step
     * @param condition what is asked at the step
     * @param alone of the condition alone
     * @param allSoFar of all conditions up to this one
     * @param anySoFar of any condition up to this one
     * @param onlyObstacle of how many all others hold
     */
    public FunnelStep {
        checkNotNull(name, "name");
        checkNotNull(condition, "condition");
        long total = alone.total();
        checkArgument(
                allSoFar.total() == total && anySoFar.total() == total,
                "counts of %s must be of the same customers, were of %s, %s and %s",
                name,
                total,
                allSoFar.total(),
                anySoFar.total());
        checkArgument(
                onlyObstacle >= 0 && onlyObstacle <= alone.out() + alone.unknown(),
                "onlyObstacle of %s must be in [0, %s], was %s",
                name,
                alone.out() + alone.unknown(),
                onlyObstacle);
    }

    FunnelStep plus(FunnelStep other) {
        checkArgument(
                name.equals(other.name) && condition.equals(other.condition),
                "reports must be of the same funnel, had the steps %s and %s",
                name,
                other.name);
        return new FunnelStep(
                name,
                condition,
                alone.plus(other.alone),
                allSoFar.plus(other.allSoFar),
                anySoFar.plus(other.anySoFar),
                Math.addExact(onlyObstacle, other.onlyObstacle));
    }
}
