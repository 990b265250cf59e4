package org.crmkit.examples.report.intake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Reader;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Reads text on a thread of its own, some blocks ahead, so that unpacking and decoding overlap with parsing. */
final class ReadAhead extends Reader {

    private static final int BLOCK = 1 << 18;
    private static final int AHEAD = 8;

    /** A block of text and what ended it; neither text nor failure means the end. */
    private record Block(char[] text, int length, IOException failure) {}

    private static final IOException NONE = new IOException("none");

    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(AHEAD);
    private final Reader source;
    private final Thread reader;
    private Block current = new Block(new char[0], 0, NONE);
    private int at;
    private boolean ended;

    ReadAhead(Reader source) {
        this.source = source;
        this.reader = new Thread(this::readAll, "read-ahead");
        reader.setDaemon(true);
        reader.start();
    }

    private void readAll() {
        try {
            boolean ended = false;
            while (!ended) {
                Block next = nextBlock();
                blocks.put(next);
                ended = next.failure() != NONE || next.length() == 0;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt(); // the consumer closed the text: nobody waits for more
        }
    }

    /** A full block, or what came before the end or a failure. */
    private Block nextBlock() {
        char[] text = new char[BLOCK];
        int length = 0;
        try {
            int count = source.read(text, 0, BLOCK);
            while (count > 0) {
                length += count;
                count = length < BLOCK ? source.read(text, length, BLOCK - length) : -1;
            }
            return new Block(text, length, NONE);
        } catch (IOException failure) {
            return new Block(text, length, failure);
        }
    }

    private boolean isAtEnd() throws IOException {
        if (at < current.length()) {
            return false;
        }
        if (current.failure() != NONE) {
            throw current.failure();
        }
        if (!ended) {
            try {
                current = blocks.take();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while reading");
            }
            at = 0;
            ended = current.length() == 0 && current.failure() == NONE;
            return ended || (current.length() == 0 && isAtEnd());
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        return isAtEnd() ? -1 : current.text()[at++];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, current.length() - at);
        System.arraycopy(current.text(), at, target, offset, count);
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
