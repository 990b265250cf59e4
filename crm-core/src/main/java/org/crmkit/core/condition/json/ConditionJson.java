package org.crmkit.core.condition.json;

import static com.google.common.base.Preconditions.checkNotNull;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.ConditionDocument;
import org.crmkit.core.condition.ConditionVocabulary;
import org.crmkit.core.json.JsonInputException;

/**
 * Reads conditions from JSON.
 *
 * <p>Attributes are looked up in a {@link ConditionVocabulary}, and literals checked against their types. Fields that are not known are refused, as are
 * kinds of nodes, unless they are to be {@linkplain #keepingUnknownTypes() kept}. Nothing that is read is ever run: there are no scripts and no
 * regular expressions. Conditions and documents write themselves with {@link Condition#toJson()} and {@link ConditionDocument#toJson()}; reading what
 * was written gives an equal condition. Immutable and safe to share between threads.
 */
public final class ConditionJson {
    private final ConditionVocabulary vocabulary;
    private final ConditionLimits limits;
    private final boolean keepsUnknownTypes;

    private ConditionJson(ConditionVocabulary vocabulary, ConditionLimits limits, boolean keepsUnknownTypes) {
        this.vocabulary = checkNotNull(vocabulary, "vocabulary");
        this.limits = checkNotNull(limits, "limits");
        this.keepsUnknownTypes = keepsUnknownTypes;
    }

    /**
     * Returns a reader with the standard limits that refuses kinds of nodes it does not know.
     *
     * @param vocabulary the attributes and extensions that may occur
     * @return the reader
     */
    public static ConditionJson of(ConditionVocabulary vocabulary) {
        return new ConditionJson(vocabulary, ConditionLimits.STANDARD, false);
    }

    /**
     * Returns this reader with other limits.
     *
     * @param newLimits the limits
     * @return a changed copy
     */
    public ConditionJson within(ConditionLimits newLimits) {
        return new ConditionJson(vocabulary, newLimits, keepsUnknownTypes);
    }

    /**
     * Returns this reader, keeping nodes of unknown kinds character by character; they are unknown for every customer.
     *
     * @return a changed copy
     */
    public ConditionJson keepingUnknownTypes() {
        return new ConditionJson(vocabulary, limits, true);
    }

    /**
     * Reads a document: format, id, version and rule.
     *
     * @param json the text
     * @return the document
     * @throws JsonInputException if it is not one, or exceeds a limit
     */
    public ConditionDocument read(String json) {
        return new ConditionReader(json, vocabulary, keepsUnknownTypes, limits)
                .document(JsonScanner.read(json, limits));
    }

    /**
     * Reads a document from UTF-8.
     *
     * @param json the bytes
     * @return the document
     * @throws JsonInputException if it is not one, exceeds a limit, or is not UTF-8
     */
    public ConditionDocument read(byte[] json) {
        if (json.length > (long) limits.characters() * 4) {
            throw new JsonInputException(
                    "",
                    "JSON must have at most " + limits.characters() + " characters, had more bytes than they can take");
        }
        try {
            return read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new JsonInputException("", "JSON must be UTF-8, was not");
        }
    }

    /**
     * Reads a condition alone.
     *
     * @param json a node, as {@link Condition#toJson()} writes it
     * @return the condition
     * @throws JsonInputException if it is not one, or exceeds a limit
     */
    public Condition readCondition(String json) {
        return new ConditionReader(json, vocabulary, keepsUnknownTypes, limits)
                .condition(JsonScanner.read(json, limits), "");
    }
}
