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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that commands may name: the only way from a word to a file. Each method takes the words that tell somebody without
 * files here what to type instead.
 */
public enum FileAccess {
    /** The user's own machine. */
    MACHINE,
    /** None, for somebody at another machine, who is not told either what there is. */
    NONE;

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
     * The file or folder of a name. An empty one, which a script's unset variable leaves, names nothing; the folder one
     * stands in is called {@code .}
     *
     * @param like says of what kind it is, and a name that can be typed
     */
    public Path at(String name, String like, String instead) {
        return find(name, instead)
                .orElseThrow(() -> BadInput.usage("no_file", "'" + name + "' is no name of a " + like));
    }

    /**
     * A file to read, or a complaint about its name.
     *
     * @param which file may be typed, said where there is none of that name
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

    /** The paths in a folder whose names end so, in order; empty if it is no folder that can be read. */
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
     * A symbolic link in a folder and the folders in it, so many levels down; empty if there is none, or no such
     * folder.
     */
    public Optional<Path> link(Path folder, int depth) {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.skip(1).filter(Files::isSymbolicLink).findFirst();
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    /** An ordinary file of a folder that was {@linkplain #list listed}; links, which a stranger may have put there, are not followed. */
    public static InputStream ordinary(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BadInput.usage("not_a_file", file.getFileName() + " is no ordinary file");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * A file that does not exist yet, in a folder that takes it; empty if there is one.
     *
     * @param like says of what kind it is, and a name that can be typed
     */
    public Optional<WholeFile> absent(String name, String like, String instead) {
        WholeFile file = file(name, like, instead);
        return Files.exists(file.path()) ? Optional.empty() : Optional.of(writable(file, name));
    }

    /**
     * A file to be replaced: there is none yet, or an empty one, or one that begins so, in a folder that takes it.
     *
     * @param what it is, and a name that can be typed
     */
    public WholeFile replaceable(String name, String what, String beginning, String instead) {
        WholeFile file = file(name, "file here; type one for a " + what, instead);
        if (Files.exists(file.path()) && !isOurs(file.path(), beginning, name)) {
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

    private static boolean isOurs(Path path, String beginning, String name) {
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

    /** Gives a file its content, whole and on the disk; where that cannot be done the file is as it was. */
    public static void write(WholeFile file, String name, String text) {
        write(file, name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Gives a file its content, as {@link #write(WholeFile, String, String)} does. */
    public static void write(WholeFile file, String name, WholeFile.ContentWriter content) {
        try {
            file.replace(content);
        } catch (IOException unwritable) {
            throw unwritten(file, name, unwritable);
        }
    }

    /** The complaint about a file that cannot be written: its folder is not there, or the system refuses it. */
    private static BadInput unwritten(WholeFile file, String name, IOException why) {
        Path folder = file.path().toAbsolutePath().getParent();
        return why instanceof NoSuchFileException || Files.exists(folder) && !Files.isDirectory(folder)
                ? BadInput.usage("unwritable", name + " cannot be written; type a name in a folder that is there")
                : BadInput.machine("unwritable", name + " cannot be written: " + FileReason.of(why));
    }

    /** A {@linkplain #replaceable replaceable} file of lines, to be written anew or to go on behind those it has. */
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

    /** Makes a folder that nobody else can look into; there must be none yet. */
    public void makePrivate(String name, String instead) throws IOException {
        Path folder = at(name, "folder; type a path like backup", instead);
        if (Files.exists(folder)) {
            throw BadInput.usage("exists", name + " is there already; type the name of a new folder");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /**
     * Whether something is there, or may be: where that cannot be known there is a {@linkplain #hindrance hindrance}.
     */
    public boolean has(Path path) {
        return this == MACHINE && !FilePresence.isAbsent(path);
    }

    /** Why what is there cannot be read. */
    public Optional<String> hindrance(Path path) {
        return this == MACHINE ? FilePresence.hindrance(path) : Optional.empty();
    }
}
