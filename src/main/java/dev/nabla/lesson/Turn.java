package dev.nabla.lesson;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** One writer at a time, be it a thread or a process: a lock on a file beside the one that is written. */
final class Turn {
    private static final long PAUSE_NANOS = 1_000_000;

    private Turn() {}

    /** What may be done to the file meanwhile. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Waits until nobody else writes, then works; makes the folder if need be. */
    static <T> T at(Path file, Work<T> work) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel lock = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!isTaken(lock)) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return work.run();
        }
    }

    /** For another process this waits; of another thread in this one it only says that it has the lock. */
    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            lock.lock();
            return true;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }
}
