package org.crmkit.examples.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads a stream on a thread of its own, some blocks ahead, so that unpacking and parsing overlap. */
final class ReadAhead extends InputStream {

    private static final int BLOCK = 1 << 18;
    private static final int AHEAD = 8;

    /** A block of bytes; no bytes means the end, reached or failed. */
    private record Block(byte[] bytes, int length, IOException failure) {}

    private static final IOException NONE = new IOException("none");

    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(AHEAD);
    private final InputStream source;
    private final Thread reader;
    private Block current = new Block(new byte[0], 0, NONE);
    private int at;
    private boolean ended;

    ReadAhead(InputStream source) {
        this.source = source;
        this.reader = new Thread(this::fill, "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void fill() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Block next = nextBlock();
                blocks.put(next);
                if (next.length() == 0) {
                    return;
                }
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // the consumer closed the stream: nobody waits for more
        }
    }

    private Block nextBlock() {
        byte[] bytes = new byte[BLOCK];
        int length = 0;
        try {
            length = source.readNBytes(bytes, 0, BLOCK);
            return new Block(bytes, length, NONE);
        } catch (IOException failure) {
            return new Block(bytes, 0, failure);
        }
    }

    private boolean isAtEnd() throws IOException {
        if (at < current.length()) {
            return false;
        }
        if (!ended) {
            try {
                current = blocks.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading");
            }
            at = 0;
            ended = current.length() == 0;
            if (current.failure() != NONE) {
                throw current.failure();
            }
        }
        return ended;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : current.bytes()[at++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, current.length() - at);
        System.arraycopy(current.bytes(), at, target, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.interrupt();
        boolean interrupted = false;
        while (reader.isAlive()) {
            blocks.clear();
            try {
                reader.join(10);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        source.close();
    }
}
