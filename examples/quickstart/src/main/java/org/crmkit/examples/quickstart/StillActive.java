package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.Verdict;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.AsOf;

/** Asks everybody a question: the answer, and until when it holds if nothing happens. */
final class StillActive {

    private StillActive() {}

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        Condition active =
                Conditions.purchases().last(Period.ofDays(60)).count().atLeast(2);
        System.out.println(active.toText(Locale.ENGLISH) + "?");
        for (int row = 0; row < base.size(); row++) {
            Verdict verdict = active.explain(base.profile(row));
            System.out.println(base.id(row) + ": " + verdict.truth() + " until " + verdict.validUntil());
        }
    }
}
