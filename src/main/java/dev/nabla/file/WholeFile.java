package dev.nabla.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file that is replaced atomically. A reader finds the whole old content or the whole new one, even after a crash or
 * on a full disk. The new content is written to a file beside it, {@code .NAME.PROCESS-NUMBER.tmp}. That file is
 * renamed once it is on disk.
 *
 * @param path the file, which may not exist yet
 */
public record WholeFile(Path path) {
    private static final String UNFINISHED = ".tmp";
    private static final int MOST_LINKS = 40;

    /** Writes the content of a file. */
    public interface ContentWriter {
        void to(OutputStream out) throws IOException;
    }

    /**
     * Returns the file with this name. A symbolic link is followed, so that the link itself is not replaced.
     *
     * @throws FileSystemLoopException after {@link #MOST_LINKS} links
     */
    public static WholeFile at(Path name) throws IOException {
        Path path = name;
        for (int links = 0; Files.isSymbolicLink(path); links++) {
            if (links == MOST_LINKS) {
                throw new FileSystemLoopException(name.toString());
            }
            path = path.resolveSibling(Files.readSymbolicLink(path));
        }
        return new WholeFile(path);
    }

    /** Replaces the content. An existing file keeps its mode. */
    public void replace(ContentWriter content) throws IOException {
        replace(Files.exists(path) ? Optional.of(Files.getPosixFilePermissions(path)) : Optional.empty(), content);
    }

    /**
     * Replaces the content.
     *
     * @param mode mode of the new file; empty for the default of the system
     */
    public void replace(Optional<Set<PosixFilePermission>> mode, ContentWriter content) throws IOException {
        Path fresh = unfinished();
        try {
            write(fresh, mode, content);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        sync(folder());
    }

    /**
     * Checks in advance whether the file can be written.
     *
     * @throws IOException with the reason, if it cannot
     */
    public void tryOut() throws IOException {
        if (Files.exists(path) && !Files.isWritable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        Path fresh = unfinished();
        Files.delete(Files.createFile(fresh));
    }

    /** Deletes the unfinished files that killed processes left. */
    public void sweep() throws IOException {
        Pattern other =
                Pattern.compile(Pattern.quote(beginning()) + "([0-9]{1,18})-[0-9]+" + Pattern.quote(UNFINISHED));
        for (Path left : unfinishedOnes()) {
            Matcher name = other.matcher(left.getFileName().toString());
            if (name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private List<Path> unfinishedOnes() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.getFileName().toString().endsWith(UNFINISHED))
                    .toList();
        }
    }

    private Path folder() {
        return path.toAbsolutePath().getParent();
    }

    private String beginning() {
        return "." + path.getFileName() + ".";
    }

    private Path unfinished() {
        return path.resolveSibling(beginning() + ProcessHandle.current().pid() + "-" + System.nanoTime() + UNFINISHED);
    }

    private static void write(Path fresh, Optional<Set<PosixFilePermission>> mode, ContentWriter content)
            throws IOException {
        FileAttribute<?>[] attributes =
                mode.stream().map(PosixFilePermissions::asFileAttribute).toArray(FileAttribute<?>[]::new);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(fresh, options, attributes)) {
            mode.ifPresent(wanted -> grant(fresh, wanted));
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.to(out);
            out.flush();
            channel.force(true);
        }
    }

    /** Restores the permissions that the umask removed, if the file system has modes. */
    private static void grant(Path fresh, Set<PosixFilePermission> mode) {
        try {
            Files.setPosixFilePermissions(fresh, mode);
        } catch (IOException leftToTheSystem) {
            return;
        }
    }

    /** Syncs a folder, so that a new name in it survives a crash. Does nothing if the system does not allow that. */
    public static void sync(Path folder) {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        } catch (IOException leftToTheSystem) {
            return;
        }
    }
}
