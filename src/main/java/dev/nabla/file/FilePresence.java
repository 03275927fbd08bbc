package dev.nabla.file;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Tests whether a file exists and can be read. A file in a folder that may not be searched is unknown, and does not
 * count as absent.
 */
public final class FilePresence {
    private FilePresence() {}

    /** Returns whether the file certainly does not exist. */
    public static boolean isAbsent(Path path) {
        if (Files.notExists(path)) {
            return true;
        }
        Path above = path.toAbsolutePath();
        while (above != null && !Files.exists(above)) {
            above = above.getParent();
        }
        return above != null && !above.equals(path.toAbsolutePath()) && !Files.isDirectory(above);
    }

    /**
     * Returns why an existing file cannot be read; empty if it can be read or is absent. The file is not opened,
     * because opening a pipe would block.
     */
    public static Optional<String> whyUnreadable(Path path) {
        try {
            if (!isAbsent(path)) {
                path.getFileSystem().provider().checkAccess(path, AccessMode.READ);
            }
            return Optional.empty();
        } catch (IOException refused) {
            return Optional.of(FileReason.of(refused));
        }
    }
}
