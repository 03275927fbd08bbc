package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.figure.catalog.Figures;
import dev.nabla.lesson.Section;
import dev.nabla.lesson.ShippedCourse;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands answer to everything else. */
class ComplaintsTest {
    private static final List<String> SECTIONS =
            ShippedCourse.COURSE.sections().stream().map(Section::id).toList();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cli/complaints.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 500)
    void badInputIsAnsweredWithTheThingTheValueAndWhatToType(ArgumentsAccessor row) {
        CommandResult reply = pipe(row.getString(0));
        List<String> said = reply.err().lines().toList();
        assertThat(reply.code()).isEqualTo(row.getInteger(1));
        assertThat(reply.out()).isEmpty();
        assertThat(said.get(0)).isEqualTo("nabla: " + listed(row.getString(2)));
        if (row.size() > 3) {
            assertThat(said).hasSize(3);
            assertThat(said.get(2)).isEqualTo(" ".repeat(row.getInteger(3) + 1) + "^");
        } else {
            assertThat(said.size()).isIn(1, 3);
        }
    }

    /** Where all figures, operations or sections are listed, the list is not written down again. */
    private static String listed(String complaint) {
        return complaint
                .replace("{figures}", String.join(", ", Figures.ids()))
                .replace("{operations}", String.join(", ", Figures.operations()))
                .replace("{sections}", String.join(", ", SECTIONS));
    }

    @Test
    void whatCannotBeReadIsShownWithACaretUnderThePlace() {
        assertThat(pipe("solve derivative --f x^^2").err()).endsWith("\n  x^^2\n    ^\n");
        assertThat(pipe("solve matmul --a 1,2;3,x1").err()).endsWith("\n  1,2;3,x1\n        ^\n");
        assertThat(solve("derivative", "--f", "x - y").err()).endsWith("\n  x - y\n      ^\n");
    }

    @Test
    void theCaretStaysUnderItsPlaceWhateverStandsBeforeIt() {
        assertThat(solve("derivative", "--f", "x+\u6f22+1").err()).endsWith("\n  x+?+1\n    ^\n");
        assertThat(solve("softmax", "--logits", "1,\ud83d\ude00\u0301,2").err()).endsWith("\n  1,??,2\n    ^\n");
        assertThat(solve("softmax", "--logits", "\u001b[2J,2").err()).endsWith("\n  ?[2J,2\n  ^\n");
        assertThat(solve("derivative", "--f", "2 \u2212 \u03b8").err()).endsWith("\n  2 \u2212 \u03b8\n    ^\n");
    }

    @Test
    void ofALongTextOnlyThePartRoundThePlaceIsShown() {
        List<String> said = solve("derivative", "--f", "x+".repeat(50) + ")" + "+x".repeat(50))
                .err()
                .lines()
                .toList();
        assertThat(said.get(1)).hasSizeLessThan(90).startsWith("  ...").endsWith("...");
        assertThat(said.get(1).charAt(said.get(2).indexOf('^'))).isEqualTo(')');
    }

    private static CommandResult solve(String... arguments) {
        return Consoles.run(
                Consoles.PIPE,
                Stream.concat(Stream.of("solve"), Stream.of(arguments)).toList());
    }

    /**
     * The error messages of solve. JSON is not drawn, so options of the drawing are not read, and an option at the end
     * would consume --json.
     */
    static Stream<Arguments> complaintsOfSolve() throws IOException {
        try (InputStream in = ComplaintsTest.class.getResourceAsStream("/cli/complaints.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> row.startsWith("solve ")
                            && !row.matches(".*(--json|--(size|glyphs|color|theme|digits) ).*"))
                    .map(row -> row.split("\\|"))
                    .filter(row -> !row[0].matches(".*--(tau|logits|get)"))
                    .map(row -> Arguments.of(row[0], Integer.parseInt(row[1]), listed(row[2])));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("complaintsOfSolve")
    void whoAskedForJsonGetsOneErrorObjectWithTheSameCodeAndWords(String line, int code, String complaint) {
        CommandResult reply = pipe(line + " --json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.err()).isEmpty();
        assertThat(reply.out())
                .startsWith("{\"schema\":1,\"op\":")
                .contains("\"error\":{\"code\":\"", "\"message\":\"" + complaint + "\"")
                .matches("(?s).*\"(,\"position\":\\d+)?}}\n");
        assertThat(reply.out().lines()).hasSize(1);
    }

    @Table
    void anErrorObjectHasAStableCode(String line, String op, String code) {
        assertThat(pipe(line).out())
                .startsWith("{\"schema\":1,\"op\":\"" + op + "\",\"error\":{\"code\":\"" + code + "\",\"message\":\"");
    }

    @ParameterizedTest
    @CsvSource({"progress,export", "progress,import", "class,report", "solve,--batch"})
    void anEmptyNameWhichAnUnsetVariableLeavesIsNoFile(String command, String action) {
        CommandResult reply = Consoles.run(Consoles.PIPE, List.of(command, action, ""));
        assertThat(reply.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(reply.err()).startsWith("nabla: ").containsAnyOf("no such file", "no name of a file", "no folder");
    }

    @Test
    void anOptionBehindTwoDashesAloneIsToldWhy() {
        assertThat(pipe("solve softmax -- --logits 1,2").err())
                .startsWith("nabla: '--logits' stands behind --, where nothing is an option; leave out --");
    }

    @Test
    void listsWithBlanksAreToldWithCommas() {
        assertThat(solve("softmax", "--logits", "2.1 x -1").err())
                .startsWith("nabla: logits '2.1 x -1' is not a number");
        assertThat(solve("matmul", "--a", "[1 2; 3 4]").err()).contains("; type 1 2;3 4\n");
        assertThat(solve("softmax", "--logits", "0,5 1,5").err()).contains("; type 0.5,1.5\n");
        assertThat(solve("derivative", "--f", "sin2").err()).contains("; type sin(2)\n");
        assertThat(solve("derivative", "--f", "|x|").err()).contains("; type abs(x)\n");
    }

    @Test
    void decimalsBetweenBlanksAreAList() {
        assertThat(solve("softmax", "--logits", "2.1 0.5 -1")).isEqualTo(solve("softmax", "--logits", "2.1,0.5,-1"));
        assertThat(solve("softmax", "--logits", "2 -1")).isEqualTo(solve("softmax", "--logits", "1"));
        assertThat(solve("matmul", "--a", "1 2; 3 4", "--b", "1 0;0 1"))
                .isEqualTo(solve("matmul", "--a", "1,2;3,4", "--b", "1,0;0,1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "report --json --csv            | --json, --csv, --for and --html are forms of the report; name one",
                "report --csv --mistakes --json | --json, --csv, --for and --html are forms of the report; name one",
                "report --json --html -         | --json, --csv, --for and --html are forms of the report; name one"
            })
    void twoFormsOfAnAnswerExcludeEachOther(String action, String message) {
        assertThat(pipe("class " + action))
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE,
                        "{\"schema\":1,\"op\":null,\"error\":{\"code\":\"usage\",\"message\":\"" + message + "\"}}\n",
                        ""));
    }

    @Test
    void aHostileArgumentCannotSteerTheTerminal() {
        CommandResult reply = solve("softmax", "--tau", "\u001b[2J\u0007");
        assertThat(reply.err().chars()).allMatch(c -> c == '\n' || c >= ' ');
    }

    @Test
    void anErrorObjectSaysThePositionAsANumber() {
        assertThat(pipe("solve softmax --json --logits 1,2,x").out())
                .isEqualTo("{\"schema\":1,\"op\":\"softmax\",\"error\":{\"code\":\"bad_number\",\"message\":"
                        + "\"logits 'x' is not a number; type one like 0.5, -1e-3, 1/3 or pi\",\"position\":5}}\n");
    }

    /** The state folder of this console cannot be written, which progress import says with its own code. */
    @Property(tries = 2000)
    void noArgumentsMakeItThrow(@ForAll("arguments") List<String> arguments) {
        CommandResult reply = Consoles.run(Consoles.PIPE, arguments);
        assertThat(reply.code())
                .isIn(
                        ExitCode.OK.code(),
                        ExitCode.WRONG.code(),
                        ExitCode.USAGE.code(),
                        ExitCode.NO_ANSWER.code(),
                        ExitCode.UNREADABLE.code(),
                        ExitCode.CANNOT_WRITE.code());
        assertThat(reply.out() + reply.err())
                .isNotEmpty()
                .doesNotContain("Exception")
                .endsWith("\n");
        boolean outline = arguments.isEmpty() || arguments.get(0).equals("learn");
        assertThat(reply.out().isEmpty()
                        || reply.err().isEmpty()
                        || outline
                        || reply.err().matches("nabla: (no input|not given).*\n"))
                .isTrue();
    }

    @Provide
    Arbitrary<List<String>> arguments() {
        String words = "solve show doctor check lesson review progress class import reset report --plain --yes "
                + "--csv 2.3 --answer --answer=0.47 --op=softmax --fact=p[1] --seed=3 --ask list learn softmax "
                + "descent 06 --json --explain --plot --path --help -- - @x @ = --= --tau --tau=0.5 --logits "
                + "--logits=-1,2 --size --size=20x5 12x3 1x1 --glyphs=ascii --format svg ansi --color=16 0 -1 "
                + "nan 1e300 -inf 1,2,3 --eta=1e300 --steps=9 --start=1,2 --curvature=1e308,1 "
                + "--precision=float32 --optimizer=adam --draws=7 --shift=-3 %s ü";
        Arbitrary<String> word =
                Arbitraries.oneOf(Arbitraries.of(words.split(" ")), Arbitraries.of("", " ", "\u001b[31m"));
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, word), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(7);
    }
}
