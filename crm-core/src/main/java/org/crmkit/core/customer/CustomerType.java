package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import org.crmkit.core.internal.check.Words;

/**
 * What kind of party a customer is in the trade.
 *
 * <p>The set is open: a bookshop adds {@code school}. The constants are the parties of the medicine trade.
 *
 * @param code lower-case letters, digits, {@code - . _}
 */
public record CustomerType(String code) implements Comparable<CustomerType> {

    /** Someone who buys for himself or his household. */
    public static final CustomerType CONSUMER = new CustomerType("consumer");

    /** Someone in treatment. */
    public static final CustomerType PATIENT = new CustomerType("patient");

    /** A physician, who prescribes. */
    public static final CustomerType DOCTOR = new CustomerType("doctor");

    /** A pharmacy, one shop or a chain. */
    public static final CustomerType PHARMACY = new CustomerType("pharmacy");

    /** A clinic or practice without wards. */
    public static final CustomerType CLINIC = new CustomerType("clinic");

    /** A hospital. */
    public static final CustomerType HOSPITAL = new CustomerType("hospital");

    /** A wholesaler. */
    public static final CustomerType WHOLESALER = new CustomerType("wholesaler");

    /** A distributor or agent. */
    public static final CustomerType DISTRIBUTOR = new CustomerType("distributor");

    /** A health insurer or fund, which pays. */
    public static final CustomerType INSURER = new CustomerType("insurer");

    /** A public body. */
    public static final CustomerType GOVERNMENT = new CustomerType("government");

    /** A university or research institute. */
    public static final CustomerType RESEARCH = new CustomerType("research");

    /** A part of the own company that is served like a customer. */
    public static final CustomerType INTERNAL = new CustomerType("internal");

    /**
     * Checks the parts.
     *
     * @param code lower-case letters
     */
    public CustomerType {
        Words.code(code, "customerType");
    }

    /**
     * Returns a type by its code.
     *
     * @param code lower-case letters, digits, {@code - . _}
     * @return the type
     */
    public static CustomerType of(String code) {
        return new CustomerType(code);
    }

    /** Orders by code. */
    @Override
    public int compareTo(CustomerType other) {
        return code.compareTo(checkNotNull(other, "other").code);
    }

    /** Returns the code. */
    @Override
    public String toString() {
        return code;
    }
}
