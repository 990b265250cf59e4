package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Optional;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/** The form of the words that tell activities apart, and checks that all kinds share. */
final class ActivityCodes {
    static final String MUST_BE_CODE = "%s must be 1 to 60 of a-z, 0-9, hyphen and dot, was '%s'";
    private static final int LONGEST_CODE = 60;

    /** Within these years every day has a date in every zone, and a number of days that fits an int. */
    private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private ActivityCodes() {}

    static void checkCommon(ActivityId id, CustomerId customer, Instant at, Optional<Channel> channel) {
        checkNotNull(id, "id");
        checkNotNull(customer, "customer");
        checkNotNull(at, "at");
        checkNotNull(channel, "channel");
        checkArgument(
                !at.isBefore(EARLIEST) && !at.isAfter(LATEST),
                "at of %s must be in [%s, %s], was %s",
                id,
                EARLIEST,
                LATEST,
                at);
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
