package org.crmkit.examples.report.intake;

import java.io.BufferedReader;
import java.io.IOException;

/** Tells the field separator from the header line: comma, semicolon, tab or bar, whichever is most frequent there. */
final class Separator {

    private static final int LONGEST_HEADER = 1 << 16;
    private static final String CANDIDATES = ",;\t|";

    private Separator() {}

    /** Looks at the header without consuming it, apart from a byte-order mark. */
    static char of(String file, BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        text.mark(LONGEST_HEADER + 1);
        int[] counts = new int[CANDIDATES.length()];
        boolean quoted = false;
        int read = 0;
        for (int c = text.read(); c >= 0 && (quoted || (c != '\n' && c != '\r')); c = text.read()) {
            if (c == 0) {
                throw new InputProblem("%s: holds binary data; CSV text, plain or .gz, is needed".formatted(file));
            }
            if (++read > LONGEST_HEADER) {
                throw new InputProblem("%s: the header line is longer than %,d characters; is this a CSV file?"
                        .formatted(file, LONGEST_HEADER));
            }
            quoted ^= c == '"';
            int candidate = CANDIDATES.indexOf(c);
            if (!quoted && candidate >= 0) {
                counts[candidate]++;
            }
        }
        text.reset();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            if (counts[i] > counts[best]) {
                best = i;
            }
        }
        return CANDIDATES.charAt(best);
    }
}
