package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.junit.jupiter.api.Test;

/** The random cases that the laws and the differential tests stand on: every kind of node in every form, and answered in every way it can be. */
class RandomCasesTest {
    private static final int SEEDS = 600;
    private static final int LEAVES = 25;
    private static final int LEAST = 2;

    private final Map<String, EnumMap<Truth, Integer>> answers = new TreeMap<>();

    private void count(String form, Truth truth) {
        answers.computeIfAbsent(form, key -> new EnumMap<>(Truth.class)).merge(truth, 1, Integer::sum);
    }

    /** Returns what is to be told apart of a leaf. */
    private static List<String> forms(Leaf leaf) {
        List<String> forms = new ArrayList<>(List.of("node " + NodeTypes.of(leaf)));
        Reads.attributes(leaf).forEach(read -> {
            forms.add("type " + read.key().type());
            read.purpose().ifPresent(purpose -> forms.add("purpose " + purpose));
        });
        if (leaf instanceof Leaf.Compare<?> node) {
            forms.add("compare " + node.op());
        } else if (leaf instanceof Leaf.Between<?> node) {
            forms.add("between " + node.bounds());
        } else if (leaf instanceof Leaf.TextTest node) {
            forms.add("text " + node.op());
        } else if (leaf instanceof Leaf.SetTest node) {
            forms.add("set " + node.op());
        } else if (leaf instanceof Leaf.Age node) {
            forms.add("age " + node.op());
        } else if (leaf instanceof Leaf.ScoreTest node) {
            forms.add("score " + node.op() + (node.part().isPresent() ? " of a part" : ""));
        } else if (leaf instanceof Leaf.InSegment node) {
            forms.add("segment " + (node.version().isPresent() ? "with version" : "without version"));
        } else if (leaf instanceof Leaf.Tagged node) {
            forms.add("tag " + (node.heldFor().isPresent() ? "for some time" : "now"));
        } else if (leaf instanceof Leaf.Events node) {
            forms.add("aggregate " + node.aggregate());
            forms.add("events " + node.op());
            forms.add("events " + (node.where().isPresent() ? "where" : "all"));
            forms.add("events " + (node.assumeComplete() ? "assumed complete" : "as observed"));
            window(node.window(), forms);
        } else if (leaf instanceof Leaf.Sequence node) {
            forms.add("sequence of " + node.steps().size());
            forms.add("sequence " + (node.within().isPresent() ? "within" : "at leisure"));
            if (node.steps().stream().anyMatch(step -> step.withoutBetween().isPresent())) {
                forms.add("sequence without between");
            }
            window(node.window(), forms);
        }
        return forms;
    }

    private static void window(TimeWindow window, List<String> forms) {
        if (window instanceof TimeWindow.Zoned zoned) {
            forms.add("window zoned");
            window(zoned.of(), forms);
            return;
        }
        forms.add("window " + window.getClass().getSimpleName());
        if (window instanceof TimeWindow.ToDate toDate) {
            forms.add("to date " + toDate.unit());
        } else if (window instanceof TimeWindow.Previous previous) {
            forms.add("previous " + previous.unit());
        }
    }

    @Test
    void everyFormIsAskedAndAnsweredInEveryWay() {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomCases cases = new RandomCases(seed);
            CustomerBase base = cases.base(4, cases.now);
            for (int i = 0; i < LEAVES; i++) {
                Leaf leaf = (Leaf) cases.leaf();
                for (int row = 0; row < base.size(); row++) {
                    Profile profile = base.profile(row);
                    Truth truth = leaf.evaluate(profile, cases.context());
                    forms(leaf).forEach(form -> count(form, truth));
                }
            }
        }
        assertThat(answers.keySet()).containsAll(NODES).hasSize(FORMS);
        answers.forEach((form, counts) -> {
            List<Truth> expected = form.equals("node sample")
                    ? List.of(Truth.FALSE, Truth.TRUE)
                    : form.equals("node acme.moon") || form.equals("purpose marketing")
                            ? List.of(Truth.UNKNOWN)
                            : List.of(Truth.values());
            assertThat(counts.keySet()).as("%s in %s", form, answers).containsExactlyElementsOf(expected);
            assertThat(counts.values()).as("%s in %s", form, answers).allMatch(count -> count >= LEAST);
        });
    }

    private static final List<String> NODES = Stream.concat(
                    NodeTypes.ALL.stream()
                            .filter(type -> !List.of("all", "any", "not", "atLeast", "atMost", "always", "never")
                                    .contains(type)),
                    Stream.of("test.even", "acme.moon"))
            .map(type -> "node " + type)
            .toList();
    /** Nodes; types of attributes; purposes; ops, bounds and forms of leaves; windows with their units. */
    private static final int FORMS = NODES.size()
            + 9
            + 2
            + 6
            + 4
            + 4
            + 3
            + 6
            + 12
            + 2
            + 2
            + 8
            + 6
            + 4
            + 2
            + 2
            + 1
            + 10
            + 2 * CalendarUnit.values().length;
}
