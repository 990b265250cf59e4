package org.crmkit.core.profile;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.crmkit.core.activity.ActivityHistory;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.Customer;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.CustomerSummary;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.time.AsOf;

/**
 * A population of profiles as of an instant, as columns.
 *
 * <p>Customers stand in {@linkplain org.crmkit.core.customer.CustomerOrder their order}: row i of every column is the same customer. The numbers of
 * the summaries are primitive columns; attributes and scores are there as far as they were given. A {@link Profile} is a view of a row, made on
 * demand, and answers what a profile made alone would answer. Immutable and safe to share between threads.
 */
public final class CustomerBase {
    private final SummaryTable summaries;
    private final Optional<ActivityLog> log;
    private final Map<CustomerId, Customer> customers;
    private final Map<AttributeKey<?>, AttributeColumn<?>> attributes;
    private final Map<ScoreKey<?>, ScoreColumn<?>> scores;
    private final Map<CustomerId, Integer> rows;

    private CustomerBase(
            SummaryTable summaries,
            Optional<ActivityLog> log,
            Map<CustomerId, Customer> customers,
            Map<AttributeKey<?>, AttributeColumn<?>> attributes,
            Map<ScoreKey<?>, ScoreColumn<?>> scores,
            Map<CustomerId, Integer> rows) {
        this.summaries = summaries;
        this.log = log;
        this.customers = customers;
        this.attributes = attributes;
        this.scores = scores;
        this.rows = rows;
    }

    /**
     * Returns the base of all customers that a log knows.
     *
     * @param log what they did
     * @param asOf the instant of the view, and the zone of its days
     * @return one row a customer of the log
     */
    public static CustomerBase of(ActivityLog log, AsOf asOf) {
        return of(List.of(), log, asOf);
    }

    /**
     * Returns the base of given customers and of all that a log knows.
     *
     * @param customers who they are, each once; those who did nothing are in the base as well
     * @param log what they did
     * @param asOf the instant of the view, and the zone of its days
     * @return one row a customer
     * @throws IllegalArgumentException if a customer is given twice
     */
    public static CustomerBase of(Collection<? extends Customer> customers, ActivityLog log, AsOf asOf) {
        Map<CustomerId, Customer> byId = byId(customers);
        List<CustomerId> everyone = new ArrayList<>(byId.keySet());
        log.customers().stream().filter(id -> !byId.containsKey(id)).forEach(everyone::add);
        SummaryTable summaries = SummaryTable.of(log, everyone, asOf);
        return new CustomerBase(summaries, Optional.of(log), byId, Map.of(), Map.of(), rows(summaries));
    }

    /**
     * Returns the base of summaries, where single activities are not kept.
     *
     * @param summaries what the activities added up to
     * @return one row a customer of the table
     */
    public static CustomerBase of(SummaryTable summaries) {
        return new CustomerBase(summaries, Optional.empty(), Map.of(), Map.of(), Map.of(), rows(summaries));
    }

    /**
     * Returns this base with a column for an attribute, so that it can be read for all customers at once.
     *
     * @param column one value a row; it is also what the profiles show for its key
     * @return a changed copy that shares the other columns
     * @throws IllegalArgumentException if the column has another length
     */
    public CustomerBase withAttribute(AttributeColumn<?> column) {
        checkArgument(
                column.size() == size(),
                "attribute column %s must hold %s customers, held %s",
                column.key(),
                size(),
                column.size());
        return new CustomerBase(summaries, log, customers, with(attributes, column.key(), column), scores, rows);
    }

    /**
     * Returns this base with the scores of a strategy.
     *
     * @param key the name and type of the score; one that is already there is replaced
     * @param column one score a row
     * @param <S> the type of the score's value
     * @return a changed copy that shares the other columns
     * @throws IllegalArgumentException if the column has another length
     */
    public <S> CustomerBase withScores(ScoreKey<S> key, ScoreColumn<S> column) {
        return new CustomerBase(
                summaries, log, customers, attributes, with(scores, key, column.requireSize(size())), rows);
    }

    /**
     * Returns the instant of the view, and the zone of its days.
     *
     * @return instant and zone
     */
    public AsOf asOf() {
        return summaries.asOf();
    }

    /**
     * Returns the number of customers.
     *
     * @return at least zero
     */
    public int size() {
        return summaries.size();
    }

    /**
     * Returns the id of the customer at a row.
     *
     * @param row in [0, size)
     * @return the id
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public CustomerId id(int row) {
        return summaries.customers().get(row);
    }

    /**
     * Returns the row of a customer.
     *
     * @param id the id looked for
     * @return its row, or empty if the base does not hold it
     */
    public OptionalInt rowOf(CustomerId id) {
        Integer row = rows.get(checkNotNull(id, "id"));
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /**
     * Returns the numbers of the summaries as columns.
     *
     * @return the table; its rows are the rows of this base
     */
    public SummaryTable summaries() {
        return summaries;
    }

    /**
     * Returns the log behind the summaries.
     *
     * @return the log, or empty if the base was made from summaries
     */
    public Optional<ActivityLog> log() {
        return log;
    }

    /**
     * Returns a view of the customer at a row.
     *
     * @param row in [0, size)
     * @return the profile
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public Profile profile(int row) {
        checkElementIndex(row, size());
        return new RowProfile(this, row);
    }

    /**
     * Returns a view of a customer.
     *
     * @param id the id looked for
     * @return the profile, or empty if the base does not hold it
     */
    public Optional<Profile> profile(CustomerId id) {
        OptionalInt row = rowOf(id);
        return row.isPresent() ? Optional.of(profile(row.getAsInt())) : Optional.empty();
    }

    /**
     * Returns an attribute of all customers.
     *
     * @param key the attribute
     * @param <T> the type of its values
     * @return the column given for it, or one made from the customers' attributes; O(size) in that case
     */
    @SuppressWarnings("unchecked") // a column is stored under its own key
    public <T> AttributeColumn<T> attribute(AttributeKey<T> key) {
        AttributeColumn<?> column = attributes.get(checkNotNull(key, "key"));
        if (column != null) {
            return (AttributeColumn<T>) column;
        }
        return AttributeColumn.of(
                key,
                size(),
                row -> customer(row).flatMap(known -> known.attributes().get(key)));
    }

    /**
     * Returns the names of the scores that the base carries.
     *
     * @return the keys, in the order they were added
     */
    public Set<ScoreKey<?>> scoreKeys() {
        return scores.keySet();
    }

    /**
     * Returns the scores of a strategy.
     *
     * @param key the name and type of the score
     * @param <S> the type of its value
     * @return one score a row, or empty if the base carries none under the key
     */
    @SuppressWarnings("unchecked") // withScores is the only way in, and takes key and column of the same type
    public <S> Optional<ScoreColumn<S>> scores(ScoreKey<S> key) {
        return Optional.ofNullable((ScoreColumn<S>) scores.get(key));
    }

    @Override
    public String toString() {
        return "CustomerBase[size=" + size() + ", asOf=" + asOf() + ", scores=" + scores.keySet() + "]";
    }

    Optional<Customer> customer(int row) {
        return Optional.ofNullable(customers.get(id(row)));
    }

    Attributes attributes(int row) {
        Attributes own = customer(row).map(Customer::attributes).orElse(Attributes.EMPTY);
        if (attributes.isEmpty()) {
            return own;
        }
        Attributes.Builder shown = own.toBuilder();
        attributes.values().forEach(column -> show(column, row, shown));
        return shown.build();
    }

    /** Returns what {@code attributes(row).get(key)} would, without making the other attributes. */
    @SuppressWarnings("unchecked") // a column is stored under its own key
    <T> Optional<T> value(AttributeKey<T> key, int row) {
        AttributeColumn<?> column = attributes.get(checkNotNull(key, "key"));
        if (column != null) {
            return ((AttributeColumn<T>) column).get(row);
        }
        for (AttributeKey<?> other : attributes.keySet()) {
            if (other.name().equals(key.name())) {
                return attributes(row).get(key);
            }
        }
        return customer(row).flatMap(known -> known.attributes().get(key));
    }

    ActivityHistory activities(int row) {
        return log.map(known -> known.history(id(row)).until(asOf().instant()))
                .orElseGet(() -> ActivityHistory.empty(summaries.unit()));
    }

    CustomerSummary customerSummary(int row) {
        return log.isPresent() ? CustomerSummary.of(activities(row), asOf().zone()) : summaries.summary(row);
    }

    private static <T> void show(AttributeColumn<T> column, int row, Attributes.Builder shown) {
        shown.remove(column.key());
        column.get(row).ifPresent(value -> shown.put(column.key(), value));
    }

    private static Map<CustomerId, Customer> byId(Collection<? extends Customer> customers) {
        Map<CustomerId, Customer> byId = new LinkedHashMap<>();
        for (Customer customer : customers) {
            checkArgument(
                    byId.put(customer.id(), customer) == null,
                    "customer %s must be given once, was given twice",
                    customer.id());
        }
        return byId;
    }

    private static Map<CustomerId, Integer> rows(SummaryTable summaries) {
        Map<CustomerId, Integer> rows = new HashMap<>(summaries.size() * 2);
        summaries.customers().forEach(id -> rows.put(id, rows.size()));
        return rows;
    }

    private static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> more = new LinkedHashMap<>(map);
        more.put(key, value);
        return Collections.unmodifiableMap(more);
    }
}
