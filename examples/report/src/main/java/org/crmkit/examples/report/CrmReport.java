package org.crmkit.examples.report;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.crmkit.core.strategy.ScoringStrategy;
import org.crmkit.core.time.TimeGrain;
import org.crmkit.examples.report.customers.FrequencyKind;
import org.crmkit.examples.report.customers.MoneyUnit;
import org.crmkit.examples.report.customers.RfmChoice;
import org.crmkit.examples.report.customers.ValueChoice;
import org.crmkit.examples.report.intake.Days;
import org.crmkit.examples.report.intake.InputProblem;
import org.crmkit.examples.report.intake.Role;
import org.crmkit.lifecycle.purchase.DiscountRate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line of the main job: a shop's export in, what the library finds out about its customers out.
 *
 * <p>Exit codes: 0 done, 2 wrong usage, 3 bad input, 4 output cannot be written.
 */
@Command(
        name = "crm-report",
        versionProvider = CrmReport.Version.class,
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Reads a shop's export (CSV) and writes customers.csv, models.json, skipped.csv and report.html.",
        footer = {"", "Exit codes: 0 done; 2 wrong usage; 3 bad input; 4 output cannot be written."})
public final class CrmReport implements Callable<Integer> {

    private static final int BAD_INPUT = 3;
    private static final int NO_OUTPUT = 4;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "CSV, plain or .gz; may be repeated (default: the pharmacy sample)")
    private List<Path> inputs = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "DIR",
            defaultValue = "report",
            description = "created if absent (default: ${DEFAULT-VALUE})")
    private Path output = Path.of("report");

    @Option(
            names = "--columns",
            paramLabel = "role=header,...",
            defaultValue = "",
            description =
                    "roles: customer, time, order, amount, quantity, price, item, category, item-class, days-supply, kind"
                            + " (default: detected by well-known header names)")
    private String columns = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day of the analysis (default: the day after the last activity)")
    private Optional<String> asOf = Optional.empty();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "zone of local times and of days (default: ${DEFAULT-VALUE})")
    private String zone = "UTC";

    @Option(names = "--currency", paramLabel = "CODE", description = "such as EUR (default: plain numbers)")
    private Optional<String> currency = Optional.empty();

    @Option(
            names = "--bad-rows",
            paramLabel = "fail|skip",
            defaultValue = "fail",
            description = "end at the first bad row, or write all to skipped.csv (default: ${DEFAULT-VALUE})")
    private String badRows = "fail";

    @Option(
            names = "--returns",
            paramLabel = "ignore|net",
            defaultValue = "ignore",
            description =
                    "leave returns and cancellations out, or take them off the monetary value (default: ${DEFAULT-VALUE})")
    private String returns = "ignore";

    @Option(
            names = "--rfm-binning",
            paramLabel = "NAME",
            defaultValue = "mid-rank",
            description =
                    "ntile, quantile-right, quantile-left, cume-dist, mid-rank, percent-rank, distinct, nested-ntile,"
                            + " nested-mid-rank or rfm-r (default: ${DEFAULT-VALUE})")
    private String rfmBinning = "mid-rank";

    @Option(
            names = "--segment-table",
            paramLabel = "ID",
            defaultValue = "rf-grid-10",
            description = "rf-grid-10, r-fm-grid-11, rfm-r-0.3, rfm-r-0.2, cells-125-11 or pymc-marketing-default"
                    + " (default: ${DEFAULT-VALUE})")
    private String segmentTable = "rf-grid-10";

    @Option(
            names = "--frequency",
            paramLabel = "orders|days|rows",
            description = "what F counts (default: orders if the input has them, else days)")
    private Optional<String> frequency = Optional.empty();

    @Option(
            names = "--grain",
            paramLabel = "day|week|month",
            defaultValue = "week",
            description = "unit of time of the purchase models (default: ${DEFAULT-VALUE})")
    private String grain = "week";

    @Option(
            names = "--calibrate-until",
            paramLabel = "DATE",
            description = "last day that the models see; what follows is holdout (default: all is calibration)")
    private Optional<String> calibrateUntil = Optional.empty();

    @Option(
            names = "--horizon",
            paramLabel = "N",
            description = "in grains: expected purchases, CLV (default: 52 weeks' worth)")
    private Optional<Double> horizon = Optional.empty();

    @Option(
            names = "--discount-rate",
            paramLabel = "R",
            defaultValue = "0.10",
            description = "per year (default: ${DEFAULT-VALUE})")
    private double discountRate = 0.10;

    @Option(
            names = "--margin",
            paramLabel = "M",
            defaultValue = "1",
            description = "share of spend (default: ${DEFAULT-VALUE})")
    private double margin = 1;

    @Option(
            names = "--purchase-model",
            paramLabel = "NAME",
            defaultValue = "auto",
            description =
                    "auto, nbd, bg-nbd, mbg-nbd, bg-cnbd, mbg-cnbd, pareto-nbd or ggompertz-nbd (default: ${DEFAULT-VALUE})")
    private String purchaseModel = "auto";

    @Option(names = "--threads", paramLabel = "N", description = "results do not depend on it (default: all cores)")
    private Optional<Integer> threads = Optional.empty();

    @Option(names = "--quiet", description = "print the last line only")
    private boolean quiet;

    @SuppressWarnings("UnusedVariable") // the command line's own machinery reads it
    @Option(names = "--help", usageHelp = true, description = "show this help")
    private boolean help;

    @SuppressWarnings("UnusedVariable") // the command line's own machinery reads it
    @Option(names = "--version", versionHelp = true, description = "show the version")
    private boolean version;

    private final List<ScoringStrategy<?>> ownStrategies;

    private CrmReport(List<ScoringStrategy<?>> ownStrategies) {
        this.ownStrategies = List.copyOf(ownStrategies);
    }

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args options
     */
    public static void main(String[] args) {
        System.exit(run(List.of(), args));
    }

    /**
     * Runs the command with scorers of one's own, each listed in {@code customers.csv}, {@code models.json} and {@code report.html}.
     *
     * @param ownStrategies the scorers, with different names
     * @param args options
     * @return the exit code
     */
    public static int run(List<ScoringStrategy<?>> ownStrategies, String... args) {
        return commandLine(ownStrategies).execute(args);
    }

    static CommandLine commandLine(List<ScoringStrategy<?>> ownStrategies) {
        return new CommandLine(new CrmReport(ownStrategies))
                .setOverwrittenOptionsAllowed(false)
                .setParameterExceptionHandler(CrmReport::explainUsage)
                .setExecutionExceptionHandler(CrmReport::explainFailure);
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        new ReportJob(options(), ownStrategies, out, err).run();
        return 0;
    }

    private ReportOptions options() {
        return new ReportOptions(
                inputs,
                output,
                columnRoles(),
                asOf.map(text -> date("--as-of", text)),
                zoneId(),
                currency.map(this::moneyUnit).orElse(MoneyUnit.PLAIN),
                choice("--bad-rows", badRows, List.of("fail", "skip")).equals("skip"),
                choice("--returns", returns, List.of("ignore", "net")).equals("net"),
                RfmChoice.of(
                        choice("--rfm-binning", rfmBinning, RfmChoice.BINNINGS),
                        choice("--segment-table", segmentTable, RfmChoice.tableIds())),
                valueChoice(),
                frequency.map(
                        word -> FrequencyKind.valueOf(choice("--frequency", word, List.of("orders", "days", "rows"))
                                .toUpperCase(Locale.ROOT))),
                threadCount(),
                quiet);
    }

    private Map<Role, String> columnRoles() {
        Map<Role, String> chosen = new EnumMap<>(Role.class);
        for (String pair : columns.isEmpty() ? new String[0] : columns.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw wrong("--columns must be role=header pairs separated by commas, was '%s'".formatted(columns));
            }
            String word = pair.substring(0, equals).strip();
            Role role = Role.ofWord(word)
                    .orElseThrow(
                            () -> wrong("--columns: role must be one of %s, was '%s'".formatted(Role.words(), word)));
            if (chosen.put(role, pair.substring(equals + 1).strip()) != null) {
                throw wrong("--columns: role '%s' is given twice".formatted(word));
            }
        }
        return chosen;
    }

    private ValueChoice valueChoice() {
        OptionalDouble length = horizon.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        length.ifPresent(value -> inRange("--horizon", value, value > 0 && value <= 100_000, "(0, 100000]"));
        inRange("--discount-rate", discountRate, discountRate >= 0 && discountRate < 10, "[0, 10): 0.1 is ten percent");
        inRange("--margin", margin, margin > 0 && margin <= 1_000, "(0, 1000]");
        List<String> grains = List.of("day", "week", "month");
        return new ValueChoice(
                choice("--purchase-model", purchaseModel, ValueChoice.MODELS),
                TimeGrain.valueOf(choice("--grain", grain, grains).toUpperCase(Locale.ROOT)),
                calibrateUntil.map(text -> date("--calibrate-until", text)),
                length,
                new DiscountRate(discountRate),
                margin);
    }

    private void inRange(String option, double value, boolean isInside, String range) {
        if (!isInside) {
            throw wrong("%s must be in %s, was %s".formatted(option, range, value));
        }
    }

    private LocalDate date(String option, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= Days.FIRST_YEAR && date.getYear() <= Days.LAST_YEAR + 1) {
                return date;
            }
        } catch (DateTimeParseException notADate) {
            throw wrong("%s must be a date such as 2026-01-31, was '%s'".formatted(option, text));
        }
        throw wrong(
                "%s must be a date of %d to %d, was '%s'".formatted(option, Days.FIRST_YEAR, Days.LAST_YEAR + 1, text));
    }

    private ZoneId zoneId() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw wrong("--zone must be a time zone such as UTC, Europe/Berlin or +08:00, was '%s'".formatted(zone));
        }
    }

    private MoneyUnit moneyUnit(String code) {
        try {
            return MoneyUnit.of(Currency.getInstance(code));
        } catch (IllegalArgumentException unknown) {
            throw wrong("--currency must be an ISO 4217 code such as EUR, was '%s'".formatted(code));
        }
    }

    private int threadCount() {
        int count = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (count < 1 || count > 1024) {
            throw wrong("--threads must be in [1, 1024], was %d".formatted(count));
        }
        return count;
    }

    private String choice(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw wrong("%s must be one of %s, was '%s'".formatted(option, String.join(", ", allowed), value));
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static int explainUsage(ParameterException wrong, String[] args) {
        PrintWriter err = wrong.getCommandLine().getErr();
        err.println("crm-report: " + wrong.getMessage());
        err.println("Try --help for the options.");
        return CommandLine.ExitCode.USAGE;
    }

    private static int explainFailure(Exception failure, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (failure instanceof InputProblem) {
            command.getErr().println("crm-report: " + failure.getMessage());
            return BAD_INPUT;
        }
        if (failure instanceof OutputProblem) {
            command.getErr().println("crm-report: " + failure.getMessage());
            return NO_OUTPUT;
        }
        throw failure;
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {
                "crm-report "
                        + Optional.ofNullable(CrmReport.class.getPackage().getImplementationVersion())
                                .orElse("(unpacked)")
            };
        }
    }
}
