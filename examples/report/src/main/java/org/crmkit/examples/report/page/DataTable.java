package org.crmkit.examples.report.page;

import java.util.List;

/** The figures behind a picture, for those who would rather read or cannot see it. The first column names the row. */
record DataTable(List<String> headers, List<List<String>> rows) {

    DataTable {
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
    }

    String html(String caption) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.append(Html.escape(caption))
                .append("\"><table><caption>")
                .append(Html.escape(caption))
                .append("</caption><thead><tr>");
        headers.forEach(header ->
                html.append("<th scope=\"col\">").append(Html.escape(header)).append("</th>"));
        html.append("</tr></thead><tbody>");
        for (List<String> row : rows) {
            html.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                String cell = Html.escape(row.get(i));
                html.append(i == 0 ? "<th scope=\"row\">" + cell + "</th>" : "<td>" + cell + "</td>");
            }
            html.append("</tr>");
        }
        return html.append("</tbody></table></div>").toString();
    }
}
