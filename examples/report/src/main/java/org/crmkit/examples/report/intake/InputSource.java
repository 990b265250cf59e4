package org.crmkit.examples.report.intake;

import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something to read rows from: a file or a sample in memory. */
public interface InputSource {

    /**
     * Names the source in messages and in {@code skipped.csv}.
     *
     * @return a file name
     */
    String name();

    /**
     * Opens the bytes as they are stored, packed or plain.
     *
     * @return the bytes
     * @throws IOException if they cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * Returns the stored size, for the progress bar.
     *
     * @return in bytes
     */
    long size();

    /**
     * Reads a file.
     *
     * @param file plain or gzip
     * @return the file as a source
     */
    static InputSource of(Path file) {
        return new InputSource() {
            @Override
            public String name() {
                return file.toString();
            }

            @Override
            public InputStream open() throws IOException {
                if (!Files.exists(file)) {
                    throw new InputProblem("%s: there is no such file".formatted(file));
                }
                if (Files.isDirectory(file)) {
                    throw new InputProblem(
                            "%s: is a directory; name the files in it, each with --input".formatted(file));
                }
                // Not Files.newInputStream: it asks for its position, which pipes do not have.
                return new FileInputStream(file.toFile());
            }

            @Override
            public long size() {
                return file.toFile().length();
            }
        };
    }

    /**
     * Takes text in memory.
     *
     * @param name the name to show
     * @param text CSV
     * @return the text as a source of UTF-8 bytes
     */
    static InputSource of(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new InputSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
