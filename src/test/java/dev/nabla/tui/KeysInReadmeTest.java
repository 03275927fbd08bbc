package dev.nabla.tui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.tui.key.KeyContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The keys in the README are those of the table; {@code -Dupdate} writes them anew. */
class KeysInReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern KEYS = Pattern.compile("(?<=<!-- keys -->\n).*(?=<!-- /keys -->)", Pattern.DOTALL);

    @Test
    void theReadmeShowsTheTableOfKeys() throws IOException {
        String readme = Files.readString(README);
        String printed = KEYS.matcher(readme).replaceFirst(Matcher.quoteReplacement(table()));
        if (List.of("", "true").contains(System.getProperty("update"))) {
            Files.writeString(README, printed);
        }
        assertThat(table()).contains("`Ctrl-Z` back to the shell");
        assertThat(Files.readString(README)).isEqualTo(printed).contains(table());
    }

    private static String table() {
        return Stream.of(KeyContext.values())
                .map(place -> "| " + place.heading() + " | " + keys(place) + " |\n")
                .collect(Collectors.joining("", "| where | keys |\n|---|---|\n", ""));
    }

    private static String keys(KeyContext place) {
        return place.bindings().stream()
                .map(binding -> "`" + binding.cap() + "` " + binding.help())
                .collect(Collectors.joining("<br>"));
    }
}
