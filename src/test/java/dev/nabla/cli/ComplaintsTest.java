package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands answer to everything else. */
class ComplaintsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/cli/complaints.csv", delimiter = '|', quoteCharacter = '\0', maxCharsPerColumn = 500)
    void badInputIsAnsweredWithTheThingTheValueAndWhatToType(String line, int code, String complaint) {
        assertThat(pipe(line)).isEqualTo(new Reply(code, "", "nabla: " + complaint + "\n"));
    }

    /** The complaints of solve; JSON is not drawn, so words about the drawing are not read, and an option at the end would swallow --json. */
    static Stream<Arguments> complaintsOfSolve() throws IOException {
        try (InputStream in = ComplaintsTest.class.getResourceAsStream("/cli/complaints.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> row.startsWith("solve ")
                            && !row.matches(".*(--json|--(size|glyphs|color|theme|digits) ).*"))
                    .map(row -> row.split("\\|"))
                    .filter(row -> !row[0].matches(".*--(tau|logits|get)"))
                    .map(row -> Arguments.of(row[0], Integer.parseInt(row[1]), row[2]));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("complaintsOfSolve")
    void whoAskedForJsonGetsOneErrorObjectWithTheSameCodeAndWords(String line, int code, String complaint) {
        Reply reply = pipe(line + " --json");
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.err()).isEmpty();
        assertThat(reply.out())
                .startsWith("{\"schema\":1,\"op\":")
                .contains("\"error\":{\"code\":\"", "\"message\":\"" + complaint + "\"")
                .endsWith("\"}}\n");
        assertThat(reply.out().lines()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "solve softmax --json --tau 0|softmax|not_positive",
                "solve softmax --json --logits -inf|softmax|all_masked",
                "solve softmax --json --tau nan|softmax|nan",
                "solve softmax --json --tau x|softmax|bad_number",
                "solve softmax --json --plot|softmax|usage",
                "solve softmax --json --digits 3|softmax|usage",
                "solve softmax --json --logits @none|softmax|no_file",
                "solve softmax --json --taw 1|softmax|usage",
                "solve descent --json --start 1,2,3 --curvature 1,2|descent|shape_mismatch",
                "solve descent --json --steps -1|descent|out_of_range"
            })
    void anErrorObjectHasAStableCode(String line, String op, String code) {
        assertThat(pipe(line).out())
                .startsWith("{\"schema\":1,\"op\":\"" + op + "\",\"error\":{\"code\":\"" + code + "\",\"message\":\"");
    }

    @Test
    void aHostileArgumentCannotSteerTheTerminal() {
        Reply reply = new Cli(Consoles.PIPE, (course, section, look) -> Reply.ok(""))
                .run(List.of("solve", "softmax", "--tau", "\u001b[2J\u0007"));
        assertThat(reply.err().chars()).allMatch(c -> c == '\n' || c >= ' ');
    }

    @Property(tries = 2000)
    void noArgumentsMakeItThrow(@ForAll("arguments") List<String> arguments) {
        Cli cli = new Cli(Consoles.PIPE, (course, section, look) -> Reply.ok(""));
        Reply reply = cli.run(arguments);
        assertThat(reply.code()).isIn(Reply.OK, Reply.USAGE, Reply.NO_ANSWER);
        assertThat(reply.out() + reply.err())
                .isNotEmpty()
                .doesNotContain("Exception")
                .endsWith("\n");
        boolean outline = arguments.isEmpty() || arguments.get(0).equals("learn");
        assertThat(reply.out().isEmpty() || reply.err().isEmpty() || outline).isTrue();
    }

    @Provide
    Arbitrary<List<String>> arguments() {
        Arbitrary<String> words = Arbitraries.of(
                "solve",
                "show",
                "doctor",
                "learn",
                "softmax",
                "descent",
                "06",
                "--json",
                "--explain",
                "--plot",
                "--path",
                "--help",
                "--",
                "-",
                "",
                " ",
                "@x",
                "@",
                "=",
                "--=",
                "--tau",
                "--tau=0.5",
                "--logits",
                "--logits=-1,2",
                "--size",
                "--size=20x5",
                "12x3",
                "1x1",
                "--glyphs=ascii",
                "--format",
                "svg",
                "ansi",
                "--color=16",
                "0",
                "-1",
                "nan",
                "1e300",
                "-inf",
                "1,2,3",
                "--eta=1e300",
                "--steps=9",
                "--start=1,2",
                "--curvature=1e308,1",
                "--precision=float32",
                "--optimizer=adam",
                "--draws=7",
                "--shift=-3",
                "\u001b[31m",
                "%s",
                "ü");
        Arbitrary<String> any = Arbitraries.strings().ofMaxLength(6);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, words), net.jqwik.api.Tuple.of(1, any))
                .list()
                .ofMaxSize(7);
    }
}
