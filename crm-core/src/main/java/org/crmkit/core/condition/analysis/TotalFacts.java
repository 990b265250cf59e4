package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

    static List<Fact> of(List<Leaf> leaves, boolean onlyMade) {
        return leaves.size() > MOST_LITERALS
                ? Fact.open(leaves, List.of(), onlyMade)
                : List.of(new TotalFacts(leaves).fact());
    }

    private Fact fact() {
        List<BigDecimal> points = points();
        List<Setting> settings = new ArrayList<>();
        for (BigDecimal point : points) {
            boolean made = isMade(point);
            settings.add(new Setting(
                    answers(point, point),
                    text() + " = " + point.toPlainString(),
                    made ? portrait -> portrait.total(first, point) : null));
        }
        boolean counts = first.aggregate() == Aggregate.COUNT && isPossible(BigDecimal.ZERO, null);
        for (int low = -1; low < points.size(); low++) {
            BigDecimal least = low < 0 ? null : points.get(low);
            for (int high = Math.max(low, 0); high <= points.size(); high++) {
                BigDecimal most = high == points.size() ? null : points.get(high);
                if (counts && least != null && most == null && isMade(least)) {
                    settings.add(
                            new Setting(answers(least, null), text() + " >= " + least.toPlainString(), portrait -> {
                                portrait.total(first, least);
                                portrait.unobserved(first.stream().name());
                            }));
                } else if (isPossible(least, most)) {
                    settings.add(Setting.abstractly(answers(least, most)));
                }
            }
        }
        return Fact.of(leaves, settings);
    }

    /** Where no event can be in doubt, a count is known, or known to be reached, or nothing is known of it. */
    private boolean isPossible(@Nullable BigDecimal least, @Nullable BigDecimal most) {
        if (first.aggregate() != Aggregate.COUNT || first.where().isPresent()) {
            return true;
        }
        boolean reached = !first.assumeComplete() && !(first.window() instanceof TimeWindow.Ever);
        return most == null && (least == null || reached);
    }

    private String text() {
        String field = first.field().map(key -> " of " + key).orElse("");
        String where = first.where().map(condition -> " where " + condition).orElse("");
        return first.aggregate().word() + field + " (" + first.stream() + where + ", " + first.window() + ")";
    }

    private List<BigDecimal> points() {
        TreeSet<BigDecimal> literals = new TreeSet<>();
        leaves.forEach(leaf -> literals.add(((Leaf.Events) leaf).value()));
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
