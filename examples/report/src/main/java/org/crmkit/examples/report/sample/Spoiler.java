package org.crmkit.examples.report.sample;

import java.util.List;

/** Spoils rows the way real exports are spoilt. */
final class Spoiler {

    private final Draws draws;

    Spoiler(Draws draws) {
        this.draws = draws;
    }

    /** Adds spoilt copies of rows, each right after the row it is made from. */
    void spoil(List<String> rows, int count) {
        for (int i = 0; i < count && !rows.isEmpty(); i++) {
            int at = draws.below(rows.size());
            String[] fields = rows.get(at).split(",", -1);
            switch (i % 5) {
                case 0 -> fields[0] = "";
                case 1 -> fields[2] = "31/02/2024 10:00";
                case 2 -> fields[2] = "";
                case 3 -> {
                    fields[4] = "purchase";
                    fields[3] = "1";
                    fields[8] = "NaN";
                }
                default -> fields = new String[] {fields[0], fields[2]};
            }
            rows.add(at + 1, String.join(",", fields));
        }
    }
}
