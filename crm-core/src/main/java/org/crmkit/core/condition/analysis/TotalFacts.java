package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.crmkit.core.condition.ActivityFacts;
import org.crmkit.core.condition.Aggregate;
import org.crmkit.core.condition.Comparison;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.condition.window.TimeWindow;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a window add up to.
 *
 * <p>The number may be known, or only that it lies between two ends, either of which may be open: where not all events have been observed, a count of
 * five is "five or more". So the settings are all pairs of ends, of which those with equal ends are known numbers.
 */
final class TotalFacts {
    private static final int MOST_LITERALS = 60;

    private final Leaf.Events first;
    private final List<Leaf> leaves;

    private TotalFacts(List<Leaf> leaves) {
        this.first = (Leaf.Events) leaves.get(0);
        this.leaves = leaves;
    }

    /** What leaves must share to be of one fact. */
    static Object key(Leaf.Events node) {
        return List.of(
                node.stream(),
                node.where(),
                node.window(),
                node.aggregate(),
                node.field(),
                node.assumeComplete(),
                node.purpose());
    }

    static TotalFacts of(List<Leaf> leaves) {
        return new TotalFacts(leaves);
    }

    /** Returns the facts of one window alone. */
    List<Fact> facts(boolean onlyMade) {
        if (!isListed()) {
            return Fact.open(leaves, List.of(), onlyMade);
        }
        return List.of(Fact.of(
                leaves,
                totals(points(literals())).stream()
                        .map(total -> setting(List.of(total)))
                        .toList()));
    }

    /** Tells whether there are so few literals that all ways to be can be listed. */
    boolean isListed() {
        return leaves.size() <= MOST_LITERALS;
    }

    Leaf.Events first() {
        return first;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /**
     * What is known of what the events of one window add up to.
     *
     * @param of of which window and events
     * @param least is reached for certain; null if nothing is known
     * @param most is not exceeded; null if it is not known what has not been observed
     * @param truths what the leaves answer then
     * @param made whether a history can be made like this
     */
    record Total(
            TotalFacts of,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most,
            List<Truth> truths,
            boolean made) {
        boolean isKnown() {
            return least != null && most != null;
        }

        private String text() {
            return of.text()
                    + (isKnown() ? " = " : " >= ")
                    + checkNotNull(least, "least").toPlainString();
        }
    }

    /** Returns all that may be known, where each number stands for those that no literal tells from it. */
    List<Total> totals(List<BigDecimal> points) {
        List<Total> totals = new ArrayList<>();
        for (BigDecimal point : points) {
            totals.add(new Total(this, point, point, answers(point, point), isMade(point)));
        }
        boolean counts = first.aggregate() == Aggregate.COUNT && isPossible(BigDecimal.ZERO, null);
        for (int low = -1; low < points.size(); low++) {
            BigDecimal least = low < 0 ? null : points.get(low);
            for (int high = Math.max(low, 0); high <= points.size(); high++) {
                BigDecimal most = high == points.size() ? null : points.get(high);
                boolean made = counts && least != null && most == null && isMade(least);
                if ((least == null || most == null || least.compareTo(most) < 0) && (made || isPossible(least, most))) {
                    totals.add(new Total(this, least, most, answers(least, most), made));
                }
            }
        }
        return totals;
    }

    /** Returns a setting of several windows over the same events. */
    static Setting setting(List<Total> chosen) {
        List<Total> totals = List.copyOf(chosen);
        List<Truth> truths = new ArrayList<>();
        totals.forEach(total -> truths.addAll(total.truths()));
        if (!totals.stream().allMatch(Total::made)) {
            return Setting.abstractly(truths);
        }
        String text = totals.stream().map(Total::text).collect(Collectors.joining(", "));
        return new Setting(truths, text, portrait -> make(totals, portrait));
    }

    private static void make(List<Total> totals, Portrait portrait) {
        Leaf.Events node = totals.get(0).of.first;
        boolean late = false;
        List<TimeWindow> covered = new ArrayList<>();
        for (Total total : totals) {
            portrait.total(total.of.first, checkNotNull(total.least, "least"));
            late |= !total.isKnown();
            if (total.isKnown() && !total.of.isNeverShort()) {
                covered.add(total.of.first.window());
            }
        }
        if (late) {
            portrait.unobserved(node.stream().name(), covered);
        }
    }

    /** Tells whether it does not matter from when on the customer was observed. */
    boolean isNeverShort() {
        TimeWindow window = first.window();
        return first.assumeComplete()
                || window instanceof TimeWindow.Ever
                || window instanceof TimeWindow.Zoned zoned && zoned.of() instanceof TimeWindow.Ever;
    }

    /** Tells whether more events never make it less. */
    boolean isGrowing() {
        return switch (first.aggregate()) {
            case COUNT, DISTINCT -> true;
            case SUM -> isNeverNegative();
            default -> false;
        };
    }

    TreeSet<BigDecimal> literals() {
        TreeSet<BigDecimal> literals = new TreeSet<>();
        leaves.forEach(leaf -> literals.add(((Leaf.Events) leaf).value()));
        return literals;
    }

    /** Where no event can be in doubt, a count is known, or known to be reached, or nothing is known of it. */
    private boolean isPossible(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (first.aggregate() != Aggregate.COUNT || first.where().isPresent()) {
            return true;
        }
        return most == null && (least == null || !isNeverShort());
    }

    private String text() {
        String field = first.field().map(key -> " of " + key).orElse("");
        String where = first.where().map(condition -> " where " + condition).orElse("");
        return first.aggregate().word() + field + " (" + first.stream() + where + ", " + first.window() + ")";
    }

    List<BigDecimal> points(TreeSet<BigDecimal> literals) {
        if (!isWhole()) {
            List<BigDecimal> points = new ArrayList<>(Values.decimals(literals));
            points.removeIf(point -> isNeverNegative() && point.signum() < 0);
            if (isNeverNegative() && points.stream().noneMatch(point -> point.signum() == 0)) {
                points.add(0, BigDecimal.ZERO);
            }
            return points;
        }
        TreeSet<BigDecimal> points = new TreeSet<>();
        for (BigDecimal literal : literals) {
            BigDecimal floor = literal.setScale(0, RoundingMode.FLOOR);
            points.add(floor);
            points.add(floor.subtract(BigDecimal.ONE));
            points.add(floor.add(BigDecimal.ONE));
        }
        points.removeIf(point -> isNeverNegative() && point.signum() < 0);
        if (points.isEmpty()) {
            points.add(BigDecimal.ZERO);
        }
        return new ArrayList<>(points);
    }

    private boolean isWhole() {
        return switch (first.aggregate()) {
            case COUNT, DISTINCT, DAYS_SINCE_FIRST, DAYS_SINCE_LAST -> true;
            default -> false;
        };
    }

    private boolean isNeverNegative() {
        return switch (first.aggregate()) {
            case COUNT, DISTINCT -> true;
            case SUM, MIN, MAX, AVG -> isAmount() && !first.stream().name().equals("spending");
            default -> false;
        };
    }

    private boolean isAmount() {
        return first.field().filter(ActivityFacts.AMOUNT::equals).isPresent();
    }

    private boolean isMade(BigDecimal value) {
        boolean ofAmount = !first.aggregate().needsField() || isAmount() || value.signum() == 0;
        return ofAmount && value.signum() >= 0 && first.window().anchorKey().isEmpty();
    }

    private List<Truth> answers(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        List<Truth> truths = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Leaf.Events node = (Leaf.Events) leaf;
            int low = least == null ? -1 : least.compareTo(node.value());
            int high = most == null ? 1 : most.compareTo(node.value());
            truths.add(answer(node.op(), low, high));
        }
        return truths;
    }

    /** Answers for a number of which is known how its least and greatest value compare with a literal. */
    private static Truth answer(Comparison op, int low, int high) {
        boolean some = false;
        boolean all = true;
        for (int order = Integer.signum(low); order <= Integer.signum(high); order++) {
            some |= op.holds(order);
            all &= op.holds(order);
        }
        return all ? Truth.TRUE : some ? Truth.UNKNOWN : Truth.FALSE;
    }
}
