package org.crmkit.core.customer;

import static com.google.common.base.Preconditions.checkNotNull;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who belongs to whom among accounts at an instant: hospital above department above doctor, chain above shop.
 *
 * <p>It is made of the relationships {@link RelationshipType#ACCOUNT_OF}, {@link RelationshipType#DEPARTMENT_OF} and
 * {@link RelationshipType#WORKS_AT} that are valid at the instant. A doctor may work at two hospitals, so a member may have several parents; a cycle
 * is refused. Parents that are not among the customers given still count. Answers are ordered by id; building and each answer are linear in what
 * they touch.
 */
public final class AccountHierarchy {

    private static final Set<RelationshipType> ACCOUNT_TIES =
            Set.of(RelationshipType.ACCOUNT_OF, RelationshipType.DEPARTMENT_OF, RelationshipType.WORKS_AT);

    private final SortedMap<CustomerId, Set<CustomerId>> parents = new TreeMap<>();
    private final SortedMap<CustomerId, Set<CustomerId>> children = new TreeMap<>();
    private final SortedMap<CustomerId, SortedMap<CustomerId, Set<StakeholderRole>>> stakeholders = new TreeMap<>();

    private AccountHierarchy() {}

    /**
     * Builds the hierarchy of customers at an instant.
     *
     * @param customers the customers, in any order
     * @param at the instant whose relationships count
     * @return the hierarchy
     * @throws IllegalArgumentException if the ties form a cycle, naming it
     */
    public static AccountHierarchy of(Collection<? extends Customer> customers, Instant at) {
        checkNotNull(at, "at");
        AccountHierarchy hierarchy = new AccountHierarchy();
        for (Customer customer : customers) {
            hierarchy.addMember(customer.id());
            for (Relationship tie : customer.relationships()) {
                if (tie.valid().contains(at)) {
                    hierarchy.add(customer.id(), tie);
                }
            }
        }
        hierarchy.refuseCycles();
        return hierarchy;
    }

    /**
     * Returns all members.
     *
     * @return the ids, ordered
     */
    public Set<CustomerId> members() {
        return Collections.unmodifiableSet(parents.keySet());
    }

    /**
     * Returns the members without a parent.
     *
     * @return the ids, ordered
     */
    public Set<CustomerId> roots() {
        Set<CustomerId> roots = new TreeSet<>();
        parents.forEach((id, above) -> {
            if (above.isEmpty()) {
                roots.add(id);
            }
        });
        return Collections.unmodifiableSet(roots);
    }

    /**
     * Returns the members one step above.
     *
     * @param id a customer
     * @return the ids, ordered; empty for a root or a stranger
     */
    public Set<CustomerId> parents(CustomerId id) {
        return Collections.unmodifiableSet(parents.getOrDefault(id, Set.of()));
    }

    /**
     * Returns the members one step below.
     *
     * @param id a customer
     * @return the ids, ordered; empty for a leaf or a stranger
     */
    public Set<CustomerId> children(CustomerId id) {
        return Collections.unmodifiableSet(children.getOrDefault(id, Set.of()));
    }

    /**
     * Returns all members above.
     *
     * @param id a customer
     * @return the ids, ordered, without the customer itself
     */
    public Set<CustomerId> ancestors(CustomerId id) {
        return reachable(id, parents);
    }

    /**
     * Returns all members below.
     *
     * @param id a customer
     * @return the ids, ordered, without the customer itself
     */
    public Set<CustomerId> descendants(CustomerId id) {
        return reachable(id, children);
    }

    /**
     * Returns who plays a part at an account, by any kind of tie.
     *
     * @param account the account
     * @return for each stakeholder, ordered by id, the roles in order of declaration
     */
    public Map<CustomerId, Set<StakeholderRole>> stakeholders(CustomerId account) {
        SortedMap<CustomerId, Set<StakeholderRole>> copy = new TreeMap<>();
        stakeholders
                .getOrDefault(account, Collections.emptySortedMap())
                .forEach((id, roles) -> copy.put(id, Collections.unmodifiableSet(roles)));
        return Collections.unmodifiableSortedMap(copy);
    }

    private void addMember(CustomerId id) {
        parents.computeIfAbsent(id, key -> new TreeSet<>());
        children.computeIfAbsent(id, key -> new TreeSet<>());
    }

    private void add(CustomerId id, Relationship tie) {
        if (ACCOUNT_TIES.contains(tie.type())) {
            addMember(tie.to());
            parents.computeIfAbsent(id, key -> new TreeSet<>()).add(tie.to());
            children.computeIfAbsent(tie.to(), key -> new TreeSet<>()).add(id);
        }
        if (!tie.roles().isEmpty()) {
            stakeholders
                    .computeIfAbsent(tie.to(), key -> new TreeMap<>())
                    .computeIfAbsent(id, key -> EnumSet.noneOf(StakeholderRole.class))
                    .addAll(tie.roles());
        }
    }

    private static Set<CustomerId> reachable(CustomerId start, Map<CustomerId, Set<CustomerId>> steps) {
        Set<CustomerId> seen = new TreeSet<>();
        Deque<CustomerId> open = new ArrayDeque<>(steps.getOrDefault(start, Set.of()));
        while (!open.isEmpty()) {
            CustomerId next = open.pop();
            if (seen.add(next)) {
                open.addAll(steps.getOrDefault(next, Set.of()));
            }
        }
        return Collections.unmodifiableSet(seen);
    }

    /** Takes roots away until none is left (Kahn 1962); what remains has a parent that remains, so walking up runs into a cycle. */
    private void refuseCycles() {
        Map<CustomerId, Integer> waiting = new TreeMap<>();
        parents.forEach((id, above) -> waiting.put(id, above.size()));
        Deque<CustomerId> free = new ArrayDeque<>(roots());
        while (!free.isEmpty()) {
            CustomerId next = free.pop();
            waiting.remove(next);
            for (CustomerId child : children.getOrDefault(next, Set.of())) {
                if (waiting.merge(child, -1, Integer::sum) == 0) {
                    free.add(child);
                }
            }
        }
        if (!waiting.isEmpty()) {
            throw new IllegalArgumentException(
                    "account relationships must not form a cycle, found " + cycleIn(waiting.keySet()));
        }
    }

    private List<CustomerId> cycleIn(Set<CustomerId> remaining) {
        LinkedHashSet<CustomerId> path = new LinkedHashSet<>();
        CustomerId next = remaining.iterator().next();
        while (path.add(next)) {
            next = parents.getOrDefault(next, Set.of()).stream()
                    .filter(remaining::contains)
                    .findFirst()
                    .orElseThrow();
        }
        List<CustomerId> cycle = new ArrayList<>(path);
        List<CustomerId> loop = new ArrayList<>(cycle.subList(cycle.indexOf(next), cycle.size()));
        loop.add(next);
        return loop;
    }
}
