package org.crmkit.examples.report.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.zip.ZipException;

/**
 * Reads CSV exports into columns; no object is kept per row.
 *
 * <p>Memory: 24 bytes a row and the distinct customer and order ids.
 */
public final class CsvIntake {

    /** A limit, so that a quotation mark that nobody closed does not take the whole file into memory. */
    private static final int LONGEST_FIELD = 1 << 24;

    private final IntakeSettings settings;
    private final IntakeListener listener;
    private final ActivityColumns columns = new ActivityColumns();
    private Set<Role> rolesOfFirstFile = Set.of();
    private long bytes;
    private long lastLine;

    private CsvIntake(IntakeSettings settings, IntakeListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /**
     * Reads all sources.
     *
     * @param sources in the order in which ties of time are kept
     * @param settings how rows are to be understood
     * @param listener hears of skipped rows and progress
     * @return the rows, not yet in order
     * @throws InputProblem if the input cannot be used
     */
    public static RawLog read(List<InputSource> sources, IntakeSettings settings, IntakeListener listener) {
        CsvIntake intake = new CsvIntake(settings, listener);
        for (InputSource source : sources) {
            intake.readOne(source);
        }
        return new RawLog(intake.columns);
    }

    private void readOne(InputSource source) {
        LongConsumer progress = count -> {
            bytes += count;
            listener.read(bytes);
        };
        try (Reader decoded = new InputStreamReader(
                        SourceBytes.open(source, progress),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT));
                Reader text = settings.threads() > 1 ? new ReadAhead(decoded) : decoded) {
            parse(source.name(), new BufferedReader(text, 1 << 16));
        } catch (IOException | UncheckedIOException failed) {
            throw unreadable(source.name(), failed);
        }
    }

    private void parse(String file, BufferedReader text) throws IOException {
        char separator = Separator.of(file, text);
        RowHandler rows = new RowHandler(file, headers -> roles(file, headers), columns, settings, listener);
        try (CsvReader<RowHandler> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(rows, text)) {
            for (RowHandler taken : reader) {
                lastLine = taken.line();
            }
        } catch (CsvParseException broken) {
            throw explained(file, broken);
        }
    }

    /** The parser wraps what our own code throws while it takes a row, such as a listener whose disk is full. */
    private RuntimeException explained(String file, CsvParseException broken) {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RuntimeException own && !(own instanceof CsvParseException)) {
                return own;
            }
            if (cause instanceof IOException failed) {
                return new UncheckedIOException(failed);
            }
        }
        return new InputProblem(
                "%s: after line %d: a field longer than %,d characters, or a quotation mark that is not closed (%s); where such a row ends cannot be known, so it cannot be skipped"
                        .formatted(file, lastLine, LONGEST_FIELD, Shown.of(String.valueOf(broken.getMessage()))));
    }

    private HeaderRoles roles(String file, List<String> headers) {
        HeaderRoles roles = HeaderRoles.assign(file, headers, settings.columns());
        if (rolesOfFirstFile.isEmpty()) {
            rolesOfFirstFile = roles.roles();
            columns.hasAmounts = roles.has(Role.AMOUNT) || roles.has(Role.PRICE);
            columns.hasOrders = roles.has(Role.ORDER);
            columns.hasClasses = roles.has(Role.ITEM_CLASS);
        } else if (!rolesOfFirstFile.equals(roles.roles())) {
            throw new InputProblem(
                    "%s: has columns for %s, but the first file has them for %s; files of one run need the same"
                            .formatted(file, words(roles.roles()), words(rolesOfFirstFile)));
        }
        return roles;
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).collect(Collectors.joining(", "));
    }

    private static InputProblem unreadable(String file, Exception failed) {
        Throwable cause =
                failed instanceof UncheckedIOException && failed.getCause() != null ? failed.getCause() : failed;
        if (cause instanceof EOFException) {
            return new InputProblem(
                    "%s: the gzip data end too early: the file is truncated; copy it again".formatted(file));
        }
        if (cause instanceof ZipException) {
            return new InputProblem(
                    "%s: the gzip data are damaged (%s); copy the file again".formatted(file, cause.getMessage()));
        }
        if (cause instanceof CharacterCodingException) {
            return new InputProblem(
                    "%s: is not UTF-8 text; convert it first, for instance with: iconv -f LATIN1 -t UTF-8"
                            .formatted(file));
        }
        if (cause instanceof NoSuchFileException) {
            return new InputProblem("%s: there is no such file".formatted(file));
        }
        return new InputProblem("%s: cannot be read: %s".formatted(file, cause.getMessage()));
    }
}
