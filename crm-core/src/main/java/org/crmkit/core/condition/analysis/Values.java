package org.crmkit.core.condition.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.crmkit.core.attribute.AttributeType;
import org.crmkit.core.money.Money;

/** Values of a type among which each literal is a point and each gap between literals has one of its own. */
final class Values {
    private static final int MOST_SCALE = 100;
    private static final List<String> CURRENCIES = List.of("EUR", "USD", "GBP", "CHF", "JPY", "CNY", "KZT", "INR");

    private Values() {}

    /** Returns the values; all that compare alike with the literals are alike to conditions that use only comparisons. */
    static Set<Object> of(AttributeType<?> type, Collection<?> literals) {
        Set<Object> values = new LinkedHashSet<>();
        if (type.equals(AttributeType.BOOLEAN)) {
            values.addAll(List.of(true, false));
        } else if (type.equals(AttributeType.TEXT) || type.equals(AttributeType.CODE)) {
            values.addAll(literals);
            values.add(otherText(literals));
        } else if (type.equals(AttributeType.MONEY)) {
            literals.forEach(literal -> addMoney((Money) literal, values));
            otherCurrencies(literals).forEach(code -> values.add(Money.ofMinor(1000, Currency.getInstance(code))));
        } else if (type.equals(AttributeType.DECIMAL)) {
            values.addAll(decimals(literals));
        } else if (literals.isEmpty()) {
            values.add(any(type));
        } else {
            literals.forEach(literal -> addNeighbors(literal, values));
        }
        return values;
    }

    private static Object any(AttributeType<?> type) {
        if (type.equals(AttributeType.INTEGER)) {
            return 0L;
        }
        if (type.equals(AttributeType.DATE)) {
            return LocalDate.EPOCH;
        }
        return type.equals(AttributeType.INSTANT) ? Instant.EPOCH : new TreeSet<String>();
    }

    /** Returns a text that is none of the given ones and contains none of them. */
    static String otherText(Collection<?> texts) {
        String other = "other";
        while (isIn(other, texts)) {
            other = other + "-x";
        }
        return other;
    }

    private static boolean isIn(String text, Collection<?> texts) {
        for (Object each : texts) {
            if (text.equalsIgnoreCase((String) each)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> otherCurrencies(Collection<?> literals) {
        List<String> others = new ArrayList<>(CURRENCIES);
        literals.forEach(literal -> others.remove(((Money) literal).currency().getCurrencyCode()));
        return others.isEmpty() ? others : others.subList(0, 1);
    }

    private static void addMoney(Money money, Set<Object> values) {
        values.add(money);
        if (money.amountMinor() > Long.MIN_VALUE) {
            values.add(Money.ofMinor(money.amountMinor() - 1, money.currency()));
        }
        if (money.amountMinor() < Long.MAX_VALUE) {
            values.add(Money.ofMinor(money.amountMinor() + 1, money.currency()));
        }
    }

    /** Returns the literals, a value in each gap between them, and one on either side. */
    static List<BigDecimal> decimals(Collection<?> literals) {
        TreeSet<BigDecimal> sorted = new TreeSet<>();
        literals.forEach(literal -> sorted.add((BigDecimal) literal));
        if (sorted.isEmpty()) {
            return List.of(BigDecimal.ZERO);
        }
        List<BigDecimal> values = new ArrayList<>();
        values.add(sorted.first().subtract(BigDecimal.ONE));
        BigDecimal last = null;
        for (BigDecimal literal : sorted) {
            if (last != null) {
                BigDecimal between = between(last, literal);
                if (between.compareTo(last) > 0) {
                    values.add(between);
                }
            }
            values.add(literal);
            last = literal;
        }
        values.add(sorted.last().add(BigDecimal.ONE));
        return values;
    }

    /** Returns a short number between two others, or the lower one if a decimal attribute can hold none between them. */
    private static BigDecimal between(BigDecimal low, BigDecimal high) {
        BigDecimal middle = low.add(high).multiply(new BigDecimal("0.5"));
        for (int scale = 0; scale < MOST_SCALE; scale += scale < 4 ? 1 : 8) {
            BigDecimal rounded = middle.setScale(scale, RoundingMode.FLOOR);
            if (rounded.compareTo(low) > 0) {
                return rounded;
            }
        }
        return middle.setScale(Math.min(middle.scale(), MOST_SCALE), RoundingMode.FLOOR);
    }

    private static void addNeighbors(Object literal, Set<Object> values) {
        values.add(literal);
        if (literal instanceof Long whole) {
            values.add(whole == Long.MIN_VALUE ? whole : whole - 1);
            values.add(whole == Long.MAX_VALUE ? whole : whole + 1);
        } else if (literal instanceof LocalDate date) {
            values.add(date.equals(LocalDate.MIN) ? date : date.minusDays(1));
            values.add(date.equals(LocalDate.MAX) ? date : date.plusDays(1));
        } else if (literal instanceof Instant instant) {
            values.add(instant.equals(Instant.MIN) ? instant : instant.minusNanos(1));
            values.add(instant.equals(Instant.MAX) ? instant : instant.plusNanos(1));
        }
    }
}
