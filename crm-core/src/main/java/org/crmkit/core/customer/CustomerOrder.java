package org.crmkit.core.customer;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;

/**
 * The one order in which customers stand in every log, table and report.
 *
 * <p>As numbers when every id is a whole number without a leading zero, else as text by code point. Where a ranking has to split ties, this order
 * settles them, so that the same customers give the same result whatever order they arrived in.
 */
public final class CustomerOrder {
    /** Up to this many digits a whole number fits a long. */
    private static final int DIGITS_OF_A_LONG = 18;

    private static final Comparator<CustomerId> AS_TEXT = (a, b) -> compareByCodePoint(a.value(), b.value());
    private static final Comparator<CustomerId> AS_NUMBERS = Comparator.comparing(id -> new BigInteger(id.value()));
    private static final Comparator<CustomerId> AS_SHORT_NUMBERS =
            Comparator.comparingLong(id -> Long.parseLong(id.value()));

    private CustomerOrder() {}

    /**
     * Returns the order that fits these customers.
     *
     * @param ids the customers that are to be put in order
     * @return by number when every id is a whole number, else by text
     */
    public static Comparator<CustomerId> of(Collection<CustomerId> ids) {
        boolean longer = false;
        for (CustomerId id : ids) {
            if (!isWholeNumber(id.value())) {
                return AS_TEXT;
            }
            longer |= id.value().length() > DIGITS_OF_A_LONG;
        }
        return longer ? AS_NUMBERS : AS_SHORT_NUMBERS;
    }

    /** Java compares text by UTF-16 units, which puts supplementary characters before some of the basic plane. */
    private static int compareByCodePoint(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static boolean isWholeNumber(String text) {
        if (text.length() > 1 && text.charAt(0) == '0') {
            return false;
        }
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
