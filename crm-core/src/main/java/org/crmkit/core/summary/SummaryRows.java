package org.crmkit.core.summary;

import static com.google.common.base.Preconditions.checkElementIndex;
import static com.google.common.base.Preconditions.checkNotNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerOrder;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.time.AsOf;

/** Rows in the order they arrived, as growing columns, and the way from them to a table. */
final class SummaryRows {
    private static final int FIRST_CAPACITY = 1024;

    private final Map<CustomerId, Integer> numbers = new HashMap<>();
    private final List<CustomerId> customers = new ArrayList<>();
    private final long lastDay;
    private int[] customer = new int[FIRST_CAPACITY];
    private long[] order = new long[FIRST_CAPACITY];
    private int[] day = new int[FIRST_CAPACITY];
    /** What was charged; a refund as its complement (-1 - units), so that a refund of nothing stays a refund. */
    private long[] units = new long[FIRST_CAPACITY];

    private int size;
    private long rowsAfterAsOf;

    SummaryRows(long lastDay) {
        this.lastDay = lastDay;
    }

    int customer(CustomerId id) {
        Integer known = numbers.get(id);
        if (known != null) {
            return known;
        }
        numbers.put(id, customers.size());
        customers.add(id);
        return customers.size() - 1;
    }

    void add(int customerNumber, long orderKey, long epochDay, long amount, boolean refund) {
        checkElementIndex(customerNumber, customers.size(), "customer");
        if (epochDay > lastDay) {
            leaveOut();
            return;
        }
        if (size == customer.length) {
            grow();
        }
        customer[size] = customerNumber;
        order[size] = orderKey;
        day[size] = Math.toIntExact(epochDay);
        units[size++] = refund ? ~amount : amount;
    }

    /** Counts a row that lies after the instant. */
    void leaveOut() {
        rowsAfterAsOf++;
    }

    SummaryTable toTable(AsOf asOf, AmountUnit unit) {
        int[] numberAtRow = numbersInOrder();
        int[] starts = new int[customers.size() + 1];
        int[] byCustomer = groupByCustomer(starts);
        SummaryColumns.Draft draft = new SummaryColumns.Draft(customers.size(), size);
        draft.rowsAfterAsOf = rowsAfterAsOf;
        CustomerRows one = new CustomerRows();
        List<CustomerId> sorted = new ArrayList<>(customers.size());
        for (int row = 0; row < numberAtRow.length; row++) {
            int number = numberAtRow[row];
            sorted.add(customers.get(number));
            one.clear();
            for (int i = starts[number]; i < starts[number + 1]; i++) {
                one.add(order[byCustomer[i]], day[byCustomer[i]], units[byCustomer[i]]);
            }
            one.writeTo(draft, row);
        }
        return new SummaryTable(asOf, unit, List.copyOf(sorted), new SummaryColumns(draft));
    }

    private int[] numbersInOrder() {
        Comparator<CustomerId> canonical = CustomerOrder.of(customers);
        List<CustomerId> sorted = new ArrayList<>(customers);
        sorted.sort(canonical);
        int[] inOrder = new int[sorted.size()];
        for (int row = 0; row < inOrder.length; row++) {
            inOrder[row] = checkNotNull(numbers.get(sorted.get(row)));
        }
        return inOrder;
    }

    /** A counting sort: the rows of a customer stay in the order they arrived. */
    private int[] groupByCustomer(int[] starts) {
        for (int i = 0; i < size; i++) {
            starts[customer[i] + 1]++;
        }
        for (int c = 0; c < customers.size(); c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = Arrays.copyOf(starts, customers.size());
        int[] grouped = new int[size];
        for (int i = 0; i < size; i++) {
            grouped[next[customer[i]]++] = i;
        }
        return grouped;
    }

    private void grow() {
        int capacity = Math.addExact(size, size >> 1);
        customer = Arrays.copyOf(customer, capacity);
        order = Arrays.copyOf(order, capacity);
        day = Arrays.copyOf(day, capacity);
        units = Arrays.copyOf(units, capacity);
    }
}
