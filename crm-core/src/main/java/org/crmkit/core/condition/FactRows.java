package org.crmkit.core.condition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.function.LongFunction;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.CodeRows.Stretches;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/**
 * Binds leaves that read a fact of the summary.
 *
 * <p>A comparison changes its answer only where the numbers pass a literal. So each number up to the next literal answers as the first one does, which is
 * asked as the interpreter would ask it: in decimals, with all their places.
 */
final class FactRows {
    /** Dates span a few decades: each of them is asked. */
    private static final int MOST_DATES = 100_000;

    private final CustomerBase base;
    private final SummaryTable table;
    private final AsOf now;
    private final Map<AttributeKey<?>, NumberColumn> columns = new HashMap<>();

    FactRows(CustomerBase base, AsOf now) {
        this.base = base;
        this.table = base.summaries();
        this.now = now;
    }

    RowTruth test(Leaf leaf, AttributeKey<?> key) {
        NumberColumn numbers = columns.computeIfAbsent(key, this::column);
        LongFunction<Object> value = value(key);
        boolean moving = leaf instanceof Leaf.Age || leaf instanceof Leaf.Anniversary;
        if (numbers.isTooWide() || moving && numbers.span() > MOST_DATES) {
            return RowTruth.byRow(
                    RowTruth.SLOW,
                    row -> isMissing(key, row)
                            ? Codes.UNKNOWN
                            : Codes.of(TryOuts.ofAttribute(
                                    leaf, value.apply(numberAt(key).applyAsLong(row)), now)));
        }
        Stretches stretches = new Stretches();
        if (!numbers.isEmpty()) {
            TreeSet<Long> cuts = moving ? everyNumber(numbers) : cuts(leaf, numbers, value);
            cuts.add(numbers.least());
            for (Long from = cuts.first(); from != null; from = cuts.higher(from)) {
                Long next = cuts.higher(from);
                int code = Codes.of(TryOuts.ofAttribute(leaf, value.apply(from), now));
                stretches.add(numbers.code(from), numbers.code(next == null ? numbers.greatest() : next - 1), code);
            }
        }
        return CodeRows.of(numbers.codes(), stretches, leaf instanceof Leaf.Present ? Codes.FALSE : Codes.UNKNOWN);
    }

    private static TreeSet<Long> everyNumber(NumberColumn numbers) {
        TreeSet<Long> every = new TreeSet<>();
        for (long number = numbers.least(); number <= numbers.greatest(); number++) {
            every.add(number);
        }
        return every;
    }

    /** Returns the numbers at which an answer may change: those next to a literal. */
    private static TreeSet<Long> cuts(Leaf leaf, NumberColumn numbers, LongFunction<Object> value) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Object literal : Reads.literals(leaf)) {
            Threshold.first(numbers.least(), numbers.greatest(), n -> Reads.compare(value.apply(n), literal) >= 0)
                    .ifPresent(cuts::add);
            Threshold.first(numbers.least(), numbers.greatest(), n -> Reads.compare(value.apply(n), literal) > 0)
                    .ifPresent(cuts::add);
        }
        return cuts;
    }

    private NumberColumn column(AttributeKey<?> key) {
        return NumberColumn.of(base.size(), row -> isMissing(key, row), numberAt(key));
    }

    private boolean isMissing(AttributeKey<?> key, int row) {
        return isOfDays(key) && table.lastDay().get(row) == SummaryTable.NEVER;
    }

    private static boolean isOfDays(AttributeKey<?> key) {
        return SummaryFacts.isCountOfDays(key)
                || key.equals(SummaryFacts.FIRST_PURCHASE)
                || key.equals(SummaryFacts.LAST_PURCHASE);
    }

    private IntToLongFunction numberAt(AttributeKey<?> key) {
        long today = now.date().toEpochDay();
        return switch (key.name()) {
            case "fact.orders" -> table.orders()::get;
            case "fact.purchase-days" -> table.purchaseDays()::get;
            case "fact.refunds" -> table.refunds()::get;
            case "fact.recency-days" -> row -> today - table.lastDay().get(row);
            case "fact.tenure-days" -> row -> today - table.firstDay().get(row);
            case "fact.net-spend" ->
                row -> Math.subtractExact(
                        table.grossUnits().get(row), table.refundUnits().get(row));
            case "fact.gross-spend" -> table.grossUnits()::get;
            case "fact.first-purchase" -> table.firstDay()::get;
            case "fact.last-purchase" -> table.lastDay()::get;
            default -> throw new IllegalArgumentException("fact must be known, was " + key);
        };
    }

    private LongFunction<Object> value(AttributeKey<?> key) {
        if (key.equals(SummaryFacts.NET_SPEND) || key.equals(SummaryFacts.GROSS_SPEND)) {
            return table.unit()::toDecimal;
        }
        return key.equals(SummaryFacts.FIRST_PURCHASE) || key.equals(SummaryFacts.LAST_PURCHASE)
                ? LocalDate::ofEpochDay
                : number -> number;
    }
}
