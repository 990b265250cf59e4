package org.crmkit.core.condition;

import java.util.Optional;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** What a profile knows; parts that cost something are asked for once. */
final class ProfileKnowledge implements Knowledge {
    private final Profile profile;
    private @Nullable EventList events;
    private @Nullable CustomerSummary summary;
    private @Nullable AsOf summaryAsOf;

    ProfileKnowledge(Profile profile) {
        this.profile = profile;
    }

    @Override
    public Profile profile() {
        return profile;
    }

    @Override
    public CustomerId id() {
        return profile.id();
    }

    @Override
    public Optional<Customer> customer() {
        return profile.customer();
    }

    @Override
    public <T> Optional<T> value(AttributeKey<T> key) {
        return profile.value(key);
    }

    @Override
    public Optional<CustomerSummary> summary(AsOf now) {
        if (summary == null || !now.equals(summaryAsOf)) {
            summary = summaryAt(now);
            summaryAsOf = now;
        }
        return Optional.ofNullable(summary);
    }

    private @Nullable CustomerSummary summaryAt(AsOf now) {
        AsOf own = profile.asOf();
        if (now.zone().equals(own.zone()) && !now.instant().isBefore(own.instant())) {
            return profile.summary();
        }
        return profile.hasActivities()
                ? CustomerSummary.of(profile.activities().until(now.instant()), now.zone())
                : null;
    }

    @Override
    public Optional<EventList> events() {
        if (!profile.hasActivities()) {
            return Optional.empty();
        }
        EventList known = events;
        if (known == null) {
            known = EventList.of(profile.activities());
            events = known;
        }
        return Optional.of(known);
    }

    @Override
    public Optional<Score<?>> score(String name) {
        for (ScoreKey<?> key : profile.scoreKeys()) {
            if (key.name().equals(name)) {
                return Optional.of(profile.score(key).orElseThrow());
            }
        }
        return Optional.empty();
    }
}
