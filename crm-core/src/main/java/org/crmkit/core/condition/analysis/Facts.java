package org.crmkit.core.condition.analysis;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Read;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.time.AsOf;

/** Finds out which facts some leaves are about. */
final class Facts {
    private static final String SCORE_NAME = "[a-z0-9.-]{1,80}";

    private final EvaluationContext context;
    private final AsOf now;
    private final boolean onlyMade;

    private Facts(EvaluationContext context, AsOf now, boolean onlyMade) {
        this.context = context;
        this.now = now;
        this.onlyMade = onlyMade;
    }

    /** Returns facts with every way to answer. */
    static List<Fact> all(Collection<Leaf> leaves, EvaluationContext context, AsOf now) {
        return new Facts(context, now, false).of(leaves);
    }

    /** Returns facts with the ways to answer of which a customer can be made. */
    static List<Fact> made(Collection<Leaf> leaves, EvaluationContext context, AsOf now) {
        return new Facts(context, now, true).of(leaves).stream().map(Fact::made).toList();
    }

    private List<Fact> of(Collection<Leaf> leaves) {
        Map<Object, List<Leaf>> groups = new LinkedHashMap<>();
        Map<String, AttributeKey<?>> keys = new HashMap<>();
        for (Leaf leaf : leaves) {
            AttributeFacts.read(leaf).map(Read::key).ifPresent(key -> checkSame(key, keys));
            groups.computeIfAbsent(key(leaf), any -> new ArrayList<>()).add(leaf);
        }
        List<Fact> facts = new ArrayList<>();
        List<TotalFacts> totals = new ArrayList<>();
        groups.values().forEach(group -> {
            if (group.get(0) instanceof Leaf.Events) {
                totals.add(TotalFacts.of(group));
            } else {
                facts.addAll(facts(group));
            }
        });
        facts.addAll(NestedTotals.of(totals, context, now, onlyMade));
        return facts;
    }

    /** A name has one type and one class of data in any customer; conditions that disagree cannot both be asked. */
    private static void checkSame(AttributeKey<?> key, Map<String, AttributeKey<?>> keys) {
        AttributeKey<?> other = keys.putIfAbsent(key.name(), key);
        checkArgument(
                other == null || other.equals(key),
                "attribute %s must have one type and class of data, had %s of class %s and %s of class %s",
                key,
                other == null ? "" : other.type(),
                other == null ? "" : other.dataClass(),
                key.type(),
                key.dataClass());
    }

    private static Object key(Leaf leaf) {
        if (leaf instanceof Leaf.Events node) {
            return TotalFacts.key(node);
        }
        if (leaf instanceof Leaf.ScoreTest node) {
            return List.of("score", node.score(), node.part());
        }
        if (leaf instanceof Leaf.Labeled node) {
            return List.of("label", node.model());
        }
        if (leaf instanceof Leaf.Tagged node) {
            return List.of("tag", node.tag());
        }
        if (leaf instanceof Leaf.Sample node) {
            return List.of("sample", node.salt());
        }
        return AttributeFacts.read(leaf).<Object>map(Read::key).orElse(leaf);
    }

    private List<Fact> facts(List<Leaf> leaves) {
        Leaf first = leaves.get(0);
        Optional<Read<?>> read = AttributeFacts.read(first);
        if (read.isPresent()) {
            return AttributeFacts.of(read.get().key(), leaves, context, now, onlyMade);
        }
        if (first instanceof Leaf.ScoreTest node) {
            return List.of(Fact.of(leaves, scores(node, leaves)));
        }
        if (first instanceof Leaf.Labeled node) {
            return List.of(Fact.of(leaves, labels(node, leaves)));
        }
        if (first instanceof Leaf.Tagged node) {
            return tags(node, leaves);
        }
        if (first instanceof Leaf.Sample) {
            return List.of(Fact.of(leaves, draws(leaves)));
        }
        if (first instanceof Leaf.Near node) {
            return Fact.open(leaves, places(node), onlyMade);
        }
        if (first instanceof Leaf.Opaque) {
            return List.of(Fact.of(leaves, List.of(made(List.of(Truth.UNKNOWN), "not understood", portrait -> {}))));
        }
        return Fact.open(leaves, List.of(), onlyMade);
    }

    private static Setting made(List<Truth> truths, String text, Consumer<Portrait> maker) {
        return new Setting(truths, text, maker);
    }

    private static List<Truth> unknown(List<Leaf> leaves) {
        return leaves.stream().map(leaf -> Truth.UNKNOWN).toList();
    }

    /** Numbers of scores are doubles: between two neighbors there is none. */
    private static List<Setting> scores(Leaf.ScoreTest first, List<Leaf> leaves) {
        TreeSet<Double> literals = new TreeSet<>();
        leaves.forEach(leaf -> literals.add(((Leaf.ScoreTest) leaf).value().doubleValue()));
        Set<Double> numbers = new LinkedHashSet<>(literals);
        numbers.add(lower(literals.first()));
        numbers.add(higher(literals.last()));
        Double last = null;
        for (Double literal : literals) {
            if (last != null && Math.nextUp(last) < literal) {
                double middle = last / 2 + literal / 2;
                numbers.add(middle > last && middle < literal ? middle : Math.nextUp(last));
            }
            last = literal;
        }
        String name = first.part().map(part -> part + " of " + first.score()).orElse(first.score());
        boolean carried = first.score().matches(SCORE_NAME);
        List<Setting> settings = new ArrayList<>();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                settings.add(Setting.abstractly(answers(leaves, number)));
            } else if (carried) {
                settings.add(made(
                        answers(leaves, number),
                        name + " = " + BigDecimal.valueOf(number).toPlainString(),
                        portrait -> {
                            if (first.part().isPresent()) {
                                portrait.part(first.score(), first.part().get(), number);
                            } else {
                                portrait.score(first.score(), number);
                            }
                        }));
            }
        }
        settings.add(made(unknown(leaves), name + " missing", portrait -> {}));
        return settings;
    }

    private static double lower(double number) {
        return Math.min(number - 1, Math.nextDown(number));
    }

    private static double higher(double number) {
        return Math.max(number + 1, Math.nextUp(number));
    }

    private static List<Truth> answers(List<Leaf> leaves, double number) {
        List<Truth> truths = new ArrayList<>();
        for (Leaf leaf : leaves) {
            Leaf.ScoreTest node = (Leaf.ScoreTest) leaf;
            truths.add(Truth.of(
                    node.op().holds(Double.compare(number + 0.0, node.value().doubleValue()))));
        }
        return truths;
    }

    private static List<Setting> labels(Leaf.Labeled first, List<Leaf> leaves) {
        Set<String> labels = new LinkedHashSet<>();
        leaves.forEach(leaf -> labels.addAll(((Leaf.Labeled) leaf).labels()));
        labels.add(Values.otherText(labels));
        List<Setting> settings = new ArrayList<>();
        for (String label : labels) {
            List<Truth> truths = new ArrayList<>();
            leaves.forEach(
                    leaf -> truths.add(Truth.of(((Leaf.Labeled) leaf).labels().contains(label))));
            settings.add(made(truths, first.model() + " = " + label, portrait -> portrait.label(first.model(), label)));
        }
        settings.add(made(unknown(leaves), first.model() + " missing", portrait -> {}));
        return first.model().matches(SCORE_NAME) ? settings : settings.subList(settings.size() - 1, settings.size());
    }

    /** Whoever has held a tag for a year has held it for a month; periods that cannot be compared like that are taken one by one. */
    private List<Fact> tags(Leaf.Tagged first, List<Leaf> leaves) {
        List<Period> periods = new ArrayList<>();
        for (Leaf leaf : leaves) {
            ((Leaf.Tagged) leaf).heldFor().ifPresent(periods::add);
        }
        List<Setting> settings = new ArrayList<>();
        settings.add(tagged(first.tag(), leaves, Instant.MIN));
        for (Period period : periods) {
            Instant since = now.instant().atZone(now.zone()).minus(period).toInstant();
            settings.add(tagged(first.tag(), leaves, since.plusSeconds(86_400)));
            settings.add(tagged(first.tag(), leaves, since.minusSeconds(5 * 86_400)));
        }
        settings.add(tagged(first.tag(), leaves, now.instant()));
        settings.add(made(leaves.stream().map(leaf -> Truth.FALSE).toList(), "no tag " + first.tag(), portrait -> {}));
        settings.add(Setting.abstractly(unknown(leaves)));
        return isChain(periods)
                ? List.of(Fact.of(leaves, chain(leaves, periods, settings)))
                : Fact.open(leaves, settings, onlyMade);
    }

    private Setting tagged(String tag, List<Leaf> leaves, Instant from) {
        Portrait portrait = new Portrait(context, now);
        portrait.tag(tag, from);
        List<Truth> truths = new ArrayList<>();
        leaves.forEach(leaf -> truths.add(leaf.evaluate(portrait.profile().orElseThrow(), context)));
        return made(
                truths,
                "tag " + tag + (from.equals(Instant.MIN) ? "" : " since " + from),
                making -> making.tag(tag, from));
    }

    private static boolean isChain(List<Period> periods) {
        for (Period one : periods) {
            for (Period other : periods) {
                boolean below = one.toTotalMonths() <= other.toTotalMonths() && one.getDays() <= other.getDays();
                boolean above = one.toTotalMonths() >= other.toTotalMonths() && one.getDays() >= other.getDays();
                if (!below && !above) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Adds how far along the chain a tag can have come. */
    private static List<Setting> chain(List<Leaf> leaves, List<Period> periods, List<Setting> settings) {
        List<Setting> all = new ArrayList<>(settings);
        for (Period reached : periods) {
            List<Truth> truths = new ArrayList<>();
            for (Leaf leaf : leaves) {
                Optional<Period> asked = ((Leaf.Tagged) leaf).heldFor();
                truths.add(Truth.of(asked.isEmpty() || isWithin(asked.get(), reached)));
            }
            all.add(Setting.abstractly(truths));
        }
        return all;
    }

    private static boolean isWithin(Period asked, Period reached) {
        return asked.toTotalMonths() <= reached.toTotalMonths() && asked.getDays() <= reached.getDays();
    }

    private static List<Setting> draws(List<Leaf> leaves) {
        TreeSet<Double> borders = new TreeSet<>(Set.of(0.0));
        leaves.forEach(leaf -> borders.add(((Leaf.Sample) leaf).share().doubleValue()));
        List<Setting> settings = new ArrayList<>();
        for (double draw : borders.headSet(1.0)) {
            List<Truth> truths = new ArrayList<>();
            leaves.forEach(leaf ->
                    truths.add(Truth.of(draw < ((Leaf.Sample) leaf).share().doubleValue())));
            settings.add(made(truths, "drawn " + draw + " or more", portrait -> {
                for (int i = 0; i < leaves.size(); i++) {
                    portrait.draw((Leaf.Sample) leaves.get(i), truths.get(i));
                }
            }));
        }
        return settings;
    }

    private static List<Setting> places(Leaf.Near node) {
        BigDecimal east = node.east().signum() > 0
                ? node.east().subtract(BigDecimal.valueOf(180))
                : node.east().add(BigDecimal.valueOf(180));
        return List.of(
                made(List.of(Truth.TRUE), "there", portrait -> {
                    portrait.put(node.latitude().key(), node.north());
                    portrait.put(node.longitude().key(), node.east());
                }),
                made(List.of(Truth.FALSE), "on the other side of the Earth", portrait -> {
                    portrait.put(node.latitude().key(), node.north().negate());
                    portrait.put(node.longitude().key(), east);
                }),
                made(List.of(Truth.UNKNOWN), "place missing", portrait -> {}));
    }
}
