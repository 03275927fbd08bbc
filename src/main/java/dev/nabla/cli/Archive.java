package dev.nabla.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * The class-data archives, which make starts fast. A JVM takes them only beside jars of the time they had when all was packed;
 * {@code lib/files} has that time in seconds, then CRC-32, size and name of each file.
 *
 * @param lib the folder of them and the jars
 */
public record Archive(Path lib) {
    /** True if this JVM uses one: of those that it does not take it keeps nothing in memory. */
    public boolean isUsed() {
        try {
            return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
                    .anyMatch(mapped -> mapped.endsWith("/lib/nabla.jsa"));
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Gives copied files their time back, if all are what was packed; says what came of it, or nothing if none has another time. */
    public String restoreTimes() {
        try {
            List<String> lines = Files.readAllLines(lib.resolve("files"));
            FileTime packed = FileTime.from(Long.parseLong(lines.remove(0)), TimeUnit.SECONDS);
            List<Path> copied = new ArrayList<>();
            for (String line : lines) {
                FileTime time = Files.getLastModifiedTime(file(line));
                if (!time.equals(packed)) {
                    Files.setLastModifiedTime(
                            file(line), time); // fails now, before all is read, if the file is another user's
                    copied.add(file(line));
                }
            }
            if (copied.isEmpty()) {
                return "";
            }
            for (String line : lines) {
                if (!line.equals(described(file(line)))) {
                    return file(line) + " is not the one that was packed";
                }
            }
            for (Path file : copied) {
                Files.setLastModifiedTime(file, packed);
            }
            return "copied files have got their time back; the next start uses it";
        } catch (NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        } catch (IOException refused) {
            return "copied without the files' times, which cp -a keeps: " + refused.getMessage();
        } catch (IndexOutOfBoundsException | IllegalArgumentException garbled) {
            return lib.resolve("files") + " is not the one that was packed";
        }
    }

    private Path file(String line) {
        return lib.resolve(line.substring(line.lastIndexOf(' ') + 1));
    }

    private static String described(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue() + " " + size + " " + file.getFileName();
        }
    }
}
