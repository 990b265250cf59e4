package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkNotNull;

/**
 * One attribute in plain words, as it is stored: the value as text in the form of its type.
 *
 * <p>{@link #toString()} prints the value of general data only.
 *
 * @param name the name of the key
 * @param type the {@linkplain AttributeType#name() name of the type}
 * @param dataClass the class of data
 * @param value the value in its {@linkplain AttributeType#format canonical text}
 * @param provenance where it comes from
 */
public record AttributeEntry(String name, String type, DataClass dataClass, String value, Provenance provenance) {
    /**
     * Checks that nothing is missing; whether the value fits the type shows when attributes are made.
     *
     * @param name the name of the key
     * @param type the name of the type
     * @param dataClass the class of data
     * @param value the value as text
     * @param provenance where it comes from
     */
    public AttributeEntry {
        checkNotNull(name, "name");
        checkNotNull(type, "type");
        checkNotNull(dataClass, "dataClass");
        checkNotNull(value, "value");
        checkNotNull(provenance, "provenance");
    }

    @Override
    public String toString() {
        String shown = dataClass.sensitivity() == Sensitivity.ORDINARY ? value : "***";
        return "AttributeEntry[name=" + name + ", type=" + type + ", class=" + dataClass.code() + ", value=" + shown
                + "]";
    }
}
