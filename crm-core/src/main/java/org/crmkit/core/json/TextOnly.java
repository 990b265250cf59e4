package org.crmkit.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * Reads moments and dates from text alone: a number could mean seconds, milliseconds or days.
 *
 * @param <T> the type that is read from text alone
 */
final class TextOnly<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;

    private final StdDeserializer<T> reader;

    TextOnly(Class<T> type, StdDeserializer<T> reader) {
        super(type);
        this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return context.reportInputMismatch(
                    this, "%s must be text, was %s", handledType().getSimpleName(), parser.currentToken());
        }
        return reader.deserialize(parser, context);
    }
}
