package dev.nabla.cli.input;

import dev.nabla.file.FilePresence;
import dev.nabla.file.FileReason;
import dev.nabla.file.WholeFile;
import dev.nabla.math.BadInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * File access of commands: the only code that turns an argument into a path. The parameter {@code instead} says what to
 * type instead where no file is accessible.
 */
public enum FileAccess {
    /** Every file, for a command on the user's own machine. */
    MACHINE,
    /** No file, for commands over ssh. Every name is rejected without revealing which files exist. */
    NONE;

    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    private Optional<Path> find(String name, String instead) {
        if (this == NONE) {
            throw BadInput.usage("no_files", "'" + name + "' would be a file of the server; " + instead);
        }
        try {
            return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException unspeakable) {
            return Optional.empty();
        }
    }

    /**
     * Returns the path of a name. An empty name, which an unset variable of a script leaves, is rejected; the current
     * folder is {@code .}
     *
     * @param like the end of the error message: the kind of file, and a name that can be typed
     * @throws BadInput if the name is no path, or no file is accessible
     */
    public Path at(String name, String like, String instead) {
        return find(name, instead)
                .orElseThrow(() -> BadInput.usage("no_file", "'" + name + "' is no name of a " + like));
    }

    /**
     * Opens a file to read.
     *
     * @param which the end of the error message about a missing file, after "type the path of one"
     * @throws BadInput if the file is missing, is a folder or cannot be read, or if no file is accessible
     */
    public InputStream open(String name, String which, String instead) {
        try {
            Path path = find(name, instead).orElseThrow(() -> new NoSuchFileException(name));
            if (Files.isDirectory(path)) {
                throw BadInput.usage("not_a_file", "it is a directory; name a file in it");
            }
            return Files.newInputStream(path);
        } catch (NoSuchFileException missing) {
            throw BadInput.usage("no_file", "there is no such file; type the path of one" + which);
        } catch (AccessDeniedException forbidden) {
            throw BadInput.usage("unreadable", "it may not be read; see ls -l " + name);
        } catch (IOException bad) {
            throw BadInput.usage("unreadable", "it cannot be read: " + FileReason.of(bad));
        }
    }

    /** Returns the paths in a folder whose names have this ending, sorted. Empty if the folder cannot be read. */
    public Optional<List<Path>> list(String folder, String ending, String instead) {
        Optional<Path> path = find(folder, instead);
        try {
            return Optional.of(ofFolder(path.orElseThrow(() -> new NoSuchFileException(folder)), ending));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static List<Path> ofFolder(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Returns a symbolic link in a folder or its subfolders, at most {@code depth} levels down. Empty if there is no
     * link or the folder cannot be read.
     */
    public Optional<Path> link(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.skip(1).filter(Files::isSymbolicLink).findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Opens a regular file of a folder that was {@linkplain #list listed}. Links, which a stranger may have put there,
     * are not followed.
     *
     * @throws BadInput if it is no regular file
     */
    public static InputStream ordinary(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BadInput.usage("not_a_file", file.getFileName() + " is no ordinary file");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Returns a file that does not exist yet, in a folder that can be written to. Empty if the file exists.
     *
     * @param like the end of the error message: the kind of file, and a name that can be typed
     * @throws BadInput if the file cannot be created
     */
    public Optional<WholeFile> absent(String name, String like, String instead) {
        WholeFile file = file(name, like, instead);
        return Files.exists(file.path()) ? Optional.empty() : Optional.of(writable(file, name));
    }

    /**
     * Returns a file to replace, in a folder that can be written to. The file may be missing or empty, or must begin
     * with {@code beginning}.
     *
     * @param what the kind of file and an example of a name, for error messages
     * @throws BadInput if another file has this name, or it cannot be written
     */
    public WholeFile replaceable(String name, String what, String beginning, String instead) {
        WholeFile file = file(name, "file here; type one for a " + what, instead);
        if (Files.exists(file.path()) && !isWrittenByNabla(file.path(), beginning, name)) {
            throw BadInput.usage("exists", name + " is there and is no " + what + "; type another name");
        }
        return writable(file, name);
    }

    private WholeFile file(String name, String like, String instead) {
        Path path = at(name, like, instead);
        if (Files.isDirectory(path)) {
            throw BadInput.usage("not_a_file", name + " is a directory; name a file in it");
        }
        try {
            return WholeFile.at(path);
        } catch (IOException unwritable) {
            throw unwritten(new WholeFile(path), name, unwritable);
        }
    }

    private static boolean isWrittenByNabla(Path path, String beginning, String name) {
        try {
            return Files.isRegularFile(path) && (Files.size(path) == 0 || begins(path, beginning));
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", name + " may not be read; type another name");
        }
    }

    private static WholeFile writable(WholeFile file, String name) {
        try {
            file.tryOut();
            file.sweep();
            return file;
        } catch (IOException unwritable) {
            throw unwritten(file, name, unwritable);
        }
    }

    /**
     * Replaces the content of a file as a whole, and makes sure that it is on the disk. If that fails, the file is
     * unchanged.
     *
     * @throws BadInput if the file cannot be written
     */
    public static void write(WholeFile file, String name, String text) {
        write(file, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Replaces the content of a file, as {@link #write(WholeFile, String, String)} does. */
    public static void write(WholeFile file, String name, WholeFile.ContentWriter content) {
        try {
            file.replace(content);
        } catch (IOException unwritable) {
            throw unwritten(file, name, unwritable);
        }
    }

    /** Replaces the content of a file, as {@link #write(WholeFile, String, String)} does, and gives it mode 0600. */
    public static void writePrivate(WholeFile file, String name, String text) {
        try {
            file.replace(Optional.of(OWN), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException unwritable) {
            throw unwritten(file, name, unwritable);
        }
    }

    /**
     * Returns the error for a file that cannot be written. It is a usage error if the folder is missing or is a file;
     * otherwise it gives the system's reason.
     */
    private static BadInput unwritten(WholeFile file, String name, IOException why) {
        Path folder = file.path().toAbsolutePath().getParent();
        return why instanceof NoSuchFileException || Files.exists(folder) && !Files.isDirectory(folder)
                ? BadInput.usage("unwritable", name + " cannot be written; type a name in a folder that is there")
                : BadInput.machine("unwritable", name + " cannot be written: " + FileReason.of(why));
    }

    /**
     * Opens a {@linkplain #replaceable replaceable} file of lines.
     *
     * @param goesOn whether to append to the lines of the file instead of deleting them
     * @throws BadInput if another file has this name, or it cannot be written
     */
    public OutputStream lines(String name, String what, String beginning, boolean goesOn, String instead) {
        WholeFile file = replaceable(name, what, beginning, instead);
        try {
            return new BufferedOutputStream(Files.newOutputStream(
                    file.path(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING));
        } catch (IOException unwritable) {
            throw unwritten(file, name, unwritable);
        }
    }

    private static boolean begins(Path file, String beginning) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(beginning.length());
            return new String(bytes, StandardCharsets.UTF_8).equals(beginning);
        }
    }

    /**
     * Creates a folder that only the user can access.
     *
     * @throws BadInput if the name is taken
     */
    public void makePrivate(String name, String instead) throws IOException {
        Path folder = at(name, "folder; type a path like backup", instead);
        if (Files.exists(folder)) {
            throw BadInput.usage("exists", name + " is there already; type the name of a new folder");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /**
     * Returns whether a file exists, or may exist. If that cannot be known, there is a {@linkplain #whyUnreadable
     * hindrance}.
     */
    public boolean has(Path path) {
        return this == MACHINE && !FilePresence.isAbsent(path);
    }

    /**
     * Returns the reason why an existing file cannot be read. Empty if it can be read, does not exist, or no file is
     * accessible.
     */
    public Optional<String> whyUnreadable(Path path) {
        return this == MACHINE ? FilePresence.whyUnreadable(path) : Optional.empty();
    }
}
