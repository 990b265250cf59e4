package org.crmkit.core.tck;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.CustomActivity;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.activity.Refund;
import org.crmkit.core.activity.ServiceCaseEvent;
import org.crmkit.core.activity.SurveyResponse;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.time.AsOf;

/**
 * Random activities, logs and populations for contracts and laws.
 *
 * <p>The instants cross a leap day, both ends of daylight saving and a year's end in Berlin; some activities lie after the instant of the view, some
 * customers never buy, several purchases fall on one day, refunds may come before their purchase arrives, and every kind of activity occurs.
 */
public final class Populations {
    /** The currency of all amounts. */
    public static final Currency EUR = Currency.getInstance("EUR");

    /** The unit of all amounts. */
    public static final AmountUnit CENTS = AmountUnit.of(EUR);

    /** A zone with daylight saving. */
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** The instant of the view. */
    public static final AsOf AS_OF = AsOf.of(Instant.parse("2024-11-15T12:00:00Z"), BERLIN);

    private static final long FIRST = Instant.parse("2023-12-28T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2024-12-31T23:59:59Z").getEpochSecond();
    private static final int MOST_CENTS = 100_000;

    private Populations() {}

    /**
     * Returns activities of some customers, each with an id of its own.
     *
     * @param customers the largest number of customers
     * @param activities the largest number of activities
     * @return lists in random order
     */
    public static Arbitrary<List<Activity>> activities(int customers, int activities) {
        return drafts(customers).list().ofMaxSize(activities).map(Populations::numbered);
    }

    /**
     * Returns populations as of {@link #AS_OF}, down to the empty one.
     *
     * @return bases of at most 12 customers with at most 60 activities
     */
    public static Arbitrary<CustomerBase> bases() {
        return activities(12, 60).map(list -> CustomerBase.of(ActivityLog.of(list, CENTS), AS_OF));
    }

    private static List<Activity> numbered(List<Draft> drafts) {
        List<Activity> activities = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            activities.add(drafts.get(i).activity("a" + i));
        }
        return activities;
    }

    private static Arbitrary<Draft> drafts(int customers) {
        Arbitrary<Integer> who = Arbitraries.integers().between(1, customers);
        Arbitrary<Long> when = Arbitraries.longs().between(FIRST, LAST);
        Arbitrary<Integer> cents = Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.integers().between(1, MOST_CENTS)), Tuple.of(1, Arbitraries.just(0)));
        Arbitrary<Integer> kind = Arbitraries.integers().between(0, 9);
        return Combinators.combine(who, when, cents, kind).as(Draft::new).withoutEdgeCases();
    }

    private record Draft(int customer, long epochSecond, int cents, int kind) {
        Activity activity(String id) {
            Instant at = Instant.ofEpochSecond(epochSecond);
            Money amount = Money.ofMinor(cents, EUR);
            String who = "c" + customer;
            if (kind < 7) {
                Purchase purchase = Purchase.of(id, who, at, amount);
                return cents % 2 == 0 ? purchase : purchase.withLines(List.of(line(amount)));
            }
            if (kind < 9) {
                return Refund.of(id, who, at, amount);
            }
            return switch (cents % 5) {
                case 0 -> ServiceCaseEvent.of(id, who, at, "case-" + customer, ServiceCaseEvent.Step.OPENED);
                case 1 -> SurveyResponse.of(id, who, at, "nps", Map.of("recommend", cents % 11.0));
                case 2 -> CustomActivity.of(id, who, at, "card-lost");
                case 3 -> Interaction.of(id, who, at, Interaction.Kind.SEARCH).withSubject("sku-" + cents % 7);
                default -> Interaction.of(id, who, at, Interaction.Kind.CALL);
            };
        }

        private PurchaseLine line(Money amount) {
            return PurchaseLine.of("sku-" + cents % 7, ItemClass.OTHER, 1 + cents % 3, amount);
        }
    }
}
