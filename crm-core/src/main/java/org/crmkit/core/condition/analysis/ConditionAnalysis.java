package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.List;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.SegmentResolver;
import org.crmkit.core.condition.window.CalendarRules;
import org.crmkit.core.time.AsOf;

/**
 * Proves or refutes claims about conditions for every customer that could exist, without any data.
 *
 * <p>Claims are about profiles asked as of their own moment, which is that of the analysis, whatever is missing of them, whatever consents say, and
 * from whenever on they were observed. A claim is refuted by a customer on whom the conditions were really asked, and proved only if no way for the
 * facts to be was left out. Where neither is possible the finding says so: {@link Finding.NotDecided}. Counts and sums over windows of which one lies within
 * the other go together: three purchases in the last 30 days are three in the last 90. Windows that only overlap, and different aggregates of one stream,
 * are taken to be independent; claims that need more are then not decided rather than wrong.
 *
 * <p>The search is exponential at worst and stops after a number of steps; sets of tens of rules over tens of facts take milliseconds. Immutable; the
 * {@code with} methods return changed copies.
 */
public final class ConditionAnalysis {
    private static final long MOST_STEPS = 2_000_000;
    private static final int NOT_TRUE = Network.FALSE | Network.UNKNOWN;

    private final AsOf now;
    private final EvaluationContext context;
    private final List<Condition> given;
    private final long mostSteps;

    private ConditionAnalysis(AsOf now, EvaluationContext context, List<Condition> given, long mostSteps) {
        this.now = now;
        this.context = context;
        this.given = given;
        this.mostSteps = mostSteps;
    }

    /**
     * Returns an analysis as of a moment; it matters to ages, anniversaries and windows only.
     *
     * @param now the moment, and the zone of its days
     * @return an analysis without segments, for all customers
     */
    public static ConditionAnalysis at(AsOf now) {
        return new ConditionAnalysis(checkNotNull(now, "now"), EvaluationContext.STANDARD, List.of(), MOST_STEPS);
    }

    /**
     * Returns this analysis with definitions of segments that conditions refer to.
     *
     * @param segments knows the segments
     * @return a changed copy
     */
    public ConditionAnalysis withSegments(SegmentResolver segments) {
        return new ConditionAnalysis(now, context.withSegments(segments), given, mostSteps);
    }

    /**
     * Returns this analysis with other first days of weeks and years.
     *
     * @param calendar where weeks and years begin
     * @return a changed copy
     */
    public ConditionAnalysis withCalendar(CalendarRules calendar) {
        return new ConditionAnalysis(now, context.withCalendar(calendar), given, mostSteps);
    }

    /**
     * Returns this analysis for customers of whom a condition is true: scores are whole numbers from 1 to 5, say, or the age is known.
     *
     * @param condition what is given; said twice, both are
     * @return a changed copy
     */
    public ConditionAnalysis given(Condition condition) {
        List<Condition> more = new ArrayList<>(given);
        more.add(checkNotNull(condition, "condition"));
        return new ConditionAnalysis(now, context, List.copyOf(more), mostSteps);
    }

    /**
     * Returns this analysis with another limit on its work.
     *
     * @param steps how many steps a search may take, 2 million unless given
     * @return a changed copy
     */
    public ConditionAnalysis withMostSteps(long steps) {
        checkArgument(steps >= 1, "steps must be at least 1, was %s", steps);
        return new ConditionAnalysis(now, context, given, steps);
    }

    /**
     * Examines the claim that a condition is true of no one.
     *
     * @param condition the condition
     * @return the finding; a witness is someone of whom it is true
     */
    public Finding never(Condition condition) {
        Prover prover = prover(List.of(condition));
        return prover.refute(List.of(prover.goal(0, Network.TRUE, prover.goal())));
    }

    /**
     * Examines the claim that a condition is true of everyone.
     *
     * @param condition the condition
     * @return the finding; a witness is someone of whom it is false, or unknown if it is false of no one
     */
    public Finding always(Condition condition) {
        Prover prover = prover(List.of(condition));
        return prover.refute(
                List.of(prover.goal(0, Network.FALSE, prover.goal()), prover.goal(0, Network.UNKNOWN, prover.goal())));
    }

    /**
     * Examines the claim that whenever one condition is true, another is.
     *
     * @param condition the one
     * @param other the other
     * @return the finding; a witness is someone of whom only the first is true, the other being false, or else unknown
     */
    public Finding implies(Condition condition, Condition other) {
        Prover prover = prover(List.of(condition, other));
        byte[] first = prover.goal(0, Network.TRUE, prover.goal());
        return prover.refute(List.of(prover.goal(1, Network.FALSE, first), prover.goal(1, Network.UNKNOWN, first)));
    }

    /**
     * Examines the claim that two conditions are true of no one at once.
     *
     * @param condition the one
     * @param other the other
     * @return the finding; a witness is someone of whom both are true
     */
    public Finding disjoint(Condition condition, Condition other) {
        Prover prover = prover(List.of(condition, other));
        return prover.refute(List.of(both(prover, 0, 1)));
    }

    /**
     * Examines the claim that two conditions answer alike, unknown included.
     *
     * @param condition the one
     * @param other the other
     * @return the finding; a witness is someone of whom they answer differently
     */
    public Finding equivalent(Condition condition, Condition other) {
        Prover prover = prover(List.of(condition, other));
        List<byte[]> goals = new ArrayList<>();
        for (byte one : new byte[] {Network.TRUE, Network.FALSE, Network.UNKNOWN}) {
            goals.add(prover.goal(1, Network.ANY & ~one, prover.goal(0, one, prover.goal())));
        }
        return prover.refute(goals);
    }

    /**
     * Examines a set of conditions that is to give each customer a place: the segments of a segmentation, in the order in which they are tried.
     *
     * @param conditions the conditions, at least one
     * @return who has no place, which conditions overlap, and which are never the first to hold
     */
    public SetFinding set(List<Condition> conditions) {
        List<Condition> of = List.copyOf(conditions);
        checkArgument(!of.isEmpty(), "conditions must hold at least 1 element");
        Prover prover = prover(of);
        List<SetFinding.Overlap> overlaps = new ArrayList<>();
        List<Finding> neverFirst = new ArrayList<>();
        for (int i = 0; i < of.size(); i++) {
            byte[] first = prover.goal(i, Network.TRUE, prover.goal());
            for (int j = 0; j < i; j++) {
                first = prover.goal(j, NOT_TRUE, first);
                Finding disjoint = prover.refute(List.of(both(prover, j, i)));
                if (!disjoint.isProved()) {
                    overlaps.add(new SetFinding.Overlap(j, i, disjoint));
                }
            }
            neverFirst.add(prover.refute(List.of(first)));
        }
        Finding decided = prover.refute(List.of(none(prover, of, Network.FALSE)));
        Finding covers = decided.isRefuted() ? decided : prover.refute(List.of(none(prover, of, NOT_TRUE)));
        return new SetFinding(covers, decided, overlaps, neverFirst);
    }

    /**
     * Lists customers who have no place in a set of conditions: one for each combination of what the conditions and the given ones tell apart.
     *
     * @param conditions the conditions
     * @param most how many to list at most
     * @return customers of whom no condition is true, and whether these are all kinds of them
     */
    public Holes holes(List<Condition> conditions, int most) {
        checkArgument(most >= 1, "most must be at least 1, was %s", most);
        List<Condition> of = List.copyOf(conditions);
        Prover prover = prover(of);
        List<Witness> found = new ArrayList<>();
        boolean all = prover.each(none(prover, of, NOT_TRUE), witness -> {
            if (found.size() < most) {
                found.add(witness);
                return false;
            }
            return true;
        });
        return new Holes(found, all);
    }

    private Prover prover(List<Condition> conditions) {
        return new Prover(given, conditions, context, now, mostSteps);
    }

    private static byte[] both(Prover prover, int one, int other) {
        return prover.goal(other, Network.TRUE, prover.goal(one, Network.TRUE, prover.goal()));
    }

    private static byte[] none(Prover prover, List<Condition> conditions, int mask) {
        byte[] goal = prover.goal();
        for (int i = 0; i < conditions.size(); i++) {
            goal = prover.goal(i, mask, goal);
        }
        return goal;
    }
}
