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

    /** Makes JSON or JavaScript safe between script tags: no text of it may look like the end of the element. */
    static String inScript(String text) {
        return text.replace("</", "<\\/").replace("<!--", "<\\!--");
    }
}
