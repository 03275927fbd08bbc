package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DirectoriesTest {
    @Test
    void foldersFollowTheVariablesThenTheHome() {
        assertThat(Directories.journal(Map.of("XDG_STATE_HOME", "/s", "HOME", "/h")))
                .hasToString("/s/nabla/journal.jsonl");
        assertThat(Directories.journal(Map.of("XDG_STATE_HOME", "s", "HOME", "/h")))
                .hasToString("/h/.local/state/nabla/journal.jsonl");
        assertThat(Directories.config(Map.of("HOME", "/h"))).hasToString("/h/.config/nabla/config");
    }

    @Test
    void nothingIsWrittenWhereWeHappenToBe() {
        String home = System.getProperty("user.home");
        try {
            System.setProperty("user.home", "?");
            assertThat(Directories.journal(Map.of("HOME", "relative")))
                    .hasToString("/dev/null/no-home/nabla/journal.jsonl");
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void aNameThatJavaCannotWriteIsNoFault() {
        assertThat(Directories.journal(Map.of("XDG_STATE_HOME", "/a\0b")))
                .hasToString("/dev/null/no-home/nabla/journal.jsonl");
    }
}
