package dev.nabla.lesson.read;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A small course that works, for authors to begin with. */
public final class Starter {
    private static final List<String> FILES = List.of("index.yaml", "01-first-section/lesson.md");

    private Starter() {}

    /**
     * Writes it into a folder, which is made if need be.
     *
     * @return its files, the lesson last
     * @throws BadInput if something is in the folder already, or it cannot be written
     */
    public static List<Path> write(Path folder) {
        try {
            requireEmpty(folder);
            for (String name : FILES) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream text = Starter.class.getResourceAsStream("starter/" + name)) {
                    Files.copy(text, file);
                }
            }
        } catch (IOException unwritable) {
            String why = unwritable instanceof FileSystemException bare && bare.getReason() == null
                    ? "you are not allowed to, or it cannot be made there"
                    : unwritable.getMessage();
            throw BadInput.usage("unwritable", "cannot write into '" + folder + "': " + why);
        }
        return FILES.stream().map(folder::resolve).toList();
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
