package dev.nabla.cli;

import dev.nabla.math.BadInput;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The option for a course by somebody else, wherever a course is read. */
public final class LessonsOption {
    private static final String OPTION = "--lessons";

    private LessonsOption() {}

    public static void add(CommandSpec spec) {
        Options.add(spec, OPTION, "folder of the course (default: nabla's own)");
    }

    /** The folder of the course that was named, or nabla's own. */
    public static Path of(ParseResult parsed, Environment console) {
        String folder = parsed.matchedOptionValue(OPTION, null);
        return folder == null ? console.lessons() : folder(folder);
    }

    /** The folder of a name, which need not be there. */
    public static Path folder(String name) {
        try {
            if (!name.isBlank()) {
                return Path.of(name);
            }
        } catch (InvalidPathException unspeakable) {
            // said below
        }
        throw BadInput.usage("usage", "'" + name + "' is no name of a folder; type a path like my-course");
    }
}
