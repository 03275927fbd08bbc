package dev.nabla.cli.input;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Draws;
import dev.nabla.Table;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Ran;
import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs from files and from standard input. */
@ExtendWith(Draws.class)
class InputsTest {
    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        Path file = folder.resolve("in");
        Files.writeString(file, content.replace("\\n", "\n").replace("\\t", "\t"));
        return "@" + file;
    }

    private static CommandResult fed(String input, String line) {
        return Ran.of(Consoles.NOBODY, Ran.typed(input), line.split(" ")).reply();
    }

    @Table
    void aVectorIsReadFromAnyUsualForm(String content) throws IOException {
        CommandResult typed = pipe("solve softmax --logits 2,1,1/3 --json");
        assertThat(pipe("solve softmax --json --logits " + file(content))).isEqualTo(typed);
        assertThat(fed(content.replace("\\n", "\n").replace("\\t", "\t"), "solve softmax --json --logits -"))
                .isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,2;3,-4", "1,2\\n3,-4\\n", "1 2\\n3 -4", "[[1,2],[3,-4]]", "[[1,2],[\"3\",-4]]"})
    void aMatrixIsReadFromAnyUsualForm(String content) throws IOException {
        assertThat(pipe("solve matmul --b 1;1 --json --a " + file(content)))
                .isEqualTo(pipe("solve matmul --b 1;1 --json --a 1,2;3,-4"));
    }

    @Test
    void anArrayOfJsonMayBeTyped() {
        assertThat(pipe("solve softmax --json --logits [2,1,\"1/3\"]"))
                .isEqualTo(pipe("solve softmax --json --logits 2,1,1/3"));
        assertThat(pipe("solve matmul --json --a [[1,2],[3,-4]] --b [[1],[1]]"))
                .isEqualTo(pipe("solve matmul --json --a 1,2;3,-4 --b 1;1"));
    }

    @Test
    void numbersWordsAndExpressionsAreReadFromFilesToo() throws IOException {
        assertThat(pipe("solve softmax --tau " + file("1/2\\n"))).isEqualTo(pipe("solve softmax --tau 0.5"));
        assertThat(pipe("solve descent --optimizer " + file("adam\\n")))
                .isEqualTo(pipe("solve descent --optimizer adam"));
        assertThat(pipe("solve derivative --f " + file(" x^2 + 1\\n"))).isEqualTo(pipe("solve derivative --f x^2+1"));
        assertThat(pipe("show softmax --logits " + file("1\\n2"))).isEqualTo(pipe("show softmax --logits 1,2"));
    }

    @Table
    void whatCannotBeReadIsNamedWithItsPlace(String content, int code, String complaint) throws IOException {
        String given = file(content);
        assertThat(pipe("solve softmax --logits " + given))
                .isEqualTo(new CommandResult(code, "", "nabla: logits " + given + ": " + complaint + "\n"));
    }

    @Test
    void binaryJunkIsNotText() throws IOException {
        for (byte[] junk : new byte[][] {{1, 0, 2}, {(byte) 0xFF, (byte) 0xFE}, {'1', (byte) 0xC3}}) {
            Path file = Files.write(folder.resolve("junk"), junk);
            assertThat(pipe("solve softmax --logits @" + file).err())
                    .endsWith("junk: it is not text; give numbers as text, CSV or JSON, in UTF-8\n");
        }
    }

    @Test
    void aFileThatIsNotThereOrNoFileIsNamed() {
        assertThat(pipe("solve softmax --logits @" + folder + "/none").err())
                .endsWith("none: there is no such file; type the path of one, or the numbers themselves\n");
        assertThat(pipe("solve softmax --logits @" + folder).err())
                .endsWith(": it is a directory; name a file in it\n");
        assertThat(pipe("solve softmax --logits @").err())
                .isEqualTo("nabla: logits @: type a file behind the @, like @z.csv\n");
    }

    @Test
    void moreThan64MegabytesAreTooMuch() {
        assertThat(pipe("solve softmax --logits @/dev/zero").err())
                .isEqualTo("nabla: logits @/dev/zero: it is larger than 64 MB; give less at once\n");
    }

    @Test
    void standardInputIsReadForOneInputOnly() {
        assertThat(fed("1,2", "solve dot --a - --b -"))
                .isEqualTo(
                        new CommandResult(
                                ExitCode.USAGE,
                                "",
                                "nabla: b -: standard input was read for a and holds nothing more; give one of them as @file\n"));
        assertThat(fed("1,2", "solve dot --a - --b 3,4 --json")).isEqualTo(pipe("solve dot --a 1,2 --b 3,4 --json"));
    }

    @Test
    void manyNumbersComeOutAsTheyWentIn() throws IOException {
        SplittableRandom random = new SplittableRandom(Draws.seed());
        double[] numbers = random.doubles(Draws.count(200_000, 1_000_000))
                .map(x -> x - 0.5)
                .toArray();
        String text = Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining("\n"));
        String json = pipe("solve softmax --json --logits " + file(text)).out();
        String[] in = json.substring(json.indexOf('[') + 1, json.indexOf(']')).split(",");
        assertThat(Arrays.stream(in).mapToDouble(Double::parseDouble).toArray()).isEqualTo(numbers);
    }

    @Test
    void whatAFileSaysIsQuotedBehindItsName() throws IOException {
        String f = file("x^^2\n");
        assertThat(pipe("solve derivative --f " + f).err())
                .isEqualTo("nabla: f " + f + ": 'x^^2' cannot be read at position 3: '^' does not fit here\n"
                        + "  x^^2\n    ^\n");
        String tau = file("-1\n");
        assertThat(pipe("solve softmax --tau " + tau).err()).startsWith("nabla: tau " + tau + ": -1: the temperature");
    }
}
