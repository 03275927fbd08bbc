package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher tells java, by the table of options. A java that prints its arguments stands for the real one. */
@Slow
class LauncherTest {
    private static final Path LAUNCHER = Path.of("src/main/launcher/nabla");
    private static final Path OPTIONS = Path.of("src/main/launcher/options");

    @TempDir
    private Path home;

    @BeforeEach
    void layOut() throws IOException {
        executable("bin/nabla", Files.readString(LAUNCHER));
        executable("runtime/bin/java", "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.createDirectories(home.resolve("lib"));
        Files.copy(OPTIONS, home.resolve("lib/options"));
        for (int bytes : new int[] {16_383, 16_384, 65_536, 8_388_608}) {
            Files.write(home.resolve(bytes + ".jsonl"), new byte[bytes]);
        }
    }

    private void executable(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        assertThat(Files.writeString(file, text).toFile().setExecutable(true)).isTrue();
    }

    /** The lines that a program prints, together with its complaints. */
    private List<String> lines(String options, String... command) throws IOException {
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().keySet().removeIf(name -> name.endsWith("_OPTIONS"));
        program.environment().put("NABLA_JAVA_OPTS", options);
        program.directory(home.toFile()).redirectInput(new File("/dev/null"));
        return new String(program.start().getInputStream().readAllBytes())
                .lines()
                .toList();
    }

    /** What java is told for this line, with these options from the user. */
    private List<String> told(String line, String options) throws IOException {
        String[] words = line.split(" ");
        return lines(
                options, Stream.concat(Stream.of("bin/nabla"), Stream.of(words)).toArray(String[]::new));
    }

    @Table
    void aCommandGetsTheOptionsOfItsRow(String line, String options, String gets, String lacks) throws IOException {
        List<String> told = told(line, options == null ? "" : options);
        assertThat(told).contains("dev.nabla.Main").endsWith(line.split(" "));
        assertThat(told).contains(gets.split(" "));
        assertThat(told).doesNotContain(lacks.split(" "));
    }

    /** The JVM takes the last of two options that say different things. */
    @Test
    void theUsersOptionsComeAfterThoseOfTheTable() throws IOException {
        assertThat(told("progress", "-Xmx64m")).containsSubsequence("-Xmx128m", "-Xmx64m");
    }

    @Test
    void withoutTheTableJavaStartsAllTheSame() throws IOException {
        Files.delete(home.resolve("lib/options"));
        assertThat(told("solve softmax", "")).endsWith("dev.nabla.Main", "solve", "softmax");
    }

    /** In use an option that the JVM does not know is ignored, so a wrong letter would not be noticed. */
    @Test
    void theJvmKnowsEachOption() throws IOException {
        String rows = "all() { echo \"all $1\"; }; classes() { :; }; row() { echo \"row $3\"; }; . lib/options";
        List<String> printed = lines("", "sh", "-c", rows);
        String[] all = printed.stream()
                .filter(row -> row.startsWith("all "))
                .flatMap(row -> Stream.of(row.substring(4).split(" ")))
                .filter(option -> !option.equals("-XX:+IgnoreUnrecognizedVMOptions"))
                .toArray(String[]::new);
        List<String> ours = printed.stream()
                .filter(row -> row.startsWith("row "))
                .distinct()
                .toList();
        assertThat(ours).hasSizeGreaterThan(10);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        for (String row : ours) {
            Stream<String> words = Stream.of(row.substring(4).split(" "));
            String[] command = Stream.of(Stream.of(java), Stream.of(all), words, Stream.of("-version"))
                    .flatMap(part -> part)
                    .toArray(String[]::new);
            assertThat(lines("", command)).as(row).isNotEmpty().noneMatch(line -> line.contains("VM option"));
        }
    }

    @Test
    void eachRowHasAReason() throws IOException {
        String rows =
                "all() { echo \"$#.$2\"; }; classes() { echo \"$#.$3\"; }; row() { echo \"$#.$4\"; }; . lib/options";
        assertThat(lines("", "sh", "-c", rows)).isNotEmpty().allMatch(row -> row.matches("[234]\\..{10,}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "busybox"})
    void eachShellReadsLauncherAndTable(String shell) throws IOException {
        Programs.require(shell);
        String applet = shell.equals("busybox") ? "busybox sh" : shell;
        for (String file : List.of("bin/nabla", "lib/options")) {
            assertThat(lines("", (applet + " -n " + file).split(" "))).as(file).isEmpty();
        }
        assertThat(lines("", (applet + " bin/nabla solve softmax").split(" ")))
                .contains("-XX:CompileThresholdScaling=10", "-Xms8m")
                .endsWith("dev.nabla.Main", "solve", "softmax");
    }
}
