package dev.nabla.store;

import dev.nabla.file.FilePresence;
import dev.nabla.file.PrivateFile;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The place where a class is stored. Methods that open it throw a {@link StoreException} with the reason if they fail.
 *
 * @param folder folder of the class
 * @param url URL of a PostgreSQL database that stores the class in place of the folder, under the folder's name;
 *     without a password
 */
public record StoreFactory(Path folder, Optional<String> url) {
    /** Creates a class. Throws a {@link StoreException} if there is one already. */
    public ClassStore create(ClassInfo info) throws IOException {
        try {
            open().close();
        } catch (StoreException absent) {
            if (absent.reason() == StoreException.RefusalReason.ABSENT) {
                return open(Optional.empty(), Optional.of(info));
            }
            throw absent;
        }
        throw new StoreException(
                StoreException.RefusalReason.EXISTS,
                "there is a class in " + url.orElse(folder.toString()) + " already");
    }

    /** Opens an existing class, whether it is being served or not. */
    public ClassStore open() throws IOException {
        return open(Optional.empty(), Optional.empty());
    }

    /**
     * Opens the class to serve it, and creates it from {@code ifAbsent} if there is none. Until it is closed, no other
     * process can serve it from this folder.
     */
    public ClassStore serve(ClassInfo ifAbsent) throws IOException {
        try {
            Optional<FileChannel> lock = lock().hold();
            if (lock.isEmpty()) {
                throw new StoreException(StoreException.RefusalReason.HELD, "another nabla serve holds " + folder);
            }
            return open(lock, Optional.of(ifAbsent));
        } catch (IOException unwritable) {
            throw refused(unwritable);
        }
    }

    /** Returns whether a process serves the class from this folder. */
    public boolean isServed() throws IOException {
        if (FilePresence.isAbsent(lock().path())) {
            return false;
        }
        try {
            Optional<FileChannel> free = lock().hold();
            free.ifPresent(StoreFactory::release);
            return free.isEmpty();
        } catch (IOException unusable) {
            throw refused(unusable);
        }
    }

    private PrivateFile lock() {
        return new PrivateFile(folder.resolve("lock"));
    }

    private ClassStore open(Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws StoreException {
        try {
            return url.isEmpty() ? new FolderStore(folder, lock, ifAbsent) : database(lock, ifAbsent);
        } catch (IOException unusable) {
            lock.ifPresent(StoreFactory::release);
            throw refused(unusable);
        }
    }

    private ClassStore database(Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        Path full = full();
        String host = machine() + ":" + ProcessHandle.current().pid() + ":" + full;
        Optional<PrivateFile> spool = lock.isPresent() ? Optional.of(spool()) : Optional.empty();
        return new SqlStore(url.orElseThrow(), String.valueOf(full.getFileName()), host, spool, lock, ifAbsent);
    }

    /** Returns the number of answers on this machine that the database does not have yet. */
    public int waitingAnswers() {
        try {
            return new Spool(Optional.of(spool())).answers();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private PrivateFile spool() throws IOException {
        return new PrivateFile(full().resolve("spool/" + machine() + ".jsonl"));
    }

    private Path full() {
        return folder.toAbsolutePath().normalize();
    }

    private static String machine() throws IOException {
        return InetAddress.getLocalHost().getHostName();
    }

    private static void release(FileChannel lock) {
        try {
            lock.close();
        } catch (IOException unreachable) {
            return; // the lock ends with the process at the latest
        }
    }

    private StoreException refused(IOException why) {
        boolean raw = why instanceof FileSystemException;
        String words = (raw ? PrivateFile.refused("cannot use", folder, why) : why).getMessage();
        if (why instanceof StoreException known) {
            return known;
        }
        return new StoreException(
                why instanceof DatabaseConnection.DatabaseAway
                        ? StoreException.RefusalReason.AWAY
                        : StoreException.RefusalReason.UNUSABLE,
                words);
    }
}
