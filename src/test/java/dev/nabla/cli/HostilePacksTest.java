package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Courses by somebody who means harm: each is refused soon, with one complaint that has a place, and nothing else happens. */
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
        /** Readable, but without an answer. */
        Row withoutAnswer() {
            return new Row(name, pack, 3, complaint);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Row index(String name, String index, String complaint) {
        return new Row(name, folder -> Files.writeString(folder.resolve("index.yaml"), index), 2, complaint);
    }

    private static Row lesson(String name, String body, String complaint) {
        return whole(name, HEAD + body, complaint);
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

    private static Row question(String name, String good, String bad, String complaint) {
        assertThat(QUESTION).contains(good);
        return lesson(name, QUESTION.replace(good, bad), complaint);
    }

    private static Row figure(String name, String settings, String complaint) {
        return lesson(name, "```figure\n" + settings + "\n```\n", complaint);
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

    private static String lines(int count, String line) {
        return IntStream.range(0, count)
                .mapToObj(i -> line.replace("#", String.valueOf(i)))
                .collect(Collectors.joining());
    }

    static Stream<Row> packs() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(files());
        rows.addAll(indexes());
        rows.addAll(yaml());
        rows.addAll(markdown());
        rows.addAll(numbers());
        return rows.stream();
    }

    private static List<Row> files() {
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

    private static List<Row> indexes() {
        String head = "format: 1\nladder: [one]\nhere: 1\nsections:\n";
        return List.of(
                index(
                        "no sections",
                        head.replace("sections:\n", "sections: []\n"),
                        "index.yaml:4: 'sections' must be 1 to 60"),
                index(
                        "a hundred sections",
                        head + lines(100, "  - {id: \"#\", title: A, gist: B}\n"),
                        "index.yaml:5: 'sections' must be 1 to 60"),
                index(
                        "two sections of one id",
                        head + "  - {id: a, title: A, gist: B}\n  - {id: a, title: A, gist: B}\n",
                        "index.yaml:6: 'id' is a, as of another section; give it its own"),
                index(
                        "an id that is a path",
                        head + "  - {id: ../../x, title: A, gist: B}\n",
                        "index.yaml:5: 'id' must be 1 to 20 letters, digits, dots and dashes, like 2.3"),
                index(
                        "a title that colours the screen",
                        head + "  - {id: a, title: \"\\e[31mA\", gist: B}\n",
                        "index.yaml:5: the character U+001B could steer the terminal; take it out"),
                index(
                        "a title that turns the direction",
                        head + "  - {id: a, title: \"\\u202egnp.exe\", gist: B}\n",
                        "index.yaml:5: the character U+202E could steer the terminal; take it out"),
                index(
                        "a title of a page",
                        head + "  - {id: a, title: " + "A".repeat(900) + ", gist: B}\n",
                        "index.yaml:5: 'title' must be one line of 1 to 78 characters"),
                index(
                        "a ladder of a thousand rungs",
                        "format: 1\nladder:\n" + "  - a\n".repeat(1000) + "here: 1\nsections: []\n",
                        "index.yaml:3: 'ladder' has at most 12 rungs of 78 characters"),
                index(
                        "a number too large for a long",
                        "format: 1\nladder: [one]\nhere: 99999999999999999999\nsections: []\n",
                        "index.yaml:3: 'here' must be a whole number"));
    }

    private static List<Row> yaml() {
        String anchors = "anchors (&name, *name) are not read; write the value out, or put quotes round it";
        String types = "types (!name) are not read; leave it out, or put quotes round the value";
        return List.of(
                figure("a billion laughs", "a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a]", "l.md:6: " + anchors),
                figure("an alias to itself", "&a [*a]", "l.md:6: " + anchors),
                figure("a type of Java", "figure: !!javax.script.ScriptEngineManager [x]", "l.md:6: " + types),
                figure("a tag of one's own", "figure: !x dot", "l.md:6: " + types),
                figure(
                        "a name twice",
                        "figure: dot\nfigure: matmul",
                        "l.md:7: 'figure' is given twice, first on line 6"),
                figure("lists in lists", "[".repeat(900), "l.md:6: nested more than 6 deep"),
                figure("maps in maps", "{a: ".repeat(200), "l.md:6: nested more than 6 deep"),
                figure("dashes in dashes", "- ".repeat(450), "l.md:6: nested more than 6 deep"),
                figure("keys in keys", "? ".repeat(450), "l.md:6: nested more than 6 deep"),
                figure(
                        "lists in lists on lines of their own",
                        "[\n".repeat(100_000),
                        "l.md:12: nested more than 6 deep"),
                figure(
                        "a map as a name",
                        "? {a: b}\n: c",
                        "l.md:6: a name must be one word; put quotes round a value that begins with { or ["),
                figure(
                        "two documents",
                        "figure: dot\n---\nfigure: dot",
                        "l.md:7: a second document begins here; write one"),
                figure(
                        "a value of a page",
                        "figure: |\n" + "  x\n".repeat(2000),
                        "l.md:6: a value is longer than 2000 characters; shorten it"),
                figure(
                        "ten thousand values",
                        "set:\n" + lines(10_000, "  k#: 1\n"),
                        "l.md:2505: there are more than 5000 values; split the lesson"),
                figure(
                        "an escape after parsing",
                        "figure: \"\\x9b2J\"",
                        "l.md:6: the character U+009B could steer the terminal; take it out"));
    }

    private static List<Row> markdown() {
        String instead = " is not shown; write headings, paragraphs, lists of -, or blocks between ```";
        return List.of(
                lesson(
                        "a bell",
                        "One\n\nTwo \u0007\n",
                        "l.md:7: the character U+0007 could steer the terminal; take it out"),
                lesson(
                        "a title of the window",
                        "\u001b]0;x\u0007",
                        "l.md:5: the character U+001B could steer the terminal; take it out"),
                lesson(
                        "a control of eight bits",
                        "\u009b31m",
                        "l.md:5: the character U+009B could steer the terminal; take it out"),
                lesson(
                        "another direction",
                        "a \u2066b",
                        "l.md:5: the character U+2066 could steer the terminal; take it out"),
                lesson(
                        "a character that does not show",
                        "a\u200bb",
                        "l.md:5: the character U+200B could steer the terminal; take it out"),
                lesson(
                        "an entity that is ESC",
                        "Hello\n\n&#27;[2J\n",
                        "l.md:7: the character U+001B could steer the terminal; take it out"),
                lesson(
                        "an entity that turns the direction",
                        "&#x202e;",
                        "l.md:5: the character U+202E could steer the terminal; take it out"),
                lesson(
                        "a line of a book",
                        "x".repeat(200_000),
                        "l.md:5: the line is longer than 1000 characters; break it"),
                lesson(
                        "a paragraph of a book",
                        "xxx\n".repeat(60_000),
                        "l.md:5: a paragraph is longer than 5000 characters; break it with a blank line"),
                lesson("quotations in quotations", ">".repeat(900), "l.md:5: a block quote" + instead),
                lesson(
                        "lists within lists",
                        "- ".repeat(400) + "x",
                        "l.md:5: a list within a list is not shown; write one list"),
                lesson("HTML", "<script>alert(1)</script>\n", "l.md:5: an HTML block" + instead),
                lesson("HTML in a line", "a <b>b</b>\n", "l.md:5: an HTML inline is not shown; write it in words"),
                lesson(
                        "marks that never close",
                        "*a **a _a __a `a ``a [a ![a <a\n".repeat(6000),
                        "l.md:5: a paragraph is longer than 5000 characters; break it with a blank line"),
                lesson(
                        "ten thousand link targets",
                        lines(10_000, "[a#]: /x\n"),
                        "l.md:5: a link reference definition" + instead),
                lesson("a picture", "![a](file:///etc/passwd)\n", "l.md:5: an image is not shown; write it in words"),
                lesson("a link", "[a](http://example.org)\n", "l.md:5: a link is not shown; write it in words"),
                lesson(
                        "ten thousand paragraphs",
                        "x\n\n".repeat(10_000),
                        "l.md:805: there are more than 400 blocks; split the lesson"),
                lesson(
                        "an unknown block",
                        "```" + "x".repeat(500),
                        "l.md:5: unknown block '" + "x".repeat(60)
                                + "...'; one of figure, formula, steps, question, goal"),
                lesson(
                        "ten thousand unclosed questions",
                        "```question\n".repeat(10_000),
                        "l.md:6: not readable as YAML: found character '`' that cannot start any token. (Do not use ` for indentation)"));
    }

    private static List<Row> numbers() {
        String f = "x^2+" + "sin(x+y)*".repeat(60) + "y";
        return List.of(
                figure(
                        "a matrix of a million rows",
                        "figure: matmul\nset:\n  a_rows: 1000000",
                        "l.md:8: a_rows '1000000' is out of range; type a whole number from 1 to 64"),
                figure(
                        "a hundred thousand steps",
                        "figure: descent\nset: {steps: 100000}",
                        "l.md:7: steps 100000: a lesson opens a figure with 10000 at most"),
                figure(
                        "a million draws",
                        "figure: sample\nset: {count: 1000000}",
                        "l.md:7: count 1000000: a lesson opens a figure with 10000 at most"),
                figure(
                        "steps of a long formula",
                        "figure: descent\nset:\n  f: " + f + "\n  steps: 9000",
                        "l.md:5: 9000 steps of settings 549 characters long are too much work; ask for fewer steps"),
                figure(
                        "a formula in parentheses",
                        "figure: derivative\nset:\n  f: " + "(".repeat(300) + "x" + ")".repeat(300),
                        "l.md:8: f '((((((((((((((((((((((((((((((((((((((((...' cannot be read at position 101: it is nested more than 100 deep"),
                figure(
                                "NaN",
                                "figure: dot\nset: {a: \"nan,1\"}",
                                "l.md:7: a 'nan' is not a number (NaN); type a number like 0.5 or 1/3")
                        .withoutAnswer(),
                figure(
                                "a number without end",
                                "figure: dot\nset: {a: \"1e999,1\"}",
                                "l.md:7: a '1e999' is larger than any double (1.8e308); type inf if you mean infinity")
                        .withoutAnswer(),
                lesson(
                        "a placeholder of a page",
                        "{{softmax.p[1] logits=\n" + "1,1,1,1\n,".repeat(300) + "}}",
                        "l.md:5: '{{softmax.p[1] logits=' goes on in the next line; keep it in one"),
                lesson(
                        "a thousand placeholders",
                        "{{softmax.p[1]}}\n\n".repeat(1000),
                        "l.md:1005: there are more than 500 {{numbers}}; split the lesson"),
                question(
                        "a row that doubles",
                        "answer: $a\n",
                        "where:\n  r0: $a,$a\n"
                                + IntStream.range(1, 30)
                                        .mapToObj(i -> "  r" + i + ": $r" + (i - 1) + ",$r" + (i - 1) + "\n")
                                        .collect(Collectors.joining())
                                + "answer: $a\n",
                        "l.md:5: question 9.1: a formula makes more than 1000 numbers; make fewer"),
                question(
                        "a hundred names",
                        "answer: $a\n",
                        "where:\n" + lines(100, "  r#: 1\n") + "answer: $a\n",
                        "l.md:11: 'where' are too many; 30 are the most"),
                question(
                        "a formula of parentheses",
                        "answer: $a\n",
                        "answer: " + "(".repeat(400) + "1" + ")".repeat(400) + "\n",
                        "l.md:5: question 9.1: '((((((((((((((((((((((((((((((((((((((((...' is not a number; type one like 0.5, -1e-3, 1/3 or pi"),
                question(
                        "open parentheses",
                        "answer: $a\n",
                        "answer: " + "(".repeat(900) + "\n",
                        "l.md:5: question 9.1: '((((((((((((((((((((((((((((((((((((((((...' is not a number; type one like 0.5, -1e-3, 1/3 or pi"),
                question(
                                "powers of powers",
                                "answer: $a\n",
                                "answer: 9^9^9^9^9\n",
                                "l.md:5: question 9.1: '9^9^9^9^9' is larger than any double (1.8e308); type inf if you mean infinity")
                        .withoutAnswer(),
                question(
                        "a range without end",
                        "a: 2 or 2..9",
                        "a: 2 or 0..1e300 by 1e-300",
                        "l.md:9: numbers a: '0..1e300 by 1e-300' is no range of 1 to 10000 steps; write like -2..2 by 0.1"),
                question(
                        "no numbers that keep answers apart",
                        "is: -$a",
                        "is: $a + 0*$a",
                        "l.md:5: question 9.1: the answer (2.00) and wrong answer 1 (2.00) cannot be told apart"),
                question(
                        "a hundred hints",
                        "hints:\n",
                        "hints:\n" + "  - Why?\n".repeat(100),
                        "l.md:17: 'hints' has too many lines; 40 are the most"),
                question(
                        "a hundred wrong answers",
                        "wrong:\n",
                        "wrong:\n" + lines(100, "  - {is: 10#, misconception: a, reveals: b}\n"),
                        "l.md:13: 'wrong' has too many; 26 answers are the most"));
    }

    @ParameterizedTest
    @MethodSource("packs")
    void aHostilePackIsRefusedSoonWithItsPlace(Row row) throws IOException {
        row.pack().in(folder);
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            Reply lint = Consoles.pipe("lesson lint --lessons " + folder);
            Reply list = Consoles.pipe("lesson list --lessons " + folder);
            assertThat(list.err()).startsWith("nabla: " + row.complaint() + "\n");
            assertThat(list.out()).isEmpty();
            assertThat(list.code()).isEqualTo(row.code());
            assertThat(lint).isEqualTo(new Reply(1, row.complaint() + "\n", ""));
        });
    }

    /** Nothing in it is forbidden, only all of it together takes minutes. */
    @Test
    void whatTakesTooLongToWorkOutIsGivenUp() throws IOException {
        String slow = "(descent.loss f=" + "sin(x*y)+".repeat(10) + "x*y steps=9000)";
        String wrong = IntStream.range(0, 24)
                .mapToObj(i -> "  - {is: " + i + " + " + (slow + "*").repeat(7) + "1, misconception: a, reveals: b}\n")
                .collect(Collectors.joining());
        String question = QUESTION.replace("wrong:\n", "wrong:\n" + wrong);
        String many = IntStream.range(1, 9)
                .mapToObj(i -> question.replace("id: 9.1", "id: 9." + i))
                .collect(Collectors.joining());
        lesson("", many.replace("```question", "\n```question"), "").pack().in(folder);
        Assertions.assertTimeoutPreemptively(SOON, () -> {
            assertThat(Consoles.pipe("lesson list --lessons " + folder).err())
                    .matches("nabla: l\\.md:\\d+: question 9\\.\\d: working it out takes longer than 10 s;"
                            + " ask for fewer steps or facts\n");
        });
    }
}
