package org.crmkit.examples.report;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Writes fields of CSV, quoted where they must be. */
final class CsvText {

    private CsvText() {}

    /** A number in full double precision, the same text on every JDK; nothing if it is not known. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : NumberOutput.toString(value, true);
    }

    static String field(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
