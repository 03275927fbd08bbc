package dev.nabla.store;

import dev.nabla.progress.PrivateFile;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where a class is kept. What opens it throws {@link Refused} with the reason.
 *
 * @param folder of the class
 * @param url of a PostgreSQL database that remembers in place of the folder, under the folder's name; without a password
 */
public record Stores(Path folder, Optional<String> url) {
    /** Begins a class; there must be none yet. */
    public ClassStore create(ClassInfo info) throws IOException {
        try {
            open().close();
        } catch (Refused absent) {
            if (absent.reason() == Refused.Reason.ABSENT) {
                return open(Optional.empty(), Optional.of(info));
            }
            throw absent;
        }
        throw new Refused(Refused.Reason.EXISTS, "there is a class in " + url.orElse(folder.toString()) + " already");
    }

    /** A class that is there, whether it is served or not. */
    public ClassStore open() throws IOException {
        return open(Optional.empty(), Optional.empty());
    }

    /** The class to serve; it begins with this if there is none. No other process serves it from here until it is closed. */
    public ClassStore serve(ClassInfo ifAbsent) throws IOException {
        new PrivateFile(folder.resolve("lock")).makeFolder();
        FileChannel lock = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!isTaken(lock)) {
            throw new Refused(Refused.Reason.HELD, "another nabla serve holds " + folder);
        }
        return open(Optional.of(lock), Optional.of(ifAbsent));
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    private ClassStore open(Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        try {
            if (url.isEmpty()) {
                return new FolderStore(folder, lock, ifAbsent);
            }
            String host = InetAddress.getLocalHost().getHostName();
            Optional<PrivateFile> spool =
                    lock.map(held -> new PrivateFile(folder.resolve("spool").resolve(host + ".jsonl")));
            Path whole = folder.toAbsolutePath();
            return new SqlStore(url.get(), whole.getFileName().toString(), host + ":" + whole, spool, lock, ifAbsent);
        } catch (IOException unusable) {
            if (lock.isPresent()) {
                lock.get().close();
            }
            throw unusable instanceof Refused ? unusable : new Refused(Refused.Reason.UNUSABLE, unusable.getMessage());
        }
    }
}
