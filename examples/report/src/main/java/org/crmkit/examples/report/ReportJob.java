package org.crmkit.examples.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.crmkit.core.profile.CustomerBase;
import org.crmkit.core.strategy.ScoringContext;
import org.crmkit.core.strategy.ScoringModel;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.examples.report.customers.CustomerTable;
import org.crmkit.examples.report.customers.FrequencyKind;
import org.crmkit.examples.report.customers.OwnScore;
import org.crmkit.examples.report.customers.Population;
import org.crmkit.examples.report.customers.RfmResult;
import org.crmkit.examples.report.customers.ValueResult;
import org.crmkit.examples.report.intake.CsvIntake;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.examples.report.intake.InputSource;
import org.crmkit.examples.report.intake.IntakeCounts;
import org.crmkit.examples.report.intake.IntakeListener;
import org.crmkit.examples.report.intake.IntakeSettings;
import org.crmkit.examples.report.intake.RawLog;
import org.crmkit.examples.report.intake.ShopLog;
import org.crmkit.examples.report.page.ReportPage;
import org.crmkit.examples.report.sample.PharmacySample;
import org.crmkit.examples.report.sample.SampleSettings;

/** One run: reads, adds up, scores, writes; the output appears when everything is complete. */
final class ReportJob {

    private final ReportOptions options;
    private final PrintWriter out;
    private final PrintWriter err;

    private final List<ScoringStrategy<?>> ownStrategies;

    /** The strategies are fitted and listed beside what the report itself finds out. */
    ReportJob(ReportOptions options, List<ScoringStrategy<?>> ownStrategies, PrintWriter out, PrintWriter err) {
        this.options = options;
        this.ownStrategies = List.copyOf(ownStrategies);
        this.out = out;
        this.err = err;
    }

    void run() {
        long start = System.nanoTime();
        try (OutputDirectory output = OutputDirectory.open(options.output())) {
            List<InputSource> sources = sources(output);
            RawLog raw = read(sources, output);
            LocalDate asOf = asOf(raw);
            ShopLog log = raw.until(asOf, options.netReturns());
            checkFrequency(log);
            CustomerTable table = new CustomerTable(log, asOf, frequency(log), options.netReturns(), options.unit());
            RfmResult rfm = RfmResult.of(table, options.rfm());
            ValueResult value =
                    ValueResult.of(table, options.value(), options.zone(), options.netReturns(), options.threads());
            List<OwnScore> ownScores = ownScores(table);
            writeCustomers(output, table, rfm, value, ownScores);
            output.write("models.json", ModelsFile.json(table, rfm, value, frequency(log), ownScores));
            output.write("report.html", page(table, rfm, value, ownScores).html());
            output.publish();
            say(log);
            out.println(lastLine(log, start));
            out.flush();
        }
    }

    private List<InputSource> sources(OutputDirectory output) {
        if (!options.inputs().isEmpty()) {
            return options.inputs().stream().map(InputSource::of).toList();
        }
        String sample = PharmacySample.csv(SampleSettings.standard());
        output.write(PharmacySample.FILE_NAME, sample);
        return List.of(InputSource.of(PharmacySample.FILE_NAME, sample));
    }

    private RawLog read(List<InputSource> sources, OutputDirectory output) {
        IntakeSettings settings =
                new IntakeSettings(options.columns(), options.zone(), options.skipBadRows(), options.threads());
        long size = sources.stream().mapToLong(InputSource::size).sum();
        try (Writer skipped = output.writer("skipped.csv");
                Meter meter = Meter.of(options.quiet(), "reading", size)) {
            skipped.write("file,line,reason\n");
            return CsvIntake.read(sources, settings, new IntakeListener() {
                @Override
                public void skipped(String file, long line, String reason) {
                    try {
                        skipped.append(CsvText.field(file))
                                .append(',')
                                .append(Long.toString(line))
                                .append(',');
                        skipped.append(CsvText.field(reason)).append('\n');
                    } catch (IOException failed) {
                        throw output.problem("skipped.csv", failed);
                    }
                }

                @Override
                public void read(long bytes) {
                    meter.at(bytes);
                }
            });
        } catch (IOException failed) {
            throw output.problem("skipped.csv", failed);
        }
    }

    private LocalDate asOf(RawLog raw) {
        return options.asOf()
                .or(() -> raw.lastDay(options.netReturns()).map(day -> day.plusDays(1)))
                .orElse(LocalDate.EPOCH); // nothing but returns and skipped rows: the counts will say so
    }

    private void checkFrequency(ShopLog log) {
        if (log.customers() == 0) {
            throw new InputProblem(options.asOf()
                            .map(day -> "no purchase was found up to --as-of " + day)
                            .orElse("no purchase was found in the input")
                    + counted(log.counts()));
        }
        if (options.frequency().equals(Optional.of(FrequencyKind.ORDERS)) && !log.hasOrders()) {
            throw new InputProblem("--frequency orders needs an order column; name it with --columns order=HEADER");
        }
    }

    private static String counted(IntakeCounts counts) {
        return counts.rows() == 0
                ? ": it has no rows"
                : String.format(
                        Locale.ROOT,
                        ": of %d rows %d are returns, %d other contacts, %d free lines, %d later, %d skipped",
                        counts.rows(),
                        counts.returns(),
                        counts.contacts(),
                        counts.freeLines(),
                        counts.later(),
                        counts.skipped());
    }

    private FrequencyKind frequency(ShopLog log) {
        return options.frequency().orElse(log.hasOrders() ? FrequencyKind.ORDERS : FrequencyKind.DAYS);
    }

    private List<OwnScore> ownScores(CustomerTable table) {
        if (ownStrategies.isEmpty()) {
            return List.of();
        }
        CustomerBase base = Population.of(table, options.zone());
        ScoringContext context = ScoringContext.at(base.asOf());
        List<OwnScore> scores = new ArrayList<>();
        for (ScoringStrategy<?> strategy : ownStrategies) {
            ScoringModel<?> model = strategy.fit(base, context);
            scores.add(new OwnScore(model, model.scoreAll(base, context)));
        }
        return scores;
    }

    private ReportPage page(CustomerTable table, RfmResult rfm, ValueResult value, List<OwnScore> ownScores) {
        String word = frequency(table.log()).name().toLowerCase(Locale.ROOT).replaceAll("s$", "");
        ReportPage page = new ReportPage(table, title(), word);
        page.addRfm(rfm);
        page.addLog();
        page.addValue(value);
        ownScores.forEach(page::addScore);
        return page;
    }

    private String title() {
        return options.inputs().isEmpty()
                ? "Pharmacy sample"
                : options.inputs().size() == 1
                        ? String.valueOf(options.inputs().get(0).getFileName())
                        : options.inputs().size() + " files";
    }

    private void writeCustomers(
            OutputDirectory output, CustomerTable table, RfmResult rfm, ValueResult value, List<OwnScore> ownScores) {
        try (Writer csv = output.writer("customers.csv")) {
            CustomerFile.write(table, rfm, value, ownScores, options.threads(), csv);
        } catch (IOException failed) {
            throw output.problem("customers.csv", failed);
        }
    }

    private void say(ShopLog log) {
        if (options.quiet()) {
            return;
        }
        if (!log.hasAmounts()) {
            err.println("note: no amount column, and no price with a quantity: monetary figures stay empty");
        }
        if (log.counts().roundedAmounts() > 0) {
            err.printf(
                    Locale.ROOT,
                    "note: %d amounts had more than 6 decimals and were rounded half up%n",
                    log.counts().roundedAmounts());
        }
        if (log.returnsOfStrangers() > 0) {
            err.printf(
                    Locale.ROOT,
                    "note: %d returns belong to customers without a purchase in the input%n",
                    log.returnsOfStrangers());
        }
        if (log.customersWithoutPurchase() > 0) {
            err.printf(
                    Locale.ROOT,
                    "note: %d customers were in contact but never bought: not scored%n",
                    log.customersWithoutPurchase());
        }
        err.flush();
    }

    private String lastLine(ShopLog log, long start) {
        IntakeCounts counts = log.counts();
        long returnsUsed = options.netReturns() ? counts.returns() : 0;
        long used = counts.purchases() + counts.contacts() + returnsUsed;
        return String.format(
                Locale.ROOT,
                "rows read %d, used %d, skipped %d (no customer %d, bad %d, returns %d, free lines %d, after the day of analysis %d); customers %d; %.1f s",
                counts.rows(),
                used,
                counts.rows() - used,
                counts.withoutCustomer(),
                counts.bad(),
                counts.returns() - returnsUsed,
                counts.freeLines(),
                counts.later(),
                log.customers(),
                (System.nanoTime() - start) / 1e9);
    }
}
