package org.crmkit.examples.report.page;

import java.util.Locale;
import java.util.stream.Collectors;
import org.crmkit.examples.report.customers.ValueFit;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.lifecycle.purchase.PurchaseFit;
import org.crmkit.lifecycle.spend.SpendFit;

/** One paragraph on how the forecasts were made and how the fits ended. */
final class ValueNotes {

    private ValueNotes() {}

    static String of(ValueResult value) {
        ValueFit fit = value.fit();
        PurchaseFit purchases = fit.purchases();
        String parameters = purchases
                .model()
                .map(model -> model.parameters().values().entrySet().stream()
                        .map(entry -> String.format(Locale.ROOT, "%s %.4g", entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining(", ", " (", ")")))
                .orElse("");
        StringBuilder note = new StringBuilder("Purchases: ")
                .append(purchases.modelName())
                .append(parameters)
                .append(" on what was known on ")
                .append(fit.lastDay())
                .append("; ")
                .append(purchases.reason())
                .append('.');
        if (fit.tried().size() > 1) {
            note.append(" Chosen among ")
                    .append(fit.tried().stream().map(PurchaseFit::modelName).collect(Collectors.joining(", ")))
                    .append(": ")
                    .append(fit.choiceReason())
                    .append('.');
        }
        fit.spend().ifPresent(spend -> note.append(spendNote(spend)));
        return note.toString();
    }

    private static String spendNote(SpendFit spend) {
        String doubt = spend.independence().isDoubtful()
                ? " Spend moves with frequency (correlation %s), which multiplying the two assumes it does not."
                        .formatted(Numbers.twoDecimals(spend.independence().correlation()))
                : "";
        return " Spend: " + spend.modelName() + "; " + spend.reason() + "." + doubt;
    }
}
