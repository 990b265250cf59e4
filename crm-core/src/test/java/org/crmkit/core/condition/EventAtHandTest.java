package org.crmkit.core.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.crmkit.core.condition.Conditions.all;
import static org.crmkit.core.condition.Conditions.any;
import static org.crmkit.core.condition.Conditions.purchases;
import static org.crmkit.core.condition.Conditions.tag;
import static org.crmkit.core.condition.Conditions.where;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.crmkit.core.activity.ActivityId;
import org.crmkit.core.activity.ActivityLog;
import org.crmkit.core.activity.Interaction;
import org.crmkit.core.activity.Purchase;
import org.crmkit.core.activity.PurchaseLine;
import org.crmkit.core.attribute.AttributeKey;
import org.crmkit.core.attribute.Attributes;
import org.crmkit.core.customer.CustomerId;
import org.crmkit.core.customer.CustomerType;
import org.crmkit.core.customer.Person;
import org.crmkit.core.customer.Tag;
import org.crmkit.core.money.AmountUnit;
import org.crmkit.core.money.Money;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.regulation.ItemClass;
import org.crmkit.core.time.AsOf;
import org.junit.jupiter.api.Test;

/** Conditions on the line of a purchase: alone, and together with what is known of who buys. */
class EventAtHandTest {
    private static final AsOf NOW = AsOf.of(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final PurchaseLine VITAMINS = line("vitamins", ItemClass.OTHER);
    private static final PurchaseLine INSULIN = line("insulin", ItemClass.RX);
    private static final Purchase BASKET = new Purchase(
            new ActivityId("p1"),
            CustomerId.of("c1"),
            NOW.instant(),
            Optional.empty(),
            Money.parse("CNY 120.00"),
            List.of(VITAMINS, INSULIN));
    private static final Profile VIP = Profile.of(
            Person.of(CustomerId.of("c1"), CustomerType.PATIENT, Attributes.EMPTY)
                    .withTags(List.of(Tag.of("vip", "test"))),
            List.of(),
            NOW,
            AmountUnit.of(Money.parse("CNY 1.00").currency()));

    private static PurchaseLine line(String category, ItemClass itemClass) {
        return new PurchaseLine(
                "sku-" + category,
                Optional.of(category),
                itemClass,
                BigDecimal.valueOf(2),
                Money.parse("CNY 60.00"),
                OptionalInt.empty());
    }

    @Test
    void evaluate_line_whoeverBuys() {
        Condition vitamins = all(
                where(LineFacts.CATEGORY).is("vitamins"),
                where(LineFacts.QUANTITY).atLeast(2));
        assertThat(vitamins.evaluate(BASKET, VITAMINS)).isEqualTo(Truth.TRUE);
        assertThat(vitamins.evaluate(BASKET, INSULIN)).isEqualTo(Truth.FALSE);
        assertThat(where(LineFacts.DAYS_SUPPLY).atLeast(28).evaluate(BASKET, INSULIN))
                .isEqualTo(Truth.UNKNOWN);
        assertThat(where(ActivityFacts.AMOUNT).atLeast("100.00").evaluate(BASKET, INSULIN))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void evaluate_line_readingTheCustomer_isRefused() {
        Condition either = any(where(LineFacts.CATEGORY).is("vitamins"), tag("vip"));
        assertThatThrownBy(() -> either.evaluate(BASKET, VITAMINS))
                .hasMessage("condition on a line must read facts of activities or lines only, read tag");
    }

    @Test
    void evaluate_withLine_readsCustomerAndLine() {
        Condition vipBuysVitamins = all(where(LineFacts.CATEGORY).is("vitamins"), tag("vip"));
        EvaluationContext vitamins = EvaluationContext.STANDARD.withLine(BASKET, VITAMINS);
        EvaluationContext insulin = EvaluationContext.STANDARD.withLine(BASKET, INSULIN);
        assertThat(vipBuysVitamins.evaluate(VIP, vitamins)).isEqualTo(Truth.TRUE);
        assertThat(vipBuysVitamins.evaluate(VIP, insulin)).isEqualTo(Truth.FALSE);
        assertThat(vipBuysVitamins.evaluate(VIP)).isEqualTo(Truth.UNKNOWN);
        assertThat(vipBuysVitamins.evaluate(VIP, EvaluationContext.STANDARD.withActivity(BASKET)))
                .isEqualTo(Truth.UNKNOWN);
        Verdict why = vipBuysVitamins.explain(VIP, insulin);
        assertThat(why.reasons()).hasSize(1);
        assertThat(why.reasons().get(0).leaf().toString()).isEqualTo("the category is vitamins");
        assertThat(vipBuysVitamins.explain(VIP).unknownBecause().get(0).input())
                .isEqualTo(new Input(Input.Kind.ACTIVITY, "line.category"));
        CustomerBase base = CustomerBase.of(
                List.of(VIP.customer().orElseThrow()),
                ActivityLog.of(List.of(), VIP.activities().unit()),
                NOW);
        assertThat(CompiledCondition.of(vipBuysVitamins, base, vitamins).truth(0))
                .isEqualTo(Truth.TRUE);
        assertThat(IncrementalEvaluator.of(vipBuysVitamins, VIP, vitamins).truth())
                .isEqualTo(Truth.TRUE);
    }

    /** What is bought now is not history yet: a first purchase is one before which there was none. */
    @Test
    void withLine_doesNotAddToTheHistory() {
        EvaluationContext context =
                EvaluationContext.STANDARD.withLine(BASKET, VITAMINS).withObservedSince(ObservedSince.EVER);
        assertThat(purchases().last(Period.ofDays(1)).none().evaluate(VIP, context))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void withActivity_ofAnyKind() {
        Interaction visit = Interaction.of("v1", "c1", NOW.instant(), Interaction.Kind.VISIT);
        EvaluationContext context = EvaluationContext.STANDARD.withActivity(visit);
        assertThat(where(ActivityFacts.CODE).is("interaction.visit").evaluate(VIP, context))
                .isEqualTo(Truth.TRUE);
        assertThat(context.activity()).contains(visit);
        assertThat(context.line()).isEmpty();
    }

    @Test
    void keyThatOnlyLooksLikeAFact_isRefused() {
        assertThatThrownBy(
                        () -> where(AttributeKey.text("line.quantity")).is("2").evaluate(BASKET, VITAMINS))
                .hasMessageContaining("was line.quantity of type text");
        assertThatThrownBy(() -> purchases()
                        .where(where(AttributeKey.text("line.colour")).is("red"))
                        .exist())
                .hasMessageContaining("was line.colour of type text");
    }

    @Test
    void customerFacts_areReadLikeAttributes() {
        assertThat(where(CustomerFacts.TYPE).isOneOf("patient", "consumer").evaluate(VIP))
                .isEqualTo(Truth.TRUE);
        assertThat(where(CustomerFacts.CREATED_AT).isPresent().evaluate(VIP)).isEqualTo(Truth.FALSE);
    }
}
