package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.consent.Purpose;

/**
 * An attribute that a condition reads, and the purpose it reads it for.
 *
 * <p>A sensitive attribute cannot be read without a purpose: there is no other way to say it.
 *
 * @param key the attribute, a fact of the summary, or a fact of an activity or line
 * @param purpose what for; must be there for a sensitive class of data
 * @param <T> the type of the values
 */
public record Read<T>(AttributeKey<T> key, Optional<Purpose> purpose) {

    /**
     * Checks that a sensitive attribute has a purpose.
     *
     * @param key the attribute
     * @param purpose what for
     */
    public Read {
        checkNotNull(key, "key");
        checkNotNull(purpose, "purpose");
        checkArgument(
                purpose.isPresent() || !key.isSensitive(),
                "purpose must be named to read %s, which is sensitive (%s)",
                key,
                key.dataClass());
    }

    /**
     * Returns an attribute that is read for no particular purpose.
     *
     * @param key the attribute, not sensitive
     * @param <T> the type of the values
     * @return the reading
     */
    public static <T> Read<T> of(AttributeKey<T> key) {
        return new Read<>(key, Optional.empty());
    }

    /** Returns the name of the attribute. */
    @Override
    public String toString() {
        return key.name();
    }
}
