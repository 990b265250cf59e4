package org.crmkit.core.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseTallyTest {

    @Test
    void add_keepsFirstAndLastDayNumberAndAmount() {
        PurchaseTally tally = new PurchaseTally();
        tally.add("ann", 20, 500);
        tally.add("bob", 7, 100);
        tally.add("ann", 10, 250);
        tally.addReturn("ann", 50);
        assertThat(rows(tally.totals())).containsExactly("ann 10 20 2 700", "bob 7 7 1 100");
    }

    @Test
    void addReturn_withoutPurchase_hasNoDays() {
        PurchaseTally tally = new PurchaseTally();
        tally.addReturn("ann", 50);
        assertThat(rows(tally.totals())).containsExactly("ann 2147483647 -2147483648 0 -50");
    }

    @Test
    void add_takesIdsOfAllLengthsAndAlphabets() {
        PurchaseTally tally = new PurchaseTally();
        List<String> ids =
                new ArrayList<>(List.of("a", "a\0", "a\0\0", "aaaaaaaa", "aaaaaaaab", "äöü", "客户一二三四", "\uD83D\uDE00"));
        ids.add("x".repeat(1024));
        for (String id : ids) {
            tally.add(id, 1, 1);
            byte[] utf8 = ("#" + id + "#").getBytes(StandardCharsets.UTF_8);
            tally.add(utf8, 1, utf8.length - 1, 1, 1);
        }
        PurchaseTotals totals = tally.totals();
        assertThat(totals.size()).isEqualTo(ids.size());
        for (int row = 0; row < totals.size(); row++) {
            assertThat(totals.id(row)).isEqualTo(ids.get(row));
            assertThat(totals.purchases(row)).isEqualTo(2);
        }
    }

    @Test
    void sortedTotals_standInOrderOfCodePoints() {
        PurchaseTally tally = new PurchaseTally();
        for (String id : List.of("b", "\uD83D\uDE00", "a", "\uE000", "ab", "a\0", "aaaaaaaaa", "é")) {
            tally.add(id, 1, 1);
        }
        PurchaseTotals totals = tally.sortedTotals();
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < totals.size(); row++) {
            ids.add(totals.id(row));
        }
        assertThat(ids).containsExactly("a", "a\0", "aaaaaaaaa", "ab", "b", "é", "\uE000", "\uD83D\uDE00");
    }

    @Test
    void add_refusesIdsThatAreNone() {
        PurchaseTally tally = new PurchaseTally();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add("", 1, 1))
                .withMessage("id must have 1 to 1024 bytes, had 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add("x".repeat(1025), 1, 1))
                .withMessage("id must have 1 to 1024 bytes, had 1025");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.add("a\uD83D", 1, 1))
                .withMessage("id must be valid Unicode, was \"a\uD83D\"");
        assertThat(tally.customers()).isZero();
    }

    @Test
    void add_refusesAmountsThatOverflowAndStaysAsItWas() {
        PurchaseTally tally = new PurchaseTally();
        tally.add("ann", 1, Long.MAX_VALUE);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> tally.add("ann", 2, 1))
                .withMessage("amount of customer ann overflows: 9223372036854775807 + 1");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> tally.addReturn("ann", Long.MIN_VALUE));
        assertThat(rows(tally.totals())).containsExactly("ann 1 1 1 9223372036854775807");
    }

    @Test
    void addAll_stopsAtABadRowAndKeepsThoseBefore() {
        PurchaseTally tally = new PurchaseTally();
        String[] ids = {"ann", "", "bob"};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.addAll(ids, new int[3], new long[3], 3))
                .withMessage("id must have 1 to 1024 bytes, had 0");
        assertThat(tally.customers()).isEqualTo(1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> tally.addAll(ids, new int[2], new long[3], 3));
    }

    @Test
    void totals_doNotSeeWhatIsAddedLater() {
        PurchaseTally tally = new PurchaseTally();
        tally.add("ann", 1, 1);
        PurchaseTotals before = tally.totals();
        tally.add("ann", 5, 5);
        tally.add("bob", 5, 5);
        assertThat(rows(before)).containsExactly("ann 1 1 1 1");
    }

    @Test
    void bytesHeld_isAtMost64ForACustomer() {
        PurchaseTally tally = new PurchaseTally();
        int customers = 100_000;
        for (int i = 0; i < customers; i++) {
            tally.add("customer-" + (1_000_000 + i), i, i);
        }
        assertThat(tally.customers()).isEqualTo(customers);
        assertThat(tally.bytesHeld()).isLessThanOrEqualTo(64L * customers);
        PurchaseTotals totals = tally.sortedTotals();
        for (int row = 0; row < customers; row++) {
            assertThat(totals.lastDay(row)).isEqualTo(row);
        }
    }

    static List<String> rows(PurchaseTotals totals) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < totals.size(); row++) {
            rows.add("%s %d %d %d %d"
                    .formatted(
                            totals.id(row),
                            totals.firstDay(row),
                            totals.lastDay(row),
                            totals.purchases(row),
                            totals.amountMinor(row)));
        }
        return rows;
    }
}
