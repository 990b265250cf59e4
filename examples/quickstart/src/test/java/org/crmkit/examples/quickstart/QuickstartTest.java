package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example and compares what it prints with {@code printed/<name>.txt}. */
class QuickstartTest {

    private static final Path SOURCES = Path.of("src/main/java/org/crmkit/examples/quickstart");
    private static final Path PRINTED = Path.of("src/test/resources/printed");
    private static final int LONGEST = 30;

    private static final Map<String, Consumer<String[]>> EXAMPLES = Map.ofEntries(
            Map.entry("FirstRfm", FirstRfm::main),
            Map.entry("JudgedForecast", JudgedForecast::main),
            Map.entry("LengthAndRhythm", LengthAndRhythm::main),
            Map.entry("MayIRemind", MayIRemind::main),
            Map.entry("NamedSegments", NamedSegments::main),
            Map.entry("NextMonth", NextMonth::main),
            Map.entry("OwnScorecard", OwnScorecard::main),
            Map.entry("OwnThresholds", OwnThresholds::main),
            Map.entry("ReadmeFirst", ReadmeFirst::main),
            Map.entry("SavedModel", SavedModel::main),
            Map.entry("StillActive", StillActive::main),
            Map.entry("StillThere", StillThere::main),
            Map.entry("StreamOfRows", StreamOfRows::main),
            Map.entry("SummaryOfParts", SummaryOfParts::main),
            Map.entry("WhoIsDue", WhoIsDue::main),
            Map.entry("WhereTheyAreLost", WhereTheyAreLost::main),
            Map.entry("WhyThisScore", WhyThisScore::main),
            Map.entry("WorthNextYear", WorthNextYear::main));

    @TestFactory
    Stream<DynamicTest> everyExample_printsWhatIsWrittenDown() {
        return EXAMPLES.entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.getKey(),
                        () -> assertThat(printed(example.getValue())).isEqualTo(expected(example.getKey()))));
    }

    @Test
    void everyFile_isShortAndEveryMainIsRun() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                List<String> lines = Files.readAllLines(file);
                String name = file.getFileName().toString().replace(".java", "");
                assertThat(lines).as(name).hasSizeLessThanOrEqualTo(LONGEST);
                boolean hasMain = lines.stream().anyMatch(line -> line.contains("void main("));
                assertThat(hasMain).as(name).isEqualTo(EXAMPLES.containsKey(name));
            }
        }
    }

    @Test
    void readme_showsTheFirstExampleBeforeLine25AndWhatItPrints() throws IOException {
        List<String> readme = Files.readAllLines(Path.of("../../README.md"));
        int start = readme.indexOf("```java") + 1;
        List<String> shown = readme.subList(
                start, start + readme.subList(start, readme.size()).indexOf("```"));
        String source = Files.readString(SOURCES.resolve("ReadmeFirst.java")).replaceAll("\\s+", "");
        assertThat(shown).hasSizeBetween(1, 10);
        assertThat(start + shown.size()).isLessThan(25);
        assertThat(source).contains(String.join("", shown).replaceAll("\\s+", ""));
        assertThat(String.join("\n", readme)).contains(expected("ReadmeFirst").strip());
    }

    private static String printed(Consumer<String[]> example) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            example.accept(new String[0]);
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static String expected(String name) throws IOException {
        Path file = PRINTED.resolve(name + ".txt");
        return Files.exists(file) ? Files.readString(file) : "(" + file + " is missing)";
    }
}
