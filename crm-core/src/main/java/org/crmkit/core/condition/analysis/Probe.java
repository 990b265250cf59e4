package org.crmkit.core.condition.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Read;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;

/** Asks leaves of one attribute what they answer to a value, by the evaluator itself: there is no second opinion on what a comparison means. */
final class Probe {
    private static final String NAME = "probe";

    private final List<Leaf> leaves = new ArrayList<>();
    private final EvaluationContext context;
    private final AsOf now;

    Probe(List<Leaf> leaves, EvaluationContext context, AsOf now) {
        leaves.forEach(leaf -> this.leaves.add(onProbe(leaf)));
        this.context = context;
        this.now = now;
    }

    List<Truth> missing() {
        return ask(Attributes.EMPTY);
    }

    <T> List<Truth> answers(AttributeType<T> type, Object value) {
        return ask(Attributes.builder()
                .put(AttributeKey.of(NAME, type), type.check(value))
                .build());
    }

    /** Tells whether an attribute of the type can have the value. */
    boolean isHeld(AttributeType<?> type, Object value) {
        try {
            type.check(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false; // that is the question
        }
    }

    private List<Truth> ask(Attributes attributes) {
        Profile profile = Profile.of(
                Person.of(CustomerId.of(NAME), CustomerType.CONSUMER, attributes), List.of(), now, Portrait.UNIT);
        List<Truth> truths = new ArrayList<>();
        for (Leaf leaf : leaves) {
            truths.add(leaf.evaluate(profile, context));
        }
        return truths;
    }

    /** Returns the same question about an attribute that is neither sensitive nor a fact of the summary. */
    private static Leaf onProbe(Leaf leaf) {
        if (leaf instanceof Leaf.Compare<?> node) {
            return compare(node);
        }
        if (leaf instanceof Leaf.Between<?> node) {
            return between(node);
        }
        if (leaf instanceof Leaf.OneOf<?> node) {
            return oneOf(node);
        }
        if (leaf instanceof Leaf.TextTest node) {
            return new Leaf.TextTest(read(node.read()), node.op(), node.value());
        }
        if (leaf instanceof Leaf.Present node) {
            return new Leaf.Present(read(node.read()));
        }
        if (leaf instanceof Leaf.SetTest node) {
            return new Leaf.SetTest(Probe.<Set<String>>read(node.read()), node.op(), node.values());
        }
        if (leaf instanceof Leaf.Age node) {
            return new Leaf.Age(read(node.read()), node.op(), node.period());
        }
        Leaf.Anniversary node = (Leaf.Anniversary) leaf;
        return new Leaf.Anniversary(read(node.read()), node.daysAhead(), node.daysBehind());
    }

    private static <T> Leaf compare(Leaf.Compare<T> node) {
        return new Leaf.Compare<>(read(node.read()), node.op(), node.value());
    }

    private static <T> Leaf between(Leaf.Between<T> node) {
        return new Leaf.Between<>(read(node.read()), node.low(), node.high(), node.bounds());
    }

    private static <T> Leaf oneOf(Leaf.OneOf<T> node) {
        return new Leaf.OneOf<>(read(node.read()), node.values());
    }

    private static <T> Read<T> read(Read<T> read) {
        return new Read<>(AttributeKey.of(NAME, read.key().type()), Optional.empty());
    }
}
