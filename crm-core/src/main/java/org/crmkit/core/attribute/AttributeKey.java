package org.crmkit.core.attribute;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.crmkit.core.internal.check.Words;
import org.crmkit.core.money.Money;

/**
 * The typed name of an attribute, with the class of data it belongs to.
 *
 * <p>Keys are constants of the application: {@code AttributeKey.integer("floor-area")}. Without {@link #in} the data are {@link DataClass#GENERAL};
 * whatever describes a person says so: {@code AttributeKey.textSet("conditions").in(DataClass.HEALTH)}.
 *
 * @param name lower-case letters, digits, {@code - . _}
 * @param type the type of the values
 * @param dataClass the class of data, which carries the sensitivity
 * @param <T> the Java type of the values
 */
public record AttributeKey<T>(String name, AttributeType<T> type, DataClass dataClass) {

    /**
     * Checks the parts.
     *
     * @param name lower-case letters
     * @param type the type of the values
     * @param dataClass the class of data
     */
    public AttributeKey {
        Words.code(name, "attribute name");
        checkNotNull(type, "type");
        checkNotNull(dataClass, "dataClass");
    }

    /**
     * Returns a key of general data.
     *
     * @param name the name
     * @param type the type
     * @param <T> the Java type of the values
     * @return the key
     */
    public static <T> AttributeKey<T> of(String name, AttributeType<T> type) {
        return new AttributeKey<>(name, type, DataClass.GENERAL);
    }

    /**
     * Returns a key of yes or no.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<Boolean> bool(String name) {
        return of(name, AttributeType.BOOLEAN);
    }

    /**
     * Returns a key of whole numbers.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<Long> integer(String name) {
        return of(name, AttributeType.INTEGER);
    }

    /**
     * Returns a key of exact decimals.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<BigDecimal> decimal(String name) {
        return of(name, AttributeType.DECIMAL);
    }

    /**
     * Returns a key of free text.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<String> text(String name) {
        return of(name, AttributeType.TEXT);
    }

    /**
     * Returns a key of codes.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<String> code(String name) {
        return of(name, AttributeType.CODE);
    }

    /**
     * Returns a key of dates.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<LocalDate> date(String name) {
        return of(name, AttributeType.DATE);
    }

    /**
     * Returns a key of moments.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<Instant> instant(String name) {
        return of(name, AttributeType.INSTANT);
    }

    /**
     * Returns a key of money.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<Money> money(String name) {
        return of(name, AttributeType.MONEY);
    }

    /**
     * Returns a key of sets of texts.
     *
     * @param name the name
     * @return the key
     */
    public static AttributeKey<Set<String>> textSet(String name) {
        return of(name, AttributeType.TEXT_SET);
    }

    /**
     * Returns the key for data of another class, which must be at least as sensitive.
     *
     * @param newClass the class of data
     * @return a key with the same name and type
     * @throws IllegalArgumentException if the class is less sensitive than the present one
     */
    public AttributeKey<T> in(DataClass newClass) {
        checkArgument(
                checkNotNull(newClass, "newClass").sensitivity().compareTo(sensitivity()) >= 0,
                "class of %s must be at least %s, as %s is, was %s of class %s",
                name,
                sensitivity(),
                dataClass,
                newClass.sensitivity(),
                newClass);
        return new AttributeKey<>(name, type, newClass);
    }

    /**
     * Returns the sensitivity of the class of data.
     *
     * @return the sensitivity
     */
    public Sensitivity sensitivity() {
        return dataClass.sensitivity();
    }

    /**
     * Tells whether reading the values needs a purpose and a separate consent.
     *
     * @return true for a sensitive class of data
     */
    public boolean isSensitive() {
        return dataClass.isSensitive();
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
