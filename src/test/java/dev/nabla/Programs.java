package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Programs besides the JDK's that some tests run. {@code .ci/run} installs all of them, and fails where one was
 * missing.
 */
public final class Programs {
    private Programs() {}

    /** True if PATH leads to all of them. */
    public static boolean areThere(String... names) {
        return missing(names).isEmpty();
    }

    /** Skips the test, and says why, where one of them is missing. */
    public static void require(String... names) {
        List<String> missing = missing(names);
        Assumptions.assumeTrue(missing.isEmpty(), () -> "missing program: " + String.join(", ", missing));
    }

    /** Runs a Python program, which must end without an error, and returns the lines that it prints. */
    public static List<String> python(Path folder, String program) throws IOException, InterruptedException {
        require("python3");
        Path file = Files.writeString(folder.resolve("program.py"), program);
        Process python = new ProcessBuilder("python3", file.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(printed).isZero();
        return printed.lines().toList();
    }

    private static List<String> missing(String... names) {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.of(names)
                .filter(name -> Stream.of(path.split(File.pathSeparator))
                        .noneMatch(bin -> Files.isExecutable(Path.of(bin, name))))
                .toList();
    }
}
