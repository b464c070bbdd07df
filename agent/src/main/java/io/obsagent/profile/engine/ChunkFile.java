package io.obsagent.profile.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file that async-profiler writes chunk after chunk. It has no name any more: nothing is left behind however the
 * process ends.
 */
final class ChunkFile implements Closeable {
    private static final int SIZE_AT = 8;
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private final RandomAccessFile file;
    private long next;

    /** Opens the file and removes its name. */
    ChunkFile(Path path) throws IOException {
        try {
            file = new RandomAccessFile(path.toFile(), "r");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    /** The next chunk, which must be complete. */
    byte[] read() throws IOException {
        file.seek(next + SIZE_AT);
        long size = file.readLong();
        if (size <= 0 || size > file.length() - next) {
            throw new IOException("incomplete chunk");
        }
        long start = next;
        next += size;
        if (size > MOST_BYTES) {
            throw new IOException("chunk of " + size + " bytes is over the limit");
        }
        byte[] chunk = new byte[(int) size];
        file.seek(start);
        file.readFully(chunk);
        return chunk;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
