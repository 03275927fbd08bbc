package dev.nabla.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.figure.ShellCommand;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Words that become a line, and a line that becomes words. */
class ShellWordsTest {
    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ab'\"\\$`*; \t\n\u00e9\u001b")
                .ofMaxLength(6)
                .list()
                .ofMaxSize(4);
    }

    @Property(tries = 2000)
    void quotedWordsComeBack(@ForAll("words") List<String> words) {
        String line = words.stream().map(ShellCommand::quoted).collect(Collectors.joining(" "));
        assertThat(ShellWords.of(line)).isEqualTo(words);
    }

    /** Each of these bash parts so too, but for the last line, where it would expand. */
    @Test
    void quotesAndBackslashesAreAsInAShell() {
        assertThat(ShellWords.of("  solve\tdot  --a 1,2 ")).containsExactly("solve", "dot", "--a", "1,2");
        assertThat(ShellWords.of("a'b c'\"d\\\"e\"\\ f ''")).containsExactly("ab cd\"e f", "");
        assertThat(ShellWords.of("\"a\\b\\\\\" 'a\\b' \\'")).containsExactly("a\\b\\", "a\\b", "'");
        assertThat(ShellWords.of("")).isEmpty();
        assertThat(ShellWords.of("$HOME ~ *.csv `id` $(id) a;b >f")).hasSize(7).contains("$HOME", "`id`", ">f");
    }

    @Test
    void aQuoteThatIsNotClosedIsSaid() {
        assertThatThrownBy(() -> ShellWords.of("solve dot --a '1,2"))
                .hasMessage("a quote ' is not closed; close it, or write \\'");
        assertThatThrownBy(() -> ShellWords.of("\"\\\"")).hasMessageStartingWith("a quote \"");
    }
}
