package org.crmkit.examples.report.sample;

import java.time.LocalDate;

/**
 * The size of a simulated pharmacy chain.
 *
 * @param seed the same seed gives the same rows
 * @param persons private customers, at least zero
 * @param institutions clinics and hospitals that buy wholesale, at least zero
 * @param firstDay the first day of trade
 * @param days how many days are simulated, at least one
 * @param badRows rows spoilt as real exports are, at least zero
 */
public record SampleSettings(long seed, int persons, int institutions, LocalDate firstDay, int days, int badRows) {

    /**
     * Checks the parts.
     *
     * @param seed any number
     * @param persons at least zero
     * @param institutions at least zero
     * @param firstDay the first day of trade
     * @param days at least one
     * @param badRows at least zero
     */
    public SampleSettings {
        atLeast("persons", persons, 0);
        atLeast("institutions", institutions, 0);
        atLeast("days", days, 1);
        atLeast("badRows", badRows, 0);
    }

    /**
     * Returns the sample that the report runs on without arguments: about 3,000 customers, two years, no bad rows.
     *
     * @return the shipped sample's settings
     */
    public static SampleSettings standard() {
        return new SampleSettings(20_240_101L, 2_860, 140, LocalDate.of(2024, 1, 1), 731, 0);
    }

    /**
     * Returns the same with other numbers of customers.
     *
     * @param persons private customers
     * @param institutions clinics and hospitals
     * @return a changed copy
     */
    public SampleSettings withCustomers(int persons, int institutions) {
        return new SampleSettings(seed, persons, institutions, firstDay, days, badRows);
    }

    /**
     * Returns the same with spoilt rows.
     *
     * @param badRows how many
     * @return a changed copy
     */
    public SampleSettings withBadRows(int badRows) {
        return new SampleSettings(seed, persons, institutions, firstDay, days, badRows);
    }

    /**
     * Returns the same under another seed.
     *
     * @param seed any number
     * @return a changed copy
     */
    public SampleSettings withSeed(long seed) {
        return new SampleSettings(seed, persons, institutions, firstDay, days, badRows);
    }

    private static void atLeast(String name, int value, int least) {
        if (value < least) {
            throw new IllegalArgumentException("%s must be at least %d, was %d".formatted(name, least, value));
        }
    }
}
