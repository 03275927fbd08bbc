package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Slow;
import dev.nabla.Table;
import dev.nabla.lesson.read.CourseReader;
import dev.nabla.output.DisplayProfile;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What graders in scripts get: an exit code, a line, an object. */
@Slow
class CheckTest {
    @Table
    void anAnswerIsGraded(String line, int code, String out) {
        CommandResult reply = pipe(line);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.out()).isEqualTo(out.replace("%", "\n") + "\n");
        assertThat(reply.err()).matches("|nabla: (no input is given|not given, and so).*\n");
    }

    @Test
    void aRightChoiceIsToldWithWhatMakesItRight() {
        assertThat(pipe("check 2.6 --answer d"))
                .isEqualTo(CommandResult.ok("Right.\n(2a)·b = 2(a·b)\ncos = 2(a·b)/(2|a||b|), and the twos cancel\n"));
        assertThat(pipe("check 2.6 --answer d --json").out()).contains("\"message\":\"right\"");
    }

    @Test
    void aScriptGetsOneObject() {
        assertThat(pipe("check 2.3 --answer 0.84 --json"))
                .isEqualTo(new CommandResult(
                        ExitCode.WRONG,
                        """
                                {"schema":1,"op":null,"item":"2.3","seed":0,"verdict":"wrong","misconception":"not-normalised","understood":"0.84",\
                                "message":"That is a·b, which still counts the lengths. Divide by both of them.","hint":null}
                                """,
                        ""));
        assertThat(pipe("check --op softmax --logits 2.1,0.5,-1,-0.5 --fact p[1] --answer 0.757 --json"))
                .isEqualTo(
                        CommandResult.ok(
                                """
                                {"schema":1,"op":"softmax","fact":"p[1]","verdict":"right","misconception":null,\
                                "understood":"0.757",\
                                "message":"right, it is 0.756877","hint":null}
                                """));
    }

    @Test
    void anUnreadableAnswerIsGradedInJsonAndOtherComplaintsAreErrors() {
        CommandResult reply = pipe("check 2.3 --answer abc --json");
        assertThat(reply.code()).isEqualTo(ExitCode.UNREADABLE.code());
        assertThat(reply.err()).isEmpty();
        assertThat(reply.out())
                .isEqualTo(
                        """
                        {"schema":1,"op":null,"item":"2.3","seed":0,"verdict":"unreadable","misconception":null,"understood":null,\
                        "message":"'abc' is not a number; type one like 0.5, -1e-3, 1/3 or pi","hint":null}
                        """);
        assertThat(pipe("check --op softmax --fact q --answer 1 --json").out())
                .startsWith("{\"schema\":1,\"op\":\"softmax\",\"error\":")
                .isEqualTo(pipe("check --op=softmax --fact q --answer 1 --json").out());
    }

    @Test
    void whatCannotBeReadIsShownWithACaretUnderThePlace() {
        assertThat(pipe("check 4.11 --answer 12x^^3"))
                .isEqualTo(
                        new CommandResult(
                                ExitCode.UNREADABLE,
                                "",
                                """
                        nabla: --answer: '12x^^3' cannot be read at position 5: '^' does not fit here
                          12x^^3
                              ^
                        """));
    }

    @Test
    void aStudentWhoAnswersInOptionsIsNotRight() {
        for (String answer : List.of("-h", "--help", "-V", "--version", "--json", "--ask", "--op=dot")) {
            assertThat(pipe("check 2.3 --answer " + answer).code()).as(answer).isEqualTo(ExitCode.UNREADABLE.code());
        }
    }

    @Test
    void whoSetsTheVariableGetsTheCodesThatThereWere() {
        DisplayProfile.Surroundings here = new DisplayProfile.Surroundings(Map.of("NABLA_WRONG", "1"), false, "UTF-8");
        Environment old = Consoles.at(
                here,
                false,
                Optional.empty(),
                Consoles.NOBODY,
                new Environment.Streams(Ran.typed("{}\n"), OutputStream.nullOutputStream()));
        assertThat(Consoles.run(old, "check 2.3 --answer 0.84").code()).isEqualTo(1);
        assertThat(Consoles.run(old, "check 2.3 --answer abc").code()).isEqualTo(2);
        assertThat(Consoles.run(old, "check 2.3 --answer 0.720").code()).isZero();
        assertThat(Consoles.run(old, "solve --batch").code()).isEqualTo(1);
    }

    @Test
    void aQuestionIsPrintedWithTheNumbersOfASeed() {
        assertThat(pipe("check 2.1 --ask").out())
                .isEqualTo("a = (2, 1) and b = (−1, 3). What is a·b?\n" + "(type a number, two decimals are enough)\n");
        assertThat(pipe("check 2.1 --ask --seed 5").out())
                .startsWith("a = (")
                .isNotEqualTo(pipe("check 2.1 --ask").out());
        assertThat(pipe("check 2.9 --ask").out()).contains("\n  a  ", "\n  b  ", "\n  c  ");
    }

    @Test
    void lessonListSaysWhatEachSectionHolds() {
        assertThat(pipe("lesson list").out().lines())
                .hasSameSizeAs(CourseReader.load(Consoles.PIPE.lessons()).sections())
                .anyMatch(line -> line.matches(
                        "06  Softmax +\\d+ min to read, \\d+ to do, \\d+ guess(es)?, \\d+ questions, \\d+ goals"));
    }

    @Test
    void lessonLintFindsNothingInTheShippedCourseAndTheMistakesOfAnother(@TempDir Path folder) throws IOException {
        assertThat(pipe("lesson lint").out()).isEqualTo("no mistakes\n");
        Files.writeString(
                folder.resolve("index.yaml"),
                "format: 1\nladder: [a]\nhere: 1\nsections:\n  - {id: \"09\", title: A, gist: B, lesson: l.md}\n");
        Files.writeString(folder.resolve("l.md"), "---\ntitle: A\nminutes: 1\n---\n\n```figure\nfigure: sofmax\n```\n");
        assertThat(pipe("lesson lint --lessons " + folder))
                .isEqualTo(new CommandResult(
                        ExitCode.WRONG, "l.md:7: unknown figure 'sofmax'; did you mean 'softmax'?\n", ""));
        assertThat(pipe("check 9.1 --answer 1 --lessons " + folder).err()).contains("l.md:7: unknown figure");
    }

    @Test
    void aScriptIsAskedInJson() {
        assertThat(pipe("check 2.6 --ask --json").out())
                .startsWith(
                        "{\"schema\":1,\"op\":null,\"item\":\"2.6\",\"seed\":0,\"question\":\"You make a twice as long")
                .contains("\"options\":[\"")
                .endsWith("],\"type\":\"a letter\",\"figure\":null}\n");
        assertThat(pipe("check 2.3 --ask --json").out()).contains("\"options\":[],\"type\":\"a number, ");
    }

    @Test
    void aGuessComesWithTheFigureThatItIsAbout() {
        assertThat(pipe("check 2.13 --ask").out().lines()).first().asString().startsWith("The figure: nabla show dot");
        assertThat(pipe("check 2.13 --ask --json").out())
                .contains("\"figure\":{\"op\":\"dot\",\"in\":{\"a\":\"")
                .contains("\"command\":\"nabla show dot");
        assertThat(pipe("check 2.1 --ask").out()).doesNotContain("figure");
    }

    @Test
    void everyQuestionIsListedWithTheIdThatCheckTakes() {
        List<String> lines = pipe("lesson list --questions").out().lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(60)
                .contains("2.3    a = (0.8, 0.5) and b = (0.3, 1.2). What is their cosine?");
        for (String line : lines) {
            String id = line.substring(0, line.indexOf(' '));
            String question = pipe("check " + id + " --ask")
                    .out()
                    .replaceFirst("^The figure: .*\n", "")
                    .replace('\n', ' ');
            assertThat(question).startsWith(line.substring(id.length()).strip());
        }
    }

    private static Ran batch(String lines, String... options) {
        return Ran.of(
                Consoles.NOBODY,
                Ran.typed(lines),
                Stream.concat(Stream.of("check", "--batch"), Stream.of(options)).toArray(String[]::new));
    }

    /** Of each line what a command says of its answer, and the id. */
    @Table
    void aLineIsGradedAsACommandGradesIt(String line, String command) {
        String single = pipe("check " + command + " --json").out();
        String graded = batch(line).out().replace("\"line\":1,\"id\":7,", "");
        assertThat(graded).isEqualTo(single);
    }

    @Table
    void whatCannotBeGradedIsAnErrorWithItsId(String line, String code, String message) {
        Ran ran = batch(line + "\n{\"item\":\"2.3\",\"answer\":\"0.1\"}");
        assertThat(ran.reply())
                .isEqualTo(new CommandResult(ExitCode.IN_PART, "", "nabla: 1 of 2 lines cannot be graded\n"));
        assertThat(ran.out().lines().toList().get(0))
                .contains("\"line\":1,\"id\":7,")
                .contains("\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message);
    }

    @Test
    void withoutFeedbackNothingTellsTheAnswer() {
        String lines = "{\"item\":\"2.3\",\"answer\":\"0.84\"}\n{\"item\":\"2.3\",\"answer\":\"0.46\"}\n";
        assertThat(batch(lines).out()).contains("not-normalised");
        assertThat(batch(lines, "--no-feedback").out())
                .contains("\"understood\":\"0.84\"")
                .doesNotContain("not-normalised", "\"message\":\"");
        assertThat(pipe("check 2.3 --answer 0.84 --no-feedback"))
                .isEqualTo(new CommandResult(ExitCode.WRONG, "Not yet\n", ""));
        assertThat(pipe("check 2.6 --answer d --no-feedback")).isEqualTo(CommandResult.ok("Right.\n"));
    }

    @Test
    void aGraderSetsThePointsOfEachVerdict() {
        String lines = "{\"item\":\"2.3\",\"answer\":\"0.72\"}\n{\"item\":\"2.3\",\"answer\":\"0.7\"}\n"
                + "{\"item\":\"2.3\",\"answer\":\"0.84\"}\n{\"item\":\"2.3\",\"answer\":\"huh\"}\n";
        assertThat(batch(lines, "--points", "right=1,so_far=0.5").out().lines())
                .extracting(line -> line.replaceAll(".*(\"points\":.*)}", "$1"))
                .containsExactly("\"points\":1.0", "\"points\":0.5", "\"points\":0.0", "\"points\":0.0");
        assertThat(batch(lines).out()).doesNotContain("points");
    }

    @Test
    void aSingleAnswerGetsPointsAsALineOfABatchDoes() {
        String points = " --points right=1,so_far=0.5";
        assertThat(pipe("check 2.3 --answer 0.7" + points).out())
                .isEqualTo("Correct so far: give three decimals.\nPoints: 0.5\n");
        assertThat(pipe("check --op dot --a 1,2 --b 3,4 --fact dot --no-feedback --answer 11" + points))
                .isEqualTo(CommandResult.ok("Right.\nPoints: 1\n"));
        assertThat(pipe("check 2.3 --answer huh" + points))
                .isEqualTo(new CommandResult(
                        ExitCode.UNREADABLE,
                        "Points: 0\n",
                        "nabla: --answer: 'huh' is not a number; type one like 0.5, -1e-3, 1/3 or pi\n  huh\n  ^\n"));
        String line = batch("{\"item\":\"2.3\",\"answer\":\"0.7\"}", "--points", "right=1,so_far=0.5")
                .out();
        assertThat(pipe("check 2.3 --answer 0.7 --json" + points).out())
                .endsWith("\"points\":0.5}\n")
                .isEqualTo(line.replace("\"line\":1,", ""));
        assertThat(pipe("check 2.3 --answer 0.7 --points rihgt=1"))
                .isEqualTo(batch("", "--points", "rihgt=1").reply());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rihgt=1|--points 'rihgt' is no verdict; did you mean 'right'?",
                "right|--points 'right' has no points; type pairs like right=1,so_far=0.5",
                "right=1,right=2|--points 'right=2' is named twice; type pairs like right=1,so_far=0.5",
                "right=inf|--points 'inf' is not finite; type a number like 0.5"
            })
    void pointsThatCannotBeReadAreAMistake(String points, String message) {
        assertThat(batch("", "--points", points).reply())
                .isEqualTo(new CommandResult(ExitCode.USAGE, "", "nabla: " + message + "\n"));
    }

    @Test
    void whatStandsUnderDataGoesBackUnread() {
        String data = "\"data\":{\"name\":\"ada\",\"row\":[1,{\"answer\":0}]}";
        assertThat(batch("{\"item\":\"2.3\",\"answer\":\"0.72\"," + data + "}").out())
                .contains("\"line\":1," + data + ",\"item\":\"2.3\"");
        assertThat(batch("{\"item\":\"2.3\",\"answer\":\"0.72\",\"name\":\"ada\"}")
                        .out())
                .endsWith("one of item, seed, answer; put what is to go back unread under \\\"data\\\"\"}}\n");
    }

    @Test
    void howExactAFactHasToBeCanBeSaid() {
        String line = "{\"op\":\"matmul\",\"a\":[[123456]],\"b\":[[1]],\"fact\":\"c[1,1]\",\"answer\":\"120000\"}";
        assertThat(batch(line).out()).contains("\"wrong\"");
        assertThat(batch(line, "--significant", "2").out()).contains("\"right\"");
        assertThat(batch(line, "--significant", "3").out()).contains("\"wrong\"");
        assertThat(batch(line, "--tolerance", "4000").out()).contains("\"right\"");
        assertThat(batch(line, "--tolerance", "3000").out()).contains("\"wrong\"");
        String cosine = "check --op dot --a 1,2 --b 3,4 --fact cosine --answer ";
        assertThat(pipe(cosine + "0.98 --significant 3").out())
                .isEqualTo("Correct so far: give 3 significant digits.\n");
        assertThat(pipe(cosine + "0.984 --significant 3").code()).isZero();
        assertThat(pipe(cosine + "0.9 --tolerance 0.1").code()).isZero();
        assertThat(pipe(cosine + "0.9 --tolerance 0").err()).startsWith("nabla: tolerance 0: must be above 0");
    }
}
