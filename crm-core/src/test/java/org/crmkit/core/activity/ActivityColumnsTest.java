package org.crmkit.core.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.crmkit.core.customer.Channel;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.regulation.ItemClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns give back what was put in: every kind, every field, at full length and with the oddest characters. */
class ActivityColumnsTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant LEAP_NIGHT = Instant.parse("2024-02-29T23:59:59.999999999Z");
    private static final Optional<Channel> APP = Optional.of(Channel.APP);

    @Test
    void everyKindComesBackAsItWas() {
        List<Activity> all = everyKind("7");
        ActivityLog log = ActivityLog.of(all, AmountUnit.of(EUR));
        assertThat(log.asList()).containsExactlyElementsOf(all);
        assertThat(log.history(new CustomerId("7")).asList()).containsExactlyElementsOf(all);
        for (int i = 0; i < all.size(); i++) {
            assertThat(log.history(0).code(i)).isEqualTo(all.get(i).code());
            assertThat(log.history(0).at(i)).isEqualTo(all.get(i).at());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 9})
    void amountsComeBackFromAnyFinerUnit(int decimals) {
        List<Activity> all = everyKind("7");
        assertThat(ActivityLog.of(all, new AmountUnit(EUR, decimals)).asList()).containsExactlyElementsOf(all);
    }

    @Test
    void idsComeBackWhateverTheirCharacters() {
        List<Activity> all = new ArrayList<>();
        List<String> ids =
                List.of("a", "\u00e9t\u00e9", "\u836f\u5e97-1", "\uD83D\uDE00", "half \uD83D", "x".repeat(200));
        for (String id : ids) {
            all.add(Interaction.of(id, "c", LEAP_NIGHT, Interaction.Kind.BROWSE));
        }
        assertThat(ActivityLog.of(all, AmountUnit.of(EUR)).asList()).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void manyPagesOfManyCustomersComeBack() {
        Random random = new Random(7);
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            String id = i % 20_011 == 0 ? "\u836f" + i : "order-" + i;
            all.add(new Purchase(
                    new ActivityId(id),
                    new CustomerId("c" + random.nextInt(5_000)),
                    LEAP_NIGHT.plusSeconds(random.nextInt(1_000_000)),
                    APP,
                    Money.ofMinor(random.nextInt(10_000), EUR),
                    lines(random.nextInt(3), random.nextInt(10_000))));
        }
        ActivityLog log = ActivityLog.of(all, AmountUnit.of(EUR));
        assertThat(log.asList()).hasSameSizeAs(all);
        assertThat(new HashSet<>(log.asList())).isEqualTo(new HashSet<>(all));
        Collections.shuffle(all, random);
        assertThat(ActivityLog.of(all, AmountUnit.of(EUR))).isEqualTo(log).hasSameHashCodeAs(log);
        all.set(0, Purchase.of(all.get(0).id().value(), all.get(0).customer().value(), LEAP_NIGHT, Money.zero(EUR)));
        assertThat(ActivityLog.of(all, AmountUnit.of(EUR))).isNotEqualTo(log);
    }

    /** What the class comment of {@link ActivityLog} promises, with ids of eight characters. */
    @ParameterizedTest
    @CsvSource({"0, 1, 28", "3, 1, 44", "3, 10000, 68"}) // 28; 28 + 4 + 3 * 4; 28 + 4 + 3 * 12
    void anActivityTakesTheBytesThatAreSaid(int lines, int prices, long said) {
        List<Activity> sorted = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            sorted.add(Purchase.of("p" + (1_000_000 + i), "c", LEAP_NIGHT, Money.ofMinor(i, EUR))
                    .withLines(lines(lines, i % prices)));
        }
        ActivityColumns columns =
                new ActivityColumns(AmountUnit.of(EUR), List.of(new CustomerId("c")), new int[] {0, 10_000}, sorted);
        assertThat(columns.bytesHeld() / 10_000).isEqualTo(said + 8);
    }

    @Test
    void linesThatRepeatAreHeldOnce() {
        List<Activity> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            all.add(new Purchase(
                    new ActivityId("p" + i),
                    new CustomerId("c"),
                    LEAP_NIGHT,
                    APP,
                    Money.ofMinor(10, EUR),
                    lines(3, 5)));
        }
        ActivityHistory history = ActivityHistory.of(all, AmountUnit.of(EUR));
        assertThat(((Purchase) history.get(0)).lines()).isEqualTo(lines(3, 5));
        assertThat(((Purchase) history.get(0)).lines().get(1))
                .isSameAs(((Purchase) history.get(99)).lines().get(1));
    }

    private static List<PurchaseLine> lines(int size, int cents) {
        List<PurchaseLine> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add(PurchaseLine.of("sku-" + i, ItemClass.OTHER, i + 1, Money.ofMinor(cents + i, EUR)));
        }
        return lines;
    }

    private static List<Activity> everyKind(String owner) {
        PurchaseLine full = PurchaseLine.of("aspirin", ItemClass.OTC_B, 1, Money.ofMinor(99, EUR))
                .withCategory("pain")
                .withQuantity(new BigDecimal("0.123456789"))
                .withDaysSupply(30);
        PurchaseLine round = PurchaseLine.of("bandage", ItemClass.OTHER, 1_000_000_000, Money.ofMinor(1, EUR));
        return List.of(
                Purchase.of("1", owner, LEAP_NIGHT, Money.ofMinor(100, EUR))
                        .withChannel(Channel.APP)
                        .withLines(List.of(full, round)),
                Purchase.of("2", owner, LEAP_NIGHT, Money.zero(EUR)),
                Refund.of("3", owner, LEAP_NIGHT, Money.ofMinor(99, EUR), "1")
                        .withChannel(Channel.APP)
                        .withReason("broken"),
                Refund.of("31", owner, LEAP_NIGHT, Money.ofMinor(1, EUR)),
                Interaction.of("4", owner, LEAP_NIGHT, Interaction.Kind.VISIT)
                        .withChannel(Channel.FIELD)
                        .withSubject("launch")
                        .withResult("order")
                        .withDuration(Duration.ofMinutes(7))
                        .withBy("rep-3"),
                ServiceCaseEvent.of("5", owner, LEAP_NIGHT, "case-1", ServiceCaseEvent.Step.COMPENSATED)
                        .withChannel(Channel.PHONE)
                        .withCategory("delivery")
                        .withSeverity(3)
                        .withCompensation(Money.ofMinor(500, EUR)),
                SurveyResponse.of("6", owner, LEAP_NIGHT, "nps", Map.of("recommend", 9.0))
                        .withChannel(Channel.EMAIL),
                CustomActivity.of("7", owner, LEAP_NIGHT, "card-lost")
                        .withChannel(Channel.STORE)
                        .withFields(Map.of("desk", "3")));
    }
}
