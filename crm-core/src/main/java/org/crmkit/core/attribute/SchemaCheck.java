package org.crmkit.core.attribute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.attribute.AttributeViolation.Kind;
import org.crmkit.core.money.CurrencyMismatchException;

/** Holds attributes against a schema, and a schema against its predecessor. */
final class SchemaCheck {

    private SchemaCheck() {}

    static List<AttributeViolation> violations(AttributeSchema schema, Attributes attributes) {
        List<AttributeViolation> violations = new ArrayList<>();
        for (AttributeKey<?> key : attributes.keys()) {
            Optional<AttributeDefinition<?>> definition = schema.definition(key.name());
            if (definition.isEmpty()) {
                violations.add(new AttributeViolation(
                        key.name(), Kind.UNKNOWN_ATTRIBUTE, "an attribute of schema " + schema.name()));
            } else if (!key.type().equals(definition.get().key().type())) {
                violations.add(new AttributeViolation(
                        key.name(),
                        Kind.WRONG_TYPE,
                        definition.get().key().type().name()));
            } else if (!key.equals(definition.get().key())) {
                violations.add(new AttributeViolation(
                        key.name(),
                        Kind.WRONG_DATA_CLASS,
                        definition.get().key().dataClass().code()));
            } else {
                checkValue(schema, definition.get(), attributes, violations);
            }
        }
        for (AttributeDefinition<?> definition : schema.definitions()) {
            if (definition.required() && attributes.key(definition.key().name()).isEmpty()) {
                violations.add(new AttributeViolation(
                        definition.key().name(),
                        Kind.MISSING,
                        "a value of type " + definition.key().type()));
            }
        }
        return List.copyOf(violations);
    }

    private static <T> void checkValue(
            AttributeSchema schema,
            AttributeDefinition<T> definition,
            Attributes attributes,
            List<AttributeViolation> violations) {
        T value = attributes.get(definition.key()).orElseThrow();
        String name = definition.key().name();
        Optional<CodeList> list = definition.codeList().flatMap(schema::codeList);
        if (list.isPresent()
                && !codesOf(value).stream().allMatch(code -> list.get().contains(code.toString()))) {
            violations.add(new AttributeViolation(
                    name,
                    Kind.UNKNOWN_CODE,
                    "a code of " + list.get().name() + " v" + list.get().version()));
        }
        if (!isInRange(definition, value)) {
            violations.add(new AttributeViolation(name, Kind.OUT_OF_RANGE, rangeOf(definition)));
        }
    }

    private static Collection<?> codesOf(Object value) {
        return value instanceof Set<?> set ? set : List.of(value);
    }

    private static <T> boolean isInRange(AttributeDefinition<T> definition, T value) {
        AttributeType<T> type = definition.key().type();
        try {
            return definition
                            .least()
                            .map(least -> type.compare(least, value) <= 0)
                            .orElse(true)
                    && definition
                            .greatest()
                            .map(greatest -> type.compare(value, greatest) <= 0)
                            .orElse(true);
        } catch (CurrencyMismatchException e) {
            return false; // limits in one currency say nothing good of another; the violation is the report
        }
    }

    private static <T> String rangeOf(AttributeDefinition<T> definition) {
        AttributeType<T> type = definition.key().type();
        return "[" + definition.least().map(type::format).orElse("") + ", "
                + definition.greatest().map(type::format).orElse("") + ']';
    }

    static List<String> breakingChanges(AttributeSchema older, AttributeSchema newer) {
        List<String> names = new ArrayList<>();
        for (AttributeDefinition<?> before : older.definitions()) {
            Optional<AttributeDefinition<?>> after =
                    newer.definition(before.key().name());
            if (after.isEmpty() || !after.get().key().equals(before.key())) {
                names.add(before.key().name());
            }
        }
        for (AttributeDefinition<?> after : newer.definitions()) {
            boolean wasRequired = older.definition(after.key().name())
                    .map(AttributeDefinition::required)
                    .orElse(false);
            if (after.required() && !wasRequired && !names.contains(after.key().name())) {
                names.add(after.key().name());
            }
        }
        return List.copyOf(names);
    }
}
