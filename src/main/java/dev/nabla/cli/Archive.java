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
 * The class-data archives (CDS) of the JVM, which make starts fast. A JVM accepts an archive only if the jars beside it
 * still have the modification time that they had when the archive was packed. The first line of {@code lib/files} is
 * that time in seconds since 1970. Each further line holds the CRC-32, size and name of one file.
 *
 * @param lib the folder of the archives and the jars
 */
public record Archive(Path lib) {
    /**
     * Returns whether this JVM has an archive mapped into memory; it maps none that it rejects. Returns false if {@code
     * /proc} cannot be read.
     */
    public boolean isUsed() {
        try {
            return Files.readAllLines(Path.of("/proc/self/maps"), StandardCharsets.ISO_8859_1).stream()
                    .anyMatch(mapped -> mapped.endsWith("/lib/nabla.jsa"));
        } catch (IOException unknown) {
            return false;
        }
    }

    /**
     * Restores the packed modification time of copied files, if all files are unchanged. Returns a sentence for {@code
     * doctor} about the success or the failure; empty if every file has the packed time.
     */
    public String restoreTimes() {
        try {
            List<String> lines = Files.readAllLines(lib.resolve("files"));
            FileTime packed = FileTime.from(Long.parseLong(lines.remove(0)), TimeUnit.SECONDS);
            List<Path> copied = new ArrayList<>();
            for (String line : lines) {
                FileTime time = Files.getLastModifiedTime(file(line));
                if (!time.equals(packed)) {
                    Files.setLastModifiedTime(file(line), time); // fails early for another user's file
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

    /** Returns the line of {@code lib/files} for a file: its CRC-32, size in bytes and name. */
    public static String described(Path file) throws IOException {
        try (CheckedInputStream in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue() + " " + size + " " + file.getFileName();
        }
    }
}
