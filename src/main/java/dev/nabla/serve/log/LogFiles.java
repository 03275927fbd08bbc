package dev.nabla.serve.log;

import dev.nabla.file.PrivateFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files of a log, named {@code 2026-03-05.jsonl}, {@code 2026-03-05.1.jsonl} and so on, with mode 0600. A new file
 * begins each day, and when the current one exceeds 10 MiB. At that time files that are too old are deleted, and the
 * oldest ones beyond 64 MiB in all. {@link java.util.logging.FileHandler} does not fit: it has no daily files, no file
 * modes and no limit for all files.
 */
final class LogFiles {
    private static final long MOST_BYTES = 10 << 20;
    private static final long MOST_BYTES_IN_ALL = 64 << 20;
    private static final Pattern NUMBERED = Pattern.compile("(.*)\\.(\\d{1,6})\\.jsonl");

    private final Path folder;
    private final Duration retention;
    private final ZoneId zone;
    private LocalDate day = LocalDate.MIN;
    private PrivateFile file;

    /**
     * @param retention how long a file is kept after the last line was written to it
     * @param zone whose midnight begins a new file
     */
    LogFiles(Path folder, Duration retention, ZoneId zone) {
        this.folder = folder;
        this.retention = retention;
        this.zone = zone;
    }

    /** Adds a line to the file of the day of {@code now}. */
    void add(Instant now, String line) throws IOException {
        LocalDate today = LocalDate.ofInstant(now, zone);
        if (!today.equals(day) || isFull()) {
            open(today, now);
        }
        try (FileChannel channel = file.open()) {
            channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private boolean isFull() throws IOException {
        return Files.exists(file.path()) && Files.size(file.path()) > MOST_BYTES;
    }

    /** Continues the last file of the day, or begins the next one if that is full. Deletes old files. */
    private void open(LocalDate today, Instant now) throws IOException {
        new PrivateFile(path(today, 0)).makeFolder();
        List<Path> files = newestFirst();
        int last = files.stream().mapToInt(known -> number(today, known)).max().orElse(0);
        file = new PrivateFile(path(today, last));
        if (isFull()) {
            file = new PrivateFile(path(today, last + 1));
        }
        day = today;
        prune(files, now);
    }

    private Path path(LocalDate date, int number) {
        return folder.resolve(date + (number == 0 ? "" : "." + number) + ".jsonl");
    }

    /** Returns the number of a file of that day; 0 for any other name. */
    private static int number(LocalDate date, Path file) {
        Matcher numbered = NUMBERED.matcher(file.getFileName().toString());
        return numbered.matches() && numbered.group(1).equals(date.toString())
                ? Integer.parseInt(numbered.group(2))
                : 0;
    }

    private List<Path> newestFirst() throws IOException {
        Map<Path, FileTime> written = new HashMap<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jsonl")) {
            for (Path known : files) {
                written.put(known, Files.getLastModifiedTime(known));
            }
        }
        return written.keySet().stream()
                .sorted(Comparator.comparing(written::get).reversed())
                .toList();
    }

    /** Deletes files that are too old or exceed the limit for all files. Leaves room for a full current file. */
    private void prune(List<Path> newestFirst, Instant now) throws IOException {
        long size = MOST_BYTES;
        for (Path other : newestFirst) {
            if (!other.equals(file.path())) {
                size += Files.size(other);
                if (size > MOST_BYTES_IN_ALL
                        || Files.getLastModifiedTime(other).toInstant().isBefore(now.minus(retention))) {
                    Files.delete(other);
                }
            }
        }
    }
}
