package dev.nabla;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/** Where things lie: by the XDG base directory rules, and in the folder nabla was unpacked to. */
final class Folders {
    private Folders() {}

    /** {@code $XDG_STATE_HOME/nabla/journal.jsonl}, by default below {@code ~/.local/state}. */
    static Path journal(Map<String, String> env) {
        return base(env, "XDG_STATE_HOME", Path.of(".local", "state")).resolve(Path.of("nabla", "journal.jsonl"));
    }

    /** {@code $XDG_CONFIG_HOME/nabla/config}, by default below {@code ~/.config}. */
    static Path config(Map<String, String> env) {
        return base(env, "XDG_CONFIG_HOME", Path.of(".config")).resolve(Path.of("nabla", "config"));
    }

    /** By the rules a relative folder counts as none. */
    private static Path base(Map<String, String> env, String variable, Path inHome) {
        String told = env.getOrDefault(variable, "");
        String home = env.getOrDefault("HOME", "");
        return told.startsWith("/")
                ? Path.of(told)
                : Path.of(home.isEmpty() ? System.getProperty("user.home") : home)
                        .resolve(inHome);
    }

    /** The folder that holds lib and lessons: told by the launcher, else found beside the jar. */
    static Path home() {
        String told = System.getProperty("nabla.home");
        if (told != null) {
            return Path.of(told);
        }
        try {
            Path jar = Path.of(Folders.class
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
