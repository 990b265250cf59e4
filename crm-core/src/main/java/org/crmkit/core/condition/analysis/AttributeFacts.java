package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Read;
import org.crmkit.core.condition.SummaryFacts;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.time.AsOf;

/** Attributes, and the numbers of the summary that are read like attributes. */
final class AttributeFacts {
    private static final int MOST_VALUES = 6_000;
    /** So many answers are worth waiting for: fewer values are tried where more leaves ask. */
    private static final int MOST_ASKED = 2_000_000;

    private static final int MOST_ELEMENTS = 11;
    private static final int MOST_PURPOSES = 3;
    private static final int DAYS_AROUND = 5;
    private static final int YEARS_AROUND = 8;

    private final AttributeKey<?> key;
    private final List<Leaf> leaves;
    private final Probe probe;
    private final AsOf now;
    private boolean complete = true;

    private AttributeFacts(AttributeKey<?> key, List<Leaf> leaves, EvaluationContext context, AsOf now) {
        this.key = key;
        this.leaves = leaves;
        this.now = now;
        this.probe = new Probe(leaves, context, now);
    }

    /** Returns the attribute that a leaf compares, or empty if it reads something else. */
    static Optional<Read<?>> read(Leaf leaf) {
        if (leaf instanceof Leaf.Compare<?> node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.Between<?> node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.OneOf<?> node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.TextTest node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.Present node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.SetTest node) {
            return Optional.of(node.read());
        }
        if (leaf instanceof Leaf.Age node) {
            return Optional.of(node.read());
        }
        return leaf instanceof Leaf.Anniversary node ? Optional.of(node.read()) : Optional.empty();
    }

    static List<Fact> of(
            AttributeKey<?> key, List<Leaf> leaves, EvaluationContext context, AsOf now, boolean onlyMade) {
        return new AttributeFacts(key, leaves, context, now).facts(onlyMade);
    }

    private List<Fact> facts(boolean onlyMade) {
        boolean ofSummary = SummaryFacts.isFact(key);
        List<Setting> settings = new ArrayList<>();
        for (Object value : values()) {
            if (!ofSummary || isPossible(value)) {
                settings.add(setting(value, ofSummary));
            }
        }
        if (!ofSummary || isMissingWithoutPurchases(key)) {
            settings.add(new Setting(probe.missing(), key + " missing", portrait -> {}));
        }
        if (key.isSensitive()) {
            addWithheld(settings);
        }
        return complete ? List.of(Fact.of(leaves, settings)) : Fact.open(leaves, settings, onlyMade);
    }

    private Setting setting(Object value, boolean ofSummary) {
        String text = key + " = " + (key.isSensitive() ? "***" : text(key, value));
        Consumer<Portrait> maker =
                ofSummary ? portrait -> portrait.fact(key, value) : portrait -> portrait.put(key, value);
        return new Setting(probe.answers(key.type(), value), text, maker);
    }

    private static <T> String text(AttributeKey<T> key, Object value) {
        return key.type().format(key.type().javaType().cast(value));
    }

    private static boolean isMissingWithoutPurchases(AttributeKey<?> key) {
        return key.equals(SummaryFacts.RECENCY_DAYS)
                || key.equals(SummaryFacts.TENURE_DAYS)
                || key.equals(SummaryFacts.FIRST_PURCHASE)
                || key.equals(SummaryFacts.LAST_PURCHASE);
    }

    /** Counts and charges are not negative, and no purchase lies in the future. */
    private boolean isPossible(Object value) {
        int ahead = isTurnedBackOverMidnight() ? 1 : 0;
        if (value instanceof LocalDate date) {
            return !date.isAfter(now.date().plusDays(ahead));
        }
        if (value instanceof Long whole) {
            return whole >= (isMissingWithoutPurchases(key) ? -ahead : 0);
        }
        return key.equals(SummaryFacts.NET_SPEND) || ((BigDecimal) value).signum() >= 0;
    }

    /** Where clocks are turned back over midnight, the date of a moment ago may be tomorrow's. */
    private boolean isTurnedBackOverMidnight() {
        ZoneOffsetTransition last = now.zone().getRules().previousTransition(now.instant());
        return last != null
                && last.isOverlap()
                && last.getDateTimeBefore().toLocalDate().isAfter(now.date());
    }

    /** Each purpose may be withheld on its own; what is withheld is unknown, and so is whether it is there. */
    private void addWithheld(List<Setting> settings) {
        Set<Purpose> purposes = new LinkedHashSet<>();
        leaves.forEach(leaf -> purposes.add(purpose(leaf)));
        List<Purpose> all = List.copyOf(purposes);
        if (all.size() > MOST_PURPOSES) {
            complete = false;
            return;
        }
        for (Setting setting : List.copyOf(settings)) {
            for (int some = 1; some < 1 << all.size(); some++) {
                settings.add(withheld(setting, all, some));
            }
        }
    }

    private static Purpose purpose(Leaf leaf) {
        return read(leaf).flatMap(Read::purpose).orElseThrow();
    }

    private Setting withheld(Setting setting, List<Purpose> all, int some) {
        Set<Purpose> denied = new LinkedHashSet<>();
        for (int i = 0; i < all.size(); i++) {
            if ((some >> i & 1) == 1) {
                denied.add(all.get(i));
            }
        }
        List<Truth> truths = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            truths.add(
                    denied.contains(purpose(leaves.get(i)))
                            ? Truth.UNKNOWN
                            : setting.truths().get(i));
        }
        Consumer<Portrait> maker = setting.maker() == null ? portrait -> {} : setting.maker();
        return new Setting(truths, key + " withheld from " + denied, maker.andThen(portrait -> {
            denied.forEach(purpose -> portrait.withhold(key.dataClass(), purpose));
        }));
    }

    private Collection<Object> values() {
        AttributeType<?> type = key.type();
        List<Object> literals = new ArrayList<>();
        leaves.forEach(leaf -> addLiterals(leaf, literals));
        Collection<Object> values =
                type.equals(AttributeType.TEXT_SET) ? sets(literals) : new LinkedHashSet<>(Values.of(type, literals));
        if (type.equals(AttributeType.TEXT) || type.equals(AttributeType.CODE)) {
            List<Leaf.TextTest> tests = new ArrayList<>();
            leaves.forEach(leaf -> {
                if (leaf instanceof Leaf.TextTest test) {
                    tests.add(test);
                }
            });
            complete &= tests.isEmpty();
            values.addAll(Texts.of(tests));
        }
        for (Leaf leaf : leaves) {
            if (leaf instanceof Leaf.Age age) {
                addAges(age, values);
            } else if (leaf instanceof Leaf.Anniversary) {
                addYears(literals, values);
            }
        }
        int most = Math.min(MOST_VALUES, MOST_ASKED / leaves.size());
        if (values.size() > most) {
            complete = false;
            return values.stream().limit(most).toList();
        }
        return held(type, values);
    }

    /** Drops what the type cannot hold. */
    private Collection<Object> held(AttributeType<?> type, Collection<Object> values) {
        List<Object> held = new ArrayList<>();
        for (Object value : values) {
            if (probe.isHeld(type, value)) {
                held.add(value);
            } else if (!(value instanceof String)) {
                complete = false;
            }
        }
        return held;
    }

    private static void addLiterals(Leaf leaf, List<Object> literals) {
        if (leaf instanceof Leaf.Compare<?> node) {
            literals.add(node.value());
        } else if (leaf instanceof Leaf.Between<?> node) {
            literals.add(node.low());
            literals.add(node.high());
        } else if (leaf instanceof Leaf.OneOf<?> node) {
            literals.addAll(node.values());
        }
    }

    /** A set is told from another by the elements that are named; where whole sets are compared, one more element makes a difference. */
    private Collection<Object> sets(List<Object> literals) {
        TreeSet<String> named = new TreeSet<>();
        for (Object literal : literals) {
            for (Object element : (Collection<?>) literal) {
                named.add((String) element);
            }
        }
        leaves.forEach(leaf -> {
            if (leaf instanceof Leaf.SetTest test) {
                named.addAll(test.values());
            }
        });
        List<String> elements = new ArrayList<>(named);
        elements.add(Values.otherText(named));
        Set<Object> sets = new LinkedHashSet<>();
        if (elements.size() <= MOST_ELEMENTS) {
            for (int some = 0; some < 1 << elements.size(); some++) {
                sets.add(subset(elements, some));
            }
            return sets;
        }
        complete = false;
        sets.add(new TreeSet<String>());
        elements.forEach(element -> sets.add(new TreeSet<>(Set.of(element))));
        sets.addAll(literals);
        leaves.forEach(leaf -> {
            if (leaf instanceof Leaf.SetTest test) {
                sets.add(new TreeSet<>(test.values()));
            }
        });
        sets.add(named);
        return sets;
    }

    private static Set<String> subset(List<String> elements, int some) {
        Set<String> subset = new TreeSet<>();
        for (int i = 0; i < elements.size(); i++) {
            if ((some >> i & 1) == 1) {
                subset.add(elements.get(i));
            }
        }
        return subset;
    }

    /** A date and a period fall together on one of a few days, for months have different lengths. */
    private void addAges(Leaf.Age age, Collection<Object> values) {
        if (key.type().equals(AttributeType.DATE)) {
            LocalDate middle = now.date().minus(age.period());
            for (int days = -DAYS_AROUND; days <= DAYS_AROUND; days++) {
                values.add(middle.plusDays(days));
            }
            return;
        }
        complete &= now.zone().getRules().isFixedOffset();
        ZonedDateTime middle =
                ZonedDateTime.ofInstant(now.instant(), now.zone()).minus(age.period());
        for (int days = -DAYS_AROUND; days <= DAYS_AROUND; days++) {
            Instant at = middle.plusDays(days).toInstant();
            values.addAll(List.of(at, at.minusNanos(1), at.plusNanos(1)));
        }
    }

    /** Eight years hold every day that a calendar has; only in the last few does the year matter too. */
    private void addYears(List<Object> literals, Collection<Object> values) {
        addDates(now.date().minusYears(YEARS_AROUND + 2), now.date().plusYears(2), values);
        Set<LocalDate> borders = new LinkedHashSet<>();
        literals.forEach(literal -> borders.add((LocalDate) literal));
        leaves.forEach(leaf -> {
            if (leaf instanceof Leaf.Age age) {
                borders.add(now.date().minus(age.period()));
            }
        });
        borders.forEach(border -> addDates(border.minusYears(YEARS_AROUND), border.plusYears(YEARS_AROUND), values));
    }

    private static void addDates(LocalDate first, LocalDate last, Collection<Object> values) {
        first.datesUntil(last.plusDays(1)).forEach(values::add);
    }
}
