package org.crmkit.examples.report.page;

import java.util.Map;

/** A picture: what is drawn, the sentence that says what it shows, and the figures behind it. */
record Figure(
        String id, String kind, String title, String reading, Map<String, Object> data, DataTable table, boolean wide) {

    /** The same over the whole width. */
    Figure asWide() {
        return new Figure(id, kind, title, reading, data, table, true);
    }

    String html() {
        return """
                <figure id="%1$s"%6$s aria-labelledby="%1$s-title">
                <h3 id="%1$s-title">%2$s</h3>
                <figcaption id="%1$s-reading">%3$s</figcaption>
                <div class="chart %4$s" data-kind="%4$s" data-figure="%1$s" role="img" aria-labelledby="%1$s-title" aria-describedby="%1$s-reading"></div>
                <details><summary>The figures</summary>%5$s</details>
                </figure>
                """.formatted(
                id, Html.escape(title), Html.escape(reading), kind, table.html(title), wide ? " class=\"wide\"" : "");
    }
}
