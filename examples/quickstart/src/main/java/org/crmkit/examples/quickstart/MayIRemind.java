package org.crmkit.examples.quickstart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.BirthDates;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.consent.ConsentPolicy;
import org.crmkit.core.consent.ConsentRecord;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.CustomerId;

/** Asks whether a patient's refills may be looked at: when she has said nothing, yes to reminders, no to all care. */
final class MayIRemind {

    /** Runs the example. */
    public static void main(String[] args) {
        CustomerId ana = CustomerId.of("ana");
        Instant noon = Instant.parse("2026-03-07T12:00:00Z");
        var yes = ConsentRecord.separateGrant(ana, DataClass.HEALTH, Purpose.REFILL_REMINDER, noon, "app 4.2");
        var no = ConsentRecord.of(ConsentRecord.Kind.WITHDRAW, ana, Purpose.CARE, noon.plusSeconds(60), "call 17");
        var asked = AccessRequest.of(ana, DataClass.HEALTH, Purpose.REFILL_REMINDER, noon.plusSeconds(3600));
        for (var said : List.of(List.<ConsentRecord>of(), List.of(yes), List.of(yes, no))) {
            var guard = ConsentLedger.of(said).guard(ConsentPolicy.standard(ZoneOffset.UTC), BirthDates.unknown());
            System.out.println(guard.permits(asked) + ": " + guard.decide(asked).reason());
        }
    }
}
