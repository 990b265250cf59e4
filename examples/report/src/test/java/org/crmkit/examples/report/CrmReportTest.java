package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmReportTest {

    private static final String SHOP = """
            customer_id,order_id,date,amount
            b,1,2026-01-01,10.005
            a,2,2026-01-03,1.50
            b,3,2026-01-03,0.001
            a,2,2026-01-03,2.25
            """;

    @TempDir
    private Path dir;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(dir.resolve(name), text);
    }

    private Path out() {
        return dir.resolve("out");
    }

    @Test
    void run_addsUpExactlyAndSortsById() throws IOException {
        ReportRun run = ReportRun.of("--input", file("shop.csv", SHOP), "--output", out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ReportRun.customers(out()).get("b"))
                .containsEntry("first_purchase", "2026-01-01")
                .containsEntry("last_purchase", "2026-01-03")
                .containsEntry("orders", "2")
                .containsEntry("recency_days", "1")
                .containsEntry("monetary", "10.01");
        assertThat(ReportRun.customers(out()).get("a"))
                .containsEntry("frequency", "1")
                .containsEntry("monetary", "3.75");
        assertThat(ReportRun.lines(out().resolve("customers.csv")).get(1)).startsWith("a,");
        assertThat(run.lastLine())
                .startsWith("rows read 4, used 4, skipped 0")
                .contains("; customers 2; ")
                .endsWith(" s");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void run_withoutInput_usesTheSample() {
        ReportRun run = ReportRun.of("--output", out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ReportRun.names(out())).contains("customers.csv", "report.html", "sample.csv", "skipped.csv");
        assertThat(ReportRun.lines(out().resolve("skipped.csv"))).containsExactly("file,line,reason");
        assertThat(ReportRun.customers(out())).hasSizeBetween(2_900, 3_000);
    }

    @Test
    void run_resultsDoNotDependOnThreads() throws IOException {
        ReportRun.of("--output", dir.resolve("one"), "--threads", 1);
        ReportRun.of("--output", dir.resolve("four"), "--threads", 4);
        for (String name : ReportRun.names(dir.resolve("one"))) {
            assertThat(dir.resolve("four").resolve(name))
                    .hasSameBinaryContentAs(dir.resolve("one").resolve(name));
        }
    }

    @Test
    void run_severalFilesPlainAndPacked_equalOne() throws IOException {
        String[] lines = SHOP.split("\n");
        Path first = file("1.csv", String.join("\n", lines[0], lines[1], lines[2]));
        Path second = dir.resolve("2.csv.gz");
        Files.write(second, gzip(String.join("\n", lines[0], lines[3], lines[4])));
        ReportRun run = ReportRun.of("--input", first, "--input", second, "--output", out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        ReportRun.of("--input", file("shop.csv", SHOP), "--output", dir.resolve("whole"));
        assertThat(out().resolve("customers.csv")).hasSameBinaryContentAs(dir.resolve("whole/customers.csv"));
    }

    @Test
    void run_quantityTimesPrice_countsReturnsAndFreeLinesApart() throws IOException {
        Path input = file("lines.csv", """
                InvoiceNo;Quantity;InvoiceDate;UnitPrice;CustomerID
                1;3;2026-01-01 10:00;0.335;7
                2;1;2026-01-02 10:00;0;8
                C3;-1;2026-01-01 11:00;0.335;7
                4;2;2026-01-04 10:00;5;
                """);
        ReportRun ignore = ReportRun.of("--input", input, "--output", out(), "--bad-rows", "skip");
        assertThat(ignore.lastLine())
                .startsWith("rows read 4, used 1, skipped 3 (no customer 1, bad 0, returns 1, free lines 1,");
        assertThat(ReportRun.customers(out()).get("7"))
                .containsEntry("monetary", "1.01")
                .containsEntry("net_spend", "0.67");
        assertThat(ReportRun.lines(out().resolve("skipped.csv")))
                .element(1)
                .asString()
                .endsWith("lines.csv,5,no customer");
        ReportRun net = ReportRun.of("--input", input, "--output", out(), "--bad-rows", "skip", "--returns", "net");
        assertThat(net.lastLine()).startsWith("rows read 4, used 2, skipped 2 (no customer 1,");
        assertThat(ReportRun.customers(out()).get("7"))
                .containsEntry("monetary", "0.67")
                .containsEntry("recency_days", "1");
    }

    @Test
    void run_ordersThatAllStartWithC_areNotCancellations() throws IOException {
        Path input = file("c.csv", "customer,order,date,amount\n1,C1,2026-01-01,5\n1,C2,2026-01-02,6\n");
        ReportRun run = ReportRun.of("--input", input, "--output", out());
        assertThat(run.lastLine()).startsWith("rows read 2, used 2, skipped 0");
        assertThat(ReportRun.customers(out()).get("1"))
                .containsEntry("monetary", "11.00")
                .containsEntry("orders", "2");
    }

    @Test
    void run_withoutAmounts_leavesMoneyEmptyAndSaysSo() throws IOException {
        ReportRun run = ReportRun.of(
                "--input", file("v.csv", "customer,date\n1,2026-01-01\n2,2026-01-05\n"), "--output", out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains("monetary figures stay empty");
        assertThat(ReportRun.customers(out()).get("1"))
                .containsEntry("monetary", "")
                .containsEntry("frequency", "1");
    }

    @Test
    void run_asOf_leavesLaterRowsOut() throws IOException {
        ReportRun run = ReportRun.of("--input", file("shop.csv", SHOP), "--output", out(), "--as-of", "2026-01-02");
        assertThat(run.lastLine())
                .contains("used 1,")
                .contains("after the day of analysis 3")
                .contains("customers 1");
        assertThat(ReportRun.customers(out()).get("b")).containsEntry("recency_days", "1");
        ReportRun.of("--input", file("shop.csv", SHOP), "--output", out(), "--as-of", "2026-01-03");
        assertThat(ReportRun.customers(out()).get("b"))
                .containsEntry("recency_days", "0")
                .containsEntry("orders", "2");
    }

    @Test
    void run_page_needsNoNetworkAndShowsIdsAsText() throws IOException {
        Path input = file("x.csv", SHOP + "</script><b>,9,2026-01-02,3\n");
        ReportRun run = ReportRun.of("--input", input, "--output", out(), "--currency", "EUR");
        assertThat(run.exitCode()).as(run.err()).isZero();
        String html = Files.readString(out().resolve("report.html"));
        // What follows is the chart library's code, whose strings hold markup.
        String markup = html.substring(0, html.indexOf("<script>"));
        assertThat(markup).doesNotContain("<b>").doesNotContainPattern("<(script|link|img|iframe)[^>]+(src|href)=");
        assertThat(html.split("</script>", -1)).hasSize(4);
        assertThat(html).contains("lang=\"en\"", "name=\"viewport\"", "Sales, EUR");
    }

    @Test
    void run_page_everyPictureHasATitleAReadingAndItsFigures() throws IOException {
        ReportRun.of("--output", out());
        String html = Files.readString(out().resolve("report.html"));
        Matcher figures = Pattern.compile("<figure.*?</figure>", Pattern.DOTALL).matcher(html);
        List<String> titles = new ArrayList<>();
        while (figures.find()) {
            String figure = figures.group();
            assertThat(figure)
                    .contains("<figcaption", "role=\"img\"", "aria-labelledby=", "aria-describedby=", "<caption>");
            titles.add(figure.replaceAll("(?s).*<h3[^>]*>(.*?)</h3>.*", "$1"));
        }
        assertThat(titles)
                .containsExactly(
                        "RFM map: recency by frequency",
                        "Segments: how many they are, what they bring",
                        "How often customers bought",
                        "Days since the last purchase",
                        "Spend per customer",
                        "How unevenly sales are spread",
                        "Sales and buyers by month",
                        "Sales by item class",
                        "Still a customer? Chance by purchases and silence",
                        "Lifetime value ahead",
                        "Expected and actual repeat purchases by week",
                        "Is the forecast right for busy and quiet customers?");
        assertThat(html)
                .containsSubsequence(
                        "<h1>Pharmacy sample</h1>",
                        "<dt>Customers</dt>",
                        "<dt>Value of the next 52 weeks</dt>",
                        ">Who the customers are today</h2>",
                        ">What they did so far</h2>",
                        ">What lies ahead</h2>",
                        ">How far to trust the forecast</h2>",
                        ">The words on this page</h2>");
        assertThat(html).contains("own rate if bought in the last half");
    }

    @Test
    void run_tooLittleForAModel_leavesItsColumnsEmptyAndSaysWhy() throws IOException {
        ReportRun run =
                ReportRun.of("--input", file("one.csv", "customer,date,amount\n1,2026-01-01,5\n"), "--output", out());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ReportRun.customers(out()).get("1"))
                .containsEntry("p_alive", "")
                .containsEntry("clv", "")
                .containsEntry("x", "0");
        assertThat(out().resolve("models.json")).content().contains("too-little-data");
    }

    @Test
    void run_calibrationBeforeTheFirstPurchase_exits3() throws IOException {
        ReportRun run =
                ReportRun.of("--input", file("shop.csv", SHOP), "--output", out(), "--calibrate-until", "2025-12-31");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--calibrate-until 2025-12-31: nobody had bought by then");
    }

    @Test
    void run_calibrationUpToTheDayOfTheAnalysis_exits3() throws IOException {
        ReportRun run =
                ReportRun.of("--input", file("shop.csv", SHOP), "--output", out(), "--calibrate-until", "2026-01-04");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("--calibrate-until 2026-01-04: must be before 2026-01-04");
    }

    @Test
    void run_zone_decidesTheDay() throws IOException {
        Path input = file("z.csv", "customer,time,amount\n1,2026-01-01T23:30:00Z,5\n");
        ReportRun.of("--input", input, "--output", out(), "--zone", "Asia/Shanghai");
        assertThat(ReportRun.customers(out()).get("1")).containsEntry("first_purchase", "2026-01-02");
    }

    @Test
    void run_columns_nameTheRoles() throws IOException {
        Path input = file("odd.csv", "who,when,x,order_date\n1,2026-01-01,5,nonsense\n");
        ReportRun run =
                ReportRun.of("--input", input, "--output", out(), "--columns", "customer=who,time=when,amount=x");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(ReportRun.customers(out()).get("1")).containsEntry("monetary", "5.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --as-of=tomorrow          | --as-of must be a date such as 2026-01-31, was 'tomorrow'
            --as-of=+99999999-01-01   | --as-of must be a date of 1900 to 2200, was '+99999999-01-01'
            --zone=Mars               | --zone must be a time zone such as UTC, Europe/Berlin or +08:00, was 'Mars'
            --currency=EURO           | --currency must be an ISO 4217 code such as EUR, was 'EURO'
            --bad-rows=maybe          | --bad-rows must be one of fail, skip, was 'maybe'
            --returns=keep            | --returns must be one of ignore, net, was 'keep'
            --frequency=weeks         | --frequency must be one of orders, days, rows, was 'weeks'
            --rfm-binning=best        | --rfm-binning must be one of ntile, quantile-right
            --segment-table=mine      | --segment-table must be one of rf-grid-10, r-fm-grid-11
            --grain=year              | --grain must be one of day, week, month, was 'year'
            --calibrate-until=soon    | --calibrate-until must be a date such as 2026-01-31, was 'soon'
            --horizon=NaN             | --horizon must be in (0, 100000], was NaN
            --horizon=-1              | --horizon must be in (0, 100000], was -1.0
            --discount-rate=-0.1      | --discount-rate must be in [0, 10): 0.1 is ten percent, was -0.1
            --margin=0                | --margin must be in (0, 1000], was 0.0
            --purchase-model=magic    | --purchase-model must be one of auto, nbd, bg-nbd
            --threads=0               | --threads must be in [1, 1024], was 0
            --threads=x               | Invalid value for option '--threads'
            --columns=when            | --columns must be role=header pairs separated by commas, was 'when'
            --columns=shop=x          | --columns: role must be one of customer, time, order
            --columns=time=a,time=b   | --columns: role 'time' is given twice
            --nonsense                | Unknown option: '--nonsense'
            stray                     | Unmatched argument at index 2: 'stray'
            """)
    void wrongUsage_exits2AndSaysWhatIsAllowed(String option, String message) {
        ReportRun run = ReportRun.of("--output", out(), option);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(message);
        assertThat(out()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer,date,amount\\n,2026-01-01,5                  | line 2: no customer
            customer,date,amount\\n1,31/01/2026,5                 | line 2: time '31/01/2026' is not a date
            customer,date,amount\\n1,2026-01-01,NaN               | line 2: amount 'NaN' is not a plain decimal number
            customer,date,amount\\n1,2026-01-01,1e99              | line 2: amount '1e99' is not a plain decimal number
            customer,date,amount\\n1,2026-01-01,                  | line 2: no amount
            customer,date,amount\\n1,2026-01-01,99999999999999    | line 2: amount of more than 9 trillion
            customer,date,amount\\n\\n1,2026-01-01,5\\n1,2026-01-02 | line 4: 2 fields where the header has 3
            customer,date,amount\\n1,2026-01-01,5,6               | line 2: 4 fields where the header has 3
            customer,date,amount\\n1,2026-01-01,"1,50"            | line 2: amount '1,50' is not a plain decimal number
            customer,date,qty,price\\n1,2026-01-01,x,1            | line 2: quantity 'x' is not a plain decimal number
            """)
    void badRow_exits3WithItsLine_orIsSkipped(String text, String message) throws IOException {
        Path input = file("bad.csv", text.replace("\\n", "\n"));
        ReportRun run = ReportRun.of("--input", input, "--output", out());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("bad.csv").contains(message).contains("--bad-rows skip");
        assertThat(run.out()).isEmpty();
        assertThat(out()).doesNotExist();

        Path mended = file(
                "mended.csv",
                Files.readString(input) + "\n" + (text.contains("qty") ? "2,2026-01-05,1,1\n" : "2,2026-01-05,1\n"));
        ReportRun skip = ReportRun.of("--input", mended, "--output", out(), "--bad-rows", "skip");
        assertThat(skip.exitCode()).as(skip.err()).isZero();
        assertThat(ReportRun.lines(out().resolve("skipped.csv"))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            customer,when,amount\\n1,2026-01-01,5             | no column looks like the time; name it with --columns time=HEADER; headers: customer, when, amount
            customer,order_date,invoice_date\\n1,2026-01-01,5 | several columns look like the time: order_date, invoice_date
            customer,date,price\\n1,2026-01-01,5              | a price column without a quantity
            customer,date,amount\\n                           | no purchase was found
            customer,date,amount\\n7,2026-01-01,9e12\\n\u2003,2026-01-01,1 | no purchase was found
            customer,date,amount\\n7,2026-01-01,9000000000000\\n7,2026-01-02,9000000000000 | the amounts of customer '7' add up to more than 9 trillion
            customer,date,amount\\n1,2026-01-01,"5\\n2,2026    | a quotation mark that is not closed
            """)
    void unusableInput_exits3(String text, String message) throws IOException {
        ReportRun run = ReportRun.of(
                "--input", file("in.csv", text.replace("\\n", "\n")), "--output", out(), "--bad-rows", "skip");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains(message);
        assertThat(out()).doesNotExist();
    }

    @Test
    void hostileBytes_exit3WithAReason() throws IOException {
        byte[] packed = gzip(SHOP.repeat(2_000));
        assertRefused("truncated.csv.gz", Arrays.copyOf(packed, packed.length / 2), "the gzip data end too early");
        byte[] damaged = packed.clone();
        damaged[packed.length - 6] ^= 0x55;
        assertRefused("damaged.csv.gz", damaged, "the gzip data are damaged");
        assertRefused("fake.csv.gz", SHOP.getBytes(StandardCharsets.UTF_8), "the content is not gzip");
        assertRefused("empty.csv", new byte[0], "the file is empty");
        assertRefused("book.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}, "is a zip archive or a spreadsheet");
        assertRefused(
                "junk.csv",
                new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 52},
                "is not UTF-8 text");
        assertRefused("nul.csv", "cust\0omer,date\n".getBytes(StandardCharsets.UTF_8), "holds binary data");
        assertRefused(
                "latin.csv",
                (SHOP + "m\u00fcller,9,2026-01-01,1\n").getBytes(StandardCharsets.ISO_8859_1),
                "is not UTF-8 text");
        assertRefused(
                "wide.csv",
                ("customer,date,amount\n1" + ",".repeat(5_000)).getBytes(StandardCharsets.UTF_8),
                "more than 2000 fields");
        assertRefused(
                "long.csv",
                ("customer,date,amount\n1,2026-01-01," + "9".repeat(17_000_000)).getBytes(StandardCharsets.UTF_8),
                "field longer than");
        assertRefused(
                "longhead.csv", "x".repeat(100_000).getBytes(StandardCharsets.UTF_8), "the header line is longer");
    }

    @Test
    void longField_isOfNoMatterWhereNobodyReadsIt_andABadRowElsewhere() throws IOException {
        Path input = file(
                "notes.csv",
                "customer,date,amount,note\n1,2026-01-01,5,\"%s\"\n2,2026-01-02,%s,\n"
                        .formatted("y\n".repeat(200_000), "9".repeat(200_000)));
        ReportRun run = ReportRun.of("--input", input, "--output", out(), "--bad-rows", "skip");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.lastLine()).startsWith("rows read 2, used 1, skipped 1 (no customer 0, bad 1, returns 0,");
        assertThat(ReportRun.lines(out().resolve("skipped.csv")))
                .element(1)
                .asString()
                .contains("notes.csv,200003,amount '999");
    }

    private void assertRefused(String name, byte[] bytes, String message) throws IOException {
        for (int threads : new int[] {1, 2}) {
            ReportRun run = ReportRun.of(
                    "--input",
                    Files.write(dir.resolve(name), bytes),
                    "--output",
                    out(),
                    "--bad-rows",
                    "skip",
                    "--threads",
                    threads);
            assertThat(run.exitCode()).as(name + ": " + run.err()).isEqualTo(3);
            assertThat(run.err()).contains(name).contains(message);
            assertThat(out()).doesNotExist();
        }
    }

    @Test
    void missingInput_exits3() {
        ReportRun run = ReportRun.of("--input", dir.resolve("absent.csv"), "--output", out());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("absent.csv: there is no such file");
        assertThat(ReportRun.of("--input", dir, "--output", out()).err()).contains("is a directory");
    }

    @Test
    void outputThatIsAFile_exits4() throws IOException {
        ReportRun run = ReportRun.of("--input", file("shop.csv", SHOP), "--output", file("taken", ""));
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("taken: is a file, a directory is needed for --output");
    }

    @Test
    void outputFileThatCannotBeReplaced_exits4AndKeepsTheFormerFiles() throws IOException {
        Files.createDirectories(out().resolve("report.html/in-the-way"));
        Files.writeString(out().resolve("customers.csv"), "former");
        ReportRun run = ReportRun.of("--input", file("shop.csv", SHOP), "--output", out());
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("report.html");
        assertThat(out().resolve("customers.csv")).hasContent("former");
        assertThat(ReportRun.names(out())).containsExactly("customers.csv", "report.html");
    }

    @Test
    void failedRun_keepsTheFormerReport() throws IOException {
        ReportRun.of("--input", file("shop.csv", SHOP), "--output", out());
        String former = Files.readString(out().resolve("customers.csv"));
        ReportRun run = ReportRun.of("--input", file("bad.csv", SHOP + "x,,,\n"), "--output", out());
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(out().resolve("customers.csv")).hasContent(former);
        assertThat(ReportRun.names(out())).noneMatch(name -> name.startsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version"})
    void information_exits0(String option) {
        ReportRun run = ReportRun.of(option);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("crm-report");
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
