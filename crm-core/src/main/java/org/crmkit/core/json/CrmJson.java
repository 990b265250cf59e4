package org.crmkit.core.json;

import static com.google.common.base.Preconditions.checkNotNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.crmkit.core.strategy.ScoringModel;

/**
 * Writes and reads the library's values as JSON, strictly.
 *
 * <p>Reading refuses unknown and missing fields, duplicate keys, numbers given as text and text given as numbers, fractions for whole numbers, trailing
 * content, and documents beyond the limits: {@value #MOST_DEPTH} levels, {@value #MOST_CHARACTERS} characters, {@value #MOST_STRING} characters a
 * string, {@value #MOST_DIGITS} characters a number. One kind of number is read from text as well: exact decimals ({@code BigDecimal}, such as
 * quantities and decimal attributes), which are written as text so that no reader rounds them. Immutable and safe to share between threads.
 */
public final class CrmJson {
    /** How deep a document may nest. */
    public static final int MOST_DEPTH = 64;

    /** How many characters a document may have. */
    public static final int MOST_CHARACTERS = 64_000_000;

    /** How many characters a string may have. */
    public static final int MOST_STRING = 1_000_000;

    /** How many characters a number may have; a double needs at most 25. */
    public static final int MOST_DIGITS = 100;

    private static final int MOST_NAME = 1_000;

    private final JsonMapper mapper;

    private CrmJson(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns a reader and writer of core's values.
     *
     * @return JSON with the limits of this class
     */
    public static CrmJson standard() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxDocumentLength(MOST_CHARACTERS)
                        .maxStringLength(MOST_STRING)
                        .maxNumberLength(MOST_DIGITS)
                        .maxNameLength(MOST_NAME)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        return new CrmJson(JsonMapper.builder(factory)
                .addModules(new JavaTimeModule(), new Jdk8Module(), times(), new CrmCoreModule())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                // decimals are written as text, so that no reader rounds them
                .withCoercionConfig(
                        BigDecimal.class,
                        config -> config.setCoercion(CoercionInputShape.String, CoercionAction.TryConvert))
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build());
    }

    /**
     * Returns a reader and writer that knows more types.
     *
     * @param module the module of a room or of the host
     * @return a changed copy
     */
    public CrmJson with(Module module) {
        return new CrmJson(
                mapper.rebuild().addModule(checkNotNull(module, "module")).build());
    }

    /**
     * Returns a reader and writer that knows one more kind of fitted model.
     *
     * @param kind the word that stands in the model's {@code kind}, never to be changed
     * @param model the model's class, a record
     * @return a changed copy
     */
    public CrmJson withModel(String kind, Class<? extends ScoringModel<?>> model) {
        JsonMapper more = mapper.rebuild()
                .registerSubtypes(new NamedType(checkNotNull(model, "model"), checkNotNull(kind, "kind")))
                .build();
        return new CrmJson(more);
    }

    /**
     * Writes a value.
     *
     * @param value a value of the library
     * @return one line of JSON
     * @throws IllegalArgumentException if the value has no wire form
     */
    public String write(Object value) {
        return write(value, mapper.constructType(value.getClass()));
    }

    /**
     * Writes a value as one of a sealed or open family, so that its {@code kind} is written even inside a list.
     *
     * @param value a value of the family
     * @param type the family, such as {@code Score<Double>} or {@code List<Activity>}
     * @param <T> the family
     * @return one line of JSON
     * @throws IllegalArgumentException if the value has no wire form
     */
    public <T> String write(T value, TypeReference<T> type) {
        return write(value, mapper.constructType(type));
    }

    /**
     * Reads a value.
     *
     * @param json the document
     * @param type what it should be
     * @param <T> what it should be
     * @return the value
     * @throws JsonInputException if the document is not that; says where
     */
    public <T> T read(String json, Class<T> type) {
        return readAs(json, mapper.constructType(type));
    }

    /**
     * Reads a value of a generic type.
     *
     * @param json the document
     * @param type what it should be
     * @param <T> what it should be
     * @return the value
     * @throws JsonInputException if the document is not that; says where
     */
    public <T> T read(String json, TypeReference<T> type) {
        return readAs(json, mapper.constructType(type));
    }

    private static Module times() {
        return new SimpleModule("org.crmkit.times")
                .addDeserializer(Instant.class, new TextOnly<>(Instant.class, InstantDeserializer.INSTANT))
                .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, LocalDateDeserializer.INSTANCE))
                .addDeserializer(Duration.class, new TextOnly<>(Duration.class, DurationDeserializer.INSTANCE));
    }

    private String write(Object value, JavaType type) {
        try {
            return mapper.writerFor(type).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("value of " + type.getRawClass().getName() + " has no wire form", e);
        }
    }

    private <T> T readAs(String json, JavaType type) {
        try {
            T value = mapper.readValue(checkNotNull(json, "json"), type);
            if (value == null) {
                throw new JsonInputException("", "must be " + type.getRawClass().getSimpleName() + ", was null");
            }
            return value;
        } catch (JsonProcessingException e) {
            long version = hasVersion(type) ? versionIn(json) : ModelDocument.SCHEMA_VERSION;
            throw version > ModelDocument.SCHEMA_VERSION
                    ? new JsonInputException("/schemaVersion", ModelDocument.refusal(version))
                    : JsonProblems.toInputException(e);
        }
    }

    private static boolean hasVersion(JavaType type) {
        return type.hasRawClass(ModelDocument.class) || type.isTypeOrSubTypeOf(StoredDocument.class);
    }

    /** A document in a form of tomorrow may break anywhere, with its fields in any order; what helps is to name the version. */
    private long versionIn(String json) {
        try {
            return mapper.readTree(json).path("schemaVersion").asLong();
        } catch (JsonProcessingException e) {
            return 0; // no JSON at all, and the first complaint says where
        }
    }
}
