package org.crmkit.core.condition;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.money.Money;
import org.crmkit.core.time.AsOf;

/** The answers of leaves about a value that is there. */
final class ValueTests {
    private static final double EARTH_RADIUS_KM = 6371;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private ValueTests() {}

    static <T> Truth compare(Leaf.Compare<T> node, T value) {
        return compare(node.read().key().type(), value, node.op(), node.value());
    }

    static <T> Truth between(Leaf.Between<T> node, T value) {
        AttributeType<T> type = node.read().key().type();
        return compare(type, value, node.bounds().low(), node.low())
                .and(compare(type, value, node.bounds().high(), node.high()));
    }

    static <T> Truth oneOf(Leaf.OneOf<T> node, T value) {
        for (T one : node.values()) {
            if (isEqual(one, value)) {
                return Truth.TRUE;
            }
        }
        return Truth.FALSE;
    }

    /** Amounts in different currencies cannot be compared, so the answer is unknown; they are not equal either way. */
    private static <T> Truth compare(AttributeType<T> type, T value, Comparison op, T literal) {
        if (!op.needsOrder()) {
            return Truth.of(isEqual(value, literal) == (op == Comparison.EQ));
        }
        if (value instanceof Money money
                && literal instanceof Money other
                && !money.currency().equals(other.currency())) {
            return Truth.UNKNOWN;
        }
        return Truth.of(op.holds(type.compare(value, literal)));
    }

    /** Amounts of a summary keep their trailing zeros; 5.00 is 5. */
    private static boolean isEqual(Object a, Object b) {
        return a instanceof BigDecimal x && b instanceof BigDecimal y ? x.compareTo(y) == 0 : a.equals(b);
    }

    static Truth text(Leaf.TextTest node, String value) {
        return Truth.of(
                switch (node.op()) {
                    case STARTS_WITH -> value.startsWith(node.value());
                    case ENDS_WITH -> value.endsWith(node.value());
                    case CONTAINS -> value.contains(node.value());
                    case EQUALS_IGNORE_CASE -> value.equalsIgnoreCase(node.value());
                });
    }

    static Truth set(Leaf.SetTest node, Set<String> value) {
        int found = 0;
        for (String one : node.values()) {
            found += value.contains(one) ? 1 : 0;
        }
        return Truth.of(
                switch (node.op()) {
                    case CONTAINS_ANY -> found > 0;
                    case CONTAINS_ALL -> found == node.values().size();
                    case CONTAINS_NONE -> found == 0;
                });
    }

    static Truth age(Leaf.Age node, Object value, AsOf now) {
        if (value instanceof LocalDate date) {
            return Truth.of(node.op().holds(now.date().compareTo(date.plus(node.period()))));
        }
        return Truth.of(node.op().holds(now.instant().compareTo(reached((Instant) value, node.period(), now))));
    }

    /** Returns the instant at which a period since another instant is over. */
    static Instant reached(Instant since, Period period, AsOf now) {
        return ZonedDateTime.ofInstant(since, now.zone()).plus(period).toInstant();
    }

    static Truth anniversary(Leaf.Anniversary node, LocalDate date, LocalDate today) {
        for (LocalDate anniversary : anniversariesNear(date, today)) {
            if (!anniversary.isBefore(today.minusDays(node.daysBehind()))
                    && !anniversary.isAfter(today.plusDays(node.daysAhead()))) {
                return Truth.TRUE;
            }
        }
        return Truth.FALSE;
    }

    /** Returns the anniversaries of the years around a day; 29 February falls on the 28th in years without one. */
    static List<LocalDate> anniversariesNear(LocalDate date, LocalDate today) {
        MonthDay day = MonthDay.from(date);
        List<LocalDate> near = new ArrayList<>();
        for (int year = today.getYear() - 1; year <= today.getYear() + 2; year++) {
            if (year > date.getYear()) {
                near.add(day.atYear(year));
            }
        }
        return near;
    }

    static boolean isWithin(double north, double east, Leaf.Near node) {
        double phi1 = StrictMath.toRadians(north);
        double phi2 = StrictMath.toRadians(node.north().doubleValue());
        double halfDeltaPhi = (phi2 - phi1) / 2;
        double halfDeltaLambda = StrictMath.toRadians(node.east().doubleValue() - east) / 2;
        // Haversine: h = sin^2(dphi/2) + cos(phi1) cos(phi2) sin^2(dlambda/2), distance = 2 R asin(sqrt(h))
        double h = square(StrictMath.sin(halfDeltaPhi))
                + StrictMath.cos(phi1) * StrictMath.cos(phi2) * square(StrictMath.sin(halfDeltaLambda));
        double kilometers = 2 * EARTH_RADIUS_KM * StrictMath.asin(StrictMath.sqrt(StrictMath.min(1, h)));
        return kilometers <= node.kilometers().doubleValue();
    }

    /** Returns a number in [0, 1) that depends on salt and id only: the first 53 bits of a mixed FNV-1a hash of their characters. */
    static double draw(String salt, String id) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < salt.length(); i++) {
            hash = (hash ^ salt.charAt(i)) * FNV_PRIME;
        }
        // A character that occurs in neither: without it, salt "a" and id "b1" would be the draw of salt "ab" and id
        // "1".
        hash = (hash ^ Character.MAX_VALUE) * FNV_PRIME;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * FNV_PRIME;
        }
        // Finalizer of splitmix64 (Steele, Lea, Flood 2014): spreads the last characters over all bits.
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static double square(double x) {
        return x * x;
    }
}
