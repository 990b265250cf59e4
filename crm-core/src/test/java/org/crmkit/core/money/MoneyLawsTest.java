package org.crmkit.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class MoneyLawsTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Property(tries = 500)
    void allocationConservesTotal(@ForAll long minor, @ForAll("weights") long[] weights) {
        BigInteger total = BigInteger.ZERO;
        for (Money part : Money.ofMinor(minor, EUR).allocate(weights)) {
            total = total.add(BigInteger.valueOf(part.amountMinor()));
        }
        assertThat(total).isEqualTo(BigInteger.valueOf(minor));
    }

    @Property(tries = 500)
    void allocationIsWithinOneMinorUnitOfTheExactShare(@ForAll long minor, @ForAll("weights") long[] weights) {
        BigInteger totalWeight = BigInteger.ZERO;
        for (long weight : weights) {
            totalWeight = totalWeight.add(BigInteger.valueOf(weight));
        }
        List<Money> parts = Money.ofMinor(minor, EUR).allocate(weights);
        for (int i = 0; i < weights.length; i++) {
            BigInteger scaledExact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(weights[i]));
            BigInteger scaledPart =
                    BigInteger.valueOf(parts.get(i).amountMinor()).multiply(totalWeight);
            assertThat(scaledPart.subtract(scaledExact).abs()).isLessThan(totalWeight);
            assertThat(weights[i] != 0 || parts.get(i).isZero()).isTrue();
        }
    }

    @Property(tries = 300)
    void negatedAmountAllocatesToNegatedParts(@ForAll long minor, @ForAll("weights") long[] weights) {
        Assume.that(minor != Long.MIN_VALUE);
        Money amount = Money.ofMinor(minor, EUR);
        assertThat(amount.negated().allocate(weights))
                .isEqualTo(amount.allocate(weights).stream().map(Money::negated).toList());
    }

    @Property(tries = 500)
    void textRoundTripIsIdentity(@ForAll long minor, @ForAll("currencies") Currency currency) {
        Money money = Money.ofMinor(minor, currency);
        assertThat(Money.parse(money.toString())).isEqualTo(money);
        assertThat(Money.of(money.toBigDecimal(), currency)).isEqualTo(money);
    }

    @Property(tries = 500)
    void parsedUnitsAreTheBigDecimalsUnits(@ForAll long units, @ForAll @IntRange(max = 9) int decimals) {
        AmountUnit unit = AmountUnit.plain(decimals);
        BigDecimal amount = unit.toDecimal(units);
        assertThat(unit.parse(amount.toPlainString())).isEqualTo(units);
        assertThat(unit.parse(amount.toString())).isEqualTo(units);
        assertThat(unit.toUnits(amount)).isEqualTo(units);
    }

    @Property(tries = 1000)
    void doubleOfUnitsIsTheNearestDouble(@ForAll long units, @ForAll @IntRange(max = 9) int decimals) {
        AmountUnit unit = AmountUnit.plain(decimals);
        assertThat(unit.toDouble(units))
                .isEqualTo(Double.parseDouble(unit.toDecimal(units).toString()));
    }

    @Property(tries = 500)
    void anyTextParsesOrIsRefusedWithIllegalArgument(@ForAll("numberLike") String text) {
        AmountUnit unit = AmountUnit.plain(3);
        try {
            long units = unit.parse(text);
            assertThat(unit.toDecimal(units)).isEqualByComparingTo(new BigDecimal(text));
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("amount must be");
        }
    }

    @Property(tries = 300)
    void moneyFitsExactlyInAnyUnitOfItsCurrency(@ForAll int minor, @ForAll @IntRange(min = 2, max = 9) int decimals) {
        AmountUnit unit = new AmountUnit(EUR, decimals);
        Money money = Money.ofMinor(minor, EUR);
        assertThat(unit.toMoney(unit.toUnits(money), RoundingMode.UNNECESSARY)).isEqualTo(money);
    }

    @Provide
    Arbitrary<long[]> weights() {
        return Arbitraries.longs()
                .between(0, Long.MAX_VALUE)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(12)
                .filter(MoneyLawsTest::anyPositive);
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of("EUR", "JPY", "KWD", "CNY", "XXX", "CLF").map(Currency::getInstance);
    }

    @Provide
    Arbitrary<String> numberLike() {
        return Arbitraries.strings().withChars("0123456789+-.eE ").ofMaxLength(30);
    }

    private static boolean anyPositive(long[] weights) {
        for (long weight : weights) {
            if (weight > 0) {
                return true;
            }
        }
        return false;
    }
}
