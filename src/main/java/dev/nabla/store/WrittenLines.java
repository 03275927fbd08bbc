package dev.nabla.store;

import dev.nabla.progress.ByteLines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;

/**
 * The set of lines in a file that only grows. Each part of the file is read once, unless the file has been replaced or
 * truncated. Other processes may append to it.
 */
final class WrittenLines {
    private final Path file;
    private Digests digests = new Digests();
    private volatile int size;
    /** Number of bytes of the file that have been read. */
    private long end;
    /** Key of the file that was read; null if there was none. */
    private String key;

    WrittenLines(Path file) {
        this.file = file;
    }

    /** Returns the number of lines; does not wait while they are being read. */
    int size() {
        return size;
    }

    /** Reads what has been added since the last call. Returns the number of bytes read. */
    synchronized long readOn() throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            forget();
            return 0;
        }
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (now.size() < end || !String.valueOf(now.fileKey()).equals(key)) {
            forget();
            key = String.valueOf(now.fileKey());
        }
        return now.size() == end ? 0 : read();
    }

    private void forget() {
        digests = new Digests();
        size = 0;
        end = 0;
        key = null;
    }

    private long read() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                InputStream in = Channels.newInputStream(channel.position(end))) {
            long read = ByteLines.each(in, this::add, (torn, length) -> {});
            end += read;
            size = digests.size();
            return read;
        }
    }

    private void add(byte[] line, int length) {
        digests.add(line, length > 0 && line[length - 1] == '\r' ? length - 1 : length);
    }

    /** Removes from a collection the lines that are in the part of the file that has been read. */
    synchronized void removeFrom(Collection<String> lines) {
        lines.removeIf(line -> {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            return digests.contains(bytes, bytes.length);
        });
    }
}
