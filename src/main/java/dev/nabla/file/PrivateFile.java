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
 * A file of lines with mode 0600 in a folder with mode 0700. More permissive modes of existing files are reduced. Added
 * lines are on disk on return.
 *
 * <p>A lock on a file beside it allows one writer at a time, among threads and processes. If no lock can be had in
 * time, for example from a stopped process, the writer goes on without it. A line that is appended at once is rarely
 * torn; a line that is not written is lost.
 */
public record PrivateFile(Path path) {
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int STICKY = 01000;
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(1);
    private static final Duration PATIENCE = Duration.ofMillis(300);

    /** Work that is done while the lock is held. */
    public interface LockedAction<T> {
        T run() throws IOException;
    }

    /**
     * Rejects a pipe or a device, which might block the reader or never end. A missing file is accepted.
     *
     * @throws IOException if the path exists and is not a regular file
     */
    public void requireRegular() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("it is no regular file");
        }
    }

    /** Waits up to 300 ms for the lock, then runs the work, with the lock or without. Creates the folder if needed. */
    public <T> T withLock(LockedAction<T> work) throws IOException {
        return withLock(PATIENCE, work);
    }

    /**
     * Waits for the lock, then runs the work, with the lock or without. Creates the folder if needed.
     *
     * @param patience longest wait; make it longer if the work depends on the content of the file
     */
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

    /** Creates the folder of the file with mode 0700. A folder that all users share, like /tmp, keeps its mode. */
    public void makeFolder() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWN_FOLDER));
        if (!isShared(folder)) {
            keepTo(folder, OWN_FOLDER);
        }
    }

    /** Returns whether a folder has the sticky bit, so that only the owner of a file in it may replace the file. */
    public static boolean isShared(Path folder) throws IOException {
        try {
            return ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
        } catch (UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    /**
     * Locks this file itself until the channel is closed. Returns empty at once if another thread or process holds the
     * lock. On a file system without locks it always succeeds.
     */
    public Optional<FileChannel> hold() throws IOException {
        makeFolder();
        FileChannel lock = open();
        return isTaken(lock) ? Optional.of(lock) : Optional.empty();
    }

    /**
     * Waits up to {@code patience} for the lock, then goes on without it. Returns null if the lock file cannot be
     * opened.
     */
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

    /** Opens the file for appending. Nothing is synced until {@link FileChannel#force} is called. */
    public FileChannel open() throws IOException {
        return FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(OWN));
    }

    /**
     * Appends whole lines and syncs them, or nothing if that fails. If the last line lacks a line feed, it is completed
     * first.
     */
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
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel = open()) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException unwritable) {
            takeBack(bytes.flip());
            throw unwritable;
        }
    }

    /**
     * Cuts off the part of a text that a failed write has left, as on a full disk, so that no half line stays. Does
     * nothing if another process has appended to the file since, or if the file cannot be cut; the next writer then
     * begins a new line.
     */
    private void takeBack(ByteBuffer part) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long before = channel.size() - part.limit();
            ByteBuffer end = ByteBuffer.allocate(part.limit());
            while (before >= 0 && end.hasRemaining() && channel.read(end, before + end.position()) > 0) {}
            if (part.hasRemaining() && end.flip().equals(part)) {
                channel.truncate(before);
            }
        } catch (IOException unrepaired) {
            return;
        }
    }

    /** Replaces the whole file atomically. Deletes the unfinished files of killed processes first. */
    public void replace(String text) throws IOException {
        replace(out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Replaces the whole file as {@link #replace(String)} does. */
    public void replace(WholeFile.ContentWriter content) throws IOException {
        WholeFile file = WholeFile.at(path);
        file.sweep();
        file.replace(Optional.of(OWN), content);
    }

    private boolean isTorn() throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        }
    }

    /** Restricts the permissions to {@code own}. Does nothing if this process may not change them. */
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
     * Returns an exception whose message names the reason and the file. The reason comes first, because the line may be
     * cut: {@code permission denied: cannot write /home/ada/.local/state/nabla/journal.jsonl}.
     */
    public static IOException refused(String what, Path file, IOException cause) {
        return new IOException(FileReason.of(cause) + ": " + what + " " + file, cause);
    }
}
