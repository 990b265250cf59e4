package org.crmkit.core.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.consent.ConsentRecord.Kind;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.tck.ConsentGuardContract;

class LedgerGuardContractTest implements ConsentGuardContract {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final CustomerId CHILD = new CustomerId("child");
    private static final CustomerId ADULT = new CustomerId("adult");

    private static final ConsentGuard GUARD = ConsentLedger.of(List.of(
                    ConsentRecord.of(Kind.GRANT, ADULT, Purpose.MARKETING, START, "app")
                            .until(START.plusSeconds(1000)),
                    ConsentRecord.of(Kind.DENY, ADULT, Purpose.MARKETING, START.plusSeconds(500), "app")
                            .over(Channel.SMS),
                    ConsentRecord.separateGrant(ADULT, DataClass.HEALTH, Purpose.CARE, START.plusSeconds(300), "form"),
                    ConsentRecord.of(Kind.WITHDRAW, ADULT, Purpose.CARE, START.plusSeconds(700), "call"),
                    ConsentRecord.of(Kind.GUARDIAN_GRANT, CHILD, Purpose.CARE, START, "form"),
                    ConsentRecord.of(Kind.IMPORT, CHILD, Purpose.MARKETING, START, "old system")))
            .guard(
                    ConsentPolicy.standard(ZoneOffset.UTC),
                    person -> Optional.of(LocalDate.of(2012, 1, 2)).filter(date -> person.equals(CHILD)));

    @Override
    public ConsentGuard guard() {
        return GUARD;
    }

    @Override
    @Provide
    public Arbitrary<AccessRequest> requests() {
        return Combinators.combine(
                        Arbitraries.of(ADULT, CHILD),
                        personalClasses(),
                        Arbitraries.of(Purpose.MARKETING, Purpose.CARE, Purpose.REFILL_REMINDER),
                        Arbitraries.of(Channel.SMS, Channel.APP).optional(),
                        Arbitraries.integers().between(-100, 200_000))
                .as((person, dataClass, purpose, channel, second) ->
                        new AccessRequest(person, dataClass, purpose, channel, START.plusSeconds(second)));
    }
}
