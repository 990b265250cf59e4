package org.crmkit.core.condition;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;
import org.jspecify.annotations.Nullable;

/** Asks a condition of one activity, or of one line of it. */
final class EventQuestion extends Junctions {
    /** Of no activity: nothing is known. */
    static final EventQuestion OF_NOTHING = new EventQuestion(null, null);

    private final @Nullable Activity activity;
    private final @Nullable PurchaseLine line;

    EventQuestion(@Nullable Activity activity, @Nullable PurchaseLine line) {
        this.activity = activity;
        this.line = line;
    }

    Optional<Activity> activity() {
        return Optional.ofNullable(activity);
    }

    Optional<PurchaseLine> line() {
        return Optional.ofNullable(line);
    }

    /** Asks an activity, or its lines if the condition reads them: one line that answers yes is enough. */
    static Truth ask(Condition where, boolean ofLines, Activity activity) {
        if (!ofLines) {
            return new EventQuestion(activity, null).truth(where);
        }
        Truth truth = Truth.FALSE;
        if (activity instanceof Purchase purchase) {
            // A purchase without lines was not recorded in detail: what was bought is not known.
            List<PurchaseLine> lines = purchase.lines();
            truth = lines.isEmpty() ? Truth.UNKNOWN : Truth.FALSE;
            for (int i = 0; i < lines.size() && truth != Truth.TRUE; i++) {
                truth = truth.or(new EventQuestion(activity, lines.get(i)).truth(where));
            }
        }
        return truth;
    }

    static Truth ask(Condition where, Activity activity, PurchaseLine line) {
        return new EventQuestion(activity, line).truth(where);
    }

    private <T> Truth ask(Read<T> read, Function<T, Truth> test) {
        return value(read.key()).map(test).orElse(Truth.UNKNOWN);
    }

    /** Returns a fact of the activity or line, or empty if it does not carry it. */
    <T> Optional<T> value(AttributeKey<T> key) {
        if (key.name().startsWith(LineFacts.PREFIX)) {
            return line == null ? Optional.empty() : LineFacts.value(key, line);
        }
        return activity == null ? Optional.empty() : ActivityFacts.value(key, activity);
    }

    @Override
    public <T> Truth compare(Leaf.Compare<T> node) {
        return ask(node.read(), value -> ValueTests.compare(node, value));
    }

    @Override
    public <T> Truth between(Leaf.Between<T> node) {
        return ask(node.read(), value -> ValueTests.between(node, value));
    }

    @Override
    public <T> Truth oneOf(Leaf.OneOf<T> node) {
        return ask(node.read(), value -> ValueTests.oneOf(node, value));
    }

    @Override
    public Truth text(Leaf.TextTest node) {
        return ask(node.read(), value -> ValueTests.text(node, value));
    }

    @Override
    public Truth present(Leaf.Present node) {
        return Truth.of(value(node.read().key()).isPresent());
    }

    @Override
    public Truth set(Leaf.SetTest node) {
        return ask(node.read(), value -> ValueTests.set(node, value));
    }

    @Override
    public Truth age(Leaf.Age node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth anniversary(Leaf.Anniversary node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth near(Leaf.Near node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth events(Leaf.Events node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth sequence(Leaf.Sequence node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth segment(Leaf.InSegment node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth tag(Leaf.Tagged node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth score(Leaf.ScoreTest node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth labeled(Leaf.Labeled node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth sample(Leaf.Sample node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth custom(Leaf.Custom node) {
        throw notOfEvents(node);
    }

    @Override
    public Truth opaque(Leaf.Opaque node) {
        return Truth.UNKNOWN;
    }

    private static IllegalArgumentException notOfEvents(Leaf leaf) {
        return new IllegalArgumentException(
                "condition on events must read facts of activities or lines only, read " + NodeTypes.of(leaf));
    }
}
