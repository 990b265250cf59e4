package org.crmkit.core.profile;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;

/** A profile that holds its parts itself. */
record SingleProfile(
        CustomerId id,
        AsOf asOf,
        Optional<Customer> customer,
        Attributes attributes,
        Set<Tag> tags,
        CustomerSummary summary,
        ActivityHistory activities,
        boolean hasActivities,
        Map<ScoreKey<?>, Score<?>> scores)
        implements Profile {

    static Profile of(Customer customer, ActivityHistory history, AsOf asOf) {
        checkNotNull(customer, "customer");
        checkArgument(
                history.size() == 0 || history.get(0).customer().equals(customer.id()),
                "activities must be those of customer %s",
                customer.id());
        ActivityHistory seen = history.until(asOf.instant());
        return new SingleProfile(
                customer.id(),
                asOf,
                Optional.of(customer),
                customer.attributes(),
                ProfileTags.validAt(customer, asOf),
                CustomerSummary.of(seen, asOf.zone()),
                seen,
                true,
                Map.of());
    }

    @Override
    public Set<ScoreKey<?>> scoreKeys() {
        return scores.keySet();
    }

    @Override
    @SuppressWarnings("unchecked") // withScore is the only way in, and takes key and score of the same type
    public <S> Optional<Score<S>> score(ScoreKey<S> key) {
        return Optional.ofNullable((Score<S>) scores.get(key));
    }

    @Override
    public <S> Profile withScore(ScoreKey<S> key, Score<S> score) {
        Map<ScoreKey<?>, Score<?>> more = new LinkedHashMap<>(scores);
        more.put(checkNotNull(key, "key"), checkNotNull(score, "score"));
        return new SingleProfile(
                id,
                asOf,
                customer,
                attributes,
                tags,
                summary,
                activities,
                hasActivities,
                Collections.unmodifiableMap(more));
    }

    @Override
    public String toString() {
        return "Profile[id=" + id + ", asOf=" + asOf + ", scores=" + scores.keySet() + "]";
    }
}
