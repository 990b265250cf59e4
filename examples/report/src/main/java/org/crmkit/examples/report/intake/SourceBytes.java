package org.crmkit.examples.report.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;

/** Opens a source, plain or gzip (told by its first bytes, not by its name). */
final class SourceBytes {

    private static final int BUFFER = 1 << 16;

    private SourceBytes() {}

    static InputStream open(InputSource source, LongConsumer progress) throws IOException {
        InputStream stored = new BufferedInputStream(new Counting(source.open(), progress), BUFFER);
        try {
            stored.mark(4);
            byte[] start = stored.readNBytes(4);
            stored.reset();
            if (start.length == 0) {
                throw new InputProblem(
                        "%s: the file is empty; a CSV file with a header line is needed".formatted(source.name()));
            }
            boolean packed = start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
            if (packed) {
                return new GZIPInputStream(stored, BUFFER);
            }
            if (start.length >= 2 && start[0] == 'P' && start[1] == 'K') {
                throw new InputProblem(
                        "%s: is a zip archive or a spreadsheet; CSV, plain or .gz, is needed".formatted(source.name()));
            }
            if (source.name().endsWith(".gz")) {
                throw new InputProblem("%s: the name ends in .gz but the content is not gzip".formatted(source.name()));
            }
            return stored;
        } catch (IOException | RuntimeException failed) {
            stored.close();
            throw failed;
        }
    }

    private static final class Counting extends FilterInputStream {

        private final LongConsumer progress;

        Counting(InputStream in, LongConsumer progress) {
            super(in);
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                progress.accept(1);
            }
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            if (count > 0) {
                progress.accept(count);
            }
            return count;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
