package org.crmkit.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.where;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.attribute.StandardAttributes;
import org.crmkit.core.condition.Condition;
import org.crmkit.core.condition.Conditions;
import org.crmkit.core.condition.CustomCondition;
import org.crmkit.core.condition.EvaluationContext;
import org.crmkit.core.condition.Input;
import org.crmkit.core.condition.MembershipPolicy;
import org.crmkit.core.condition.Truth;
import org.crmkit.core.consent.AccessDecision;
import org.crmkit.core.consent.AccessReason;
import org.crmkit.core.consent.BirthDates;
import org.crmkit.core.consent.ConsentLedger;
import org.crmkit.core.consent.ConsentPolicy;
import org.crmkit.core.consent.ConsentRecord;
import org.crmkit.core.consent.Purpose;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

class ConditionTriggerTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final CustomerId LI = new CustomerId("li");
    private static final AmountUnit UNIT = new AmountUnit(Money.parse("CNY 1").currency(), 2);
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private static final Trigger<Profile> AT_RISK = Trigger.when(
            "at-risk",
            List.of(
                    LabeledCondition.of(
                            "high", purchases().lastDays(90).assumingComplete().none()),
                    LabeledCondition.of(
                            "medium",
                            purchases().lastDays(45).assumingComplete().none())),
            EvaluationContext.STANDARD,
            MembershipPolicy.UNKNOWN_IS_OUT);

    @Test
    void atRisk_risesWithSilenceAndFallsWithAPurchase() {
        TriggerQueue<Profile> queue = new TriggerQueue<>(List.of(AT_RISK), START);
        queue.enroll(LI, profile(Attributes.EMPTY, START, START.minus(Duration.ofDays(3))));
        List<DomainEvent> events = queue.advance(START.plus(Duration.ofDays(60)));
        assertThat(events).extracting(DomainEvent::label).containsExactly("medium");

        Instant back = queue.now();
        queue.update(LI, profile(Attributes.EMPTY, back, back), events::add);
        queue.advance(back.plus(Duration.ofDays(200)), events::add);
        assertThat(events).extracting(DomainEvent::label).containsExactly("medium", "medium", "high");
        assertThat(events.get(2).before()).contains("medium");
        assertThat(queue.nextInstant()).isEmpty();
    }

    @Test
    void sensitiveAttribute_isNewsOnlyWhileConsentHolds() {
        Instant granted = START.plus(Duration.ofDays(10));
        Instant expires = START.plus(Duration.ofDays(20));
        ConsentRecord consent = ConsentRecord.separateGrant(LI, DataClass.HEALTH, Purpose.CARE, granted, "form")
                .until(expires);
        EvaluationContext context = EvaluationContext.STANDARD.withGuard(
                ConsentLedger.EMPTY.append(consent).guard(ConsentPolicy.standard(SHANGHAI), BirthDates.unknown()));
        Condition chronic = where(StandardAttributes.DISEASE_COURSE)
                .forPurpose(Purpose.CARE)
                .is("chronic");
        Trigger<Profile> trigger = Trigger.when(
                "chronic", List.of(LabeledCondition.of("chronic", chronic)), context, MembershipPolicy.UNKNOWN_IS_OUT);
        Profile profile = profile(
                Attributes.builder()
                        .put(StandardAttributes.DISEASE_COURSE, "chronic")
                        .build(),
                START);

        assertThat(trigger.observe(profile, START)).isEqualTo(Signal.off(granted));
        assertThat(trigger.observe(profile, granted)).isEqualTo(Signal.on("chronic", expires));
        assertThat(trigger.observe(profile, expires)).isEqualTo(Signal.off(Instant.MAX));
    }

    /** The fingerprint asks for parameters, so they tell how often a condition was prepared. */
    @Test
    void conditions_arePreparedOnceForAllCustomers() {
        AtomicInteger prepared = new AtomicInteger();
        CustomCondition counted = new CustomCondition() {
            @Override
            public String type() {
                return "test.counted";
            }

            @Override
            public Map<String, String> parameters() {
                prepared.incrementAndGet();
                return Map.of();
            }

            @Override
            public Set<Input> inputs() {
                return Set.of();
            }

            @Override
            public Truth evaluate(Profile profile, EvaluationContext context) {
                return Truth.TRUE;
            }
        };
        Trigger<Profile> trigger = Trigger.when(
                "counted",
                List.of(LabeledCondition.of("on", Conditions.custom(counted))),
                EvaluationContext.STANDARD,
                MembershipPolicy.UNKNOWN_IS_OUT);
        int once = prepared.get();
        for (int i = 0; i < 50; i++) {
            assertThat(trigger.observe(profile(Attributes.EMPTY, START), START).label())
                    .contains("on");
        }
        assertThat(prepared).hasValue(once);
    }

    /** Random purchase histories and birthdays; every change lies on a local midnight or on the hour of a purchase. */
    @Test
    void queueFindsWhatAskingEveryHourFinds() {
        Trigger<Profile> birthday = Trigger.when(
                "birthday",
                List.of(LabeledCondition.of("today", Conditions.anniversary(StandardAttributes.BIRTH_DATE, 0))),
                EvaluationContext.STANDARD.withGuard(request -> AccessDecision.of(AccessReason.CONSENTED)),
                MembershipPolicy.UNKNOWN_IS_OUT);
        Random random = new Random(11);
        int found = 0;
        for (int i = 0; i < 20; i++) {
            Attributes attributes = Attributes.builder()
                    .put(StandardAttributes.BIRTH_DATE, LocalDate.of(1980, 1, 1).plusDays(random.nextInt(366)))
                    .build();
            Profile profile = profile(
                    attributes,
                    START,
                    START.minus(Duration.ofHours(random.nextInt(2000))),
                    START.minus(Duration.ofHours(random.nextInt(900))));
            for (Trigger<Profile> trigger : List.of(AT_RISK, birthday)) {
                TriggerQueue<Profile> queue = new TriggerQueue<>(List.of(trigger), START);
                queue.enroll(LI, profile);
                List<DomainEvent> events = queue.advance(START.plus(Duration.ofDays(120)));
                assertThat(events).isEqualTo(askedEveryHour(trigger, profile));
                found += events.size();
            }
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void noCases_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Trigger.when("x", List.of(), EvaluationContext.STANDARD, MembershipPolicy.UNKNOWN_IS_OUT))
                .withMessage("cases of x must not be empty");
    }

    private static List<DomainEvent> askedEveryHour(Trigger<Profile> trigger, Profile profile) {
        List<DomainEvent> events = new ArrayList<>();
        Optional<String> before = trigger.observe(profile, START).label();
        for (int hour = 1; hour <= 120 * 24; hour++) {
            Instant at = START.plus(Duration.ofHours(hour));
            Optional<String> label = trigger.observe(profile, at).label();
            if (label.isPresent() && !label.equals(before)) {
                events.add(new DomainEvent(trigger.id(), LI, label.get(), before, at));
            }
            before = label;
        }
        return events;
    }

    private static Profile profile(Attributes attributes, Instant asOf, Instant... bought) {
        List<Purchase> orders = new ArrayList<>();
        for (Instant at : bought) {
            orders.add(Purchase.of("o-" + at, "li", at, Money.parse("CNY 10")));
        }
        return Profile.of(Person.of(LI, CustomerType.CONSUMER, attributes), orders, AsOf.of(asOf, SHANGHAI), UNIT);
    }
}
