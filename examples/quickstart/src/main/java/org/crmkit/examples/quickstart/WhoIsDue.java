package org.crmkit.examples.quickstart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.decision.Festivals;
import org.crmkit.core.decision.Trigger;
import org.crmkit.core.decision.TriggerQueue;

/** Asks who is due: a refill five days before the tablets run out, and a festival; nobody is looked at before that. */
final class WhoIsDue {

    /** Runs the example. */
    public static void main(String[] args) {
        Trigger<Instant> refill = Trigger.due("refill-due", Optional::of, Duration.ofDays(5));
        Trigger<Instant> festival =
                Trigger.onDates("dragon-boat", Festivals.DRAGON_BOAT_FESTIVAL, 0, ZoneId.of("Asia/Shanghai"));
        var queue = new TriggerQueue<>(List.of(refill, festival), Instant.parse("2026-06-01T00:00:00Z"));
        queue.enroll(CustomerId.of("ana"), Instant.parse("2026-06-12T16:00:00Z"));
        System.out.println("sleep until " + queue.nextInstant().orElseThrow());
        for (var event : queue.advance(Instant.parse("2026-07-01T00:00:00Z"))) {
            System.out.println(event.subject() + " " + event.trigger() + " " + event.label());
        }
    }
}
