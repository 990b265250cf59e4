package org.crmkit.core.consent;

import java.time.LocalDate;
import java.util.Optional;
import org.crmkit.core.customer.CustomerId;

/** Tells the guard dates of birth, so that it can tell minors; answers must not change while a guard uses them. */
@FunctionalInterface
public interface BirthDates {

    /**
     * Returns the date of birth.
     *
     * @param person the person
     * @return the date, or nothing if it is not known
     */
    Optional<LocalDate> of(CustomerId person);

    /**
     * Knows no date of birth.
     *
     * @return the source for applications that do not keep them
     */
    static BirthDates unknown() {
        return person -> Optional.empty();
    }
}
