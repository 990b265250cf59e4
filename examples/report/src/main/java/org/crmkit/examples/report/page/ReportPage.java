package org.crmkit.examples.report.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.examples.report.intake.IntakeCounts;

/** Builds the page: headline figures, pictures with their readings and tables, and everything they need inlined. */
public final class ReportPage {

    private static final String CHARTS = "/META-INF/resources/_static/echarts/6.0.0/dist/echarts.min.js";

    private final CustomerTable table;
    private final String title;
    private final String frequencyWord;
    private final Chapter now = new Chapter(
            "now",
            "Who the customers are today",
            "Customers are placed by how recently and how often they bought; those at the top right keep the shop alive.");
    private final Chapter past = new Chapter(
            "past", "What they did so far", "How purchases, silence and money are spread over the customers.");
    private final Chapter ahead = new Chapter(
            "ahead",
            "What lies ahead",
            "Who is probably still there, and what the time ahead is worth if habits last.");
    private final Chapter trust = new Chapter(
            "trust",
            "How far to trust the forecast",
            "The model was fitted without the last days and then held against them, beside rules of thumb.");
    private final Chapter own = new Chapter("own", "Scores of your own", "Scorers that were brought along.");
    private final List<Chapter> chapters = List.of(now, past, ahead, trust, own);
    private final List<String> notes = new ArrayList<>();
    private Optional<ValueResult> forecast = Optional.empty();

    /**
     * Starts a page.
     *
     * @param table the customers
     * @param title what the input is called
     * @param frequencyWord what frequency counts: order, day or row
     */
    public ReportPage(CustomerTable table, String title, String frequencyWord) {
        this.table = table;
        this.title = title;
        this.frequencyWord = frequencyWord;
    }

    /**
     * Adds the RFM map and the segments.
     *
     * @param rfm scores of the same customers
     */
    public void addRfm(RfmResult rfm) {
        RfmFigures rfmFigures = new RfmFigures(table, rfm);
        now.add(rfmFigures.heatMap());
        Figure segments = rfmFigures.segments();
        now.add(segments);
        now.add("The segments in figures", segments.table());
    }

    /**
     * Adds what lies ahead, and how far forecasts could be trusted.
     *
     * @param value the forecasts for the same customers
     */
    public void addValue(ValueResult value) {
        ValueFigures figures = new ValueFigures(table, value);
        value.fit().purchaseModel().ifPresent(model -> {
            forecast = Optional.of(value);
            ahead.add(figures.alive(model));
        });
        boolean hasValues = IntStream.range(0, value.size()).anyMatch(i -> Double.isFinite(value.clv(i)));
        if (hasValues) {
            ahead.add(figures.clv().asWide());
            ahead.add("Worth most in the time ahead", figures.top());
        }
        value.check().ifPresent(check -> {
            HoldoutFigures holdout = new HoldoutFigures(check);
            trust.add(holdout.tracking());
            trust.add(holdout.calibration());
            trust.addBeside("Forecasts on days they had not seen", holdout.contest());
        });
        notes.add(ValueNotes.of(value));
    }

    /**
     * Adds a scorer that somebody brought along.
     *
     * @param own its scores of the same customers
     */
    public void addScore(OwnScore own) {
        this.own.add(ScoreFigure.of(own));
    }

    /** Adds the pictures that need nothing but the log. */
    public void addLog() {
        DistributionFigures distributions = new DistributionFigures(table, frequencyWord);
        past.add(distributions.orders());
        past.add(distributions.recency());
        MoneyFigures money = new MoneyFigures(table);
        if (table.log().hasAmounts()) {
            past.add(distributions.spend());
            past.add(money.lorenz());
        }
        past.add(money.months());
        if (table.log().hasAmounts() && !table.log().itemClasses().isEmpty()) {
            past.add(money.itemClasses());
        }
    }

    /**
     * Writes the page.
     *
     * @return one HTML document that needs no network
     */
    public String html() {
        Map<String, Object> data = new TreeMap<>();
        List<Chapter> used =
                chapters.stream().filter(chapter -> !chapter.isEmpty()).toList();
        used.forEach(chapter -> chapter.figures().forEach(figure -> data.put(figure.id(), figure.data())));
        StringBuilder html = new StringBuilder(1 << 21);
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.append(Html.escape(title)).append(" – customer report</title>\n<style>\n");
        html.append(resource("report.css"))
                .append("</style>\n</head>\n<body>\n<header><p class=\"kicker\">Customer report</p><h1>");
        html.append(Html.escape(title))
                .append("</h1>\n<p class=\"period\">")
                .append(Html.escape(period()))
                .append("</p></header>\n<main>\n");
        html.append(facts());
        used.forEach(chapter -> html.append(chapter.html()));
        html.append(Words.html(table.log().hasAmounts(), forecast.isPresent()));
        html.append("</main>\n").append(footer());
        html.append("<script type=\"application/json\" id=\"data\">")
                .append(Html.jsonInScript(json(data)))
                .append("</script>\n");
        html.append("<script>").append(Html.inScript(resource(CHARTS))).append("</script>\n");
        html.append("<script>\n").append(Html.inScript(resource("report.js"))).append("</script>\n</body>\n</html>\n");
        return html.toString();
    }

    private String period() {
        return "%s from %s, seen on %s"
                .formatted(
                        Numbers.many(table.size(), "customer", "customers"),
                        LocalDate.ofEpochDay(table.log().firstEpochDay()),
                        table.asOf());
    }

    private String facts() {
        int n = table.size();
        long purchases = 0;
        long repeaters = 0;
        double money = 0;
        double[] recency = new double[n];
        double[] spend = new double[n];
        for (int i = 0; i < n; i++) {
            purchases += table.frequency(i);
            repeaters += table.frequency(i) > 1 ? 1 : 0;
            spend[i] = table.unit().major(table.monetaryMinor(i));
            money += spend[i];
            recency[i] = table.recencyDays(i);
        }
        Arrays.sort(spend);
        StringBuilder html = new StringBuilder("<dl class=\"facts\">\n");
        fact(html, "Customers", Numbers.count(n));
        fact(
                html,
                Character.toUpperCase(frequencyWord.charAt(0)) + frequencyWord.substring(1) + "s",
                Numbers.count(purchases));
        if (table.log().hasAmounts()) {
            String currency = table.unit().code().map(code -> ", " + code).orElse("");
            fact(html, "Sales" + currency, table.unit().plainShown(money));
            fact(html, "Mean per " + frequencyWord + currency, table.unit().plainShown(money / purchases));
        }
        fact(html, "Bought more than once", Numbers.percent((double) repeaters / n));
        fact(html, "Median days since purchase", Numbers.count(Math.round(Numbers.median(recency))));
        if (table.log().hasAmounts()) {
            fact(html, "Best fifth brings", Numbers.percent(shareOfBestFifth(spend, money)));
        }
        forecast.ifPresent(value -> addForecast(html, value));
        return html.append("</dl>\n").toString();
    }

    private void addForecast(StringBuilder html, ValueResult value) {
        double alive = 0;
        double worth = 0;
        int known = 0;
        for (int i = 0; i < value.size(); i++) {
            alive += Double.isFinite(value.pAlive(i)) ? value.pAlive(i) : 0;
            worth += Double.isFinite(value.clv(i)) ? value.clv(i) : 0;
            known += Double.isFinite(value.clv(i)) ? 1 : 0;
        }
        fact(html, "Probably still customers", Numbers.count(Math.round(alive)));
        if (known > 0) {
            String currency = table.unit().code().map(code -> ", " + code).orElse("");
            fact(
                    html,
                    "Value of the next %s %ss%s"
                            .formatted(
                                    Numbers.count(Math.round(value.choice().horizonInGrains())),
                                    value.choice().grain().name().toLowerCase(Locale.ROOT),
                                    currency),
                    table.unit().plainShown(worth));
        }
    }

    private static double shareOfBestFifth(double[] ascending, double total) {
        double best = 0;
        for (int i = ascending.length - Math.max(1, ascending.length / 5); i < ascending.length; i++) {
            best += ascending[i];
        }
        return total > 0 ? best / total : 0;
    }

    private static void fact(StringBuilder html, String name, String value) {
        html.append("<div><dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd></div>\n");
    }

    private String footer() {
        IntakeCounts counts = table.log().counts();
        String money = table.log().hasAmounts() ? "" : " The input has no amounts: monetary figures are left out.";
        StringBuilder more = new StringBuilder();
        notes.forEach(note -> more.append("<p>").append(Html.escape(note)).append("</p>"));
        return "<footer>%s<p>%s</p></footer>\n"
                .formatted(
                        more,
                        Html.escape(
                                "Of %s: %s purchase lines, %s visits and other contacts, %s returns, %s free lines left out, %s after the day of analysis, %s skipped (%s without a customer).%s Customers appear by their id only."
                                        .formatted(
                                                Numbers.many(counts.rows(), "row read", "rows read"),
                                                Numbers.count(counts.purchases()),
                                                Numbers.count(counts.contacts()),
                                                Numbers.count(counts.returns()),
                                                Numbers.count(counts.freeLines()),
                                                Numbers.count(counts.later()),
                                                Numbers.count(counts.skipped()),
                                                Numbers.count(counts.withoutCustomer()),
                                                money)));
    }

    private static String json(Map<String, Object> data) {
        try {
            return JsonMapper.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .configure(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                    .build()
                    .writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("figures are maps, lists and numbers", impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
