package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.TERMINAL;
import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.cli.Arguments;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import dev.nabla.cli.Screens;
import dev.nabla.figure.Figure;
import dev.nabla.figure.FigureState;
import dev.nabla.figure.Knob;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.frame.Font;
import dev.nabla.frame.Frame;
import dev.nabla.frame.Glyphs;
import dev.nabla.output.ExitCode;
import dev.nabla.output.PlainText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands answer when they are asked properly. */
class CliTest {
    static Stream<Figure<?>> operations() {
        return Figures.all().stream().filter(figure -> figure.info().isOperation());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void solvePlotPrintsTheFrameThatTheTutorShows(Figure<?> figure) {
        for (String size : List.of("60x20", "80x24", "120x36")) {
            for (Glyphs glyphs : Glyphs.values()) {
                Frame frame = FigureState.of(figure).view(Arguments.size(size), Font.of(glyphs));
                String line = "solve " + figure.id() + " --plot --size " + size + " --glyphs "
                        + glyphs.name().toLowerCase(Locale.ROOT);
                assertThat(pipe(line)).isEqualTo(CommandResult.ok(PlainText.of(frame)));
            }
        }
    }

    @Test
    void showPrintsEightyByTwentyThreeCellsIntoAPipe() {
        assertThat(pipe("show softmax").out().lines()).hasSize(23).allMatch(line -> line.length() <= 80);
    }

    @Test
    void showFillsATerminalAndLeavesARowForThePrompt() {
        CommandResult reply = Consoles.run(TERMINAL, "show softmax");
        assertThat(reply.out().lines()).hasSize(29);
        assertThat(reply.out()).contains("\u001b[0;1;38;5;33m");
    }

    @Test
    void asciiMeansAsciiToTheLastLetter() {
        for (String line : new String[] {
            "show descent --glyphs ascii",
            "solve descent --steps 3 --explain --glyphs ascii",
            "solve softmax --plot --glyphs ascii"
        }) {
            assertThat(pipe(line).out().chars()).as(line).allMatch(c -> c == '\n' || c >= ' ' && c <= '~');
        }
    }

    @Table
    void getPrintsOneValueInAFormThatIsAnInputAgain(String line, String value) {
        CommandResult reply = pipe(line);
        assertThat(reply.code()).isZero();
        assertThat(reply.out()).isEqualTo(value + "\n");
    }

    @Table
    void whatIsOfTheExampleIsSaid(String line, String note) {
        String said = note == null ? "" : "nabla: " + note + "\n";
        assertThat(pipe(line).err()).isEqualTo(said);
        assertThat(pipe(line + " --get cosine").err()).isEqualTo(said);
        assertThat(pipe(line + " --json").err()).isEmpty();
        assertThat(pipe(line + " --json").out())
                .endsWith("\"warnings\":[" + (note == null ? "" : "\"" + note + "\"") + "]}\n");
    }

    @Table
    void whatIsPrintedHolds(String line, String said, String unsaid) {
        assertThat(pipe(line).out()).contains(said.split(" … "));
        assertThat(unsaid == null || !pipe(line).out().contains(unsaid)).isTrue();
    }

    @Test
    void theWorkedStepsStandAboveTheFigure() {
        String steps = pipe("solve softmax --explain").out().split("\n\n")[0];
        assertThat(pipe("solve softmax --explain --plot").out())
                .isEqualTo(steps + "\n\n" + pipe("show softmax").out());
    }

    @Test
    void aRunThatDivergesFailsIfThatIsAskedFor() {
        CommandResult usual = pipe("solve descent --eta 1.08 --steps 9");
        assertThat(pipe("solve descent --eta 1.08 --steps 9 --fail-on-divergence"))
                .isEqualTo(new CommandResult(
                        ExitCode.NO_ANSWER,
                        usual.out(),
                        "nabla: eta 1.08: the run diverges; type one below 0.909091\n"));
        assertThat(pipe("solve descent --steps 9 --fail-on-divergence").code()).isZero();
        assertThat(pipe("solve descent --eta 1.35 --steps 70 --precision float32 --fail-on-divergence --get status"))
                .isEqualTo(new CommandResult(
                        ExitCode.NO_ANSWER,
                        "overflowed\n",
                        "nabla: eta 1.35: the run overflowed; type one below 0.909091\n"));
    }

    @Test
    void theMiddleOfALongVectorIsLeftOutForReadersOnly() {
        String many = IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(pipe("solve softmax --logits " + many).out().lines())
                .anyMatch(line ->
                        line.startsWith("log_p ") && line.endsWith("  ...        -1.45868   -0.458675  (100 numbers)"))
                .allMatch(line -> line.length() < 200);
        assertThat(pipe("solve softmax --json --logits " + many).out().split(","))
                .hasSizeGreaterThan(300);
    }

    @Test
    void aNegativeFirstValueWorksWithAndWithoutAnEqualsSign() {
        CommandResult reply = pipe("solve softmax --logits -1,0.5");
        assertThat(reply.code()).isZero();
        assertThat(reply.out()).startsWith("p             0.182426  0.817574\n");
        assertThat(pipe("solve softmax --logits=-1,0.5")).isEqualTo(reply);
        assertThat(pipe("solve softmax --logits=-inf,0.5").code()).isZero();
    }

    @Test
    void theOrderOfOptionsDoesNotMatter() {
        CommandResult reply = pipe("solve descent --start 1,2,3 --curvature 1,2,3 --eta 0.1 --json");
        assertThat(reply.code()).isZero();
        assertThat(pipe("solve descent --json --eta 0.1 --curvature 1,2,3 --start 1,2,3"))
                .isEqualTo(reply);
        assertThat(pipe("solve --json --eta 0.1 descent --curvature 1,2,3 --start 1,2,3"))
                .isEqualTo(reply);
    }

    @Test
    void afterTwoDashesNothingIsAnOption() {
        assertThat(pipe("solve -- softmax")).isEqualTo(pipe("solve softmax"));
        assertThat(pipe("solve softmax -- --json").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @Table
    void everyCommandHasHelpWithAnExample(String command) {
        CommandResult help = pipe(command + " --help");
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).contains("Usage: nabla " + command.split(" ")[0], "--help", "--version");
        assertThat(help.out()).containsPattern("(?m)^.*(Example:| ) nabla ");
        assertThat(help.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(pipe(command + " -h")).isEqualTo(help);
        assertThat(pipe(command + " --version"))
                .isEqualTo(pipe(command + " -V"))
                .isEqualTo(CommandResult.ok("nabla 9.9\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "solve",
                "solve softmax",
                "show descent",
                "check",
                "check --op dot",
                "solve --batch",
                "lesson",
                "class report",
                "help"
            })
    void helpBeforeACommandIsHelpBehindIt(String command) {
        assertThat(pipe("help " + command)).isEqualTo(pipe(command + " --help"));
    }

    @Test
    void aSubcommandHelpsWithItsOwnOptions() {
        assertThat(pipe("class pin --help").out())
                .startsWith("Usage: nabla class pin [OPTIONS] NAME\n")
                .contains("--forget", "--class=DIR")
                .doesNotContain("--csv", "--title");
        assertThat(pipe("progress reset --help").out()).contains("--yes").doesNotContain("--json");
        assertThat(pipe("check --op dot --help").out())
                .startsWith("Usage: nabla check --op dot [OPTIONS]")
                .contains("--a=A", "--places")
                .doesNotContain("--seed=");
        assertThat(pipe("solve --batch --help").out()).startsWith("Usage: nabla solve --batch [OPTIONS]\n");
    }

    @Test
    void optionsMayStandBeforeTheSubcommand() {
        assertThat(pipe("lesson --questions list")).isEqualTo(pipe("lesson list --questions"));
        assertThat(pipe("solve --tau 2 softmax")).isEqualTo(pipe("solve softmax --tau 2"));
        assertThat(pipe("progress --lessons export export --help").out()).startsWith("Usage: nabla progress export");
    }

    @Test
    void anOptionIsFoundByDashAndByUnderscoreButAValueStaysAsItIs() {
        assertThat(pipe("solve sample --top-k 2 --count 3")).isEqualTo(pipe("solve sample --top_k 2 --count 3"));
        assertThat(pipe("check 2.3 --no_feedback --answer 1")).isEqualTo(pipe("check 2.3 --no-feedback --answer 1"));
        assertThat(pipe("check 2.3 --answer --no_feedback").err()).contains("'--no_feedback'");
    }

    @Test
    void helpIsShownWhateverIsWrongBesides() {
        for (String line : List.of("solve softmax --taw 1 --help", "solve softmax --tau --help", "record --help")) {
            assertThat(pipe(line).out()).as(line).startsWith("Usage: nabla ");
        }
    }

    @Test
    void theHelpOfNablaNamesEveryCommand() {
        assertThat(pipe("--help")).isEqualTo(pipe("-h")).isEqualTo(pipe("help"));
        assertThat(pipe("--help").out())
                .contains("  learn ", "  solve ", "  show ", "  check ", "  lesson ", "  doctor ");
    }

    static Figure<?>[] figures() {
        return Figures.all().toArray(Figure<?>[]::new);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyKnobIsAnOptionOfShowAndEveryQuestionAnOptionOfSolve(Figure<?> figure) {
        options(figure);
    }

    private static <M extends Record> void options(Figure<M> figure) {
        for (Knob<M, ?> knob : figure.knobs()) {
            String value = knob.text(figure.start()).replace(" ", "");
            String option = " --" + knob.name() + " " + value;
            boolean question = figure.info().isOperation()
                    && figure.inputs().stream().anyMatch(input -> input.name().equals(knob.name()));
            assertThat(pipe("show " + figure.id() + option)).isEqualTo(pipe("show " + figure.id()));
            CommandResult solved = pipe("solve " + figure.id() + option);
            assertThat(question || solved.code() == ExitCode.USAGE.code()).isTrue();
            assertThat(question && solved.err().contains("unknown option")).isFalse();
            boolean flag = knob.isFlag(figure.start());
            String named = "--" + knob.name() + (flag ? "[=" : "=");
            assertThat(pipe("show " + figure.id() + " --help").out()).contains(named);
            assertThat(pipe("solve " + figure.id() + " --help").out().contains(named))
                    .isEqualTo(question);
        }
    }

    @Test
    void doctorGivesEveryDecisionWithItsReason() {
        assertThat(Consoles.run(TERMINAL, "doctor").out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "glyphs braille LANG=en_US.UTF-8 is UTF-8",
                        "color 256 TERM=xterm-256color",
                        "theme either background unknown",
                        "screen-reader off default",
                        "pictures yes a terminal, TERM=xterm-256color",
                        "size 100x30 asked the terminal");
        assertThat(pipe("doctor --glyphs ascii").out()).containsPattern("glyphs +ascii +.*--glyphs");
    }

    @Test
    void doctorRulesALineOfSignsThatMayBeWideOverOneThatNeverIs() {
        List<String> lines = pipe("doctor").out().lines().toList();
        int ruler = lines.indexOf("--------------|");
        assertThat(lines.get(ruler - 1)).hasSameSizeAs(lines.get(ruler)).matches("[^?]*[^?\\x00-\\x7f]");
        assertThat(lines.get(ruler + 2)).contains("--glyphs ascii", "glyphs = ascii");
        assertThat(pipe("doctor --glyphs ascii").out()).doesNotContain("---|");
    }

    @Test
    void learnOpensTheTutorAtTheSectionOnATerminal() {
        assertThat(Consoles.run(TERMINAL, "")).isEqualTo(new CommandResult(99, "", ""));
        assertThat(Consoles.run(TERMINAL, "learn 06")).isEqualTo(new CommandResult(6, "", ""));
    }

    @Test
    void learnWithoutATerminalPrintsTheOutlineAndAHint() {
        CommandResult reply = pipe("learn");
        assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reply.out()).contains("  05  Gradient descent", "  06  Softmax");
        assertThat(reply.err())
                .startsWith("nabla: the tutor needs a terminal it can draw on")
                .endsWith("\n");
        assertThat(pipe("")).isEqualTo(reply);
    }

    @Test
    void theCourseIsToldWhereTheTerminalCannotBeDrawnOn(@TempDir Path folder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Environment.Streams streams = new Environment.Streams(new ByteArrayInputStream(new byte[0]), out);
        Environment console = Consoles.at(
                TERMINAL.here(),
                true,
                TERMINAL.size().get(),
                Consoles.learner(folder.resolve("journal.jsonl")),
                streams);
        Screens broken = (Screens) Proxy.newProxyInstance(
                Screens.class.getClassLoader(), new Class<?>[] {Screens.class}, (screens, method, arguments) -> {
                    throw new IOException("stty says \u001b[8m");
                });
        assertThat(new Cli(console, broken, Consoles.HOST).run(List.of("learn", "06")))
                .isEqualTo(CommandResult.ok(""));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("This terminal cannot show figures (stty says ?[8m); using text mode.\n")
                .contains("Section 06: Softmax.")
                .doesNotContain("\u001b");
    }

    @Table
    void aTableAsksAQuestionARow(String line, String table, String out) {
        Ran ran = Ran.of(
                Consoles.NOBODY,
                Ran.typed(table.replace("%", "\n").replace("^", "\r").replace("~", "\t")),
                line.split(" "));
        assertThat(ran.reply())
                .isEqualTo(CommandResult.ok(out.replace("%", "\n").replace("~", "\t") + "\n"));
    }

    private static CommandResult table(String line, String table) {
        return Ran.of(Consoles.NOBODY, Ran.typed(table), line.split(" ")).reply();
    }

    @Test
    void aRowWithoutAnAnswerIsNamedAndTheOthersAreAnswered() {
        assertThat(pipe("solve softmax --logits 1,2;-inf,-inf --get argmax"))
                .isEqualTo(
                        new CommandResult(
                                ExitCode.IN_PART,
                                "2\n\n",
                                "nabla: row 2: logits -inf,-inf: every token is masked; leave at least one finite logit\nnabla: 1 of 2 rows has no answer\n"));
        String solve = "solve loss --logits - --get p[1]";
        String rows = "name,a,b,truth\nada,1,2,1\nbob,1,2,3\neve,1,x,1\nkim,1,2\n";
        assertThat(table(solve + " --csv", rows))
                .isEqualTo(new CommandResult(
                        ExitCode.IN_PART,
                        """
                        row,name,p[1],error
                        1,ada,0.2689414213699951,
                        2,bob,,row 2: truth '3' is out of range; type a whole number from 1 to 2
                        3,eve,,"row 3: b 'x' is not a number; type one like 0.5, -1e-3, 1/3 or pi"
                        4,kim,,row 4: it has 3 cells under 4 names; give each name one
                        """,
                        "nabla: 3 of 4 rows have no answer\n"));
        assertThat(table(solve + " --json", rows).out()).isEqualTo("0.2689414213699951\nnull\nnull\nnull\n");
        assertThat(table("solve loss --logits - --json", rows).out().lines().skip(2))
                .first()
                .asString()
                .startsWith(
                        "{\"schema\":1,\"op\":\"loss\",\"row\":3,\"name\":\"eve\",\"error\":{\"code\":\"bad_number\"");
        assertThat(table("solve softmax --logits -", "name,a,b\nada,1,2\nbob,3,4\n")
                        .out())
                .startsWith("row 1, name ada\np             0.268941  0.731059\n")
                .contains("\n\nrow 2, name bob\n");
    }

    @Test
    void aHeaderWithAMistakeIsRefused() {
        assertThat(table("solve loss --logits -", "truth,a,b,truth\n1,2,1,2\n"))
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE, "", "nabla: logits -: the header has 'truth' twice; name each column once\n"));
        assertThat(table("solve softmax --logits -", "out,a,b\nada,1,2\n").err())
                .isEqualTo(
                        "nabla: logits -: the column 'out' has a name that answers have themselves; give it another\n");
        assertThat(table("solve softmax --logits -", "a,b\n1,\"2\n").err())
                .isEqualTo("nabla: logits -: line 2: a quotation mark is not closed; close it\n");
    }

    @Test
    void severalFactsAreAskedForAtOnce() {
        String softmax = "solve softmax --logits 2,1 --get ";
        assertThat(pipe(softmax + "argmax,p[2],sum")).isEqualTo(CommandResult.ok("1\n0.2689414213699951\n1\n"));
        assertThat(pipe(softmax + "argmax,p --json").out())
                .isEqualTo("{\"argmax\":1,\"p\":[0.7310585786300049,0.2689414213699951]}\n");
        assertThat(pipe(softmax + "sum,argmax --csv").out()).isEqualTo("sum,argmax\n1,1\n");
        assertThat(pipe("solve matmul --a 1,2;3,4 --b 1,0;0,1 --get c[2][1],c[1,2]"))
                .isEqualTo(CommandResult.ok("3\n2\n"));
        assertThat(pipe(softmax + "argmax,q").err()).startsWith("nabla: --get 'q' is none of p, log_p");
        assertThat(pipe(softmax + "argmax,").err()).startsWith("nabla: --get '' is not a key");
        Ran batch = Ran.of(
                Consoles.NOBODY,
                Ran.typed("{\"op\":\"softmax\",\"logits\":[2,1]}\n{\"op\":\"dot\",\"a\":[1],\"b\":[1]}\n"),
                "solve",
                "--batch",
                "--get",
                "argmax,sum");
        assertThat(batch.out().lines().toList().get(0)).contains("\"out\":{\"argmax\":1,\"sum\":1.0}");
        assertThat(batch.out().lines().toList().get(1)).contains("'argmax' is none of dot, norm_a");
        assertThat(batch.reply().code()).isEqualTo(ExitCode.IN_PART.code());
    }

    @Test
    void anAnswerSaysThatNothingWasTrained() {
        String untrained = "steps is 0, so nothing was trained; give up to ";
        Map<String, String> most = Map.of("induce", "2000", "wish", "200", "train", "1000", "nll --steps 0", "1000");
        most.forEach((op, steps) -> {
            assertThat(pipe("solve " + op + " --json").out()).contains("\"warnings\":[\"" + untrained + steps + "\"");
            assertThat(pipe("solve " + op).err()).contains("nabla: " + untrained + steps + "\n");
        });
        assertThat(pipe("solve law --json").out())
                .contains("\"warnings\":[\"runs is 20, so the larger model was not trained; give up to 21\"]");
        assertThat(pipe("solve law --runs 0 --json").out()).contains("runs is 0, so nothing was trained");
        assertThat(pipe("solve train --steps 1 --json").out()).doesNotContain("nothing was trained");
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed("{\"op\":\"train\"}\n"), "solve", "--batch")
                        .out())
                .contains("\"warnings\":[\"" + untrained + "1000\"");
        assertThat(pipe("solve train --help").out()).contains("nabla show train shows the finished state");
    }

    @Test
    void operationsTakeTheHyphen() {
        for (String line : List.of(
                "solve cross_entropy --logits 1,2;2,1 --truth 1,2 --json",
                "show softmax_backward --size 80x24",
                "check --op cross_entropy --logits 1,2 --truth 1 --fact loss_nats --answer 1.31",
                "solve optimizer_step --help")) {
            assertThat(pipe(line.replaceFirst("_", "-"))).isEqualTo(pipe(line));
        }
        String line = "{\"op\":\"cross_entropy\",\"logits\":[[1,2]],\"truth\":[1]}\n";
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(line.replaceFirst("_", "-")), "solve", "--batch"))
                .isEqualTo(Ran.of(Consoles.NOBODY, Ran.typed(line), "solve", "--batch"));
    }

    @Test
    void helpNamesEachOperationOnceAndLeavesTheOptionsOfPicturesToShow() {
        String help = pipe("solve --help").out();
        for (String op : Figures.operations()) {
            assertThat(help).containsOnlyOnce("\n  " + op + " ");
            assertThat(pipe("solve " + op + " --help").out())
                    .doesNotContain("--glyphs", "--theme", "--aspect", "--size", "?.");
        }
        assertThat(help).doesNotContain("--glyphs", "chain, layer");
        assertThat(pipe("show softmax --help").out()).contains("--glyphs", "--theme", "--aspect", "--size");
        assertThat(pipe("solve softmax --plot --size 60x20 --glyphs ascii")
                        .out()
                        .lines())
                .hasSize(20);
    }

    @Test
    void whatIsMeasuredByNudgingIsPrintedWithTheStepsOrOnRequest() {
        assertThat(pipe("solve loss").out()).doesNotContain("numeric_gradient");
        assertThat(pipe("solve loss --json").out()).doesNotContain("numeric_gradient");
        assertThat(pipe("solve loss --explain").out()).contains("numeric_gradient");
        assertThat(pipe("solve loss --get numeric_gradient[1]").code()).isZero();
        String line = "{\"op\":\"loss\",\"logits\":[1,2],\"truth\":1}\n";
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(line), "solve", "--batch").out())
                .doesNotContain("numeric_gradient");
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(line), "solve", "--batch", "--explain")
                        .out())
                .contains("numeric_gradient");
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(line), "solve", "--batch", "--get", "numeric_gradient")
                        .out())
                .contains("numeric_gradient");
    }

    @Test
    void aTableWithoutAnswersForTheCommandIsRefused() {
        assertThat(pipe("solve dot --a 1,2;3,4 --b 1,2").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(pipe("solve softmax --logits 1,2;3,4 --plot").err()).contains("--plot draws one row");
    }

    @Test
    void eachRowIsAnsweredAsIfItWereAlone() {
        String first = pipe("solve sample --logits 1,2,3 --count 9 --json").out();
        String second = pipe("solve sample --logits 3,2,1 --count 9 --json").out();
        assertThat(pipe("solve sample --logits 1,2,3;3,2,1 --count 9 --json").out())
                .isEqualTo(first.replace("\"sample\",", "\"sample\",\"row\":1,")
                        + second.replace("\"sample\",", "\"sample\",\"row\":2,"));
    }
}
