package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.customer.AttributeKey;
import org.crmkit.core.profile.AttributeColumn;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/** Binds nodes to the columns of a population; a node that reads no column asks the interpreter row by row. */
final class Compiler implements ConditionCases<RowTruth> {
    private final CustomerBase base;
    private final EvaluationContext context;
    private final AsOf now;
    private final boolean sameMoment;
    private final Map<AttributeKey<?>, int[]> codes = new HashMap<>();
    private final Map<AttributeKey<?>, AttributeColumn<?>> columns = new HashMap<>();
    private final Map<Leaf, RowTruth> compiled = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    Compiler(CustomerBase base, EvaluationContext context) {
        this.base = base;
        this.context = context;
        this.now = context.asOf().orElse(base.asOf());
        this.sameMoment = now.equals(base.asOf());
    }

    RowTruth compile(Condition condition) {
        if (!(condition instanceof Leaf leaf)) {
            return condition.match(this);
        }
        RowTruth known = compiled.get(leaf);
        if (known == null) {
            Truth assumed = context.assumptions().get(leaf);
            known = assumed != null ? new RowTruth.Constant(Codes.of(assumed)) : leaf.match(this);
            compiled.put(leaf, known);
        }
        return known;
    }

    private RowTruth[] compile(List<Condition> parts) {
        RowTruth[] all = new RowTruth[parts.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = compile(parts.get(i));
        }
        return all;
    }

    @Override
    public RowTruth all(Condition.All node) {
        return new RowTruth.Junction(compile(node.parts()), true);
    }

    @Override
    public RowTruth any(Condition.Any node) {
        return new RowTruth.Junction(compile(node.parts()), false);
    }

    @Override
    public RowTruth not(Condition.Not node) {
        return new RowTruth.Negated(compile(node.of()));
    }

    @Override
    public RowTruth atLeast(Condition.AtLeast node) {
        return new RowTruth.Reaching(compile(node.parts()), node.count());
    }

    @Override
    public RowTruth atMost(Condition.AtMost node) {
        return new RowTruth.Negated(new RowTruth.Reaching(compile(node.parts()), node.count() + 1));
    }

    @Override
    public RowTruth always(Condition.Always node) {
        return new RowTruth.Constant(Codes.TRUE);
    }

    @Override
    public RowTruth never(Condition.Never node) {
        return new RowTruth.Constant(Codes.FALSE);
    }

    @Override
    public RowTruth ifMissing(Condition.IfMissing node) {
        return new RowTruth.Defaulted(compile(node.of()), node.answer());
    }

    @Override
    public RowTruth annotated(Condition.Annotated node) {
        return compile(node.of());
    }

    private RowTruth interpreted(Leaf leaf) {
        return byRow(row -> Codes.of(Interpreter.of(base.profile(row), context).truth(leaf)));
    }

    private static RowTruth byRow(IntUnaryOperator answer) {
        return new RowTruth() {
            @Override
            int at(int row) {
                return answer.applyAsInt(row);
            }
        };
    }

    private RowTruth ofAttribute(Leaf leaf, Read<?> read) {
        if (SummaryFacts.isFact(read.key())) {
            return ofFact(leaf, read.key());
        }
        AttributeColumn<?> column = columns.computeIfAbsent(read.key(), base::attribute);
        int[] rowCodes = codes.computeIfAbsent(read.key(), key -> column.codes().toArray());
        int[] table = new int[column.dictionary().size() + 1];
        table[0] = leaf instanceof Leaf.Present ? Codes.FALSE : Codes.UNKNOWN;
        for (int code = 0; code < column.dictionary().size(); code++) {
            table[code + 1] =
                    Codes.of(TryOuts.ofAttribute(leaf, column.dictionary().get(code), now));
        }
        RowTruth answer = byTable(rowCodes, table);
        return read.key().isSensitive() ? new RowTruth.Permitted(answer, permitted(read)) : answer;
    }

    /** A table that is true on one stretch and false around it needs no table. */
    private static RowTruth byTable(int[] rowCodes, int[] table) {
        int low = 1;
        while (low < table.length && table[low] == Codes.FALSE) {
            low++;
        }
        int end = low;
        while (end < table.length && table[end] == Codes.TRUE) {
            end++;
        }
        for (int i = end; i < table.length; i++) {
            if (table[i] != Codes.FALSE) {
                return new RowTruth.ByCode(rowCodes, table);
            }
        }
        // An empty stretch is one that ends before it begins; codes are less than 2^31 - 1, so no difference overflows.
        return table[0] == Codes.UNKNOWN
                ? new RowTruth.ByRange(rowCodes, end == low ? 1 : low - 1, end == low ? 0 : end - 2)
                : new RowTruth.ByCode(rowCodes, table);
    }

    private BitSet permitted(Read<?> read) {
        BitSet permitted = new BitSet(base.size());
        for (int row = 0; row < base.size(); row++) {
            AccessRequest request = AccessRequest.of(
                    base.id(row), read.key().dataClass(), read.purpose().orElseThrow(), now.instant());
            permitted.set(row, context.guard().permits(request));
        }
        return permitted;
    }

    /** Facts are columns already, as long as the moment is that of the base. */
    private RowTruth ofFact(Leaf leaf, AttributeKey<?> key) {
        if (!sameMoment) {
            return interpreted(leaf);
        }
        IntFunction<Object> value = factColumn(key);
        int missing = leaf instanceof Leaf.Present ? Codes.FALSE : Codes.UNKNOWN;
        boolean ofDays = key.equals(SummaryFacts.RECENCY_DAYS)
                || key.equals(SummaryFacts.TENURE_DAYS)
                || key.equals(SummaryFacts.FIRST_PURCHASE)
                || key.equals(SummaryFacts.LAST_PURCHASE);
        SummaryTable table = base.summaries();
        return byRow(row -> ofDays && table.lastDay().get(row) == SummaryTable.NEVER
                ? missing
                : Codes.of(TryOuts.ofAttribute(leaf, value.apply(row), now)));
    }

    private IntFunction<Object> factColumn(AttributeKey<?> key) {
        SummaryTable table = base.summaries();
        long today = now.date().toEpochDay();
        return switch (key.name()) {
            case "fact.orders" -> row -> (long) table.orders().get(row);
            case "fact.purchase-days" -> row -> (long) table.purchaseDays().get(row);
            case "fact.refunds" -> row -> (long) table.refunds().get(row);
            case "fact.recency-days" -> row -> today - table.lastDay().get(row);
            case "fact.tenure-days" -> row -> today - table.firstDay().get(row);
            case "fact.net-spend" ->
                row -> decimal(table.grossUnits().get(row) - table.refundUnits().get(row));
            case "fact.gross-spend" -> row -> decimal(table.grossUnits().get(row));
            case "fact.first-purchase" ->
                row -> LocalDate.ofEpochDay(table.firstDay().get(row));
            case "fact.last-purchase" ->
                row -> LocalDate.ofEpochDay(table.lastDay().get(row));
            default -> throw new IllegalArgumentException("fact must be known, was " + key);
        };
    }

    private BigDecimal decimal(long units) {
        return base.summaries().unit().toDecimal(units);
    }

    @Override
    public <T> RowTruth compare(Leaf.Compare<T> node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public <T> RowTruth between(Leaf.Between<T> node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public <T> RowTruth oneOf(Leaf.OneOf<T> node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth text(Leaf.TextTest node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth present(Leaf.Present node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth set(Leaf.SetTest node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth age(Leaf.Age node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth anniversary(Leaf.Anniversary node) {
        return ofAttribute(node, node.read());
    }

    @Override
    public RowTruth near(Leaf.Near node) {
        return interpreted(node);
    }

    @Override
    public RowTruth events(Leaf.Events node) {
        Optional<BoundWindow> window = node.window().anchorKey().isPresent()
                ? Optional.empty()
                : node.window().at(now, context.calendar(), Optional.empty());
        if (window.isEmpty() || base.log().isEmpty()) {
            return interpreted(node);
        }
        BoundWindow bound = window.get();
        ZoneId zone = node.window().zone(now.zone());
        LocalDate today = LocalDate.ofInstant(now.instant(), zone);
        boolean always = node.assumeComplete() || Interpreter.isEver(node.window());
        return byRow(row -> {
            Profile profile = base.profile(row);
            boolean covered = always
                    || context.observedSince()
                            .of(profile, node.stream())
                            .map(bound::isSince)
                            .orElse(false);
            return Codes.of(EventTally.compare(node, EventList.of(profile.activities()), bound, zone, today, covered));
        });
    }

    @Override
    public RowTruth sequence(Leaf.Sequence node) {
        return interpreted(node);
    }

    @Override
    public RowTruth segment(Leaf.InSegment node) {
        Condition definition = Segments.definition(node, context.segments());
        Segments.checkAcyclic(node, path);
        path.addLast(Segments.name(node));
        RowTruth answer = compile(definition);
        path.removeLast();
        return answer;
    }

    @Override
    public RowTruth tag(Leaf.Tagged node) {
        return interpreted(node);
    }

    @Override
    public RowTruth score(Leaf.ScoreTest node) {
        Optional<DoubleColumn> numbers = node.part().isPresent() ? Optional.empty() : numbers(node.score());
        if (numbers.isEmpty()) {
            return interpreted(node);
        }
        DoubleColumn column = numbers.get();
        double value = node.value().doubleValue();
        return byRow(row -> {
            double number = column.get(row);
            return Double.isNaN(number)
                    ? Codes.UNKNOWN
                    : Codes.of(Truth.of(node.op().holds(Double.compare(number + 0.0, value))));
        });
    }

    private Optional<DoubleColumn> numbers(String name) {
        for (ScoreKey<?> key : base.scoreKeys()) {
            if (key.name().equals(name)) {
                return base.scores(key).map(scores -> scores.numbers());
            }
        }
        return Optional.empty();
    }

    @Override
    public RowTruth labeled(Leaf.Labeled node) {
        return interpreted(node);
    }

    @Override
    public RowTruth sample(Leaf.Sample node) {
        double share = node.share().doubleValue();
        return byRow(row -> ValueTests.draw(node.salt(), base.id(row).value()) < share ? Codes.TRUE : Codes.FALSE);
    }

    @Override
    public RowTruth custom(Leaf.Custom node) {
        Optional<IntFunction<Truth>> columnar = node.of().columnar(base, context.withAsOf(now));
        return columnar.map(answer -> byRow(row -> Codes.of(answer.apply(row)))).orElseGet(() -> interpreted(node));
    }

    @Override
    public RowTruth opaque(Leaf.Opaque node) {
        return new RowTruth.Constant(Codes.UNKNOWN);
    }
}
