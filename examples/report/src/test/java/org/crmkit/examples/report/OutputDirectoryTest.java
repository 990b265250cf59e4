package org.crmkit.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

    @TempDir
    private Path dir;

    @Test
    void publish_putsAllFilesInPlace() throws IOException {
        Path target = Files.createDirectories(dir.resolve("a"));
        Files.writeString(target.resolve("one"), "former");
        Files.writeString(target.resolve("other"), "untouched");
        try (OutputDirectory output = OutputDirectory.open(target)) {
            output.write("one", "1");
            output.write("two", "2");
            assertThat(target.resolve("one")).hasContent("former");
            output.publish();
        }
        assertThat(ReportRun.names(target)).containsExactly("one", "other", "two");
        assertThat(target.resolve("one")).hasContent("1");
        assertThat(target.resolve("other")).hasContent("untouched");
    }

    @Test
    void close_withoutPublish_leavesNothing() {
        try (OutputDirectory output = OutputDirectory.open(dir.resolve("a/b/c"))) {
            output.write("one", "1");
            assertThat(dir.resolve("a/b/c")).isDirectory();
        }
        assertThat(dir.resolve("a")).doesNotExist();
    }

    @Test
    void interrupt_leavesNothingAndStopsLaterWriting() throws Exception {
        try (OutputDirectory output = OutputDirectory.open(dir.resolve("a"))) {
            output.write("one", "1");
            output.onInterrupt().start();
            output.onInterrupt().join();
            assertThat(dir.resolve("a")).doesNotExist();
            assertThatThrownBy(() -> output.write("two", "2")).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(output::publish).isInstanceOf(IllegalStateException.class);
        }
        assertThat(dir.resolve("a")).doesNotExist();
    }

    @Test
    void publish_thatCannotReplaceOneFile_restoresTheOthers() throws IOException {
        Files.createDirectories(dir.resolve("two/full"));
        Files.writeString(dir.resolve("one"), "former");
        try (OutputDirectory output = OutputDirectory.open(dir)) {
            output.write("new", "0");
            output.write("one", "1");
            output.write("two", "2");
            assertThatThrownBy(output::publish)
                    .isInstanceOf(OutputProblem.class)
                    .hasMessageContaining("two");
        }
        assertThat(dir.resolve("one")).hasContent("former");
        assertThat(ReportRun.names(dir)).containsExactly("one", "two");
    }
}
