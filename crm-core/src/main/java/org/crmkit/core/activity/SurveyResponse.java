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
 * A customer's answers to a survey.
 *
 * @param id its identity
 * @param customer who answered
 * @param at when
 * @param channel by which way, if known
 * @param instrument which survey, as a lower-case code such as {@code nps}, {@code csat} or {@code servqual-2026}
 * @param answers the answer by item, each finite; items without an answer are left out, not zero
 */
public record SurveyResponse(
        ActivityId id,
        CustomerId customer,
        Instant at,
        Optional<Channel> channel,
        String instrument,
        Map<String, Double> answers)
        implements Activity {

    /**
     * Checks the answers and sorts them by item.
     *
     * @param id its identity
     * @param customer who answered
     * @param at when
     * @param channel by which way
     * @param instrument which survey
     * @param answers the answer by item
     */
    public SurveyResponse {
        checkNotNull(id, "id");
        checkNotNull(customer, "customer");
        checkNotNull(at, "at");
        checkNotNull(channel, "channel");
        checkNotNull(instrument, "instrument");
        checkArgument(ActivityCodes.isCode(instrument), ActivityCodes.MUST_BE_CODE, "instrument", instrument);
        SortedMap<String, Double> sorted = new TreeMap<>(checkNotNull(answers, "answers"));
        sorted.forEach((item, answer) ->
                checkArgument(Double.isFinite(answer), "answer to %s of %s must be finite, was %s", item, id, answer));
        answers = Collections.unmodifiableSortedMap(sorted);
    }

    @Override
    public String code() {
        return "survey." + instrument;
    }
}
