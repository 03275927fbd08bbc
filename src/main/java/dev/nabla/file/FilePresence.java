package dev.nabla.file;

import java.io.IOException;
import java.nio.file.AccessMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file is there. In a folder that may not be searched that cannot be known, so such a file is not taken for
 * absent.
 */
public final class FilePresence {
    private FilePresence() {}

    /** True if there is no such file for sure. */
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
     * Why a file that is there, or may be, cannot be read; empty if it can be, or is absent. It is not opened, as a
     * pipe would wait.
     */
    public static Optional<String> hindrance(Path path) {
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
