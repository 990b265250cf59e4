package org.crmkit.lifecycle.need;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.time.AsOf;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.lifecycle.FitStatus;
import org.crmkit.lifecycle.clv.Horizon;
import org.crmkit.lifecycle.purchase.PurchaseModelFamily;
import org.crmkit.lifecycle.tck.Watcher;
import org.junit.jupiter.api.Test;

/** Two hundred customers: vitamins every thirty days or so, plasters at random, a wheelchair once. */
class NeedForecastTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final LocalDate END = LocalDate.of(2025, 12, 31);
    private static final Horizon.Ahead MONTH = Horizon.ahead(35, TimeGrain.DAY);

    private final List<Activity> activities = new ArrayList<>();

    private void buys(String customer, long epochDay, String category, int quantity) {
        PurchaseLine line = new PurchaseLine(
                "sku",
                Optional.of(category),
                ItemClass.OTHER,
                BigDecimal.valueOf(quantity),
                Money.ofMinor(500, EUR),
                OptionalInt.empty());
        Instant at = LocalDate.ofEpochDay(epochDay).atTime(12, 0).toInstant(ZoneOffset.UTC);
        activities.add(new Purchase(
                new ActivityId("o" + activities.size()),
                new CustomerId(customer),
                at,
                Optional.empty(),
                Money.ofMinor(1000, EUR),
                List.of(line, line)));
    }

    private CustomerBase shop() {
        Random random = new Random(3);
        for (int c = 0; c < 200; c++) {
            long start = END.toEpochDay() - 400 + c;
            // every fourth has given up vitamins
            long until = c % 4 == 3 ? start + 130 : END.toEpochDay();
            for (long day = start; day <= until; day += 27 + random.nextInt(7)) {
                buys("c" + c, day, "vitamins", 2);
            }
            for (long day = start; day <= END.toEpochDay(); day += 1 + random.nextInt(160)) {
                buys("c" + c, day, "plasters", 1);
            }
        }
        buys("c0", END.toEpochDay() - 90, "wheelchair", 1);
        return CustomerBase.of(ActivityLog.of(activities, AmountUnit.of(EUR)), AsOf.endOf(END, ZoneOffset.UTC));
    }

    private NeedForecast forecast() {
        return NeedForecast.of(shop(), PurchaseModelFamily.mbgCnbd(), TimeGrain.DAY, MONTH);
    }

    private static Need need(NeedForecast forecast, String customer, String category) {
        return forecast.needsOf(new CustomerId(customer)).stream()
                .filter(need -> need.category().equals(category))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachCategoryHasItsOwnPace() {
        NeedForecast forecast = forecast();
        assertThat(forecast.fits()).containsOnlyKeys("plasters", "vitamins", "wheelchair");
        assertThat(forecast.fits().get("vitamins").usableModel().parameters().get("k"))
                .isGreaterThan(forecast.fits()
                        .get("plasters")
                        .usableModel()
                        .parameters()
                        .get("k"));
        Need vitamins = need(forecast, "c0", "vitamins");
        assertThat(vitamins.chance()).isGreaterThan(0.8);
        // two lines of two on each day
        assertThat(vitamins.usualQuantity()).isEqualTo(4);
        assertThat(vitamins.expectedQuantity()).isCloseTo(4 * vitamins.expectedPurchases(), within(1e-12));
        assertThat(vitamins.evenChanceBy().orElseThrow()).isBetween(END, END.plusDays(35));
        assertThat(need(forecast, "c3", "vitamins").chance()).isLessThan(0.05);
        assertThat(need(forecast, "c3", "vitamins").evenChanceBy()).isEmpty();
    }

    @Test
    void likeliestFirst() {
        NeedForecast forecast = forecast();
        for (int c = 0; c < 200; c++) {
            List<Need> needs = forecast.needsOf(new CustomerId("c" + c));
            assertThat(needs).hasSize(2);
            assertThat(needs.get(0).chance())
                    .isGreaterThanOrEqualTo(needs.get(1).chance());
        }
    }

    /** One wheelchair in four hundred days teaches nothing, and that is said. */
    @Test
    void aCategoryWithTooLittleData_hasNoNeeds() {
        NeedForecast forecast = forecast();
        assertThat(forecast.fits().get("wheelchair").status()).isEqualTo(FitStatus.TOO_LITTLE_DATA);
        assertThat(forecast.needsOf(new CustomerId("stranger"))).isEmpty();
    }

    @Test
    void withoutALog_itIsRefused() {
        CustomerBase summaries = CustomerBase.of(shop().summaries());
        assertThatThrownBy(() -> NeedForecast.of(summaries, PurchaseModelFamily.mbgNbd(), TimeGrain.DAY, MONTH))
                .hasMessage("base must keep its log, was made from summaries");
    }

    @Test
    void aForecast_isWatched() {
        CustomerBase shop = shop();
        Watcher watcher = Watcher.patient();
        NeedForecast forecast = NeedForecast.of(shop, PurchaseModelFamily.mbgNbd(), TimeGrain.DAY, MONTH, watcher);
        assertThat(forecast.fits())
                .isEqualTo(NeedForecast.of(shop, PurchaseModelFamily.mbgNbd(), TimeGrain.DAY, MONTH)
                        .fits());
        watcher.assertSawTheEnd();
        // three categories
        assertThat(watcher.heard()).contains(33L, 66L);
        Watcher hasty = Watcher.stoppingAfter(3);
        assertThatThrownBy(() -> NeedForecast.of(shop, PurchaseModelFamily.mbgNbd(), TimeGrain.DAY, MONTH, hasty))
                .isInstanceOf(CancellationException.class);
        hasty.assertStoppedIt();
    }
}
