package org.crmkit.examples.quickstart;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.funnel.Funnel;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.time.AsOf;

/** Asks one question after the other and counts who is left, who is lost and of whom nobody can say. */
final class WhereTheyAreLost {

    private WhereTheyAreLost() {}

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerBase base = CustomerBase.of(Orders.log(), AsOf.endOf(LocalDate.of(2026, 3, 7), ZoneOffset.UTC));
        Funnel funnel = Funnel.of("bought", Conditions.purchases().count().atLeast(1))
                .then("came back", Conditions.purchases().count().atLeast(2))
                .then(
                        "this quarter",
                        Conditions.purchases().last(Period.ofDays(90)).count().atLeast(1));
        System.out.println(funnel.count(base).toText(Locale.ENGLISH));
    }
}
