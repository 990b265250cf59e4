package org.crmkit.examples.report.page;

/** Escapes text for HTML. */
final class Html {

    private Html() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Makes JavaScript safe between script tags: no text of it may look like the end of the element. */
    static String inScript(String script) {
        return script.replace("</", "<\\/").replace("<!--", "<\\!--");
    }

    /** Makes JSON safe between script tags; it stays JSON, which knows fewer escapes than JavaScript. */
    static String jsonInScript(String json) {
        return json.replace("<", "\\u003c");
    }
}
