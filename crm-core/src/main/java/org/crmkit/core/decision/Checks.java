package org.crmkit.core.decision;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

/** Checks of names. */
final class Checks {

    private static final int MAX_NAME = 200;

    private Checks() {}

    static void name(String value, String what) {
        checkNotNull(value, what);
        checkArgument(
                !value.isBlank() && value.length() <= MAX_NAME,
                "%s must have 1 to %s characters and not be blank, had %s",
                what,
                MAX_NAME,
                value.length());
    }
}
