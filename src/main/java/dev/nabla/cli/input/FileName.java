package dev.nabla.cli.input;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file as a command line names it, and as a shell takes the name back. */
public final class FileName {
    private FileName() {}

    /**
     * The file of a name. An empty one, which a script's unset variable leaves, names nothing; the folder one stands in is
     * called {@code .}
     *
     * @throws InvalidPathException if no file can be called so
     */
    public static Path path(String name) {
        if (name.isBlank()) {
            throw new InvalidPathException(name, "it is empty");
        }
        return Path.of(name);
    }

    /** The name as one word of a shell's line. */
    public static String word(String name) {
        return name.matches("[\\w./+-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}
