package dev.nabla.cli.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.cli.input.FileAccess;
import dev.nabla.math.BadInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesFileTest {
    private static List<String> names(byte[] bytes) {
        return NamesFile.read("--names", "-", new ByteArrayInputStream(bytes), FileAccess.MACHINE)
                .names();
    }

    private static List<String> names(String text) {
        return names(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String why, byte[] bytes) {
        assertThatThrownBy(() -> names(bytes))
                .isInstanceOf(BadInput.class)
                .hasMessage("--names standard input: " + why);
    }

    private static void refused(String why, String text) {
        refused(why, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void linesOfAnyKindAreNames() {
        assertThat(names("ada\ngrace")).containsExactly("ada", "grace");
        assertThat(names("\uFEFFada\r\n\r\n  grace \t\r\nada\r")).containsExactly("ada", "grace", "ada");
        assertThat(names("a")).containsExactly("a");
        assertThat(names("mary ann\n")).containsExactly("mary ann");
        assertThat(names("Zoe\u0308\n")).containsExactly("Zo\u00eb");
    }

    @Test
    void whatIsNoNameIsRefusedWithItsLine() {
        refused("it holds no name; write one a line, like amelia", "");
        refused("it holds no name; write one a line, like amelia", "\n \n\t\n");
        refused("line 2 has the character U+0009, which nobody sees; take it out", "ada\na\tb\n");
        refused("line 3 has the character U+202E, which nobody sees; take it out", "a\n\nb\u202ec\n");
        refused("line 1 has the character U+001B, which nobody sees; take it out", "\u001b[31mred\n");
        refused("line 2 is longer than 1000 characters; write one name a line", "a\n" + "b".repeat(1001));
        refused("it is not text; save it as UTF-8", new byte[] {'a', (byte) 0xff, '\n'});
        refused("it is not text; save it as UTF-8", new byte[] {'a', (byte) 0xc3});
        refused("it is larger than 4 MB; give fewer names", new byte[(4 << 20) + 1]);
        refused("it holds 100001 names; give at most 100000", "a\n".repeat(100_001));
        refused(
                "it holds 129 different characters; give names of at most 128",
                IntStream.range(0, 129)
                        .mapToObj(i -> Character.toString(0x4e00 + i))
                        .collect(Collectors.joining("\n")));
    }
}
