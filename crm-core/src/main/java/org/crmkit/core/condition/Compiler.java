package org.crmkit.core.condition;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.window.BoundWindow;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.AsOf;

/** Binds nodes to the columns of a population; a leaf that reads no column asks the interpreter row by row. */
final class Compiler implements ConditionCases<RowTruth> {
    private final CustomerBase base;
    private final EvaluationContext context;
    private final AsOf now;
    private final AttributeRows attributes;
    private final FactRows facts;
    private final ScoreRows scores;
    private final Map<Leaf, RowTruth> compiled = new HashMap<>();
    private final Map<Leaf, RowTruth> stored = new HashMap<>();
    private final Deque<String> path = new ArrayDeque<>();

    Compiler(CustomerBase base, EvaluationContext context) {
        this.base = base;
        this.context = context;
        this.now = context.asOf().orElse(base.asOf());
        this.attributes = new AttributeRows(base, context, now);
        this.facts = new FactRows(base, now);
        this.scores = new ScoreRows(base);
    }

    RowTruth compile(Condition condition) {
        if (!(condition instanceof Leaf leaf)) {
            return condition.match(this);
        }
        return leaf instanceof Leaf.InSegment && compiled.containsKey(leaf) ? stored(leaf) : once(leaf);
    }

    /** Returns the answers of a leaf that is not asked as a part of the condition. */
    RowTruth once(Leaf leaf) {
        RowTruth known = compiled.get(leaf);
        if (known == null) {
            Truth assumed = context.assumptions().get(leaf);
            known = assumed != null ? new RowTruth.Constant(Codes.of(assumed)) : leaf.match(this);
            compiled.put(leaf, known);
        }
        return known;
    }

    /** A segment that is referred to again is worked out once, for segments may refer to segments that refer to others, each many times. */
    private RowTruth stored(Leaf leaf) {
        RowTruth known = stored.get(leaf);
        if (known == null) {
            known = new RowTruth.Stored(once(leaf).evaluate(base.size()));
            stored.put(leaf, known);
        }
        return known;
    }

    /** Returns who permits that an attribute is read. */
    RowTruth permission(Read<?> read) {
        return attributes.permission(read);
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
        return new RowJunction(compile(node.parts()), true);
    }

    @Override
    public RowTruth any(Condition.Any node) {
        return new RowJunction(compile(node.parts()), false);
    }

    @Override
    public RowTruth not(Condition.Not node) {
        return new RowTruth.Negated(compile(node.of()));
    }

    @Override
    public RowTruth atLeast(Condition.AtLeast node) {
        return new RowCount(compile(node.parts()), node.count());
    }

    @Override
    public RowTruth atMost(Condition.AtMost node) {
        return new RowTruth.Negated(new RowCount(compile(node.parts()), node.count() + 1));
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
        return RowTruth.interpreted(
                row -> Codes.of(Interpreter.of(base.profile(row), context).truth(leaf)));
    }

    private RowTruth ofAttribute(Leaf leaf, Read<?> read) {
        if (context.hasSubject() && LeafChecks.isOfEvents(read.key())) {
            return new RowTruth.Constant(Codes.of(ofSubject(leaf, read.key())));
        }
        if (!SummaryFacts.isFact(read.key())) {
            return attributes.test(leaf, read);
        }
        // Facts are columns already, as long as the moment is that of the base.
        return now.equals(base.asOf()) ? facts.test(leaf, read.key()) : interpreted(leaf);
    }

    /** The activity at hand is the same for every row. */
    private Truth ofSubject(Leaf leaf, AttributeKey<?> key) {
        return context.subject()
                .value(key)
                .map(value -> TryOuts.ofAttribute(leaf, value, now))
                .orElse(leaf instanceof Leaf.Present ? Truth.FALSE : Truth.UNKNOWN);
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
        return window.isEmpty() || base.log().isEmpty()
                ? interpreted(node)
                : new EventRows(node, base, base.log().get(), window.get(), context, now);
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
        return node.part().isPresent() ? interpreted(node) : scores.test(node).orElseGet(() -> interpreted(node));
    }

    @Override
    public RowTruth labeled(Leaf.Labeled node) {
        return scores.test(node).orElseGet(() -> interpreted(node));
    }

    @Override
    public RowTruth sample(Leaf.Sample node) {
        double share = node.share().doubleValue();
        return RowTruth.byRow(
                RowTruth.SLOW,
                row -> ValueTests.draw(node.salt(), base.id(row).value()) < share ? Codes.TRUE : Codes.FALSE);
    }

    @Override
    public RowTruth custom(Leaf.Custom node) {
        Optional<IntFunction<Truth>> columnar = node.of().columnar(base, context.withAsOf(now));
        return columnar.map(answer -> RowTruth.byRow(RowTruth.SLOW, row -> Codes.of(answer.apply(row))))
                .orElseGet(() -> interpreted(node));
    }

    @Override
    public RowTruth opaque(Leaf.Opaque node) {
        return new RowTruth.Constant(Codes.UNKNOWN);
    }
}
