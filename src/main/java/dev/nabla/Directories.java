package dev.nabla;

import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The paths of files and folders, by the XDG base directory rules and in the folder where nabla is installed. */
final class Directories {
    /** A path that cannot exist, because its parent is a device; used if there is no home directory. */
    private static final Path NOWHERE = Path.of("/dev/null/no-home");

    private Directories() {}

    /** Returns {@code $XDG_STATE_HOME/nabla/journal.jsonl}, by default below {@code ~/.local/state}. */
    static Path journal(Map<String, String> env) {
        return base(env, "XDG_STATE_HOME", Path.of(".local", "state")).resolve(Path.of("nabla", "journal.jsonl"));
    }

    /** Returns the folder {@code class} beside the journal. */
    static Path ofClass(Map<String, String> env) {
        return journal(env).resolveSibling("class");
    }

    /** Returns the folder {@code models} beside the journal, for models of the learner's own names. */
    static Path models(Map<String, String> env) {
        return journal(env).resolveSibling("models");
    }

    /** Returns {@code faults.log} beside the journal. */
    static Path faults(Map<String, String> env) {
        return journal(env).resolveSibling("faults.log");
    }

    /** Returns {@code $XDG_CONFIG_HOME/nabla/config}, by default below {@code ~/.config}. */
    static Path config(Map<String, String> env) {
        return base(env, "XDG_CONFIG_HOME", Path.of(".config")).resolve(Path.of("nabla", "config"));
    }

    /**
     * Returns a base folder; {@link #NOWHERE} if there is none. A relative path in the variable is ignored, as the
     * rules say. Java reports "?" as the home of a user without one.
     */
    private static Path base(Map<String, String> env, String variable, Path inHome) {
        String configured = env.getOrDefault(variable, "");
        String home = env.getOrDefault("HOME", "");
        try {
            if (configured.startsWith("/")) {
                return Path.of(configured);
            }
            for (String folder : List.of(home, System.getProperty("user.home"))) {
                if (folder.startsWith("/")) {
                    return Path.of(folder).resolve(inHome);
                }
            }
            return NOWHERE;
        } catch (InvalidPathException unspeakable) {
            return NOWHERE; // in a locale like C, Java cannot represent a path with characters beyond ASCII
        }
    }

    /** Returns the folder that holds lib and lessons: set by the launcher, else found from the jar. */
    static Path home() {
        String configured = System.getProperty("nabla.home");
        if (configured != null) {
            return Path.of(configured);
        }
        try {
            Path jar = Path.of(Directories.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return jar.toAbsolutePath().getParent().getParent();
        } catch (URISyntaxException unusable) {
            return Path.of(".");
        }
    }
}
