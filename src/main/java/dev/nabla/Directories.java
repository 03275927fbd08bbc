package dev.nabla;

import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Where things lie: by the XDG base directory rules, and in the folder nabla was unpacked to. */
final class Directories {
    /** Below a file, so that nobody can make it, not even root. */
    private static final Path NOWHERE = Path.of("/dev/null/no-home");

    private Directories() {}

    /** {@code $XDG_STATE_HOME/nabla/journal.jsonl}, by default below {@code ~/.local/state}. */
    static Path journal(Map<String, String> env) {
        return base(env, "XDG_STATE_HOME", Path.of(".local", "state")).resolve(Path.of("nabla", "journal.jsonl"));
    }

    /** {@code class} beside the journal. */
    static Path ofClass(Map<String, String> env) {
        return journal(env).resolveSibling("class");
    }

    /** {@code faults.log} beside the journal. */
    static Path faults(Map<String, String> env) {
        return journal(env).resolveSibling("faults.log");
    }

    /** {@code $XDG_CONFIG_HOME/nabla/config}, by default below {@code ~/.config}. */
    static Path config(Map<String, String> env) {
        return base(env, "XDG_CONFIG_HOME", Path.of(".config")).resolve(Path.of("nabla", "config"));
    }

    /** By the rules a relative folder counts as none. Java says "?" of a user without a home: then there is no folder. */
    private static Path base(Map<String, String> env, String variable, Path inHome) {
        String told = env.getOrDefault(variable, "");
        String home = env.getOrDefault("HOME", "");
        try {
            if (told.startsWith("/")) {
                return Path.of(told);
            }
            for (String folder : List.of(home, System.getProperty("user.home"))) {
                if (folder.startsWith("/")) {
                    return Path.of(folder).resolve(inHome);
                }
            }
            return NOWHERE;
        } catch (InvalidPathException unspeakable) {
            return NOWHERE; // in a locale like C, java has no name for a folder that is not ASCII
        }
    }

    /** The folder that holds lib and lessons: told by the launcher, else found beside the jar. */
    static Path home() {
        String told = System.getProperty("nabla.home");
        if (told != null) {
            return Path.of(told);
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
