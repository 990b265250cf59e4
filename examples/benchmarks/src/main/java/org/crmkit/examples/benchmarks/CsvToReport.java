package org.crmkit.examples.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * From a file of orders to the finished report, as a process of its own: start of the JVM, reading, scoring, fitting, writing.
 *
 * <p>{@code java -cp examples/benchmarks/target/crm-benchmarks.jar org.crmkit.examples.benchmarks.CsvToReport [orders [customers [runs [option ...]]]]};
 * what follows the numbers is handed to the report, such as {@code --threads 1}.
 */
public final class CsvToReport {

    private static final long SEED = 20_260_101;
    private static final LocalDate FIRST_DAY = LocalDate.of(2024, 1, 1);
    private static final int CENTS = 100;

    private CsvToReport() {}

    /**
     * Writes the file, runs the report on it and prints what each run took.
     *
     * @param args orders (1,000,000), customers (a tenth of them), runs (3), options of the report
     * @throws IOException if the file cannot be written or the report not be started
     * @throws InterruptedException if the wait for the report is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int orders = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int customers = args.length > 1 ? Integer.parseInt(args[1]) : orders / 10;
        int runs = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        List<String> options = List.of(args).subList(Math.min(3, args.length), args.length);
        Path jar = Path.of("examples", "report", "target", "crm-report.jar");
        if (!Files.exists(jar)) {
            throw new IOException(
                    jar + " must exist: run ./mvnw -DskipTests package first, and start from the top folder");
        }
        Path directory = Files.createTempDirectory("crm-benchmark");
        try {
            Path csv = directory.resolve("orders.csv");
            write(Orders.simulate(customers, orders, SEED), csv);
            print("%,d orders of %,d customers, %,d bytes", orders, customers, Files.size(csv));
            for (int run = 1; run <= runs; run++) {
                MeasuredProcess took = MeasuredProcess.run(jar, csv, directory.resolve("report"), options);
                print(
                        "run %d: %.2f s, %,.0f rows/s, %.2f s of CPU, peak %,d MB; %s",
                        run,
                        took.seconds(),
                        orders / took.seconds(),
                        took.cpuSeconds(),
                        took.peakKilobytes() >> 10,
                        took.lastLine());
            }
        } finally {
            deleteAll(directory);
        }
    }

    /** Writes one row an order, as a shop's cash desk exports them: {@code customer,order,date,amount}. */
    static void write(Orders orders, Path csv) throws IOException {
        String[] dates = new String[orders.asOfDay()];
        for (int day = 0; day < dates.length; day++) {
            dates[day] = FIRST_DAY.plusDays(day).toString();
        }
        try (BufferedWriter out = Files.newBufferedWriter(csv)) {
            out.write("customer,order,date,amount\n");
            for (int i = 0; i < orders.size(); i++) {
                long cents = orders.amountMinor[i] % CENTS;
                out.append(OrderRows.id(orders.customer[i])).append(',');
                out.append(Integer.toString(i)).append(',');
                out.append(dates[orders.day[i]]).append(',');
                out.append(Long.toString(orders.amountMinor[i] / CENTS)).append(cents < 10 ? ".0" : ".");
                out.append(Long.toString(cents)).append('\n');
            }
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
