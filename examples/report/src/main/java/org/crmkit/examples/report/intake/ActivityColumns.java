package org.crmkit.examples.report.intake;

import java.util.TreeMap;

/** Rows as they arrive, as columns; {@link ShopLog} puts them in order. */
final class ActivityColumns {

    /** Rows of one sort, in order of arrival. */
    static final class Rows {
        final IntColumn customer = new IntColumn();
        final IntColumn day = new IntColumn();
        final LongColumn order = new LongColumn();
        final LongColumn amount = new LongColumn();

        void add(int who, int when, long which, long howMuch) {
            customer.add(who);
            day.add(when);
            order.add(which);
            amount.add(howMuch);
        }

        int size() {
            return customer.size();
        }
    }

    final TextDictionary customers = new TextDictionary();
    final TextDictionary orders = new TextDictionary();
    final TextDictionary classes = new TextDictionary();
    final Rows purchases = new Rows();
    final Rows returns = new Rows();
    /** Orders such as C536379: cancellations where other orders are plain numbers, ordinary orders otherwise. */
    final Rows marked = new Rows();

    final IntColumn classOfPurchase = new IntColumn();
    final IntColumn contactDay = new IntColumn();
    final IntColumn contactCustomer = new IntColumn();
    final TreeMap<String, Long> contactKinds = new TreeMap<>();
    boolean hasAmounts;
    boolean hasOrders;
    boolean hasClasses;
    boolean sawPlainOrder;
    long freeLines;
    long withoutCustomer;
    long bad;
    long roundedAmounts;

    /** The order as a number: plain whole numbers are themselves, other texts count downwards from -1. */
    long orderKey(char[] text, int from, int to) {
        int length = to - from;
        if (length <= 18 && (text[from] != '0' || length == 1)) {
            long value = 0;
            int at = from;
            while (at < to && text[at] >= '0' && text[at] <= '9') {
                value = value * 10 + (text[at++] - '0');
            }
            if (at == to) {
                sawPlainOrder = true;
                return value;
            }
        }
        return -1L - orders.numberOf(text, from, to);
    }
}
