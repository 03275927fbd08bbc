package dev.nabla.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {
    private static final String LINE = "x".repeat(99) + "\n";

    @TempDir
    private Path folder;

    /** A limit of 8 blocks of 512 bytes stands for a full disk: 4,096 bytes fit, which is 40 lines and 96 bytes. */
    @Test
    void whatDoesNotFitLeavesNoHalfLine() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        String before = LINE.repeat(30);
        new PrivateFile(file).add(before);
        assertThat(addWithLimit(file, 20)).isEqualTo("File too large");
        assertThat(file).hasContent(before);
        assertThat(addWithLimit(file, 10)).isEqualTo("added");
        new PrivateFile(file).add(LINE.repeat(20));
        assertThat(file).hasContent(LINE.repeat(60));
    }

    @Test
    void aHalfLineOfAKilledProcessStaysByItself() throws IOException {
        Path file = Files.writeString(folder.resolve("journal.jsonl"), LINE + "half");
        new PrivateFile(file).add(LINE);
        assertThat(file).hasContent(LINE + "half\n" + LINE);
    }

    private static String addWithLimit(Path file, int lines) throws Exception {
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f 8; LC_ALL=C exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Adder.class.getName(),
                        file.toString(),
                        Integer.toString(lines))
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    /** A program that adds lines to a file, and prints how that ended. */
    static final class Adder {
        private Adder() {}

        public static void main(String[] args) {
            try {
                new PrivateFile(Path.of(args[0])).add(LINE.repeat(Integer.parseInt(args[1])));
                System.out.println("added");
            } catch (IOException unwritable) {
                System.out.println(unwritable.getMessage());
            }
        }
    }
}
