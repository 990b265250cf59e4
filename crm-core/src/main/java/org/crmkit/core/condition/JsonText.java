package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.condition.window.TimeWindow;

/**
 * Writes conditions as JSON, always in the same way: keys in a fixed order, no blanks, no defaults.
 *
 * <p>Written by hand, so that a condition has its fingerprint without a JSON library on the class path.
 */
final class JsonText implements ConditionCases<JsonText> {
    /** Beyond 53 bits a JSON reader in another language would round. */
    private static final long LARGEST_EXACT = (1L << 53) - 1;

    private final StringBuilder out = new StringBuilder();
    private Optional<String> id = Optional.empty();
    private Optional<String> label = Optional.empty();
    private Optional<Boolean> ifMissing = Optional.empty();

    private JsonText() {}

    static String of(Condition condition) {
        return condition.match(new JsonText()).out.toString();
    }

    static String document(ConditionDocument document) {
        JsonText text = new JsonText();
        text.out.append('{');
        text.field("format", ConditionDocument.FORMAT)
                .field("id", document.id())
                .field("version", document.version());
        document.rule().match(text.key("rule"));
        return text.out.append('}').toString();
    }

    private JsonText node(String type) {
        out.append('{');
        return field("type", type);
    }

    /** The marks of a node come last: they are said of the node that is open, not of its parts. */
    private JsonText end(Optional<String> itsId, Optional<String> itsLabel, Optional<Boolean> itsDefault) {
        itsDefault.ifPresent(answer -> field("ifMissing", answer));
        optional("id", itsId).optional("label", itsLabel);
        out.append('}');
        return this;
    }

    private JsonText junction(String type, int count, List<Condition> parts) {
        Optional<String> itsId = id;
        Optional<String> itsLabel = label;
        clear();
        node(type);
        if (count >= 0) {
            field("count", count);
        }
        key("of").out.append('[');
        for (int i = 0; i < parts.size(); i++) {
            separate(i);
            parts.get(i).match(this);
        }
        out.append(']');
        return end(itsId, itsLabel, Optional.empty());
    }

    private JsonText leafEnd() {
        end(id, label, ifMissing);
        clear();
        return this;
    }

    private void clear() {
        id = Optional.empty();
        label = Optional.empty();
        ifMissing = Optional.empty();
    }

    private void separate(int index) {
        if (index > 0) {
            out.append(',');
        }
    }

    private JsonText key(String name) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        JsonStrings.append(out, name);
        out.append(':');
        return this;
    }

    private JsonText field(String name, String value) {
        JsonStrings.append(key(name).out, value);
        return this;
    }

    private JsonText field(String name, long value) {
        key(name).out.append(value);
        return this;
    }

    private JsonText field(String name, boolean value) {
        key(name).out.append(value);
        return this;
    }

    private JsonText optional(String name, Optional<?> value) {
        value.ifPresent(present -> field(name, present.toString()));
        return this;
    }

    private JsonText strings(String name, List<String> values) {
        key(name).out.append('[');
        for (int i = 0; i < values.size(); i++) {
            separate(i);
            JsonStrings.append(out, values.get(i));
        }
        out.append(']');
        return this;
    }

    private <T> JsonText attribute(Read<T> read) {
        return field("attribute", read.key().name());
    }

    private <T> JsonText value(String name, Read<T> read, T value) {
        key(name);
        literal(read.key().type(), value);
        return this;
    }

    /** Whole numbers and yes or no as such, all else as the text form of its type: decimals must not be rounded by a reader. */
    private <T> void literal(AttributeType<T> type, T value) {
        boolean plain = value instanceof Boolean
                || value instanceof Long whole && Math.abs(whole) <= LARGEST_EXACT && whole != Long.MIN_VALUE;
        if (plain) {
            out.append(value);
        } else {
            JsonStrings.append(out, type.format(value));
        }
    }

    /** A number that is compared with a count is a whole number as a rule, and then stands as such. */
    private JsonText number(String name, BigDecimal value) {
        key(name);
        if (value.scale() <= 0 && value.abs().compareTo(BigDecimal.valueOf(LARGEST_EXACT)) <= 0) {
            out.append(value.longValueExact());
        } else {
            JsonStrings.append(out, value.toPlainString());
        }
        return this;
    }

    private JsonText decimal(String name, BigDecimal value) {
        return field(name, value.toPlainString());
    }

    private JsonText window(TimeWindow window) {
        if (window instanceof TimeWindow.Ever) {
            return this;
        }
        key("window").out.append('{');
        WindowText.write(this, window);
        out.append('}');
        return this;
    }

    /** Writes the fields of a window. */
    private static final class WindowText {
        private static void write(JsonText text, TimeWindow window) {
            if (window instanceof TimeWindow.Zoned zoned) {
                write(text, zoned.of());
                text.field("zone", zoned.zone().getId());
            } else if (window instanceof TimeWindow.Ever) {
                text.field("ever", true);
            } else if (window instanceof TimeWindow.Last last) {
                text.field("last", last.period().toString());
            } else if (window instanceof TimeWindow.LastDuration last) {
                text.field("last", last.duration().toString());
            } else if (window instanceof TimeWindow.LastDays last) {
                text.field("lastDays", last.days());
            } else if (window instanceof TimeWindow.ToDate toDate) {
                text.field("toDate", toDate.unit().word());
            } else if (window instanceof TimeWindow.Previous previous) {
                text.field("previous", previous.unit().word());
            } else if (window instanceof TimeWindow.Dates dates) {
                text.optional("from", dates.first()).optional("to", dates.last());
            } else if (window instanceof TimeWindow.Ago ago) {
                text.strings(
                        "between",
                        List.of(ago.nearest().toString(), ago.furthest().toString()));
            } else if (window instanceof TimeWindow.Around around) {
                text.field("around", "attr:" + around.anchor().name())
                        .field("before", around.before().toString())
                        .field("after", around.after().toString());
            }
        }
    }

    @Override
    public JsonText all(Condition.All node) {
        return junction("all", -1, node.parts());
    }

    @Override
    public JsonText any(Condition.Any node) {
        return junction("any", -1, node.parts());
    }

    @Override
    public JsonText not(Condition.Not node) {
        Optional<String> itsId = id;
        Optional<String> itsLabel = label;
        clear();
        node.of().match(node("not").key("of"));
        return end(itsId, itsLabel, Optional.empty());
    }

    @Override
    public JsonText atLeast(Condition.AtLeast node) {
        return junction("atLeast", node.count(), node.parts());
    }

    @Override
    public JsonText atMost(Condition.AtMost node) {
        return junction("atMost", node.count(), node.parts());
    }

    @Override
    public JsonText always(Condition.Always node) {
        return node("always").leafEnd();
    }

    @Override
    public JsonText never(Condition.Never node) {
        return node("never").leafEnd();
    }

    @Override
    public JsonText ifMissing(Condition.IfMissing node) {
        ifMissing = Optional.of(node.answer());
        return node.of().match(this);
    }

    @Override
    public JsonText annotated(Condition.Annotated node) {
        id = node.id();
        label = node.label();
        return node.of().match(this);
    }

    @Override
    public <T> JsonText compare(Leaf.Compare<T> node) {
        return node("compare")
                .attribute(node.read())
                .field("op", node.op().word())
                .value("value", node.read(), node.value())
                .optional("purpose", node.read().purpose())
                .leafEnd();
    }

    @Override
    public <T> JsonText between(Leaf.Between<T> node) {
        node("between")
                .attribute(node.read())
                .value("low", node.read(), node.low())
                .value("high", node.read(), node.high());
        if (node.bounds() != Bounds.CLOSED) {
            field("bounds", node.bounds().sign());
        }
        return optional("purpose", node.read().purpose()).leafEnd();
    }

    @Override
    public <T> JsonText oneOf(Leaf.OneOf<T> node) {
        node("in").attribute(node.read()).key("values").out.append('[');
        for (int i = 0; i < node.values().size(); i++) {
            separate(i);
            literal(node.read().key().type(), node.values().get(i));
        }
        out.append(']');
        return optional("purpose", node.read().purpose()).leafEnd();
    }

    @Override
    public JsonText text(Leaf.TextTest node) {
        return node("text")
                .attribute(node.read())
                .field("op", node.op().word())
                .field("value", node.value())
                .optional("purpose", node.read().purpose())
                .leafEnd();
    }

    @Override
    public JsonText present(Leaf.Present node) {
        return node("present")
                .attribute(node.read())
                .optional("purpose", node.read().purpose())
                .leafEnd();
    }

    @Override
    public JsonText set(Leaf.SetTest node) {
        return node("set")
                .attribute(node.read())
                .field("op", node.op().word())
                .strings("values", node.values())
                .optional("purpose", node.read().purpose())
                .leafEnd();
    }

    @Override
    public JsonText age(Leaf.Age node) {
        return node("age")
                .attribute(node.read())
                .field("op", node.op().word())
                .field("period", node.period().toString())
                .optional("purpose", node.read().purpose())
                .leafEnd();
    }

    @Override
    public JsonText anniversary(Leaf.Anniversary node) {
        node("anniversary").attribute(node.read());
        if (node.daysAhead() > 0) {
            field("ahead", "P" + node.daysAhead() + "D");
        }
        if (node.daysBehind() > 0) {
            field("behind", "P" + node.daysBehind() + "D");
        }
        return optional("purpose", node.read().purpose()).leafEnd();
    }

    @Override
    public JsonText near(Leaf.Near node) {
        return node("near")
                .field("latitude", node.latitude().key().name())
                .field("longitude", node.longitude().key().name())
                .decimal("north", node.north())
                .decimal("east", node.east())
                .decimal("kilometers", node.kilometers())
                .optional("purpose", node.latitude().purpose())
                .leafEnd();
    }

    @Override
    public JsonText events(Leaf.Events node) {
        Optional<Boolean> itsDefault = ifMissing;
        Optional<String> itsId = id;
        Optional<String> itsLabel = label;
        clear();
        node("events").field("stream", node.stream().name());
        node.where().ifPresent(where -> where.match(key("where")));
        window(node.window())
                .field("aggregate", node.aggregate().word())
                .optional("field", node.field().map(AttributeKey::name));
        field("op", node.op().word())
                .number("value", node.value())
                .coverage(node.assumeComplete())
                .optional("purpose", node.purpose());
        return end(itsId, itsLabel, itsDefault);
    }

    private JsonText coverage(boolean assumeComplete) {
        return assumeComplete ? field("coverage", "assumeComplete") : this;
    }

    @Override
    public JsonText sequence(Leaf.Sequence node) {
        Optional<Boolean> itsDefault = ifMissing;
        Optional<String> itsId = id;
        Optional<String> itsLabel = label;
        clear();
        node("sequence").key("steps").out.append('[');
        for (int i = 0; i < node.steps().size(); i++) {
            separate(i);
            Leaf.Sequence.Step step = node.steps().get(i);
            out.append('{');
            field("stream", step.stream().name());
            step.where().ifPresent(where -> where.match(key("where")));
            optional("withoutBetween", step.withoutBetween()).out.append('}');
        }
        out.append(']');
        optional("within", node.within())
                .window(node.window())
                .coverage(node.assumeComplete())
                .optional("purpose", node.purpose());
        return end(itsId, itsLabel, itsDefault);
    }

    @Override
    public JsonText segment(Leaf.InSegment node) {
        node("segment").field("id", node.id());
        if (node.version().isPresent()) {
            field("version", node.version().getAsInt());
        }
        // Here "id" is the segment's, so the node's own takes another word.
        optional("nodeId", id);
        id = Optional.empty();
        return leafEnd();
    }

    @Override
    public JsonText tag(Leaf.Tagged node) {
        return node("tag")
                .field("tag", node.tag())
                .optional("heldFor", node.heldFor())
                .leafEnd();
    }

    @Override
    public JsonText score(Leaf.ScoreTest node) {
        return node("score")
                .field("score", node.score())
                .optional("part", node.part())
                .field("op", node.op().word())
                .number("value", node.value())
                .leafEnd();
    }

    @Override
    public JsonText labeled(Leaf.Labeled node) {
        return node("cluster")
                .field("model", node.model())
                .strings("labels", node.labels())
                .leafEnd();
    }

    @Override
    public JsonText sample(Leaf.Sample node) {
        return node("sample")
                .field("salt", node.salt())
                .decimal("share", node.share())
                .leafEnd();
    }

    @Override
    public JsonText custom(Leaf.Custom node) {
        node(node.of().type());
        Map<String, String> parameters = new TreeMap<>(node.of().parameters());
        if (!parameters.isEmpty()) {
            key("parameters").out.append('{');
            parameters.forEach(this::field);
            out.append('}');
        }
        return leafEnd();
    }

    @Override
    public JsonText opaque(Leaf.Opaque node) {
        clear();
        out.append(node.json());
        return this;
    }
}
