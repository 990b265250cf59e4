package org.crmkit.core.profile;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.time.AsOf;

/**
 * One customer as of an instant: who it is, what it did, what that adds up to, and what the strategies say.
 *
 * <p>Nothing that happened after the instant is visible. Immutable and safe to share between threads. Reading a sensitive attribute through a
 * condition or a strategy needs a purpose; the profile itself is the host's own data and shows what the host put in.
 */
public sealed interface Profile permits SingleProfile, RowProfile {

    /**
     * Returns a profile of one customer.
     *
     * @param customer who it is
     * @param activities what it did, in any order; an activity that comes twice counts once
     * @param asOf the instant of the view, and the zone of its days
     * @param unit the unit of all amounts
     * @return the profile, without scores
     * @throws IllegalArgumentException if an activity is of another customer
     */
    static Profile of(Customer customer, Collection<? extends Activity> activities, AsOf asOf, AmountUnit unit) {
        return SingleProfile.of(customer, ActivityHistory.of(activities, unit), asOf);
    }

    /**
     * Returns the id of the customer.
     *
     * @return the id
     */
    CustomerId id();

    /**
     * Returns the instant of the view, and the zone of its days.
     *
     * @return instant and zone
     */
    AsOf asOf();

    /**
     * Returns the person or organization.
     *
     * @return the customer, or empty if only its activities are known
     */
    Optional<Customer> customer();

    /**
     * Returns the attributes of the customer.
     *
     * @return the attributes; empty ones if only the activities are known
     */
    Attributes attributes();

    /**
     * Returns the tags that are valid at the instant of the view.
     *
     * @return the tags
     */
    Set<Tag> tags();

    /**
     * Returns what the customer's activities up to the instant add up to.
     *
     * @return the summary
     */
    CustomerSummary summary();

    /**
     * Returns what the customer did up to the instant.
     *
     * @return the history; empty if the base holds summaries only, see {@link #hasActivities()}
     */
    ActivityHistory activities();

    /**
     * Tells whether single activities are known, not only what they add up to.
     *
     * @return false for a profile of a base that was made from summaries
     */
    boolean hasActivities();

    /**
     * Returns the names of the scores that the profile carries.
     *
     * @return the keys, in the order they were added
     */
    Set<ScoreKey<?>> scoreKeys();

    /**
     * Returns what a strategy said of the customer.
     *
     * @param key the name and type of the score
     * @param <S> the type of its value
     * @return the score, which may be an abstention, or empty if the profile carries none under the key
     */
    <S> Optional<Score<S>> score(ScoreKey<S> key);

    /**
     * Returns this profile with one more score.
     *
     * @param key the name and type of the score; one that is already there is replaced
     * @param score what a strategy said
     * @param <S> the type of its value
     * @return a changed copy
     */
    <S> Profile withScore(ScoreKey<S> key, Score<S> score);

    /**
     * Returns an attribute's value.
     *
     * @param key the attribute
     * @param <T> the type of its value
     * @return the value, or empty if it is not known
     */
    default <T> Optional<T> value(AttributeKey<T> key) {
        return attributes().get(key);
    }
}
