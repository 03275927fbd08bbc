package dev.nabla.lesson.read;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
        requireEmpty(folder);
        try {
            for (String name : FILES) {
                Path file = folder.resolve(name);
                Files.createDirectories(file.getParent());
                try (InputStream text = Starter.class.getResourceAsStream("starter/" + name)) {
                    Files.copy(text, file);
                }
            }
        } catch (FileAlreadyExistsException inTheWay) {
            throw BadInput.usage("not_empty", "'" + inTheWay.getFile() + "' is in the way; name a new folder");
        } catch (IOException unwritable) {
            throw BadInput.usage("unwritable", "cannot write into '" + folder + "': " + reason(unwritable));
        }
        return FILES.stream().map(folder::resolve).toList();
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw BadInput.usage("not_empty", "'" + folder + "' is a file; name a new folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw BadInput.usage("not_empty", "'" + folder + "' is not empty; name a new folder");
            }
        } catch (IOException | UncheckedIOException unreadable) {
            throw BadInput.usage("unwritable", "cannot read '" + folder + "': " + reason(unreadable));
        }
    }

    private static String reason(Exception why) {
        if (why instanceof AccessDeniedException) {
            return "you are not allowed to";
        }
        return why instanceof NoSuchFileException ? "it cannot be made there" : String.valueOf(why.getMessage());
    }
}
