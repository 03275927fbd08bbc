package dev.nabla.cli.input;

import dev.nabla.math.BadInput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that commands may name: the only way from a word to a file. Each method takes the words that tell somebody without
 * files here what to type instead.
 */
public enum Disk {
    /** The user's own machine. */
    MACHINE,
    /** None, for somebody at another machine, who is not told either what there is. */
    NONE;

    /** How the names of files end that are being written. */
    private static final String UNFINISHED = ".tmp";

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
            throw BadInput.usage("unreadable", "it cannot be read: " + bad.getMessage());
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

    /** An ordinary file of a folder that was {@linkplain #list listed}; links, which a stranger may have put there, are not followed. */
    public static InputStream ordinary(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BadInput.usage("not_a_file", file.getFileName() + " is no ordinary file");
        }
        return Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * Writes a file that does not exist yet, or one that begins so; false if there is another.
     *
     * @param example a name that can be typed
     * @param beginning of what may be written over; empty for nothing
     */
    public boolean write(String name, String example, String text, String beginning, String instead) {
        Path file = at(name, "file here; type one like " + example, instead);
        try {
            if (Files.isDirectory(file)) {
                throw BadInput.usage("not_a_file", name + " is a directory; name a file in it, like " + example);
            }
            if (!beginning.isEmpty() && Files.exists(file) && begins(file, beginning)) {
                Files.writeString(file, text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            }
            return true;
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (IOException unwritable) {
            throw BadInput.usage("unwritable", name + " cannot be written; type a name in a folder that is there");
        }
    }

    /**
     * A file to be {@linkplain #replace replaced}: there is none yet, or an empty one, or one that begins so, in a folder that
     * takes it.
     *
     * @param what it is, and a name that can be typed
     */
    public Path replaceable(String name, String what, String beginning, String instead) {
        Path file = at(name, "file here; type one for a " + what, instead);
        try {
            if (Files.isDirectory(file)) {
                throw BadInput.usage("not_a_file", name + " is a directory; name a file in it");
            }
            boolean ours = Files.isRegularFile(file) && (Files.size(file) == 0 || begins(file, beginning));
            if (Files.exists(file) && !ours) {
                throw BadInput.usage("exists", name + " is there and is no " + what + "; type another name");
            }
            if (Files.isWritable(file.toAbsolutePath().getParent())) {
                sweep(file);
                return file;
            }
        } catch (IOException unreadable) {
            throw BadInput.usage("unreadable", name + " may not be read; type another name");
        }
        throw BadInput.usage("unwritable", name + " cannot be written; type a name in a folder that is there");
    }

    /** A {@linkplain #replaceable replaceable} file of lines, to be written anew or to go on behind those it has. */
    public OutputStream lines(String name, String what, String beginning, boolean goesOn, String instead) {
        Path file = replaceable(name, what, beginning, instead);
        try {
            return new BufferedOutputStream(Files.newOutputStream(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING));
        } catch (IOException unwritable) {
            throw BadInput.usage("unwritable", name + " cannot be written; type another name");
        }
    }

    private static String unfinished(Path file) {
        return "." + file.getFileName() + ".";
    }

    /** Takes away what programs that were killed have not finished. */
    private static void sweep(Path file) throws IOException {
        String beginning = unfinished(file);
        Pattern other = Pattern.compile(Pattern.quote(beginning) + "([0-9]{1,18})-[0-9]+" + Pattern.quote(UNFINISHED));
        for (Path left : ofFolder(file.toAbsolutePath().getParent(), UNFINISHED)) {
            Matcher name = other.matcher(left.getFileName().toString());
            if (name.matches()
                    && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                Files.deleteIfExists(left);
            }
        }
    }

    /** Whatever writes the content of a file. */
    public interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Gives a file new content, whole and on the disk: whoever opens it finds all of the old or all of the new, even after a crash. */
    public static void replace(Path file, Content content) throws IOException {
        String unique = ProcessHandle.current().pid() + "-" + System.nanoTime();
        Path fresh = file.resolveSibling(unfinished(file) + unique + UNFINISHED);
        try {
            try (FileChannel channel =
                    FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.to(out);
                out.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true); // its name
        } catch (IOException leftToTheSystem) {
            return;
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

    /** Whether something is there. */
    public boolean has(Path path) {
        return this == MACHINE && Files.exists(path);
    }
}
