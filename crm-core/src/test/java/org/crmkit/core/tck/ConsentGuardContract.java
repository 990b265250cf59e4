package org.crmkit.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.Sensitivity;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.AccessRequest;
import org.crmkit.core.consent.ConsentGuard;
import org.crmkit.core.customer.CustomerId;

/**
 * What every {@link ConsentGuard} promises; implement it in a test class of your own.
 *
 * <ol>
 *   <li>ordinary data may be read;
 *   <li>nothing else of a person without records may be read;
 *   <li>the same request gets the same decision;
 *   <li>the decision holds until the instant it names, which lies ahead.
 * </ol>
 */
public interface ConsentGuardContract {
    /** How many requests each rule is tried on. */
    int TRIES = 200;

    /**
     * Returns the guard under test.
     *
     * @return a guard that knows nothing of a person called {@code nobody-knows-this-person}
     */
    ConsentGuard guard();

    /**
     * Returns the requests that the rules are tried on.
     *
     * @return random requests about persons whom the guard knows
     */
    @Provide
    Arbitrary<AccessRequest> requests();

    /** Returns classes of data that are not ordinary. */
    @Provide
    default Arbitrary<DataClass> personalClasses() {
        return Arbitraries.of(
                DataClass.BEHAVIOR, DataClass.IDENTITY, DataClass.HEALTH, new DataClass("own", Sensitivity.SENSITIVE));
    }

    /** Rule 1: ordinary data may be read. */
    @Property(tries = TRIES)
    default void rule1_ordinaryDataMayBeRead(@ForAll("requests") AccessRequest request) {
        AccessRequest ordinary = new AccessRequest(
                request.person(), DataClass.GENERAL, request.purpose(), request.channel(), request.at());
        assertThat(guard().decide(ordinary).reason()).isEqualTo(AccessReason.ORDINARY_DATA);
    }

    /** Rule 2: nothing else of a person without records may be read. */
    @Property(tries = TRIES)
    default void rule2_noRecordMeansNo(
            @ForAll("requests") AccessRequest request, @ForAll("personalClasses") DataClass dataClass) {
        AccessRequest stranger = new AccessRequest(
                new CustomerId("nobody-knows-this-person"),
                dataClass,
                request.purpose(),
                request.channel(),
                request.at());
        assertThat(guard().permits(stranger)).isFalse();
    }

    /** Rule 3: the same request gets the same decision. */
    @Property(tries = TRIES)
    default void rule3_sameRequestSameDecision(@ForAll("requests") AccessRequest request) {
        ConsentGuard guard = guard();
        AccessDecision decision = guard.decide(request);
        assertThat(guard.decide(request)).isEqualTo(decision);
        assertThat(guard.permits(request)).isEqualTo(decision.isPermitted());
    }

    /** Rule 4: the decision holds until the instant it names, which lies ahead. */
    @Property(tries = TRIES)
    default void rule4_decisionHoldsUntilItSays(
            @ForAll("requests") AccessRequest request, @ForAll @IntRange(max = 999) int part) {
        AccessDecision decision = guard().decide(request);
        assertThat(decision.validUntil()).isAfter(request.at());
        Instant until = decision.validUntil().equals(Instant.MAX)
                ? request.at().plus(Duration.ofDays(10_000))
                : decision.validUntil();
        Instant between = request.at()
                .plus(Duration.between(request.at(), until).multipliedBy(part).dividedBy(1000));
        assertThat(guard().decide(request.at(between)).reason()).isEqualTo(decision.reason());
    }
}
