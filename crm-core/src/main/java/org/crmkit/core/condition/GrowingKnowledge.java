package org.crmkit.core.condition;

import static com.google.common.base.Preconditions.checkArgument;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;
import org.jspecify.annotations.Nullable;

/** What is known of a customer whose activities keep coming in. */
final class GrowingKnowledge implements Knowledge {
    private final Profile origin;
    private final Attributes attributes;
    private final GrowingEvents events;
    private final Map<ActivityId, Activity> byId = new HashMap<>();
    private AsOf now;
    private CustomerSummary summary;
    private @Nullable Profile profile;

    GrowingKnowledge(Profile origin, AsOf now) {
        this.origin = origin;
        this.attributes = origin.attributes();
        this.now = now;
        ActivityHistory history = origin.activities();
        this.events = new GrowingEvents(history.unit(), history.asList());
        history.asList().forEach(activity -> byId.put(activity.id(), activity));
        this.summary = CustomerSummary.of(history.until(now.instant()), now.zone());
    }

    /** Takes an activity in and returns its place, or -1 if it was known already. */
    int add(Activity activity) {
        checkArgument(
                activity.customer().equals(origin.id()),
                "activity must be of the customer of the profile, was of another");
        Activity known = byId.putIfAbsent(activity.id(), activity);
        if (known != null) {
            // Equal activities make a history of one; others of the same id are refused by it.
            ActivityHistory.of(List.of(known, activity), events.unit());
            return -1;
        }
        int place = events.add(activity);
        if (!activity.at().isAfter(now.instant())) {
            summary = summary.plus(activity);
        }
        profile = null;
        return place;
    }

    void advance(AsOf moment) {
        for (int i = firstAfter(now.instant());
                i < events.size() && !events.activity(i).at().isAfter(moment.instant());
                i++) {
            summary = summary.plus(events.activity(i));
        }
        now = moment;
        profile = null;
    }

    private int firstAfter(Instant instant) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.activity(middle).at().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Made anew after each event, so only what cannot do without asks for it. */
    @Override
    public Profile profile() {
        Profile known = profile;
        if (known == null) {
            ActivityLog log = ActivityLog.of(events.asList(), events.unit());
            List<Customer> customers = origin.customer().map(List::of).orElse(List.of());
            known = CustomerBase.of(customers, log, now).profile(origin.id()).orElse(origin);
            for (ScoreKey<?> key : origin.scoreKeys()) {
                known = withScore(known, key);
            }
            profile = known;
        }
        return known;
    }

    private <S> Profile withScore(Profile to, ScoreKey<S> key) {
        return to.withScore(key, origin.score(key).orElseThrow());
    }

    @Override
    public CustomerId id() {
        return origin.id();
    }

    @Override
    public Optional<Customer> customer() {
        return origin.customer();
    }

    @Override
    public <T> Optional<T> value(AttributeKey<T> key) {
        return attributes.get(key);
    }

    @Override
    public Optional<CustomerSummary> summary(AsOf moment) {
        if (moment.equals(now)) {
            return Optional.of(summary);
        }
        ActivityHistory history = ActivityLog.of(events.asList(), events.unit()).history(origin.id());
        return Optional.of(CustomerSummary.of(history.until(moment.instant()), moment.zone()));
    }

    @Override
    public Optional<EventList> events() {
        return Optional.of(events);
    }

    @Override
    public Optional<Instant> observedSince(ObservedSince source, EventStream stream) {
        if (source != ObservedSince.CREATION_OR_FIRST_ACTIVITY) {
            return source.of(profile(), stream);
        }
        Optional<Instant> first = events.size() == 0
                ? Optional.empty()
                : Optional.of(events.activity(0).at());
        return ObservedSince.earlier(origin.customer().flatMap(Customer::createdAt), first);
    }

    @Override
    public Optional<Score<?>> score(String name) {
        for (ScoreKey<?> key : origin.scoreKeys()) {
            if (key.name().equals(name)) {
                return Optional.of(origin.score(key).orElseThrow());
            }
        }
        return Optional.empty();
    }
}
