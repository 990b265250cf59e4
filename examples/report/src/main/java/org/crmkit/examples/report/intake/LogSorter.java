package org.crmkit.examples.report.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerOrder;

/** Orders the purchases by customer id and day: a counting sort over customers, then a sort of each one's days. */
final class LogSorter {

    private static final double MILLION = 1_000_000;

    private final ActivityColumns columns;
    private final int asOfDay;
    private final boolean netReturns;
    private long later;

    LogSorter(ActivityColumns columns, int asOfDay, boolean netReturns) {
        this.columns = columns;
        this.asOfDay = asOfDay;
        this.netReturns = netReturns;
    }

    ShopLog sort() {
        boolean cancellations = columns.sawPlainOrder;
        int known = columns.customers.size();
        int[] rows = new int[known];
        count(columns.purchases, rows);
        if (!cancellations) {
            count(columns.marked, rows);
        }
        Buyer[] buyers = buyersInOrder(rows);
        int[] rankOf = new int[known];
        Arrays.fill(rankOf, -1);
        int[] starts = new int[buyers.length + 1];
        for (int rank = 0; rank < buyers.length; rank++) {
            rankOf[buyers[rank].number()] = rank;
            starts[rank + 1] = Math.addExact(starts[rank], rows[buyers[rank].number()]);
        }
        ShopLog.Builder log = new ShopLog.Builder(starts);
        int[] next = starts.clone();
        place(columns.purchases, rankOf, next, log);
        if (!cancellations) {
            place(columns.marked, rankOf, next, log);
        }
        sortDays(starts, log);
        log.customerIds = new CustomerId[buyers.length];
        Arrays.setAll(log.customerIds, rank -> buyers[rank].id());
        long returns = takeReturns(cancellations, rankOf, log);
        long contacts = takeContacts(rankOf, log);
        log.hasAmounts = columns.hasAmounts;
        log.hasOrders = columns.hasOrders;
        sumClasses(log);
        log.counts = new IntakeCounts(
                starts[buyers.length],
                contacts,
                returns,
                columns.freeLines,
                later,
                columns.withoutCustomer,
                columns.bad,
                columns.roundedAmounts);
        return log.build();
    }

    private void count(ActivityColumns.Rows from, int[] rows) {
        for (int i = 0; i < from.size(); i++) {
            if (from.day.get(i) <= asOfDay) {
                rows[from.customer.get(i)]++;
            } else {
                later++;
            }
        }
    }

    private void place(ActivityColumns.Rows from, int[] rankOf, int[] next, ShopLog.Builder log) {
        for (int i = 0; i < from.size(); i++) {
            if (from.day.get(i) <= asOfDay) {
                int at = next[rankOf[from.customer.get(i)]]++;
                log.days[at] = from.day.get(i);
                log.orders[at] = from.order.get(i);
                log.amounts[at] = from.amount.get(i);
            }
        }
    }

    /** Files returns under their customers; those of customers who never bought are only counted. */
    private long takeReturns(boolean cancellations, int[] rankOf, ShopLog.Builder log) {
        List<ActivityColumns.Rows> sources =
                cancellations ? List.of(columns.returns, columns.marked) : List.of(columns.returns);
        int[] starts = new int[log.starts.length];
        long taken = 0;
        for (ActivityColumns.Rows from : sources) {
            for (int i = 0; i < from.size(); i++) {
                boolean isLater = from.day.get(i) > asOfDay;
                if (isLater && netReturns) {
                    later++;
                    continue;
                }
                taken++; // when returns are left out they count as returns, whenever they were
                int rank = rankOf[from.customer.get(i)];
                log.returnsOfStrangers += rank < 0 ? 1 : 0;
                if (!isLater && rank >= 0) {
                    starts[rank + 1]++;
                }
            }
        }
        for (int rank = 0; rank + 1 < starts.length; rank++) {
            starts[rank + 1] = Math.addExact(starts[rank], starts[rank + 1]);
        }
        placeReturns(sources, rankOf, starts, log);
        return taken;
    }

    private void placeReturns(List<ActivityColumns.Rows> sources, int[] rankOf, int[] starts, ShopLog.Builder log) {
        int[] next = starts.clone();
        log.returnStarts = starts;
        log.returnDays = new int[starts[starts.length - 1]];
        log.returnAmounts = new long[log.returnDays.length];
        for (ActivityColumns.Rows from : sources) {
            for (int i = 0; i < from.size(); i++) {
                int rank = rankOf[from.customer.get(i)];
                if (rank >= 0 && from.day.get(i) <= asOfDay) {
                    log.returnDays[next[rank]] = from.day.get(i);
                    log.returnAmounts[next[rank]++] = Math.abs(from.amount.get(i));
                }
            }
        }
    }

    private long takeContacts(int[] rankOf, ShopLog.Builder log) {
        long taken = 0;
        boolean[] seen = new boolean[rankOf.length];
        for (int i = 0; i < columns.contactDay.size(); i++) {
            if (columns.contactDay.get(i) > asOfDay) {
                later++;
                continue;
            }
            taken++;
            int customer = columns.contactCustomer.get(i);
            if (rankOf[customer] < 0 && !seen[customer]) {
                seen[customer] = true;
                log.withoutPurchase++;
            }
        }
        return taken;
    }

    private void sumClasses(ShopLog.Builder log) {
        if (!columns.hasClasses) {
            return;
        }
        double[] sums = new double[columns.classes.size()];
        long[] lines = new long[columns.classes.size()];
        for (int i = 0; i < columns.purchases.size(); i++) {
            if (columns.purchases.day.get(i) <= asOfDay) {
                int shelf = columns.classOfPurchase.get(i);
                sums[shelf] += columns.purchases.amount.get(i) / MILLION;
                lines[shelf]++;
            }
        }
        for (int shelf = 0; shelf < sums.length; shelf++) {
            log.classes.put(columns.classes.text(shelf), new ShopLog.ClassTotal(lines[shelf], sums[shelf]));
        }
    }

    /** A customer's id and number, so that a sort takes both along. */
    private record Buyer(CustomerId id, int number) {}

    private Buyer[] buyersInOrder(int[] rows) {
        List<CustomerId> ids = new ArrayList<>();
        List<Buyer> buyers = new ArrayList<>();
        for (int customer = 0; customer < rows.length; customer++) {
            if (rows[customer] > 0) {
                CustomerId id = CustomerId.of(columns.customers.text(customer));
                ids.add(id);
                buyers.add(new Buyer(id, customer));
            }
        }
        buyers.sort(Comparator.comparing(Buyer::id, CustomerOrder.of(ids)));
        return buyers.toArray(Buyer[]::new);
    }

    /** Sorts each customer's rows by day, keeping the order of arrival within a day. */
    private static void sortDays(int[] starts, ShopLog.Builder log) {
        for (int rank = 0; rank + 1 < starts.length; rank++) {
            int from = starts[rank];
            int to = starts[rank + 1];
            if (isSorted(log.days, from, to)) {
                continue;
            }
            long[] keys = new long[to - from];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = ((long) log.days[from + i] << 32) | i;
            }
            Arrays.sort(keys);
            long[] orders = Arrays.copyOfRange(log.orders, from, to);
            long[] amounts = Arrays.copyOfRange(log.amounts, from, to);
            for (int i = 0; i < keys.length; i++) {
                int source = (int) keys[i];
                log.days[from + i] = (int) (keys[i] >> 32);
                log.orders[from + i] = orders[source];
                log.amounts[from + i] = amounts[source];
            }
        }
    }

    private static boolean isSorted(int[] days, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (days[i] < days[i - 1]) {
                return false;
            }
        }
        return true;
    }
}
