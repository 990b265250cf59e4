package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A condition that reads one thing of a customer.
 *
 * <p>Literals are checked against the type of what they are compared with, and stand in the normal form of that type. {@code toString()} is the
 * English sentence, in which literals of sensitive attributes are masked.
 */
public sealed interface Leaf extends Condition {

    @Override
    default List<Condition> parts() {
        return List.of();
    }

    /**
     * Compares an attribute with a value.
     *
     * @param read the attribute
     * @param op how to compare; less and greater need an ordered type
     * @param value the value
     * @param <T> the type of the values
     */
    record Compare<T>(Read<T> read, Comparison op, T value) implements Leaf {
        /**
         * Checks the value.
         *
         * @param read the attribute
         * @param op how to compare
         * @param value the value
         */
        public Compare {
            checkNotNull(read, "read");
            checkNotNull(op, "op");
            value = LeafChecks.value(read, value);
            checkArgument(
                    !op.needsOrder() || read.key().type().isOrdered(),
                    "op must be eq or ne for %s of type %s, was %s",
                    read,
                    read.key().type(),
                    op.word());
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.compare(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether an attribute lies in a range.
     *
     * @param read the attribute, of an ordered type
     * @param low the low end
     * @param high the high end, not below the low end
     * @param bounds which ends belong to the range
     * @param <T> the type of the values
     */
    record Between<T>(Read<T> read, T low, T high, Bounds bounds) implements Leaf {
        /**
         * Checks the ends.
         *
         * @param read the attribute
         * @param low the low end
         * @param high the high end
         * @param bounds which ends belong to the range
         */
        public Between {
            checkNotNull(read, "read");
            checkNotNull(bounds, "bounds");
            low = LeafChecks.value(read, low);
            high = LeafChecks.value(read, high);
            AttributeType<T> type = read.key().type();
            checkArgument(type.isOrdered(), "type of %s must be ordered for a range, was %s", read, type);
            checkArgument(type.compare(low, high) <= 0, "high must not be below low for %s", read);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.between(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether an attribute is one of several values.
     *
     * @param read the attribute
     * @param values the values, at least one, each once, in the order of their text
     * @param <T> the type of the values
     */
    record OneOf<T>(Read<T> read, List<T> values) implements Leaf {
        /**
         * Checks and orders the values.
         *
         * @param read the attribute
         * @param values the values
         */
        public OneOf {
            checkNotNull(read, "read");
            checkNotNull(values, "values");
            values = LeafChecks.distinct(read, values);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.oneOf(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Compares a part of a text.
     *
     * @param read the attribute, a text or code
     * @param op which part
     * @param value what it must be
     */
    record TextTest(Read<String> read, TextTest.Op op, String value) implements Leaf {
        /** How a text is compared. */
        public enum Op {
            /** Begins with the value. */
            STARTS_WITH("startsWith"),
            /** Ends with the value. */
            ENDS_WITH("endsWith"),
            /** Contains the value. */
            CONTAINS("contains"),
            /** Equals the value, whatever the case of its letters. */
            EQUALS_IGNORE_CASE("equalsIgnoreCase");

            private final String word;

            Op(String word) {
                this.word = word;
            }

            /**
             * Returns the word that stands for this in JSON.
             *
             * @return such as {@code startsWith}
             */
            public String word() {
                return word;
            }
        }

        /**
         * Checks the parts.
         *
         * @param read the attribute
         * @param op which part
         * @param value what it must be
         */
        public TextTest {
            checkNotNull(read, "read");
            checkNotNull(op, "op");
            Limits.text(value, "value");
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.text(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether an attribute has a value; never unknown, except without consent.
     *
     * @param read the attribute
     */
    record Present(Read<?> read) implements Leaf {
        /**
         * Checks the attribute.
         *
         * @param read the attribute
         */
        public Present {
            checkNotNull(read, "read");
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.present(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Compares a set with given values.
     *
     * @param read the attribute
     * @param op how many of the values it must contain
     * @param values the values, at least one, sorted
     */
    record SetTest(Read<Set<String>> read, SetTest.Op op, List<String> values) implements Leaf {
        /** How a set is compared. */
        public enum Op {
            /** Contains at least one of the values. */
            CONTAINS_ANY("containsAny"),
            /** Contains each of the values. */
            CONTAINS_ALL("containsAll"),
            /** Contains none of the values. */
            CONTAINS_NONE("containsNone");

            private final String word;

            Op(String word) {
                this.word = word;
            }

            /**
             * Returns the word that stands for this in JSON.
             *
             * @return such as {@code containsAny}
             */
            public String word() {
                return word;
            }
        }

        /**
         * Checks and sorts the values.
         *
         * @param read the attribute
         * @param op how many of the values it must contain
         * @param values the values
         */
        public SetTest {
            checkNotNull(read, "read");
            checkNotNull(op, "op");
            List<String> given = Limits.filled(values, "values", Limits.MOST_VALUES);
            given.forEach(value -> Limits.unicode(value, "value"));
            values = List.copyOf(read.key().type().check(new TreeSet<>(given)));
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.set(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Compares the time from a date to now with a period: at least 18 years hold from the eighteenth birthday on.
     *
     * @param read a date or an instant
     * @param op how the age compares with the period; equal means that the period ends today, or now
     * @param period years, months and days, none negative
     */
    record Age(Read<?> read, Comparison op, Period period) implements Leaf {
        /**
         * Checks the parts.
         *
         * @param read a date or an instant
         * @param op how the age compares with the period
         * @param period years
         */
        public Age {
            checkNotNull(read, "read");
            checkNotNull(op, "op");
            LeafChecks.period(period, "period");
            AttributeType<?> type = read.key().type();
            checkArgument(
                    type.equals(AttributeType.DATE) || type.equals(AttributeType.INSTANT),
                    "type of %s must be date or instant for an age, was %s",
                    read,
                    type);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.age(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether the day and month of a date return within some days; the first anniversary is a year after the date, and 29 February is kept on
     * the 28th where a year has none.
     *
     * @param read a date
     * @param daysAhead how many days ahead of today count, in [0, 183]
     * @param daysBehind how many days before today count, in [0, 182]
     */
    record Anniversary(Read<LocalDate> read, int daysAhead, int daysBehind) implements Leaf {
        private static final int MOST_AHEAD = 183;
        private static final int MOST_BEHIND = 182;

        /**
         * Checks the days.
         *
         * @param read a date
         * @param daysAhead how many days ahead of today count
         * @param daysBehind how many days before today count
         */
        public Anniversary {
            checkNotNull(read, "read");
            checkArgument(
                    daysAhead >= 0 && daysAhead <= MOST_AHEAD,
                    "daysAhead must be in [0, %s], was %s",
                    MOST_AHEAD,
                    daysAhead);
            checkArgument(
                    daysBehind >= 0 && daysBehind <= MOST_BEHIND,
                    "daysBehind must be in [0, %s], was %s",
                    MOST_BEHIND,
                    daysBehind);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.anniversary(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether a place lies within a distance, along a great circle of a sphere of 6371 km.
     *
     * @param latitude the attribute that holds degrees north
     * @param longitude the attribute that holds degrees east
     * @param north the latitude of the point, in [-90, 90]
     * @param east the longitude of the point, in [-180, 180]
     * @param kilometers the distance, in (0, 20100]
     */
    record Near(
            Read<BigDecimal> latitude,
            Read<BigDecimal> longitude,
            BigDecimal north,
            BigDecimal east,
            BigDecimal kilometers)
            implements Leaf {
        private static final int HALF_AROUND = 20_100;

        /**
         * Checks the point.
         *
         * @param latitude the attribute that holds degrees north
         * @param longitude the attribute that holds degrees east
         * @param north the latitude of the point
         * @param east the longitude of the point
         * @param kilometers the distance
         */
        public Near {
            checkNotNull(latitude, "latitude");
            checkNotNull(longitude, "longitude");
            checkArgument(
                    latitude.purpose().equals(longitude.purpose()),
                    "purpose must be the same for %s and %s",
                    latitude,
                    longitude);
            north = LeafChecks.inRange(north, "north", -90, 90);
            east = LeafChecks.inRange(east, "east", -180, 180);
            kilometers = LeafChecks.inRange(kilometers, "kilometers", 0, HALF_AROUND);
            checkArgument(kilometers.signum() > 0, "kilometers must be more than 0, was %s", kilometers);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.near(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Compares what the events in a window add up to with a number.
     *
     * <p>Where the window reaches back before the customer was observed, events may be missing: a count that has been reached stays reached, all else
     * is unknown, unless the history is assumed complete.
     *
     * @param stream which activities
     * @param where what must hold of an activity, or of one of its lines
     * @param window when
     * @param aggregate what is made of them
     * @param field the fact of the activity or line that is aggregated, where the aggregate needs one
     * @param op how to compare
     * @param value the number
     * @param assumeComplete whether nothing is missing before the customer was observed
     * @param purpose the purpose, if the window is around a sensitive date
     */
    record Events(
            EventStream stream,
            Optional<Condition> where,
            TimeWindow window,
            Aggregate aggregate,
            Optional<AttributeKey<?>> field,
            Comparison op,
            BigDecimal value,
            boolean assumeComplete,
            Optional<Purpose> purpose)
            implements Leaf {
        /**
         * Checks that the parts fit together.
         *
         * @param stream which activities
         * @param where what must hold of an activity
         * @param window when
         * @param aggregate what is made of them
         * @param field the fact that is aggregated
         * @param op how to compare
         * @param value the number
         * @param assumeComplete whether nothing is missing before the customer was observed
         * @param purpose the purpose
         */
        public Events {
            checkNotNull(stream, "stream");
            checkNotNull(window, "window");
            checkNotNull(aggregate, "aggregate");
            checkNotNull(op, "op");
            where.ifPresent(condition -> LeafChecks.onEvents(condition, "where"));
            TreeSize.check(1, where.stream().toList());
            LeafChecks.field(aggregate, field);
            value = AttributeType.DECIMAL.check(value);
            window.anchorKey().ifPresent(key -> new Read<>(key, purpose));
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.events(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }
    }

    /**
     * Tells whether events followed each other in a given order.
     *
     * @param steps at least two; each event is later than the one before
     * @param within how long after the one before each event came at the latest, in local time; empty for any time
     * @param window when all of it happened
     * @param assumeComplete whether nothing is missing before the customer was observed
     * @param purpose the purpose, if the window is around a sensitive date
     */
    record Sequence(
            List<Step> steps,
            Optional<Period> within,
            TimeWindow window,
            boolean assumeComplete,
            Optional<Purpose> purpose)
            implements Leaf {
        private static final int MOST_STEPS = 20;

        /**
         * Checks the steps.
         *
         * @param steps at least two
         * @param within how long after the one before each event came at the latest
         * @param window when all of it happened
         * @param assumeComplete whether nothing is missing before the customer was observed
         * @param purpose the purpose
         */
        public Sequence {
            steps = Limits.list(steps, "steps", MOST_STEPS);
            checkArgument(steps.size() >= 2, "steps must hold at least 2 elements, held %s", steps.size());
            TreeSize.check(
                    1, steps.stream().flatMap(step -> step.where().stream()).toList());
            checkArgument(steps.get(0).withoutBetween().isEmpty(), "withoutBetween must not be said of the first step");
            within.ifPresent(period -> LeafChecks.period(period, "within"));
            checkNotNull(window, "window");
            window.anchorKey().ifPresent(key -> new Read<>(key, purpose));
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.sequence(this);
        }

        @Override
        public String toString() {
            return toText(Locale.ENGLISH);
        }

        /**
         * One event of the sequence.
         *
         * @param stream which activities
         * @param where what must hold of the activity, or of one of its lines
         * @param withoutBetween activities that must not lie between the event before and this one
         */
        public record Step(EventStream stream, Optional<Condition> where, Optional<EventStream> withoutBetween) {
            /**
             * Checks the condition.
             *
             * @param stream which activities
             * @param where what must hold of the activity
             * @param withoutBetween activities that must not lie between
             */
            public Step {
                checkNotNull(stream, "stream");
                checkNotNull(withoutBetween, "withoutBetween");
                where.ifPresent(condition -> LeafChecks.onEvents(condition, "where"));
            }
        }
    }

    /**
     * Tells whether a customer belongs to another segment.
     *
     * @param id the id of the segment
     * @param version its version, or empty for the current one
     */
    record InSegment(String id, OptionalInt version) implements Leaf {
        /**
         * Checks the id.
         *
         * @param id the id of the segment
         * @param version its version
         */
        public InSegment {
            Limits.word(id, "id");
            checkArgument(version.isEmpty() || version.getAsInt() >= 1, "version must be at least 1, was %s", version);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.segment(this);
        }
    }

    /**
     * Tells whether a tag holds now, and has done for some time.
     *
     * @param tag the tag
     * @param heldFor how long it must have held, in local time; empty for any time
     */
    record Tagged(String tag, Optional<Period> heldFor) implements Leaf {
        /**
         * Checks the tag.
         *
         * @param tag the tag
         * @param heldFor how long it must have held
         */
        public Tagged {
            Limits.word(tag, "tag");
            heldFor.ifPresent(period -> LeafChecks.period(period, "heldFor"));
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.tag(this);
        }
    }

    /**
     * Compares the number of a score, or of a part of its explanation.
     *
     * @param score the name of the score
     * @param part the code of a part of the explanation, such as {@code rfm.recency}; empty for the score itself
     * @param op how to compare
     * @param value the number
     */
    record ScoreTest(String score, Optional<String> part, Comparison op, BigDecimal value) implements Leaf {
        /**
         * Checks the parts.
         *
         * @param score the name of the score
         * @param part the code of a part of the explanation
         * @param op how to compare
         * @param value the number
         */
        public ScoreTest {
            Limits.word(score, "score");
            part.ifPresent(code -> Limits.word(code, "part"));
            checkNotNull(op, "op");
            value = AttributeType.DECIMAL.check(value);
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.score(this);
        }
    }

    /**
     * Tells whether a score that is a label, such as a cluster, a named segment or an RFM cell, is one of several; of a score that is a record, the text
     * form is its label.
     *
     * @param model the name of the score
     * @param labels the labels, at least one, sorted
     */
    record Labeled(String model, List<String> labels) implements Leaf {
        /**
         * Checks and sorts the labels.
         *
         * @param model the name of the score
         * @param labels the labels
         */
        public Labeled {
            Limits.word(model, "model");
            List<String> given = Limits.filled(labels, "labels", Limits.MOST_VALUES);
            given.forEach(label -> Limits.word(label, "label"));
            labels = List.copyOf(new TreeSet<>(given));
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.labeled(this);
        }
    }

    /**
     * Draws a fixed share of customers by their ids, the same ones each time: for control groups.
     *
     * @param salt makes different draws independent of each other
     * @param share the share of all customers, in [0, 1], at most 18 decimals
     */
    record Sample(String salt, BigDecimal share) implements Leaf {
        private static final int MOST_DECIMALS = 18;

        /**
         * Checks the share.
         *
         * @param salt makes different draws independent
         * @param share the share of all customers
         */
        public Sample {
            Limits.text(salt, "salt");
            share = LeafChecks.inRange(share, "share", 0, 1);
            checkArgument(
                    share.scale() <= MOST_DECIMALS,
                    "share must have at most %s decimals, had %s",
                    MOST_DECIMALS,
                    share.scale());
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.sample(this);
        }
    }

    /**
     * A node of a kind that an extension author wrote.
     *
     * @param of the extension
     */
    record Custom(CustomCondition of) implements Leaf {
        /**
         * Checks what the extension says of itself.
         *
         * @param of the extension
         */
        public Custom {
            checkNotNull(of, "of");
            Limits.word(of.type(), "type");
            checkArgument(
                    !NodeTypes.ALL.contains(of.type()),
                    "type must not be one of the language's own, was %s",
                    of.type());
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.custom(this);
        }
    }

    /**
     * A node of a kind that this version does not know, kept as it was read; always unknown.
     *
     * @param type the kind it named
     * @param json the node, character by character
     */
    record Opaque(String type, String json) implements Leaf {
        /**
         * Checks the parts.
         *
         * @param type the kind it named
         * @param json the node
         */
        public Opaque {
            Limits.word(type, "type");
            checkNotNull(json, "json");
        }

        @Override
        public <R extends @Nullable Object> R match(ConditionCases<R> cases) {
            return cases.opaque(this);
        }

        /** Returns the kind. */
        @Override
        public String toString() {
            return "Opaque[type=" + type + ']';
        }
    }
}
