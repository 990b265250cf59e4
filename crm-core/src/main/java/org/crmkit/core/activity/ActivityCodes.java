package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.internal.check.Years;

/** The form of the words that tell activities apart, and checks that all kinds share. */
final class ActivityCodes {
    static final String MUST_BE_CODE = "%s must be 1 to 60 of a-z, 0-9, hyphen and dot, was '%s'";
    private static final int LONGEST_CODE = 60;

    private ActivityCodes() {}

    static void checkCommon(ActivityId id, CustomerId customer, Instant at, Optional<Channel> channel) {
        checkNotNull(id, "id");
        checkNotNull(customer, "customer");
        checkNotNull(at, "at");
        checkNotNull(channel, "channel");
        Years.check(at, "at of " + id);
    }

    /** Tells which activity it is, and nothing of what it says: that may be an illness. */
    static String shown(Activity activity) {
        return activity.getClass().getSimpleName() + "[id=" + activity.id() + ", customer=" + activity.customer()
                + ", at=" + activity.at() + ']';
    }

    static boolean isCode(String code) {
        return !code.isEmpty()
                && code.length() <= LONGEST_CODE
                && code.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.');
    }
}
