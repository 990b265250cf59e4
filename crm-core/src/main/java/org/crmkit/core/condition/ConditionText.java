package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;

/** Says conditions in words. What is compared with a sensitive attribute is shown for granted purposes only. */
final class ConditionText implements ConditionCases<String> {
    private static final String BUNDLE = "org.crmkit.core.condition.messages";
    /** The host's default locale must not decide: a language without a bundle reads English. */
    private static final ResourceBundle.Control NO_DEFAULT_LOCALE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String MASK = "***";
    /** Facts whose last part is a word of the host. */
    private static final List<String> FAMILIES = List.of("activity.field.", "activity.number.", "activity.answer.");

    private final Locale locale;
    private final ResourceBundle words;
    private final Set<Purpose> granted;
    private final Function<AttributeKey<?>, Optional<String>> names;

    private ConditionText(Locale locale, Set<Purpose> granted, Function<AttributeKey<?>, Optional<String>> names) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(BUNDLE, locale, NO_DEFAULT_LOCALE);
        this.granted = granted;
        this.names = names;
    }

    static String of(Condition condition, Locale locale) {
        return in(locale, Set.of()).say(condition);
    }

    static ConditionText in(Locale locale, Set<Purpose> granted) {
        return in(locale, granted, key -> Optional.empty());
    }

    static ConditionText in(Locale locale, Set<Purpose> granted, Function<AttributeKey<?>, Optional<String>> names) {
        return new ConditionText(checkNotNull(locale, "locale"), Set.copyOf(granted), checkNotNull(names, "names"));
    }

    String say(Condition condition) {
        return condition.match(this);
    }

    /** Returns the words of a key with {0}, {1}, … replaced; what replaces them is not looked at again. */
    String word(String key, Object... arguments) {
        String pattern = words.getString(key);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{' && i + 2 < pattern.length() && pattern.charAt(i + 2) == '}') {
                text.append(arguments[pattern.charAt(i + 1) - '0']);
                i += 2;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** Returns the words of the host for an attribute, or else those of the trade, or else its name. */
    String attribute(AttributeKey<?> key) {
        return names.apply(key).orElseGet(() -> standard(key.name()));
    }

    private String standard(String name) {
        if (words.containsKey("attribute." + name)) {
            return words.getString("attribute." + name);
        }
        for (String family : FAMILIES) {
            if (name.startsWith(family)) {
                return word("attribute." + family, name.substring(family.length()));
            }
        }
        return name.replace('-', ' ');
    }

    boolean isShown(Read<?> read) {
        return !read.key().isSensitive()
                || read.purpose()
                        .map(purpose -> granted.stream().anyMatch(purpose::isWithin))
                        .orElse(false);
    }

    <T> String literal(Read<T> read, T value) {
        return isShown(read) ? text(read.key().type(), value) : MASK;
    }

    private <T> String text(AttributeType<T> type, T value) {
        if (value instanceof Boolean) {
            return word(value.equals(true) ? "value.true" : "value.false");
        }
        // A part of a code need not be a code.
        return value instanceof String text ? text : type.format(value);
    }

    private <T> String literals(Read<T> read, List<T> values) {
        if (!isShown(read)) {
            return MASK;
        }
        List<String> texts = new ArrayList<>(values.size());
        values.forEach(value -> texts.add(text(read.key().type(), value)));
        return String.join(word("list.comma"), texts);
    }

    private String joined(List<Condition> parts, String separator) {
        List<String> texts = new ArrayList<>(parts.size());
        for (Condition part : parts) {
            texts.add(isCompound(part) ? word("group", say(part)) : say(part));
        }
        return String.join(word(separator), texts);
    }

    private static boolean isCompound(Condition condition) {
        return (condition instanceof Condition.All || condition instanceof Condition.Any)
                && condition.parts().size() > 1;
    }

    String period(Period period) {
        List<String> parts = new ArrayList<>();
        amount(parts, period.getYears(), "year");
        amount(parts, period.getMonths(), "month");
        amount(parts, period.getDays(), "day");
        return parts.isEmpty() ? amount(0, "day") : String.join(word("list.space"), parts);
    }

    private String duration(Duration duration) {
        List<String> parts = new ArrayList<>();
        amount(parts, duration.toHours(), "hour");
        amount(parts, duration.toMinutesPart(), "minute");
        amount(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? duration.toString() : String.join(word("list.space"), parts);
    }

    private void amount(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(amount(count, unit));
        }
    }

    private String amount(long count, String unit) {
        return word(count == 1 ? "unit." + unit : "unit." + unit + "s", count);
    }

    /** "The last month" rather than "the last 1 month". */
    private String length(Period period) {
        List<String> single = new ArrayList<>();
        single(single, period.getYears(), "year");
        single(single, period.getMonths(), "month");
        single(single, period.getDays(), "day");
        boolean one = single.size() == 1 && !single.get(0).isEmpty();
        return one ? single.get(0) : period(period);
    }

    private void single(List<String> units, int count, String unit) {
        if (count != 0) {
            units.add(count == 1 ? word("unit.single." + unit) : "");
        }
    }

    private String window(TimeWindow window) {
        if (window instanceof TimeWindow.Zoned zoned) {
            return word("window.zoned", window(zoned.of()), zoned.zone().getId());
        }
        if (window instanceof TimeWindow.Last last) {
            return word("window.last", length(last.period()));
        }
        if (window instanceof TimeWindow.LastDuration last) {
            return word("window.last", duration(last.duration()));
        }
        if (window instanceof TimeWindow.LastDays last) {
            return word("window.lastDays", amount(last.days(), "day"));
        }
        if (window instanceof TimeWindow.ToDate toDate) {
            return word("window.toDate." + toDate.unit().word());
        }
        if (window instanceof TimeWindow.Previous previous) {
            return word("window.previous." + previous.unit().word());
        }
        if (window instanceof TimeWindow.Dates dates) {
            return dates(dates);
        }
        if (window instanceof TimeWindow.Ago ago) {
            return word("window.ago", period(ago.nearest()), period(ago.furthest()));
        }
        if (window instanceof TimeWindow.Around around) {
            return word("window.around", period(around.before()), period(around.after()), attribute(around.anchor()));
        }
        return word("window.ever");
    }

    private String dates(TimeWindow.Dates dates) {
        if (dates.first().isEmpty()) {
            return word("window.until", dates.last().orElseThrow());
        }
        return dates.last().isEmpty()
                ? word("window.since", dates.first().get())
                : word("window.dates", dates.first().get(), dates.last().get());
    }

    private String stream(EventStream stream) {
        String key = "stream." + stream.name();
        if (words.containsKey(key)) {
            return words.getString(key);
        }
        int dot = stream.name().indexOf('.');
        return word(
                "stream." + stream.name().substring(0, dot + 1), stream.name().substring(dot + 1));
    }

    private String events(EventStream stream, Optional<Condition> where) {
        return where.map(condition -> word("events.where", stream(stream), say(condition)))
                .orElseGet(() -> stream(stream));
    }

    private String compared(String what, Comparison op, Object value) {
        return word("compare." + op.word(), what, value);
    }

    @Override
    public String all(Condition.All node) {
        return node.parts().isEmpty() ? word("always") : joined(node.parts(), "list.and");
    }

    @Override
    public String any(Condition.Any node) {
        return node.parts().isEmpty() ? word("never") : joined(node.parts(), "list.or");
    }

    @Override
    public String not(Condition.Not node) {
        return word("not", say(node.of()));
    }

    @Override
    public String atLeast(Condition.AtLeast node) {
        return word("atLeast", node.count(), joined(node.parts(), "list.semicolon"));
    }

    @Override
    public String atMost(Condition.AtMost node) {
        return word("atMost", node.count(), joined(node.parts(), "list.semicolon"));
    }

    @Override
    public String always(Condition.Always node) {
        return word("always");
    }

    @Override
    public String never(Condition.Never node) {
        return word("never");
    }

    @Override
    public String ifMissing(Condition.IfMissing node) {
        return word(node.answer() ? "ifMissing.true" : "ifMissing.false", say(node.of()));
    }

    @Override
    public String annotated(Condition.Annotated node) {
        return node.label().isPresent() ? node.label().get() : say(node.of());
    }

    @Override
    public <T> String compare(Leaf.Compare<T> node) {
        Read<T> read = node.read();
        String text = word(
                ordered("compare.", node.op(), read.key().type()), attribute(read.key()), literal(read, node.value()));
        return forPurpose(read, text);
    }

    /** A date is before another one, not less. */
    private static String ordered(String key, Comparison op, AttributeType<?> type) {
        boolean date = type.equals(AttributeType.DATE) || type.equals(AttributeType.INSTANT);
        return key + op.word() + (date && op.needsOrder() ? ".date" : "");
    }

    @Override
    public <T> String between(Leaf.Between<T> node) {
        String low = literal(node.read(), node.low());
        String high = literal(node.read(), node.high());
        String attribute = attribute(node.read().key());
        return forPurpose(
                node.read(),
                node.bounds() == Bounds.CLOSED
                        ? word("between", attribute, low, high)
                        : word(
                                "between.bounds",
                                attribute,
                                word(
                                        ordered(
                                                "bound.",
                                                node.bounds().low(),
                                                node.read().key().type()),
                                        low),
                                word(
                                        ordered(
                                                "bound.",
                                                node.bounds().high(),
                                                node.read().key().type()),
                                        high)));
    }

    @Override
    public <T> String oneOf(Leaf.OneOf<T> node) {
        return forPurpose(
                node.read(), word("oneOf", attribute(node.read().key()), literals(node.read(), node.values())));
    }

    @Override
    public String text(Leaf.TextTest node) {
        return forPurpose(
                node.read(),
                word("text." + node.op().word(), attribute(node.read().key()), literal(node.read(), node.value())));
    }

    @Override
    public String present(Leaf.Present node) {
        return forPurpose(node.read(), word("present", attribute(node.read().key())));
    }

    @Override
    public String set(Leaf.SetTest node) {
        String values = isShown(node.read()) ? String.join(word("list.comma"), node.values()) : MASK;
        return forPurpose(
                node.read(),
                word("set." + node.op().word(), attribute(node.read().key()), values));
    }

    @Override
    public String age(Leaf.Age node) {
        String period = isShown(node.read()) ? period(node.period()) : MASK;
        return forPurpose(
                node.read(), compared(word("age", attribute(node.read().key())), node.op(), period));
    }

    @Override
    public String anniversary(Leaf.Anniversary node) {
        String form = node.daysBehind() == 0
                ? node.daysAhead() == 0 ? "anniversary.today" : "anniversary.ahead"
                : node.daysAhead() == 0 ? "anniversary.behind" : "anniversary";
        return forPurpose(
                node.read(),
                word(
                        form,
                        attribute(node.read().key()),
                        amount(node.daysBehind(), "day"),
                        amount(node.daysAhead(), "day")));
    }

    @Override
    public String near(Leaf.Near node) {
        if (!isShown(node.latitude()) || !isShown(node.longitude())) {
            return forPurpose(node.latitude(), word("near", MASK, MASK, MASK));
        }
        return forPurpose(
                node.latitude(),
                word(
                        "near",
                        node.kilometers().toPlainString(),
                        node.north().toPlainString(),
                        node.east().toPlainString()));
    }

    @Override
    public String events(Leaf.Events node) {
        String events = events(node.stream(), node.where());
        String what = node.aggregate().needsField()
                ? word(
                        "aggregate." + node.aggregate().word(),
                        attribute(node.field().orElseThrow()),
                        events)
                : word("aggregate." + node.aggregate().word(), events);
        String when = isDays(node.aggregate()) && Interpreter.isEver(node.window())
                ? what
                : word("events", what, window(node.window()));
        String text = compared(when, node.op(), node.value().toPlainString());
        return complete(text, node.assumeComplete());
    }

    /** What a sensitive attribute is read for belongs to what is asked. */
    private String forPurpose(Read<?> read, String text) {
        if (!read.key().isSensitive()) {
            return text;
        }
        String purpose = read.purpose().orElseThrow().toString();
        String key = "purpose." + purpose;
        return word("forPurpose", text, words.containsKey(key) ? words.getString(key) : purpose);
    }

    private static boolean isDays(Aggregate aggregate) {
        return aggregate == Aggregate.DAYS_SINCE_FIRST || aggregate == Aggregate.DAYS_SINCE_LAST;
    }

    private String complete(String text, boolean assumed) {
        return assumed ? word("complete", text) : text;
    }

    @Override
    public String sequence(Leaf.Sequence node) {
        StringBuilder text = new StringBuilder();
        for (Leaf.Sequence.Step step : node.steps()) {
            String events = events(step.stream(), step.where());
            if (text.length() > 0) {
                text.append(step.withoutBetween()
                        .map(other -> word("then.without", stream(other)))
                        .orElseGet(() -> word("then")));
            }
            text.append(events);
        }
        String steps = node.within()
                .map(within -> word("sequence.within", text, period(within)))
                .orElse(text.toString());
        return complete(word("sequence", steps, window(node.window())), node.assumeComplete());
    }

    @Override
    public String segment(Leaf.InSegment node) {
        return word("segment", Segments.name(node));
    }

    @Override
    public String tag(Leaf.Tagged node) {
        return node.heldFor().isEmpty()
                ? word("tag", node.tag())
                : word("tag.heldFor", node.tag(), period(node.heldFor().get()));
    }

    @Override
    public String score(Leaf.ScoreTest node) {
        String what = node.part()
                .map(part -> word("score.part", node.score(), part))
                .orElseGet(() -> word("score", node.score()));
        return compared(what, node.op(), node.value().toPlainString());
    }

    @Override
    public String labeled(Leaf.Labeled node) {
        return word("labeled", node.model(), String.join(word("list.comma"), node.labels()));
    }

    @Override
    public String sample(Leaf.Sample node) {
        return word("sample", node.share().movePointRight(2).toPlainString(), node.salt());
    }

    @Override
    public String custom(Leaf.Custom node) {
        return node.of().toText(locale).orElseGet(() -> word("custom", node.of().type()));
    }

    @Override
    public String opaque(Leaf.Opaque node) {
        return word("opaque", node.type());
    }
}
