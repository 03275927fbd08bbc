package dev.nabla.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A file of lines that only grows, with mode 0600 in a folder of mode 0700, also where it was there with more; what has been
 * added is on the disk.
 *
 * <p>One writer at a time, be it a thread or a process, by a lock on a file beside it. Where there are no locks, where the lock is
 * somebody else's, or a process that was stopped keeps it, it goes without: a line that is appended at once is rarely torn, one
 * that is not written is lost.
 */
public record PrivateFile(Path path) {
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int STICKY = 01000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** What may be done to the file while nobody else writes. */
    public interface LockedAction<T> {
        T run() throws IOException;
    }

    /** A pipe or a device would never end, or keep whoever opens it waiting. */
    public void requireRegular() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is no regular file");
        }
    }

    /** Waits until nobody else writes, then works; makes the folder if need be. */
    public <T> T withLock(LockedAction<T> work) throws IOException {
        return withLock(PATIENCE, work);
    }

    /** Waits so long at most; what is decided by what is in the file needs more patience than a line that is added. */
    public <T> T withLock(Duration patience, LockedAction<T> work) throws IOException {
        makeFolder();
        requireRegular();
        FileChannel lock = new PrivateFile(path.resolveSibling(path.getFileName() + ".lock")).lock(patience);
        try {
            return work.run();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    /**
     * Makes the folder that the file lies in, with mode 0700. A folder that all users share, like /tmp, keeps its mode.
     */
    public void makeFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
        if (!isShared(folder)) {
            keepTo(folder, OWN_FOLDER);
        }
    }

    /** Whether a folder has the sticky bit, by which only the owner of a file may replace it. */
    public static boolean isShared(Path folder) throws IOException {
        try {
            return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
        } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /** Keeps others from holding this file too, until the channel is closed; empty if somebody else holds it. */
    public Optional<FileChannel> hold() throws IOException {
        makeFolder();
        FileChannel lock = open();
        return isTaken(lock) ? Optional.of(lock) : Optional.empty();
    }

    /** Null where there is none to be had. */
    private FileChannel lock(Duration patience) {
        try {
            requireRegular();
            FileChannel lock = open();
            long begun = System.nanoTime();
            while (!isTaken(lock) && System.nanoTime() - begun < patience.toNanos()) {
                LockSupport.parkNanos(PAUSE);
            }
            return lock;
        } catch (IOException somebodyElses) {
            return null;
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

    /** To add to it, with nothing on the disk until that is asked for. */
    public FileChannel open() throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(OWN));
    }

    /** Adds whole lines; a last line that was not written to its end is ended first. */
    public void add(String lines) throws IOException {
        boolean fresh = !Files.exists(path);
        write((!fresh && isTorn() ? "\n" : "") + lines);
        if (fresh) {
            WholeFile.sync(path.toAbsolutePath().getParent());
        } else {
            keepTo(path, OWN);
        }
    }

    private void write(String text) throws IOException {
        try (FileChannel channel = open()) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Puts another text in the place of the whole file; at any time one of the two is there. */
    public void replace(String text) throws IOException {
        WholeFile whole = WholeFile.at(path);
        whole.sweep();
        whole.replace(Optional.of(OWN), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean isTorn() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Takes from others what they may do; where that is not ours to say they keep it. */
    private static void keepTo(Path path, Set<PosixFilePermission> own) {
        try {
            if (!own.containsAll(Files.getPosixFilePermissions(path))) {
                Files.setPosixFilePermissions(path, own);
            }
        } catch (IOException | UnsupportedOperationException notOurs) {
            return;
        }
    }

    /**
     * Why a file could not be used, in words: Java's message is often the file's name alone. The reason comes first, since the
     * line may be cut: {@code permission denied: cannot write /home/ada/.local/state/nabla/journal.jsonl}.
     */
    public static IOException refused(String what, Path file, IOException cause) {
        return new IOException(FileReason.of(cause) + ": " + what + " " + file, cause);
    }
}
