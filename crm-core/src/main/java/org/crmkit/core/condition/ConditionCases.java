package org.crmkit.core.condition;

import org.jspecify.annotations.Nullable;

/**
 * One function for each kind of node, to be called by {@link Condition#match}: a new kind breaks the build wherever it must be thought of.
 *
 * @param <R> what the functions return
 */
public interface ConditionCases<R extends @Nullable Object> {

    /**
     * Answers for all of.
     *
     * @param node the node
     * @return the answer
     */
    R all(Condition.All node);

    /**
     * Answers for any of.
     *
     * @param node the node
     * @return the answer
     */
    R any(Condition.Any node);

    /**
     * Answers for a negation.
     *
     * @param node the node
     * @return the answer
     */
    R not(Condition.Not node);

    /**
     * Answers for at least so many of.
     *
     * @param node the node
     * @return the answer
     */
    R atLeast(Condition.AtLeast node);

    /**
     * Answers for at most so many of.
     *
     * @param node the node
     * @return the answer
     */
    R atMost(Condition.AtMost node);

    /**
     * Answers for a constant that holds.
     *
     * @param node the node
     * @return the answer
     */
    R always(Condition.Always node);

    /**
     * Answers for a constant that does not hold.
     *
     * @param node the node
     * @return the answer
     */
    R never(Condition.Never node);

    /**
     * Answers for a leaf with an answer for the unknown.
     *
     * @param node the node
     * @return the answer
     */
    R ifMissing(Condition.IfMissing node);

    /**
     * Answers for a condition with a name.
     *
     * @param node the node
     * @return the answer
     */
    R annotated(Condition.Annotated node);

    /**
     * Answers for a comparison.
     *
     * @param node the node
     * @param <T> the type of the values
     * @return the answer
     */
    <T> R compare(Leaf.Compare<T> node);

    /**
     * Answers for a range.
     *
     * @param node the node
     * @param <T> the type of the values
     * @return the answer
     */
    <T> R between(Leaf.Between<T> node);

    /**
     * Answers for one of several values.
     *
     * @param node the node
     * @param <T> the type of the values
     * @return the answer
     */
    <T> R oneOf(Leaf.OneOf<T> node);

    /**
     * Answers for a part of a text.
     *
     * @param node the node
     * @return the answer
     */
    R text(Leaf.TextTest node);

    /**
     * Answers for the presence of a value.
     *
     * @param node the node
     * @return the answer
     */
    R present(Leaf.Present node);

    /**
     * Answers for a comparison of sets.
     *
     * @param node the node
     * @return the answer
     */
    R set(Leaf.SetTest node);

    /**
     * Answers for an age.
     *
     * @param node the node
     * @return the answer
     */
    R age(Leaf.Age node);

    /**
     * Answers for an anniversary.
     *
     * @param node the node
     * @return the answer
     */
    R anniversary(Leaf.Anniversary node);

    /**
     * Answers for a distance.
     *
     * @param node the node
     * @return the answer
     */
    R near(Leaf.Near node);

    /**
     * Answers for an aggregate of events.
     *
     * @param node the node
     * @return the answer
     */
    R events(Leaf.Events node);

    /**
     * Answers for a sequence of events.
     *
     * @param node the node
     * @return the answer
     */
    R sequence(Leaf.Sequence node);

    /**
     * Answers for membership of another segment.
     *
     * @param node the node
     * @return the answer
     */
    R segment(Leaf.InSegment node);

    /**
     * Answers for a tag.
     *
     * @param node the node
     * @return the answer
     */
    R tag(Leaf.Tagged node);

    /**
     * Answers for a score.
     *
     * @param node the node
     * @return the answer
     */
    R score(Leaf.ScoreTest node);

    /**
     * Answers for a label.
     *
     * @param node the node
     * @return the answer
     */
    R labeled(Leaf.Labeled node);

    /**
     * Answers for a random share.
     *
     * @param node the node
     * @return the answer
     */
    R sample(Leaf.Sample node);

    /**
     * Answers for an extension.
     *
     * @param node the node
     * @return the answer
     */
    R custom(Leaf.Custom node);

    /**
     * Answers for a kind that is not known.
     *
     * @param node the node
     * @return the answer
     */
    R opaque(Leaf.Opaque node);
}
