package org.crmkit.examples.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory whose files appear together or not at all.
 *
 * <p>Files are written into a hidden directory inside it and renamed when all are complete. A run that fails, or is
 * interrupted by a signal, removes the hidden directory and what it had created.
 */
final class OutputDirectory implements AutoCloseable {

    private final Path directory;
    private final Path drafts;
    private final Deque<Path> created;
    private final Thread onInterrupt = new Thread(this::discard, "discard-output");
    private boolean done;
    private boolean discarded;

    private OutputDirectory(Path directory, Path drafts, Deque<Path> created) {
        this.directory = directory;
        this.drafts = drafts;
        this.created = created;
    }

    /** Creates the directory if absent, and room for drafts. */
    static OutputDirectory open(Path directory) {
        Deque<Path> created = new ArrayDeque<>();
        try {
            createMissing(directory.toAbsolutePath(), created);
            Path drafts = Files.createTempDirectory(directory, ".crm-report-");
            OutputDirectory output = new OutputDirectory(directory, drafts, created);
            Runtime.getRuntime().addShutdownHook(output.onInterrupt);
            return output;
        } catch (FileAlreadyExistsException taken) {
            throw new OutputProblem(
                    "%s: is a file, a directory is needed for --output".formatted(taken.getFile()), taken);
        } catch (IOException failed) {
            created.forEach(OutputDirectory::deleteQuietly);
            throw new OutputProblem("%s: cannot be written: %s".formatted(directory, reason(failed)), failed);
        }
    }

    /** What runs when a signal ends the process. */
    Thread onInterrupt() {
        return onInterrupt;
    }

    private static void createMissing(Path directory, Deque<Path> created) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        Path parent = directory.getParent();
        if (parent != null) {
            createMissing(parent, created);
        }
        Files.createDirectory(directory);
        created.push(directory);
    }

    /** Opens a draft of a file for UTF-8 text. */
    synchronized Writer writer(String name) {
        checkOpen();
        try {
            return new BufferedWriter(Files.newBufferedWriter(drafts.resolve(name), StandardCharsets.UTF_8), 1 << 16);
        } catch (IOException failed) {
            throw problem(name, failed);
        }
    }

    /** Writes a draft whole. */
    synchronized void write(String name, String text) {
        checkOpen();
        try {
            Files.writeString(drafts.resolve(name), text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw problem(name, failed);
        }
    }

    private void checkOpen() {
        if (discarded) {
            throw new IllegalStateException("the output was discarded");
        }
    }

    OutputProblem problem(String name, IOException failed) {
        return new OutputProblem(
                "%s: cannot be written: %s".formatted(directory.resolve(name), reason(failed)), failed);
    }

    /** Puts all drafts in place of the former files; when one cannot be, the former files are put back. */
    synchronized void publish() {
        checkOpen();
        List<Path> names = new ArrayList<>();
        List<Path> placed = new ArrayList<>();
        Path former = drafts.resolve("former");
        try (Stream<Path> files = Files.list(drafts)) {
            files.map(Path::getFileName).sorted().forEach(names::add);
        } catch (IOException failed) {
            throw problem("", failed);
        }
        try {
            Files.createDirectory(former);
            for (Path name : names) {
                Path target = directory.resolve(name);
                if (Files.isDirectory(target)) {
                    throw new FileAlreadyExistsException(target.toString(), null, "is a directory");
                }
                if (Files.exists(target)) {
                    keep(target, former.resolve(name));
                }
                placed.add(name);
                Files.move(
                        drafts.resolve(name),
                        target,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            done = true;
        } catch (IOException failed) {
            restore(placed, former);
            throw new OutputProblem("%s: cannot be written: %s".formatted(directory, failed.getMessage()), failed);
        }
    }

    private static void keep(Path file, Path copy) throws IOException {
        try {
            Files.createLink(copy, file);
        } catch (IOException | UnsupportedOperationException noLinks) {
            Files.copy(file, copy); // some file systems have no hard links
        }
    }

    private void restore(List<Path> placed, Path former) {
        for (Path name : placed) {
            try {
                if (Files.exists(former.resolve(name))) {
                    Files.move(former.resolve(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                } else {
                    Files.deleteIfExists(directory.resolve(name));
                }
            } catch (IOException failed) {
                throw problem(name.toString(), failed);
            }
        }
    }

    @Override
    public void close() {
        discard();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook is running or about to: it does the same
        }
    }

    private synchronized void discard() {
        discarded = true;
        if (Files.exists(drafts)) {
            try (Stream<Path> files = Files.walk(drafts)) {
                files.sorted(Comparator.reverseOrder()).forEach(OutputDirectory::deleteQuietly);
            } catch (IOException | UncheckedIOException failed) {
                System.err.println("crm-report: could not remove " + drafts + ": " + failed.getMessage());
            }
        }
        if (!done) {
            created.forEach(OutputDirectory::deleteQuietly);
        }
    }

    private static void deleteQuietly(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException failed) {
            System.err.println("crm-report: could not remove " + path + ": " + failed.getMessage());
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName().replace("Exception", "") + " " + failed.getMessage();
    }
}
