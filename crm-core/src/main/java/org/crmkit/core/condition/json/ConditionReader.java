package org.crmkit.core.condition.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.Aggregate;
import org.crmkit.core.condition.Bounds;
import org.crmkit.core.condition.Comparison;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.ConditionDocument;
import org.crmkit.core.condition.ConditionVocabulary;
import org.crmkit.core.condition.CustomCondition;
import org.crmkit.core.condition.EventStream;
import org.crmkit.core.condition.Leaf;
import org.crmkit.core.condition.Read;
import org.crmkit.core.condition.json.JsonValue.Bool;
import org.crmkit.core.condition.json.JsonValue.Text;
import org.crmkit.core.condition.json.JsonValue.Whole;
import org.crmkit.core.condition.window.CalendarUnit;
import org.crmkit.core.condition.window.TimeWindow;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.json.JsonInputException;

/** Builds conditions from JSON that has been read within limits. */
final class ConditionReader {
    private static final String PERIOD = "a period such as P90D";

    private final String source;
    private final ConditionVocabulary vocabulary;
    private final boolean keepsUnknownTypes;
    private final int mostDeep;
    private int depth;

    ConditionReader(String source, ConditionVocabulary vocabulary, boolean keepsUnknownTypes, ConditionLimits limits) {
        this.mostDeep = limits.depth();
        this.source = source;
        this.vocabulary = vocabulary;
        this.keepsUnknownTypes = keepsUnknownTypes;
    }

    ConditionDocument document(JsonValue value) {
        FieldReader fields = FieldReader.of(value, "");
        String format = fields.text("format");
        if (!format.equals(ConditionDocument.FORMAT)) {
            throw new JsonInputException(
                    fields.at("format"), "must be " + ConditionDocument.FORMAT + Pointers.was(format));
        }
        String id = fields.text("id");
        int version = fields.integer("version");
        Condition rule = condition(fields.value("rule"), fields.at("rule"));
        fields.end();
        return FieldReader.checked("", () -> new ConditionDocument(id, version, rule));
    }

    Condition condition(JsonValue value, String pointer) {
        if (++depth > mostDeep) {
            throw new JsonInputException(pointer, "conditions must be nested at most " + mostDeep + " deep");
        }
        Condition condition = node(value, pointer);
        depth--;
        return condition;
    }

    private Condition node(JsonValue value, String pointer) {
        FieldReader fields = FieldReader.of(value, pointer);
        String type = fields.text("type");
        Condition bare = FieldReader.checked(pointer, () -> node(type, fields));
        if (bare instanceof Leaf.Opaque) {
            return bare;
        }
        if (fields.has("ifMissing")) {
            if (!(bare instanceof Leaf)) {
                throw new JsonInputException(fields.at("ifMissing"), "must be said of a leaf");
            }
            bare = bare.ifMissing(fields.bool("ifMissing"));
        }
        Condition node = annotated(bare, type, fields);
        fields.end();
        return node;
    }

    private static Condition annotated(Condition bare, String type, FieldReader fields) {
        // In a reference to a segment "id" is the segment's.
        Optional<String> id = fields.optionalText(type.equals("segment") ? "nodeId" : "id");
        Optional<String> label = fields.optionalText("label");
        return id.isEmpty() && label.isEmpty()
                ? bare
                : FieldReader.checked(fields.pointer(), () -> new Condition.Annotated(bare, id, label));
    }

    private Condition node(String type, FieldReader fields) {
        return switch (type) {
            case "all" -> new Condition.All(parts(fields));
            case "any" -> new Condition.Any(parts(fields));
            case "not" -> new Condition.Not(condition(fields.value("of"), fields.at("of")));
            case "atLeast" -> new Condition.AtLeast(fields.integer("count"), parts(fields));
            case "atMost" -> new Condition.AtMost(fields.integer("count"), parts(fields));
            case "always" -> new Condition.Always();
            case "never" -> new Condition.Never();
            default -> leaf(type, fields);
        };
    }

    /** Apart from the junctions, for a method of many cases takes much stack once it is compiled, and those are read within each other. */
    private Condition leaf(String type, FieldReader fields) {
        return switch (type) {
            case "compare" -> compare(read(fields, "attribute"), fields);
            case "between" -> between(read(fields, "attribute"), fields);
            case "in" -> oneOf(read(fields, "attribute"), fields);
            case "text" -> text(fields);
            case "present" -> new Leaf.Present(read(fields, "attribute"));
            case "set" -> set(fields);
            case "age" ->
                new Leaf.Age(
                        read(fields, "attribute"), comparison(fields), fields.parsed("period", PERIOD, Period::parse));
            case "anniversary" ->
                new Leaf.Anniversary(
                        typed(fields, "attribute", AttributeType.DATE), days(fields, "ahead"), days(fields, "behind"));
            case "near" -> near(fields);
            case "events" -> events(fields);
            case "sequence" -> sequence(fields);
            case "segment" ->
                new Leaf.InSegment(
                        fields.text("id"),
                        fields.has("version") ? OptionalInt.of(fields.integer("version")) : OptionalInt.empty());
            case "tag" -> new Leaf.Tagged(fields.text("tag"), period(fields, "heldFor"));
            case "score" ->
                new Leaf.ScoreTest(
                        fields.text("score"), fields.optionalText("part"), comparison(fields), number(fields, "value"));
            case "cluster" -> new Leaf.Labeled(fields.text("model"), fields.texts("labels"));
            case "sample" -> new Leaf.Sample(fields.text("salt"), decimal(fields, "share"));
            default -> other(type, fields);
        };
    }

    private List<Condition> parts(FieldReader fields) {
        List<Condition> parts = new ArrayList<>();
        for (JsonValue part : fields.list("of")) {
            parts.add(condition(part, fields.at("of") + '/' + parts.size()));
        }
        return parts;
    }

    private Condition other(String type, FieldReader fields) {
        Optional<Function<Map<String, String>, CustomCondition>> extension = vocabulary.extension(type);
        if (extension.isPresent()) {
            return new Leaf.Custom(extension.get().apply(parameters(fields)));
        }
        if (keepsUnknownTypes) {
            return new Leaf.Opaque(
                    type,
                    source.substring(fields.object().from(), fields.object().to()));
        }
        throw new JsonInputException(
                fields.at("type"), "must be a kind of condition that is known" + Pointers.was(type));
    }

    private static Map<String, String> parameters(FieldReader fields) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (fields.has("parameters")) {
            FieldReader given = fields.fields("parameters");
            for (String name : given.object().fields().keySet()) {
                parameters.put(name, given.text(name));
            }
        }
        return parameters;
    }

    private Optional<Purpose> purpose(FieldReader fields) {
        return fields.has("purpose")
                ? Optional.of(fields.parsed("purpose", "a purpose such as care", Purpose::of))
                : Optional.empty();
    }

    private AttributeKey<?> key(FieldReader fields, String name) {
        return key(fields.text(name), fields.at(name));
    }

    private AttributeKey<?> key(String attribute, String pointer) {
        return FieldReader.checked(pointer, () -> vocabulary.attribute(attribute))
                .orElseThrow(() -> new JsonInputException(
                        pointer, "must be an attribute of the vocabulary" + Pointers.was(attribute)));
    }

    private Read<?> read(FieldReader fields, String name) {
        return read(key(fields, name), fields, name);
    }

    private <T> Read<T> read(AttributeKey<T> key, FieldReader fields, String name) {
        Optional<Purpose> purpose = purpose(fields);
        return FieldReader.checked(fields.at(name), () -> new Read<>(key, purpose));
    }

    private <T> Read<T> typed(FieldReader fields, String name, AttributeType<T> type) {
        return read(typedKey(key(fields, name), type, fields.at(name)), fields, name);
    }

    @SuppressWarnings("unchecked") // the types were compared
    private static <T> AttributeKey<T> typedKey(AttributeKey<?> key, AttributeType<T> type, String pointer) {
        if (!key.type().equals(type)) {
            throw new JsonInputException(
                    pointer, "must be an attribute of type " + type + ", was of type " + key.type());
        }
        return (AttributeKey<T>) key;
    }

    private static Comparison comparison(FieldReader fields) {
        return fields.oneOf("op", Comparison.values(), Comparison::word);
    }

    private <T> Condition compare(Read<T> read, FieldReader fields) {
        return new Leaf.Compare<>(read, comparison(fields), literal(read, fields.value("value"), fields.at("value")));
    }

    private <T> Condition between(Read<T> read, FieldReader fields) {
        T low = literal(read, fields.value("low"), fields.at("low"));
        T high = literal(read, fields.value("high"), fields.at("high"));
        Bounds bounds = fields.has("bounds") ? fields.oneOf("bounds", Bounds.values(), Bounds::sign) : Bounds.CLOSED;
        return new Leaf.Between<>(read, low, high, bounds);
    }

    private <T> Condition oneOf(Read<T> read, FieldReader fields) {
        List<T> values = new ArrayList<>();
        for (JsonValue value : fields.list("values")) {
            values.add(literal(read, value, fields.at("values") + '/' + values.size()));
        }
        return new Leaf.OneOf<>(read, values);
    }

    private Condition text(FieldReader fields) {
        AttributeKey<?> key = key(fields, "attribute");
        AttributeType<String> type = key.type().equals(AttributeType.CODE) ? AttributeType.CODE : AttributeType.TEXT;
        Read<String> read = read(typedKey(key, type, fields.at("attribute")), fields, "attribute");
        return new Leaf.TextTest(
                read, fields.oneOf("op", Leaf.TextTest.Op.values(), Leaf.TextTest.Op::word), fields.text("value"));
    }

    private Condition set(FieldReader fields) {
        Read<Set<String>> read = typed(fields, "attribute", AttributeType.TEXT_SET);
        return new Leaf.SetTest(
                read, fields.oneOf("op", Leaf.SetTest.Op.values(), Leaf.SetTest.Op::word), fields.texts("values"));
    }

    private Condition near(FieldReader fields) {
        return new Leaf.Near(
                typed(fields, "latitude", AttributeType.DECIMAL),
                typed(fields, "longitude", AttributeType.DECIMAL),
                decimal(fields, "north"),
                decimal(fields, "east"),
                decimal(fields, "kilometers"));
    }

    /** A number for whole numbers, yes or no for itself, and the text form of the type for all else. */
    private static <T> T literal(Read<T> read, JsonValue value, String pointer) {
        AttributeType<T> type = read.key().type();
        if (value instanceof Text text) {
            return FieldReader.checked(pointer, () -> type.parse(text.value()));
        }
        if (value instanceof Whole whole
                && (type.equals(AttributeType.INTEGER) || type.equals(AttributeType.DECIMAL))) {
            return type.parse(Long.toString(whole.value()));
        }
        if (value instanceof Bool bool && type.equals(AttributeType.BOOLEAN)) {
            return type.parse(Boolean.toString(bool.value()));
        }
        throw new JsonInputException(
                pointer,
                "must be a value of type " + type + (type.equals(AttributeType.DECIMAL) ? ", as text" : "") + ", was "
                        + FieldReader.kind(value));
    }

    private static BigDecimal number(FieldReader fields, String name) {
        return fields.value(name) instanceof Whole whole ? BigDecimal.valueOf(whole.value()) : decimal(fields, name);
    }

    private static BigDecimal decimal(FieldReader fields, String name) {
        return fields.parsed(name, AttributeType.DECIMAL::parse);
    }

    private static int days(FieldReader fields, String name) {
        if (!fields.has(name)) {
            return 0;
        }
        Period period = fields.parsed(name, PERIOD, Period::parse);
        if (period.toTotalMonths() != 0) {
            throw new JsonInputException(fields.at(name), "must be days, such as P7D");
        }
        return period.getDays();
    }

    private static Optional<Period> period(FieldReader fields, String name) {
        return fields.has(name) ? Optional.of(fields.parsed(name, PERIOD, Period::parse)) : Optional.empty();
    }

    private Optional<Condition> where(FieldReader fields) {
        return fields.has("where")
                ? Optional.of(condition(fields.value("where"), fields.at("where")))
                : Optional.empty();
    }

    private static boolean assumesComplete(FieldReader fields) {
        return fields.has("coverage")
                && fields.oneOf("coverage", new String[] {"assumeComplete"}, word -> word) != null;
    }

    private Condition events(FieldReader fields) {
        EventStream stream = fields.parsed("stream", EventStream::new);
        Aggregate aggregate = fields.oneOf("aggregate", Aggregate.values(), Aggregate::word);
        Optional<AttributeKey<?>> field = fields.has("field") ? Optional.of(key(fields, "field")) : Optional.empty();
        return new Leaf.Events(
                stream,
                where(fields),
                window(fields),
                aggregate,
                field,
                comparison(fields),
                number(fields, "value"),
                assumesComplete(fields),
                purpose(fields));
    }

    private Condition sequence(FieldReader fields) {
        List<Leaf.Sequence.Step> steps = new ArrayList<>();
        for (JsonValue value : fields.list("steps")) {
            String pointer = fields.at("steps") + '/' + steps.size();
            FieldReader step = FieldReader.of(value, pointer);
            Optional<EventStream> without = step.has("withoutBetween")
                    ? Optional.of(step.parsed("withoutBetween", EventStream::new))
                    : Optional.empty();
            EventStream stream = step.parsed("stream", EventStream::new);
            Optional<Condition> where = where(step);
            steps.add(FieldReader.checked(pointer, () -> new Leaf.Sequence.Step(stream, where, without)));
            step.end();
        }
        return new Leaf.Sequence(
                steps, period(fields, "within"), window(fields), assumesComplete(fields), purpose(fields));
    }

    private TimeWindow window(FieldReader node) {
        if (!node.has("window")) {
            return TimeWindow.ever();
        }
        FieldReader fields = node.fields("window");
        TimeWindow window = FieldReader.checked(fields.pointer(), () -> plainWindow(fields));
        if (fields.has("zone")) {
            ZoneId zone = fields.parsed("zone", "a zone such as Asia/Shanghai", ZoneId::of);
            window = new TimeWindow.Zoned(window, zone);
        }
        fields.end();
        return window;
    }

    private TimeWindow plainWindow(FieldReader fields) {
        if (fields.has("last")) {
            return last(fields);
        }
        if (fields.has("lastDays")) {
            return new TimeWindow.LastDays(fields.integer("lastDays"));
        }
        if (fields.has("toDate")) {
            return new TimeWindow.ToDate(fields.oneOf("toDate", CalendarUnit.values(), CalendarUnit::word));
        }
        if (fields.has("previous")) {
            return new TimeWindow.Previous(fields.oneOf("previous", CalendarUnit.values(), CalendarUnit::word));
        }
        if (fields.has("between")) {
            return ago(fields);
        }
        if (fields.has("around")) {
            return around(fields);
        }
        if (fields.has("ever")) {
            return ever(fields);
        }
        return dates(fields);
    }

    private static TimeWindow dates(FieldReader fields) {
        Optional<LocalDate> from = date(fields, "from");
        Optional<LocalDate> to = date(fields, "to");
        if (from.isEmpty() && to.isEmpty()) {
            fields.optionalText("zone");
            fields.end();
            throw new JsonInputException(
                    fields.pointer(),
                    "must say one of last, lastDays, toDate, previous, from, to, between, around and ever");
        }
        return new TimeWindow.Dates(from, to);
    }

    private static TimeWindow ever(FieldReader fields) {
        if (!fields.bool("ever")) {
            throw new JsonInputException(fields.at("ever"), "must be true");
        }
        return TimeWindow.ever();
    }

    private static TimeWindow last(FieldReader fields) {
        String form = "a period such as P90D or a duration such as PT24H";
        return fields.text("last").startsWith("PT")
                ? new TimeWindow.LastDuration(fields.parsed("last", form, Duration::parse))
                : new TimeWindow.Last(fields.parsed("last", form, Period::parse));
    }

    private static TimeWindow ago(FieldReader fields) {
        List<String> ends = fields.texts("between");
        if (ends.size() != 2) {
            throw new JsonInputException(fields.at("between"), "must hold 2 periods, held " + ends.size());
        }
        Period nearest = period(ends.get(0), fields.at("between") + "/0");
        Period furthest = period(ends.get(1), fields.at("between") + "/1");
        return FieldReader.checked(fields.at("between"), () -> new TimeWindow.Ago(nearest, furthest));
    }

    private static Period period(String text, String pointer) {
        try {
            return Period.parse(text);
        } catch (DateTimeException e) {
            throw new JsonInputException(pointer, "must be " + PERIOD + Pointers.was(text));
        }
    }

    private TimeWindow around(FieldReader fields) {
        String name = fields.text("around");
        if (!name.startsWith("attr:")) {
            throw new JsonInputException(fields.at("around"), "must be attr: and the name of an attribute");
        }
        AttributeKey<?> key = key(name.substring("attr:".length()), fields.at("around"));
        return new TimeWindow.Around(
                typedKey(key, AttributeType.DATE, fields.at("around")),
                fields.parsed("before", PERIOD, Period::parse),
                fields.parsed("after", PERIOD, Period::parse));
    }

    private static Optional<LocalDate> date(FieldReader fields, String name) {
        return fields.has(name)
                ? Optional.of(fields.parsed(name, "a date such as 2026-12-31", LocalDate::parse))
                : Optional.empty();
    }
}
