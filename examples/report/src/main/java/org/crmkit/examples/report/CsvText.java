package org.crmkit.examples.report;

/** Writes fields of CSV, quoted where they must be. */
final class CsvText {

    private CsvText() {}

    static String field(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
