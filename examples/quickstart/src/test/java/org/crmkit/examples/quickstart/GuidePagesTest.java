package org.crmkit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages show is what this module compiles, runs and prints, in any layout. */
class GuidePagesTest {

    private static final Path DOCS = Path.of("..", "..", "docs");

    @ParameterizedTest
    @ValueSource(strings = {"concepts.md", "guide/your-own-scorer.md"})
    void page_showsCodeThatRunsAndWhatItPrints(String page) throws IOException {
        String text = Files.readString(DOCS.resolve(page));
        assertThat(blocks(text, "java"))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(somewhere(code, ".java"))
                        .as("stands in a source of this module")
                        .isTrue());
        assertThat(blocks(text, "text"))
                .allSatisfy(printed -> assertThat(somewhere(printed, ".txt"))
                        .as("is printed by an example of this module")
                        .isTrue());
        assertThat(blocks(text, "xml"))
                .allSatisfy(xml ->
                        assertThat(dependencies(xml)).isSubsetOf(dependencies(Files.readString(Path.of("pom.xml")))));
    }

    /** The dependencies of a POM without version and scope, which come from the parent here and are written out on the pages. */
    private static List<String> dependencies(String xml) {
        return Pattern.compile("<dependency>(.*?)</dependency>", Pattern.DOTALL)
                .matcher(xml.replaceAll("<version>.*?</version>|<scope>.*?</scope>", ""))
                .results()
                .map(found -> squeezed(found.group(1)))
                .toList();
    }

    private static boolean somewhere(String text, String ending) {
        return files(Path.of("src"), ending).stream().anyMatch(file -> file.contains(squeezed(text)));
    }

    private static List<String> files(Path folder, String ending) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .map(GuidePagesTest::squeezedContent)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String squeezedContent(Path file) {
        try {
            return squeezed(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> blocks(String page, String language) {
        return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
