package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.math.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of kept models. */
class ModelFolderTest {
    @TempDir
    private Path folder;

    /** Letters of two cells, and letters with marks. */
    @ParameterizedTest
    @ValueSource(strings = {"names", "元素", "नेहा", "สมชัย", "a-b_2", "7", "𠮷野"})
    void aModelMayHaveANameOfAnyScript(String title) throws IOException {
        Assumptions.assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names are ASCII here");
        assertThat(new ModelFolder(folder).has(title)).isFalse();
        Files.createFile(folder.resolve(title + ".json"));
        assertThat(new ModelFolder(folder).has(title)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"e\u0301toiles", "étoiles"})
    void aLetterAndItsAccentAreOneName(String title) throws IOException {
        Assumptions.assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "file names are ASCII here");
        Files.createFile(folder.resolve("étoiles.json"));
        assertThat(new ModelFolder(folder).has(title)).isTrue();
    }

    /** U+3164 is a letter that nobody sees. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "-a", "_", "a b", "a/b", "..", "a.b", "\u3164", "a\u3164", "\u0301a", "a-\u0301", "a\u202eb"
            })
    void whatIsNoFileNameOrCannotBeSeenIsRefused(String title) {
        assertThatThrownBy(() -> new ModelFolder(folder).has(title))
                .isInstanceOf(BadInput.class)
                .hasMessage("A model's name is 1 to 40 letters, digits, - and _, like elements");
    }

    @ParameterizedTest
    @ValueSource(ints = {41, 4000})
    void aNameHasAnEnd(int letters) {
        assertThatThrownBy(() -> new ModelFolder(folder).has("a".repeat(letters)))
                .isInstanceOf(BadInput.class);
    }
}
