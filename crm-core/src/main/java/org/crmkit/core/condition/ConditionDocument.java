package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/**
 * A condition as it is stored: with an id and a version.
 *
 * @param id the id of the definition, such as that of a segment
 * @param version counts its editions, from 1
 * @param rule the condition
 */
public record ConditionDocument(String id, int version, Condition rule) {

    /** Names the form of the JSON. */
    public static final String FORMAT = "crm-rule/1";

    /**
     * Checks the parts.
     *
     * @param id the id of the definition
     * @param version counts its editions
     * @param rule the condition
     */
    public ConditionDocument {
        Limits.word(id, "id");
        checkArgument(version >= 1, "version must be at least 1, was %s", version);
        checkNotNull(rule, "rule");
    }

    /**
     * Returns the document as JSON.
     *
     * @return one line, keys in a fixed order, defaults left out
     */
    public String toJson() {
        return JsonText.document(this);
    }
}
