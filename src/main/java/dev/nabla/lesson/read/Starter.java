package dev.nabla.lesson.read;

import dev.nabla.file.FileReason;
import dev.nabla.file.WholeFile;
import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A small working course for authors to start from. */
public final class Starter {
    private static final List<String> FILES = List.of("index.yaml", "01-first-section/lesson.md");

    private Starter() {}

    /**
     * Writes the course into a folder, which is created if needed. After a failure, the files and folders created so
     * far are removed.
     *
     * @return its files, the lesson last
     * @throws BadInput if the folder is not empty, or cannot be written
     */
    public static List<Path> write(Path folder) {
        Deque<Path> made = new ArrayDeque<>();
        try {
            requireEmpty(folder);
            for (String name : FILES) {
                Path file = folder.resolve(name);
                makeFolder(file.toAbsolutePath().getParent(), made);
                try (InputStream text = Starter.class.getResourceAsStream("starter/" + name)) {
                    new WholeFile(file).replace(text::transferTo);
                }
                made.push(file);
            }
        } catch (IOException unwritable) {
            remove(made);
            String finding = "cannot write into '" + folder + "': " + FileReason.of(unwritable);
            throw unwritable instanceof FileAlreadyExistsException
                    ? BadInput.usage("unwritable", finding)
                    : BadInput.machine("unwritable", finding);
        }
        return FILES.stream().map(folder::resolve).toList();
    }

    private static void makeFolder(Path folder, Deque<Path> made) throws IOException {
        if (!Files.isDirectory(folder)) {
            makeFolder(folder.getParent(), made);
            Files.createDirectory(folder);
            made.push(folder);
        }
    }

    private static void remove(Deque<Path> made) {
        try {
            for (Path last : made) {
                Files.delete(last);
            }
        } catch (IOException inUse) {
            return; // another process has written into the folder meanwhile
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder) && !(Files.isDirectory(folder) && isEmpty(folder))) {
            String what = Files.isDirectory(folder) ? "not empty" : "a file";
            throw BadInput.usage("not_empty", "'" + folder + "' is " + what + "; name a new folder");
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}
