package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.crmkit.core.explain.Explanation;
import org.crmkit.core.profile.Profile;
import org.crmkit.core.score.Abstention;
import org.crmkit.core.score.Scale;
import org.crmkit.core.score.Score;
import org.crmkit.core.score.ScoreKey;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnScorerTest {

    /** Orders per purchase day of those who bought on two days or more: somebody's own idea of a hurried customer. */
    record Hurry() implements ScoringModel<Double> {

        @Override
        public ScoreKey<Double> key() {
            return ScoreKey.number("hurry");
        }

        @Override
        public Score<Double> score(Profile profile, ScoringContext context) {
            int days = profile.summary().purchaseDays().size();
            if (days < 2) {
                return Score.abstain(new Abstention("too-few-days", "the customer bought on fewer than two days"));
            }
            double hurry = (double) profile.summary().orders() / days;
            return Score.of(hurry, Scale.unbounded("orders per day"), Explanation.fact("hurry", hurry));
        }
    }

    @TempDir
    private Path dir;

    @Test
    void run_listsAnOwnScorerEverywhere() throws IOException {
        Path input = Files.writeString(dir.resolve("in.csv"), """
                customer,order,date,amount
                1,a,2026-01-01,5
                1,b,2026-01-01,5
                1,c,2026-01-01,5
                1,d,2026-01-03,5
                2,e,2026-01-03,5
                """);
        ReportRun run = ReportRun.with(List.of(new Hurry()), "--input", input, "--output", dir.resolve("out"));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ReportRun.customers(dir.resolve("out")).get("1")).containsEntry("hurry", "2.0");
        assertThat(ReportRun.customers(dir.resolve("out")).get("2")).containsEntry("hurry", "");
        assertThat(dir.resolve("out/models.json")).content().contains("\"name\" : \"hurry\"", "\"abstained\" : 1");
        assertThat(dir.resolve("out/report.html"))
                .content()
                .contains("Score: hurry", "1 customer has none because the scorer abstains");
    }
}
