package dev.nabla.store;

import dev.nabla.progress.PrivateFile;
import dev.nabla.room.ClassInfo;
import dev.nabla.room.ClassStore;
import dev.nabla.room.ClassStore.Refused;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Where a class is kept. All three fail with a {@link Refused} that has the reason, or another {@link IOException} with words.
 *
 * @param folder of the class
 * @param url of a PostgreSQL database that remembers in place of the folder, under its name
 */
public record Stores(Path folder, Optional<String> url) {
    /** Begins a class; there must be none yet. */
    public ClassStore create(ClassInfo info) throws IOException {
        if (file().exists()) {
            throw new Refused(Refused.Reason.EXISTS, "there is a class in " + folder + " already");
        }
        file().write(info);
        return open();
    }

    /** A class that is there, whether it is served or not. */
    public ClassStore open() throws IOException {
        return new FolderStore(folder, Optional.empty());
    }

    /** The class to serve; it begins with this if there is none. No other process serves it until it is closed. */
    public ClassStore serve(ClassInfo ifAbsent) throws IOException {
        file().file().makeFolder();
        FileChannel lock = FileChannel.open(
                folder.resolve("lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        if (!isTaken(lock)) {
            throw new Refused(Refused.Reason.HELD, "another nabla serve holds " + folder);
        }
        if (!file().exists()) {
            file().write(ifAbsent);
        }
        return new FolderStore(folder, Optional.of(lock));
    }

    private static boolean isTaken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    private ClassFile file() {
        return new ClassFile(new PrivateFile(folder.resolve("class.yaml")));
    }
}
