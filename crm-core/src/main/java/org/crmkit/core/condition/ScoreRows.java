package org.crmkit.core.condition;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.condition.CodeRows.Stretches;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;

/** Binds leaves that read a score or a label. */
final class ScoreRows {
    private final CustomerBase base;
    private final Map<String, NumberColumn> numbers = new HashMap<>();
    private final Map<String, Labels> labels = new HashMap<>();

    ScoreRows(CustomerBase base) {
        this.base = base;
    }

    Optional<RowTruth> test(Leaf.ScoreTest node) {
        return column(node.score()).map(column -> {
            NumberColumn ordered = numbers.computeIfAbsent(node.score(), name -> ordered(column.numbers()));
            Stretches stretches = new Stretches();
            if (!ordered.isEmpty()) {
                long literal = order(node.value().doubleValue());
                add(ordered, ordered.least(), literal - 1, node.op().holds(-1), stretches);
                add(ordered, literal, literal, node.op().holds(0), stretches);
                add(ordered, literal + 1, ordered.greatest(), node.op().holds(1), stretches);
            }
            return CodeRows.of(ordered.codes(), stretches, Codes.UNKNOWN);
        });
    }

    private static void add(NumberColumn column, long from, long to, boolean holds, Stretches stretches) {
        long low = Math.max(from, column.least());
        long high = Math.min(to, column.greatest());
        if (low <= high) {
            stretches.add(column.code(low), column.code(high), holds ? Codes.TRUE : Codes.FALSE);
        }
    }

    private static NumberColumn ordered(DoubleColumn column) {
        return NumberColumn.of(
                column.size(), row -> Double.isNaN(column.get(row)), row -> order(column.get(row) + 0.0));
    }

    /** Returns a whole number that stands among others as the double does, infinities included. */
    private static long order(double number) {
        long bits = Double.doubleToLongBits(number);
        return bits ^ bits >> Long.SIZE - 1 & Long.MAX_VALUE;
    }

    Optional<RowTruth> test(Leaf.Labeled node) {
        return column(node.model()).map(column -> {
            Labels known = labels.computeIfAbsent(node.model(), name -> Labels.of(column));
            Stretches stretches = new Stretches();
            known.codes.forEach((label, code) ->
                    stretches.add(code, code, Codes.of(Truth.of(node.labels().contains(label)))));
            return CodeRows.of(known.column, stretches, Codes.UNKNOWN);
        });
    }

    /** The labels of a model, numbered from 1 in the order they occur. */
    private record Labels(Map<String, Integer> codes, LaneColumn column) {
        static Labels of(ScoreColumn<?> scores) {
            Map<String, Integer> codes = new LinkedHashMap<>();
            int[] rows = new int[scores.size()];
            for (int row = 0; row < rows.length; row++) {
                Optional<?> value = scores.score(row).value();
                if (value.isPresent()) {
                    String label = String.valueOf(value.get());
                    codes.putIfAbsent(label, codes.size() + 1);
                    rows[row] = codes.get(label);
                }
            }
            return new Labels(codes, LaneColumn.pack(rows.length, codes.size(), row -> rows[row]));
        }
    }

    private Optional<ScoreColumn<?>> column(String name) {
        for (ScoreKey<?> key : base.scoreKeys()) {
            if (key.name().equals(name)) {
                return base.scores(key).map(scores -> scores);
            }
        }
        return Optional.empty();
    }
}
