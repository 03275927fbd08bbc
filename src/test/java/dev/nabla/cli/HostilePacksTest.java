package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Malicious courses. Each is rejected soon, with one error message that names a line, and nothing else happens. */
@Slow
class HostilePacksTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String INDEX =
            "format: 1\nladder: [one]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n";
    private static final String HEAD = "---\ntitle: A\nminutes: 1\n---\n";
    private static final String QUESTION =
            """
            ```question
            id: 9.1
            ask: How much is $a?
            numbers:
              a: 2 or 2..9
            answer: $a
            places: 2
            wrong:
              - is: -$a
                misconception: sign
                reveals: Without the sign.
            hints:
              - How much?
              - It is $a.
            steps:
              - $a
            ```
            """;

    @TempDir
    private Path folder;

    /** Puts files where a course is looked for. */
    private interface Pack {
        void in(Path folder) throws IOException;
    }

    private record Row(String name, Pack pack, int code, String complaint) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Row index(String name, String index, String complaint) {
        return new Row(name, folder -> Files.writeString(folder.resolve("index.yaml"), index), 2, complaint);
    }

    private static Row whole(String name, String text, String complaint) {
        return bytes(name, text.getBytes(StandardCharsets.UTF_8), complaint);
    }

    private static Row bytes(String name, byte[] lesson, String complaint) {
        return new Row(
                name,
                folder -> {
                    Files.writeString(folder.resolve("index.yaml"), INDEX);
                    Files.write(folder.resolve("l.md"), lesson);
                },
                2,
                complaint);
    }

    /** A course whose lesson file is something else. */
    private static Row file(String name, Pack lesson, String complaint) {
        return new Row(
                name,
                folder -> {
                    Files.writeString(folder.resolve("index.yaml"), INDEX);
                    lesson.in(folder);
                },
                2,
                complaint);
    }

    private static Row named(String file, String complaint) {
        return index("lesson: " + file, INDEX.replace("l.md", file), complaint);
    }

    private static void run(Path folder, String... command) throws IOException {
        Programs.require(command[0]);
        try {
            assertThat(new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .start()
                            .waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static List<Row> files() {
        String outside = "lies outside the course; name a file in its folder";
        return List.of(
                named("../l.md", "index.yaml:5: '../l.md' " + outside),
                named("a/../../l.md", "index.yaml:5: 'a/../../l.md' " + outside),
                named("/etc/passwd", "index.yaml:5: '/etc/passwd' " + outside),
                named("/dev/zero", "index.yaml:5: '/dev/zero' " + outside),
                named("/proc/self/environ", "index.yaml:5: '/proc/self/environ' " + outside),
                named(".", "index.yaml:5: . is not an ordinary file; put a text file there"),
                file(
                        "a link out of the folder",
                        folder -> Files.createSymbolicLink(folder.resolve("l.md"), Path.of("/etc/passwd")),
                        "index.yaml:5: 'l.md' " + outside),
                file(
                        "a link to a device",
                        folder -> Files.createSymbolicLink(folder.resolve("l.md"), Path.of("/dev/zero")),
                        "index.yaml:5: 'l.md' " + outside),
                file(
                        "a link to itself",
                        folder -> Files.createSymbolicLink(folder.resolve("l.md"), Path.of("l.md")),
                        "index.yaml:5: l.md is not an ordinary file; put a text file there"),
                file(
                        "a pipe nobody writes to",
                        folder -> run(folder, "mkfifo", "l.md"),
                        "index.yaml:5: l.md is not an ordinary file; put a text file there"),
                new Row(
                        "an index that is a pipe",
                        folder -> run(folder, "mkfifo", "index.yaml"),
                        2,
                        "index.yaml is not an ordinary file; put a text file there"),
                new Row(
                        "an index that leads out",
                        folder -> Files.createSymbolicLink(folder.resolve("index.yaml"), Path.of("/etc/passwd")),
                        2,
                        "'index.yaml' lies outside the course; name a file in its folder"),
                file(
                        "a folder in place of a lesson",
                        folder -> Files.createDirectory(folder.resolve("l.md")),
                        "index.yaml:5: l.md is not an ordinary file; put a text file there"),
                whole(
                        "a file of 300 KB",
                        HEAD + "x\n".repeat(150_000),
                        "index.yaml:5: l.md is larger than 256 KiB; split the lesson"),
                bytes(
                        "not UTF-8",
                        new byte[] {'-', '-', (byte) 0xff},
                        "index.yaml:5: l.md is not UTF-8; save it as UTF-8"),
                bytes("zeros", new byte[1000], "l.md:1: the character U+0000 could steer the terminal; take it out"),
                bytes(
                        "nothing",
                        new byte[0],
                        "l.md:1: must begin with front matter: title and minutes between lines of ---"));
    }

    @Table
    void aHostileTextIsRefusedSoonWithItsPlace(
            int code, String kind, String name, String complaint, String text, String instead) throws IOException {
        String said = unfolded(complaint);
        String body = unfolded(text);
        if (kind.equals("index")) {
            refuses(index(name, body, said));
            return;
        }
        if (kind.equals("question")) {
            assertThat(QUESTION).contains(body);
        }
        String blocks =
                switch (kind) {
                    case "question" -> QUESTION.replace(body, unfolded(instead));
                    case "figure" -> "```figure\n" + body + "\n```\n";
                    default -> body;
                };
        Row row = whole(name, HEAD + blocks, said);
        refuses(new Row(name, row.pack(), code, said));
    }

    /** Repeats and numbers what stands between double brackets, and puts characters for their codes. */
    private static String unfolded(String text) {
        String repeated = Pattern.compile("⟦([^⟧]*)⟧(\\d+)")
                .matcher(text)
                .replaceAll(times -> Matcher.quoteReplacement(IntStream.range(0, Integer.parseInt(times.group(2)))
                        .mapToObj(i -> times.group(1).replace("#", String.valueOf(i)))
                        .collect(Collectors.joining())));
        return Pattern.compile("⟨(\\p{XDigit}+)⟩")
                .matcher(repeated)
                .replaceAll(code -> Character.toString(Integer.parseInt(code.group(1), 16)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aHostileFileIsRefusedSoonWithItsPlace(Row row) throws IOException {
        refuses(row);
    }

    private void refuses(Row row) throws IOException {
        row.pack().in(folder);
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            CommandResult lint = Consoles.pipe("lesson lint --lessons " + folder);
            CommandResult list = Consoles.pipe("lesson list --lessons " + folder);
            assertThat(list.err()).startsWith("nabla: " + row.complaint() + "\n");
            assertThat(list.out()).isEmpty();
            assertThat(list.code()).isEqualTo(row.code());
            assertThat(lint).isEqualTo(new CommandResult(ExitCode.WRONG, row.complaint() + "\n", ""));
        });
    }

    /** Nothing in it is forbidden, only all of it together takes minutes. {@code LessonReaderTest} waits less. */
    @Test
    @EnabledIfSystemProperty(named = "draws", matches = "all", disabledReason = "it waits for 40 s")
    void whatTakesTooLongToWorkOutIsGivenUp() throws IOException {
        String slow = "(descent.loss f=" + "sin(x*y)+".repeat(10) + "x*y steps=9000)";
        String wrong = IntStream.range(0, 24)
                .mapToObj(i -> "  - {is: " + i + " + " + (slow + "*").repeat(7) + "1, misconception: a, reveals: b}\n")
                .collect(Collectors.joining());
        String question = QUESTION.replace("wrong:\n", "wrong:\n" + wrong);
        String many = IntStream.range(1, 9)
                .mapToObj(i -> question.replace("id: 9.1", "id: 9." + i))
                .collect(Collectors.joining());
        whole("", HEAD + many.replace("```question", "\n```question"), "")
                .pack()
                .in(folder);
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertThat(Consoles.pipe("lesson list --lessons " + folder).err())
                    .matches("nabla: l\\.md:\\d+: question 9\\.\\d: working it out takes longer than 40 s;"
                            + " ask for fewer steps or facts\n");
        });
    }
}
