package org.crmkit.core.condition.funnel;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.crmkit.core.condition.CompiledCondition;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.TruthColumn;
import org.crmkit.core.profile.CustomerBase;

/**
 * Conditions with names, in the order in which they are asked of a population.
 *
 * <pre>{@code
 * FunnelReport report = Funnel.of("of age", age(BIRTH_DATE).isAtLeast(Period.ofYears(18)))
 *         .then("bought lately", purchases().lastDays(90).exist())
 *         .then("not opted out", not(tag("opted-out")))
 *         .count(base);
 * report.steps().get(1).allSoFar().in();   // who is left after two steps
 * report.steps().get(1).onlyObstacle();    // who would come in without the second
 * report.first(1);                         // for whom the second is the first that holds
 * }</pre>
 *
 * <p>The law (spec/segmentation.md section 8, law 34): at each step the numbers of those in, out and unknown add up to the population, be it of the step
 * alone, of all steps so far, or of any so far. What is lost at the steps and who is left add up to the population as well, and so do those with a first
 * condition that holds and those without. The order changes the numbers on the way, never those of the last step.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Funnel {
    private static final int MOST_STEPS = 1_000;
    private static final int LONGEST_NAME = 200;

    private final List<String> names;
    private final List<Condition> conditions;

    private Funnel(List<String> names, List<Condition> conditions) {
        this.names = names;
        this.conditions = conditions;
    }

    /**
     * Returns the funnel of one step.
     *
     * @param name the name of the step, 1 to 200 characters
     * @param condition what is asked
     * @return the funnel
     */
    public static Funnel of(String name, Condition condition) {
        return new Funnel(List.of(), List.of()).then(name, condition);
    }

    /**
     * Returns this funnel with another step at its end.
     *
     * @param name the name of the step, 1 to 200 characters, not yet taken
     * @param condition what is asked
     * @return a changed copy, of at most 1,000 steps
     */
    public Funnel then(String name, Condition condition) {
        checkNotNull(name, "name");
        checkNotNull(condition, "condition");
        checkArgument(
                !name.isBlank() && name.length() <= LONGEST_NAME,
                "name must have 1 to %s characters and not be blank, had %s",
                LONGEST_NAME,
                name.length());
        checkArgument(!names.contains(name), "name must be given to one step, \"%s\" was given to two", name);
        checkState(names.size() < MOST_STEPS, "steps must be at most %s, were more", MOST_STEPS);
        List<String> moreNames = new ArrayList<>(names);
        moreNames.add(name);
        List<Condition> moreConditions = new ArrayList<>(conditions);
        moreConditions.add(condition);
        return new Funnel(List.copyOf(moreNames), List.copyOf(moreConditions));
    }

    /**
     * Counts a population in the standard context.
     *
     * @param base the population
     * @return who is in and out at each step
     */
    public FunnelReport count(CustomerBase base) {
        return count(base, EvaluationContext.STANDARD);
    }

    /**
     * Counts a population: each condition once over the columns, O(customers x steps), one byte a customer and step meanwhile.
     *
     * @param base the population
     * @param context what the conditions may know besides
     * @return who is in and out at each step
     */
    public FunnelReport count(CustomerBase base, EvaluationContext context) {
        List<TruthColumn> answers = new ArrayList<>(conditions.size());
        for (Condition condition : conditions) {
            answers.add(CompiledCondition.of(condition, base, context).evaluate());
        }
        int steps = conditions.size();
        Tally[] all = Stream.generate(Tally::new).limit(steps).toArray(Tally[]::new);
        Tally[] any = Stream.generate(Tally::new).limit(steps).toArray(Tally[]::new);
        long[] obstacles = new long[steps];
        for (int row = 0; row < base.size(); row++) {
            count(row, answers, all, any, obstacles);
        }
        List<FunnelStep> report = new ArrayList<>(steps);
        for (int i = 0; i < steps; i++) {
            report.add(new FunnelStep(
                    names.get(i),
                    conditions.get(i),
                    TruthCounts.of(answers.get(i)),
                    all[i].counts(),
                    any[i].counts(),
                    obstacles[i]));
        }
        return new FunnelReport(base.size(), report);
    }

    private static void count(int row, List<TruthColumn> answers, Tally[] all, Tally[] any, long[] obstacles) {
        Truth allSoFar = Truth.TRUE;
        Truth anySoFar = Truth.FALSE;
        int obstacle = -1;
        int notTrue = 0;
        for (int i = 0; i < answers.size(); i++) {
            Truth truth = answers.get(i).get(row);
            allSoFar = allSoFar.and(truth);
            anySoFar = anySoFar.or(truth);
            all[i].add(allSoFar);
            any[i].add(anySoFar);
            if (truth != Truth.TRUE) {
                obstacle = i;
                notTrue++;
            }
        }
        if (notTrue == 1) {
            obstacles[obstacle]++;
        }
    }

    /** Counts answers as they come. */
    private static final class Tally {
        private long in;
        private long out;
        private long unknown;

        void add(Truth truth) {
            switch (truth) {
                case TRUE -> in++;
                case FALSE -> out++;
                case UNKNOWN -> unknown++;
            }
        }

        TruthCounts counts() {
            return new TruthCounts(in, out, unknown);
        }
    }
}
