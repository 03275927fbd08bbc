package dev.nabla.progress;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One writer at a time, be it a thread or a process: a lock on a file beside the one that is written.
 *
 * <p>Where there are no locks, or a process that was stopped keeps one, it goes without: a line that is appended at once
 * is rarely torn, one that is not written is lost.
 */
final class FileLock {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(2);

    private FileLock() {}

    /** What may be done to the file meanwhile. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits until nobody else writes, then works; makes the folder if need be. */
    static <T> T at(Path file, Work<T> work) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel lock = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long begun = System.nanoTime();
            while (!isTaken(lock) && System.nanoTime() - begun < PATIENCE) {
                LockSupport.parkNanos(PAUSE);
            }
            return work.run();
        }
    }

    private static boolean isTaken(FileChannel lock) {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException anotherThread) {
            return false;
        } catch (IOException noLocksHere) {
            return true;
        }
    }
}
