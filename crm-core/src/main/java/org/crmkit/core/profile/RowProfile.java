package org.crmkit.core.profile;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;

/** A view of one row of a base; what it shows is made when asked for. */
final class RowProfile implements Profile {
    private final CustomerBase base;
    private final int row;

    RowProfile(CustomerBase base, int row) {
        this.base = base;
        this.row = row;
    }

    @Override
    public CustomerId id() {
        return base.id(row);
    }

    @Override
    public AsOf asOf() {
        return base.asOf();
    }

    @Override
    public Optional<Customer> customer() {
        return base.customer(row);
    }

    @Override
    public Attributes attributes() {
        return base.attributes(row);
    }

    /** Without making the other attributes. */
    @Override
    public <T> Optional<T> value(AttributeKey<T> key) {
        return base.value(key, row);
    }

    @Override
    public Set<Tag> tags() {
        return base.customer(row)
                .map(known -> ProfileTags.validAt(known, asOf()))
                .orElse(Set.of());
    }

    @Override
    public CustomerSummary summary() {
        return base.customerSummary(row);
    }

    @Override
    public ActivityHistory activities() {
        return base.activities(row);
    }

    @Override
    public boolean hasActivities() {
        return base.log().isPresent();
    }

    @Override
    public Set<ScoreKey<?>> scoreKeys() {
        return base.scoreKeys();
    }

    @Override
    public <S> Optional<Score<S>> score(ScoreKey<S> key) {
        return base.scores(key).map(column -> column.score(row));
    }

    @Override
    public <S> Profile withScore(ScoreKey<S> key, Score<S> score) {
        Map<ScoreKey<?>, Score<?>> scores = new LinkedHashMap<>();
        for (ScoreKey<?> known : scoreKeys()) {
            score(known).ifPresent(value -> scores.put(known, value));
        }
        return new SingleProfile(
                        id(),
                        asOf(),
                        customer(),
                        attributes(),
                        tags(),
                        summary(),
                        activities(),
                        hasActivities(),
                        scores)
                .withScore(key, score);
    }

    @Override
    public String toString() {
        return "Profile[id=" + id() + ", asOf=" + asOf() + ", scores=" + scoreKeys() + "]";
    }
}
