package dev.nabla.cli.input;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.Consoles;
import dev.nabla.cli.Ran;
import dev.nabla.cli.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs from files and from standard input. */
class InputsTest {
    @TempDir
    private Path folder;

    private String file(String content) throws IOException {
        Path file = folder.resolve("in");
        Files.writeString(file, content.replace("\\n", "\n").replace("\\t", "\t"));
        return "@" + file;
    }

    private static Reply fed(String input, String line) {
        return Ran.of(Consoles.NOBODY, Ran.typed(input), line.split(" ")).reply();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2,1,1/3",
                "2,1,1/3\\n",
                " 2 , 1 ,1/3",
                "2 1\\t1/3",
                "2\\n1\\n1/3\\n",
                "\\n2\\n\\n1\\n1/3",
                "2;1;1/3",
                "[2, 1, \"1/3\"]",
                "\\n[2,\\n1,\\n\"1/3\"]\\n",
                "[[2,1,\"1/3\"]]",
                "[[2],[1],[\"1/3\"]]",
                "\uFEFF2,1,1/3"
            })
    void aVectorIsReadFromAnyUsualForm(String content) throws IOException {
        Reply typed = pipe("solve softmax --logits 2,1,1/3 --json");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,x|2|line 1, number 2: 'x' is not a number; type one like 0.5, -1e-3, 1/3 or pi",
                "1\\n\\n2,3\\n4,,5|2|line 3: row 2 has 2 numbers and row 1 has 1; give every row the same number",
                "1,2,3\\n4,,5|2|line 2, number 2 is missing; type one like 0.5, or leave out the comma",
                "1,2,|2|line 1, number 3 is missing; type one like 0.5, or leave out the comma",
                "1,nan|3|line 1, number 2: 'nan' is not a number (NaN); type a number like 0.5 or 1/3",
                "1 1e999|3|line 1, number 2: '1e999' is larger than any double (1.8e308); type inf if you mean infinity",
                "1;2\\n3;4|2|line 1: ';' does not fit where rows are lines; write a point in a decimal and a comma between numbers",
                "{\"logits\":[1]}|2|it is an object of JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]",
                "1,2\\n3,4|2|it has 2 rows of 2 numbers; a vector is one row or one column",
                "\\n \\n|2|it is empty; write numbers into it, like 2.1,0.5,-1",
                "[1,2|2|line 1, column 5: this is not JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]",
                "[1,2] 3|2|it goes on after the array; give one array",
                "[1,2]]|2|line 1, column 6: this is not JSON; give an array like [2.1,0.5] or [[1,2],[3,4]]",
                "[]|2|is empty: give at least one number",
                "[1,null]|2|number 2 is null; give a number like 0.5, or text like \"1/3\"",
                "[1,true]|2|number 2 is true; give a number like 0.5, or text like \"1/3\"",
                "[1,[2]]|2|number 2 is a list; give a number like 0.5, or text like \"1/3\"",
                "[[1],2]|2|row 2 is no list of numbers; give rows like [[1,2],[3,4]]",
                "[[[1]]]|2|row 1: lists are nested too deep; a matrix is rows of numbers, like [[1,2],[3,4]]",
                "[1,{}]|2|number 2 is an object; give a number like 0.5, or text like \"1/3\"",
                "[1,NaN]|3|number 2: 'NaN' is not a number (NaN); type a number like 0.5 or 1/3",
                "[1,-1e999]|3|number 2: '-1e999' is larger than any double (1.8e308); type inf if you mean infinity",
                "[[1,2],[3,4]]|2|it has 2 rows of 2 numbers; a vector is one row or one column"
            })
    void whatCannotBeReadIsNamedWithItsPlace(String content, int code, String complaint) throws IOException {
        String given = file(content);
        assertThat(pipe("solve softmax --logits " + given))
                .isEqualTo(new Reply(code, "", "nabla: logits " + given + ": " + complaint + "\n"));
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
                        new Reply(
                                Reply.USAGE,
                                "",
                                "nabla: b -: standard input was read for a and holds nothing more; give one of them as @file\n"));
        assertThat(fed("1,2", "solve dot --a - --b 3,4 --json")).isEqualTo(pipe("solve dot --a 1,2 --b 3,4 --json"));
    }

    @Test
    void aMillionNumbersComeOutAsTheyWentIn() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        double[] numbers = random.doubles(1_000_000).map(x -> x - 0.5).toArray();
        String text = Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining("\n"));
        String json = pipe("solve softmax --json --logits " + file(text)).out();
        String[] in = json.substring(json.indexOf('[') + 1, json.indexOf(']')).split(",");
        assertThat(Arrays.stream(in).mapToDouble(Double::parseDouble).toArray()).isEqualTo(numbers);
    }
}
