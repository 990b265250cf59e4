package org.crmkit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.activity.Activity;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.attribute.DataClass;
import org.crmkit.core.column.DoubleColumn;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.money.Money;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreColumn;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.summary.SummaryTable;
import org.crmkit.core.tck.Populations;
import org.junit.jupiter.api.Test;

class CustomerBaseTest {
    private static final AttributeKey<Long> AGE = AttributeKey.integer("age");
    private static final ScoreKey<Double> VALUE = ScoreKey.number("value");
    private static final Activity PURCHASE =
            Purchase.of("p1", "2", Populations.AS_OF.instant(), Money.ofMinor(500, Populations.EUR));

    @Test
    void of_customersWithoutActivities_areInTheBase() {
        CustomerBase base = CustomerBase.of(
                List.of(TestCustomers.person("10"), TestCustomers.person("9")), log(PURCHASE), Populations.AS_OF);
        assertThat(base.summaries().customers()).extracting(CustomerId::value).containsExactly("2", "9", "10");
        assertThat(base.profile(0).customer()).isEmpty();
        assertThat(base.profile(2).customer()).contains(TestCustomers.person("10"));
        assertThat(base.profile(2).summary().hasPurchases()).isFalse();
        assertThat(base.rowOf(new CustomerId("9"))).isEqualTo(OptionalInt.of(1));
        assertThat(base.profile(new CustomerId("zzz"))).isEmpty();
    }

    @Test
    void of_customerGivenTwice_isRefused() {
        assertThatThrownBy(() -> CustomerBase.of(
                        List.of(TestCustomers.person("1"), TestCustomers.person("1")), log(), Populations.AS_OF))
                .hasMessage("customer 1 must be given once, was given twice");
    }

    @Test
    void of_summaries_hasNoActivitiesButTheirSums() {
        CustomerBase base = CustomerBase.of(SummaryTable.of(log(PURCHASE), Populations.AS_OF));
        Profile profile = base.profile(0);
        assertThat(profile.hasActivities()).isFalse();
        assertThat(profile.activities().size()).isZero();
        assertThat(profile.summary().netUnits()).isEqualTo(500);
        assertThat(profile.summary().touches()).isEmpty();
    }

    @Test
    void attributeColumn_ofMoneyInSeveralCurrencies_ascendsWithinEach() {
        List<Money> amounts = List.of(
                Money.parse("EUR 12.00"), Money.parse("CNY 9.00"), Money.parse("EUR 9.00"), Money.parse("CNY 10.00"));
        AttributeColumn<Money> column =
                AttributeColumn.of(AttributeKey.money("budget"), 4, row -> Optional.of(amounts.get(row)));
        assertThat(column.dictionary())
                .extracting(Money::toString)
                .containsExactly("CNY 9.00", "CNY 10.00", "EUR 9.00", "EUR 12.00");
        assertThat(column.get(0)).contains(amounts.get(0));
    }

    @Test
    void withAttribute_isWhatProfilesShow() {
        Attributes attributes = Attributes.builder().put(AGE, 30L).build();
        CustomerBase base =
                CustomerBase.of(List.of(TestCustomers.person("2", attributes)), log(PURCHASE), Populations.AS_OF);
        assertThat(base.profile(0).value(AGE)).contains(30L);
        assertThat(base.attribute(AGE).get(0)).contains(30L);
        CustomerBase changed = base.withAttribute(AttributeColumn.of(AGE, 1, row -> Optional.of(31L)));
        assertThat(changed.profile(0).value(AGE)).contains(31L);
        CustomerBase unknown = base.withAttribute(AttributeColumn.of(AGE, 1, row -> Optional.empty()));
        assertThat(unknown.profile(0).value(AGE)).isEmpty();
        assertThatThrownBy(() -> base.withAttribute(AttributeColumn.of(AGE, 2, row -> Optional.empty())))
                .hasMessage("attribute column age must hold 1 customers, held 2");
    }

    @Test
    void withScores_areWhatProfilesShow() {
        Score<Double> known = Score.of(3, Scale.oneTo(5), Explanation.fact("value", 3));
        CustomerBase base =
                CustomerBase.of(log(PURCHASE), Populations.AS_OF).withScores(VALUE, ScoreColumn.of(List.of(known)));
        assertThat(base.profile(0).score(VALUE)).contains(known);
        assertThat(base.profile(0).score(ScoreKey.number("other"))).isEmpty();
        Score<Double> replaced = Score.abstain(Abstention.NO_PURCHASES);
        Profile changed = base.profile(0).withScore(VALUE, replaced);
        assertThat(changed.score(VALUE)).contains(replaced);
        assertThat(changed.summary()).isEqualTo(base.profile(0).summary());
        assertThatThrownBy(() -> base.withScores(VALUE, ScoreColumn.of(DoubleColumn.copyOf(), row -> known)))
                .hasMessage("score column must hold 1 customers, held 0");
    }

    @Test
    void toString_tellsNoValues() {
        AttributeKey<String> allergy = AttributeKey.text("allergy").in(DataClass.HEALTH);
        Attributes attributes = Attributes.builder().put(allergy, "penicillin").build();
        CustomerBase base =
                CustomerBase.of(List.of(TestCustomers.person("2", attributes)), log(PURCHASE), Populations.AS_OF);
        assertThat(base.toString() + base.profile(0) + base.profile(0).attributes() + base.attribute(allergy))
                .doesNotContain("penicillin");
    }

    private static ActivityLog log(Activity... activities) {
        return ActivityLog.of(List.of(activities), Populations.CENTS);
    }
}
