package org.crmkit.core.condition;

import java.util.Set;

/** The words that stand for the kinds of nodes in JSON. */
final class NodeTypes {
    static final Set<String> ALL = Set.of(
            "all",
            "any",
            "not",
            "atLeast",
            "atMost",
            "always",
            "never",
            "compare",
            "between",
            "in",
            "text",
            "present",
            "set",
            "age",
            "anniversary",
            "near",
            "events",
            "sequence",
            "segment",
            "tag",
            "score",
            "cluster",
            "sample");

    private NodeTypes() {}

    static String of(Condition condition) {
        return condition.match(TYPE);
    }

    private static final ConditionCases<String> TYPE = new ConditionCases<>() {
        @Override
        public String all(Condition.All node) {
            return "all";
        }

        @Override
        public String any(Condition.Any node) {
            return "any";
        }

        @Override
        public String not(Condition.Not node) {
            return "not";
        }

        @Override
        public String atLeast(Condition.AtLeast node) {
            return "atLeast";
        }

        @Override
        public String atMost(Condition.AtMost node) {
            return "atMost";
        }

        @Override
        public String always(Condition.Always node) {
            return "always";
        }

        @Override
        public String never(Condition.Never node) {
            return "never";
        }

        @Override
        public String ifMissing(Condition.IfMissing node) {
            return of(node.of());
        }

        @Override
        public String annotated(Condition.Annotated node) {
            return of(node.of());
        }

        @Override
        public <T> String compare(Leaf.Compare<T> node) {
            return "compare";
        }

        @Override
        public <T> String between(Leaf.Between<T> node) {
            return "between";
        }

        @Override
        public <T> String oneOf(Leaf.OneOf<T> node) {
            return "in";
        }

        @Override
        public String text(Leaf.TextTest node) {
            return "text";
        }

        @Override
        public String present(Leaf.Present node) {
            return "present";
        }

        @Override
        public String set(Leaf.SetTest node) {
            return "set";
        }

        @Override
        public String age(Leaf.Age node) {
            return "age";
        }

        @Override
        public String anniversary(Leaf.Anniversary node) {
            return "anniversary";
        }

        @Override
        public String near(Leaf.Near node) {
            return "near";
        }

        @Override
        public String events(Leaf.Events node) {
            return "events";
        }

        @Override
        public String sequence(Leaf.Sequence node) {
            return "sequence";
        }

        @Override
        public String segment(Leaf.InSegment node) {
            return "segment";
        }

        @Override
        public String tag(Leaf.Tagged node) {
            return "tag";
        }

        @Override
        public String score(Leaf.ScoreTest node) {
            return "score";
        }

        @Override
        public String labeled(Leaf.Labeled node) {
            return "cluster";
        }

        @Override
        public String sample(Leaf.Sample node) {
            return "sample";
        }

        @Override
        public String custom(Leaf.Custom node) {
            return node.of().type();
        }

        @Override
        public String opaque(Leaf.Opaque node) {
            return node.type();
        }
    };
}
