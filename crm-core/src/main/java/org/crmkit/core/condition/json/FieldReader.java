package org.crmkit.core.condition.json;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.crmkit.core.condition.json.JsonValue.Arr;
import org.crmkit.core.condition.json.JsonValue.Bool;
import org.crmkit.core.condition.json.JsonValue.Obj;
import org.crmkit.core.condition.json.JsonValue.Text;
import org.crmkit.core.condition.json.JsonValue.Whole;
import org.crmkit.core.json.JsonInputException;

/** Takes the fields of an object one by one, and refuses those that nobody took. */
final class FieldReader {
    private final Obj object;
    private final String pointer;
    private final Set<String> taken = new HashSet<>();

    FieldReader(Obj object, String pointer) {
        this.object = object;
        this.pointer = pointer;
    }

    String pointer() {
        return pointer;
    }

    String at(String name) {
        return pointer + '/' + Pointers.escaped(name);
    }

    Obj object() {
        return object;
    }

    boolean has(String name) {
        return object.fields().containsKey(name);
    }

    JsonValue value(String name) {
        taken.add(name);
        JsonValue value = object.fields().get(name);
        if (value == null) {
            throw new JsonInputException(pointer, "field \"" + name + "\" must be given");
        }
        return value;
    }

    String text(String name) {
        return asText(value(name), at(name));
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    long whole(String name) {
        if (value(name) instanceof Whole whole) {
            return whole.value();
        }
        throw new JsonInputException(at(name), "must be a whole number, was " + kind(value(name)));
    }

    int integer(String name) {
        long value = whole(name);
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            throw new JsonInputException(at(name), "must be a whole number of 32 bits");
        }
        return (int) value;
    }

    boolean bool(String name) {
        if (value(name) instanceof Bool bool) {
            return bool.value();
        }
        throw new JsonInputException(at(name), "must be true or false, was " + kind(value(name)));
    }

    List<JsonValue> list(String name) {
        if (value(name) instanceof Arr list) {
            return list.elements();
        }
        throw new JsonInputException(at(name), "must be a list, was " + kind(value(name)));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : list(name)) {
            texts.add(asText(element, at(name) + '/' + texts.size()));
        }
        return texts;
    }

    FieldReader fields(String name) {
        return of(value(name), at(name));
    }

    static FieldReader of(JsonValue value, String pointer) {
        if (value instanceof Obj object) {
            return new FieldReader(object, pointer);
        }
        throw new JsonInputException(pointer, "must be an object, was " + kind(value));
    }

    private static String asText(JsonValue value, String pointer) {
        if (value instanceof Text text) {
            return text.value();
        }
        throw new JsonInputException(pointer, "must be a text, was " + kind(value));
    }

    /** Returns what a value is, without saying which: it may be sensitive. */
    static String kind(JsonValue value) {
        if (value instanceof Obj) {
            return "an object";
        }
        if (value instanceof Arr) {
            return "a list";
        }
        if (value instanceof Text) {
            return "a text";
        }
        if (value instanceof Bool) {
            return "true or false";
        }
        return value instanceof JsonValue.Null ? "null" : "a number";
    }

    /** Reads a text into a value, and tells where it is if it cannot be. */
    <T> T parsed(String name, Function<String, T> parse) {
        String text = text(name);
        return checked(at(name), () -> parse.apply(text));
    }

    /** Reads a text of a given form; the form is named if it is another. Not for literals, which the message must not show. */
    <T> T parsed(String name, String form, Function<String, T> parse) {
        String text = text(name);
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new JsonInputException(at(name), "must be " + form + Pointers.was(text));
        }
    }

    /** Returns the constant that a word stands for. */
    <T> T oneOf(String name, T[] constants, Function<T, String> word) {
        String text = text(name);
        for (T constant : constants) {
            if (word.apply(constant).equals(text)) {
                return constant;
            }
        }
        throw new JsonInputException(
                at(name),
                "must be one of "
                        + String.join(", ", Arrays.stream(constants).map(word).toList())
                        + Pointers.was(text));
    }

    /** Returns what is supplied; what it refuses is refused here, with the place. */
    static <T> T checked(String pointer, Supplier<T> supplier) {
        try {
            return supplier.get();
        } catch (JsonInputException e) {
            throw e;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException | NullPointerException e) {
            throw new JsonInputException(pointer, Pointers.plain(String.valueOf(e.getMessage())));
        }
    }

    void end() {
        for (String name : object.fields().keySet()) {
            if (!taken.contains(name)) {
                throw new JsonInputException(at(name), "field must be known here, was not");
            }
        }
    }
}
