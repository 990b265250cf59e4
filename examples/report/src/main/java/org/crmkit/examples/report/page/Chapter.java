package org.crmkit.examples.report.page;

import java.util.ArrayList;
import java.util.List;

/** A part of the page that answers one question: a heading, a sentence, pictures, then tables. */
final class Chapter {

    private final String id;
    private final String title;
    private final String introduction;
    private final List<Figure> figures = new ArrayList<>();
    private final StringBuilder grid = new StringBuilder();
    private final StringBuilder cards = new StringBuilder();

    Chapter(String id, String title, String introduction) {
        this.id = id;
        this.title = title;
        this.introduction = introduction;
    }

    void add(Figure figure) {
        figures.add(figure);
        grid.append(figure.html());
    }

    /** Puts a table beside the picture that was added last. */
    void addBeside(String cardTitle, DataTable table) {
        grid.append(card(cardTitle, table));
    }

    void add(String cardTitle, DataTable table) {
        cards.append(card(cardTitle, table));
    }

    private static String card(String title, DataTable table) {
        return "<section class=\"card\"><h3>%s</h3>%s</section>\n".formatted(Html.escape(title), table.html(title));
    }

    List<Figure> figures() {
        return figures;
    }

    boolean isEmpty() {
        return figures.isEmpty() && cards.isEmpty();
    }

    String html() {
        StringBuilder html =
                new StringBuilder("<section class=\"chapter\" aria-labelledby=\"%1$s\"><h2 id=\"%1$s\">%2$s</h2>\n"
                        .formatted(id, Html.escape(title)));
        html.append("<p class=\"introduction\">")
                .append(Html.escape(introduction))
                .append("</p>\n");
        if (!grid.isEmpty()) {
            html.append("<div class=\"figures\">\n").append(grid).append("</div>\n");
        }
        return html.append(cards).append("</section>\n").toString();
    }
}
