package org.crmkit.lifecycle.clv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Periods of ten days. */
class ContractTermTest {

    private final List<Integer> earlier = new ArrayList<>();

    private ContractTerm term(int lastObservedDay, int... days) {
        return ContractTerm.of(i -> days[i], days.length, lastObservedDay, 10, earlier::add);
    }

    @Test
    void aRunningPeriod_isOpenUntilItEnds() {
        assertThat(term(0, 0)).isEqualTo(new ContractTerm(0, true, 1));
        assertThat(term(18, 0)).isEqualTo(new ContractTerm(0, true, 1));
        // the twentieth day ends the second period unpaid
        assertThat(term(19, 0)).isEqualTo(new ContractTerm(0, false, 1));
        assertThat(term(19, 0, 12)).isEqualTo(new ContractTerm(1, true, 2));
        assertThat(term(29, 0, 12)).isEqualTo(new ContractTerm(1, false, 2));
        assertThat(earlier).isEmpty();
    }

    @Test
    void severalPaymentsOfAPeriod_areOne() {
        assertThat(term(25, 0, 3, 9, 11, 20)).isEqualTo(new ContractTerm(2, true, 3));
    }

    /** Who comes back after an unpaid period is a new member, not one who left for ever. */
    @Test
    void whoComesBack_beginsANewContract() {
        assertThat(term(60, 0, 10, 20, 45, 55)).isEqualTo(new ContractTerm(1, true, 5));
        assertThat(earlier).containsExactly(2);
        earlier.clear();
        assertThat(term(200, 0, 45, 100)).isEqualTo(new ContractTerm(0, false, 3));
        assertThat(earlier).containsExactly(0, 0);
    }
}
