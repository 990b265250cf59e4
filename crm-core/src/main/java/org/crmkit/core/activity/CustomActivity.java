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
        checkNotNull(id, "id");
        checkNotNull(customer, "customer");
        checkNotNull(at, "at");
        checkNotNull(channel, "channel");
        checkNotNull(name, "name");
        checkArgument(ActivityCodes.isCode(name), ActivityCodes.MUST_BE_CODE, "name", name);
        SortedMap<String, String> sorted = new TreeMap<>(checkNotNull(fields, "fields"));
        sorted.forEach((field, value) -> checkNotNull(value, "field %s of %s", field, id));
        fields = Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public String code() {
        return "custom." + name;
    }
}
