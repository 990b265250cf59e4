package org.crmkit.examples.report.page;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the words of the page mean, for a reader who meets them here first. */
final class Words {

    private Words() {}

    static String html(boolean hasMoney, boolean hasForecast) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "Recency, frequency" + (hasMoney ? ", money" : ""),
                "How long ago a customer bought last, how often"
                        + (hasMoney ? ", and for how much in all" : "")
                        + ". The scores rank all customers, 1 to the best score: R5 bought most recently, F5 most often. Customers with equal figures get equal scores unless another binning was chosen.");
        words.put(
                "Segment",
                "Customers in the same region of the map, by the names that marketing uses: at risk bought well once and have been silent since.");
        if (hasMoney) {
            words.put(
                    "Gini",
                    "How unequal the customers are: the area between the curve and the line of equal shares, from 0 (all spend the same) to 1 (one spends everything).");
        }
        if (hasForecast) {
            words.put(
                    "Still a customer",
                    "Nobody says goodbye to a shop. The model weighs a silence against the customer's own habit: four weeks mean nothing after monthly purchases and much after weekly ones.");
            words.put(
                    "Purchases ahead" + (hasMoney ? ", lifetime value" : ""),
                    "What the model expects within the time named, gone customers included at their chance to be gone"
                            + (hasMoney ? "; times the expected spend and the margin, what comes later discounted" : "")
                            + ". An expectation, not a promise: single customers scatter around it.");
            words.put(
                    "Holdout",
                    "The last days, which the model was not shown when it was checked. A model earns trust by being near on these, and nearer than the naive rules beside it. AUC is the chance that a buyer of these days was ranked above somebody who did not buy: 0.5 is a coin, 1 is perfect.");
        }
        StringBuilder html = new StringBuilder("<section class=\"card words\"><h2>The words on this page</h2><dl>");
        words.forEach((word, meaning) -> html.append("<dt>")
                .append(Html.escape(word))
                .append("</dt><dd>")
                .append(Html.escape(meaning))
                .append("</dd>"));
        return html.append("</dl></section>\n").toString();
    }
}
