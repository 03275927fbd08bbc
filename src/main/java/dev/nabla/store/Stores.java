package dev.nabla.store;

import dev.nabla.progress.PrivateFile;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Refused;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;

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
        PrivateFile file = new PrivateFile(folder.resolve("lock"));
        Optional<FileChannel> lock;
        try {
            lock = file.hold();
        } catch (IOException unwritable) {
            String why =
                    PrivateFile.refused("cannot write", file.path(), unwritable).getMessage();
            throw new Refused(Refused.Reason.UNUSABLE, why);
        }
        if (lock.isEmpty()) {
            throw new Refused(Refused.Reason.HELD, "another nabla serve holds " + folder);
        }
        return open(lock, Optional.of(ifAbsent));
    }

    private ClassStore open(Optional<FileChannel> lock, Optional<ClassInfo> ifAbsent) throws IOException {
        try {
            if (url.isEmpty()) {
                return new FolderStore(folder, lock, ifAbsent);
            }
            Path whole = folder.toAbsolutePath();
            String machine = InetAddress.getLocalHost().getHostName();
            String host = machine + ":" + ProcessHandle.current().pid() + ":" + whole;
            Optional<PrivateFile> spool =
                    lock.map(held -> new PrivateFile(folder.resolve("spool").resolve(machine + ".jsonl")));
            return new SqlStore(url.get(), whole.getFileName().toString(), host, spool, lock, ifAbsent);
        } catch (IOException unusable) {
            if (lock.isPresent()) {
                lock.get().close();
            }
            if (unusable instanceof Refused) {
                throw unusable;
            }
            boolean raw = unusable instanceof FileSystemException;
            IOException said = raw ? PrivateFile.refused("cannot use", folder, unusable) : unusable;
            throw new Refused(Refused.Reason.UNUSABLE, said.getMessage());
        }
    }
}
