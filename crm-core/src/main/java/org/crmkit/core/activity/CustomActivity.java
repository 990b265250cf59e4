package org.crmkit.core.activity;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;

/**
 * An activity of a kind that only the host knows.
 *
 * @param id its identity
 * @param customer whose activity it is
 * @param at when
 * @param channel by which way, if known
 * @param name what happened, as a lower-case code of the host
 * @param fields what else is to be said, as text by name; no personal data belongs here
 */
public record CustomActivity(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        String name,
        Map<String, String> fields)
        implements Activity {

    /**
     * Checks the name and sorts the fields by name.
     *
     * @param id its identity
     * @param customer whose activity it is
     * @param at when
     * @param channel by which way
     * @param name what happened
     * @param fields what else is to be said
     */
    public CustomActivity {
        ActivityCodes.checkCommon(id, customer, at, channel);
        checkNotNull(name, "name");
        checkArgument(ActivityCodes.isCode(name), ActivityCodes.MUST_BE_CODE, "name", name);
        SortedMap<String, String> sorted = new TreeMap<>(checkNotNull(fields, "fields"));
        sorted.forEach((field, value) -> checkNotNull(value, "field %s of %s", field, id));
        fields = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Returns an activity without channel and fields.
     *
     * @param id its identity
     * @param customer whose activity it is
     * @param at when
     * @param name what happened, as a lower-case code of the host
     * @return the activity
     */
    public static CustomActivity of(String id, String customer, Instant at, String name) {
        return new CustomActivity(new ActivityId(id), new CustomerId(customer), at, Optional.empty(), name, Map.of());
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel by which way
     * @return a changed copy
     */
    public CustomActivity withChannel(Channel newChannel) {
        return new CustomActivity(id, customer, at, Optional.of(newChannel), name, fields);
    }

    /**
     * Returns this with fields.
     *
     * @param newFields what else is to be said, as text by name; no personal data
     * @return a changed copy
     */
    public CustomActivity withFields(Map<String, String> newFields) {
        return new CustomActivity(id, customer, at, channel, name, newFields);
    }

    @Override
    public String code() {
        return "custom." + name;
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
