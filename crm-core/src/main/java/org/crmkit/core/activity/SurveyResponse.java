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
        ActivityCodes.checkCommon(id, customer, at, channel);
        checkNotNull(instrument, "instrument");
        checkArgument(ActivityCodes.isCode(instrument), ActivityCodes.MUST_BE_CODE, "instrument", instrument);
        SortedMap<String, Double> sorted = new TreeMap<>(checkNotNull(answers, "answers"));
        sorted.forEach((item, answer) ->
                checkArgument(Double.isFinite(answer), "answer to %s of %s must be finite, was %s", item, id, answer));
        answers = Collections.unmodifiableSortedMap(sorted);
    }

    /**
     * Returns answers whose channel is not known.
     *
     * @param id its identity
     * @param customer who answered
     * @param at when
     * @param instrument which survey, as a lower-case code
     * @param answers the answer by item, each finite
     * @return the response
     */
    public static SurveyResponse of(
            String id, String customer, Instant at, String instrument, Map<String, Double> answers) {
        return new SurveyResponse(
                new ActivityId(id), new CustomerId(customer), at, Optional.empty(), instrument, answers);
    }

    /**
     * Returns this with a channel.
     *
     * @param newChannel by which way
     * @return a changed copy
     */
    public SurveyResponse withChannel(Channel newChannel) {
        return new SurveyResponse(id, customer, at, Optional.of(newChannel), instrument, answers);
    }

    @Override
    public String code() {
        return "survey." + instrument;
    }

    /** Returns id, customer and instant; never what it says, which may tell of an illness. */
    @Override
    public String toString() {
        return ActivityCodes.shown(this);
    }
}
