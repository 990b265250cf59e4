package com.example;

import java.util.Currency;
import java.util.List;
import org.crmkit.core.money.Money;

/** A little code of an application that embeds crmkit. */
record Basket(List<Money> prices) {

    Money total(Currency currency) {
        return prices.stream().reduce(Money.zero(currency), Money::plus);
    }
}
