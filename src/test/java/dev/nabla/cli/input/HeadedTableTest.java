package dev.nabla.cli.input;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Ran;
import dev.nabla.output.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables whose first row names the columns. */
class HeadedTableTest {
    private static CommandResult fed(String table, String... words) {
        return Ran.of(Consoles.NOBODY, Ran.typed(table), words).reply();
    }

    private static CommandResult solved(String table, String command) {
        List<String> words = new ArrayList<>(List.of("solve"));
        words.addAll(List.of(command.split(" ")));
        return fed(table, words.toArray(String[]::new));
    }

    private static String lines(String row) {
        return row.replace("%%", "\u0000")
                        .replace("%", "\n")
                        .replace("\u0000", "%")
                        .replace("^", "\r")
                        .replace("~", "\t")
                + "\n";
    }

    @Table
    void aTableIsReadInTheOneWayItCanBe(String table, String rows) {
        CommandResult read = solved(lines(table), "softmax --logits - --get log_p,logsumexp");
        assertThat(read).isEqualTo(pipe("solve softmax --get log_p,logsumexp --logits " + rows));
        assertThat(read.code()).isEqualTo(ExitCode.OK.code());
    }

    @Table
    void aColumnThatIsNotClearIsRefusedWithTheLineToType(String table, String found, String advice) {
        CommandResult refused = solved(lines(table), "softmax --logits - --csv");
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("nabla: logits -: the column " + found)
                .endsWith(advice + "\n");
    }

    @Table
    void aRowWithAGapNamesItsColumn(String table, String complaint, int failed) {
        String op = table.contains("truth") ? "loss" : "softmax";
        CommandResult read = solved(lines(table), op + " --logits - --csv --get p");
        assertThat(read.code()).isEqualTo(ExitCode.IN_PART.code());
        assertThat(read.out()).contains(complaint);
        assertThat(read.err()).contains(failed + " of ");
    }

    @Table
    void theTakenColumnsAreNamedWhereOthersMayBeMeant(String table, String taken, String instead) {
        CommandResult read = solved(lines(table), "softmax --logits - --json --get p");
        String note = taken == null
                ? ""
                : "nabla: logits is read from " + taken + "; to choose, type --columns " + instead + "\n";
        assertThat(read.err()).startsWith(note).doesNotContain(taken == null ? "columns" : "\0");
        if (instead != null) {
            assertThat(solved(lines(table), "softmax --logits - --json --get p --columns " + instead)
                            .err())
                    .doesNotContain("columns");
        }
    }

    @Test
    void chosenColumnsAreTheNumbersInTheirOrderAndTheOthersAreCopiedAsTheyAre() {
        String table = "when,z1,z2,cost\n2024-01-02,1,3,$5\n,2,2,\n";
        assertThat(solved(table, "softmax --logits - --columns z2,z1 --get logsumexp,argmax --csv"))
                .isEqualTo(
                        CommandResult.ok(
                                """
                        row,when,cost,logsumexp,argmax
                        1,2024-01-02,$5,3.1269280110429727,1
                        2,,,2.6931471805599454,1
                        """));
        assertThat(solved(table, "softmax --logits - --columns z1,z3").err())
                .isEqualTo("nabla: logits -: --columns 'z3' is no column; did you mean 'z1'?\n");
        assertThat(solved(table, "softmax --logits - --columns z1,z1").err())
                .isEqualTo("nabla: --columns 'z1' is named twice; name each column once\n");
        assertThat(solved("1,2\n", "softmax --logits - --columns z1").err())
                .isEqualTo("nabla: --columns chooses columns of a file with a header; leave it out\n");
        assertThat(fed("\"a,b\",c\n1,2\n", "solve", "softmax", "--logits", "-", "--columns", "\"a,b\"", "--get", "p")
                        .out())
                .isEqualTo("1\n");
    }

    @Test
    void theRowsOfABatchAreOneQuestionWithTheirTruths() {
        String table = "name,a,b,truth\nada,1,2,1\nbob,3,1,2\n";
        assertThat(solved(table, "cross_entropy --logits - --csv"))
                .isEqualTo(pipe("solve cross_entropy --logits 1,2;3,1 --truth 1,2 --csv"));
        assertThat(solved(table, "cross_entropy --logits - --truth 1,1").err())
                .isEqualTo("nabla: truth is given twice, as --truth and as a column; leave one out\n");
        assertThat(solved("a,b,truth\n1,2,1\n3,,2\n", "cross_entropy --logits -"))
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE, "", "nabla: logits -: row 2: b is empty; type a number like 0.5\n"));
    }

    @Test
    void columnsAreTheVectorsThatTheyAreCalledAfter() {
        String step = "optimizer_step --eta 0.1 --weights -";
        String answer = pipe("solve optimizer_step --eta 0.1 --weights 1,2 --gradient 0.5,0.25")
                .out();
        assertThat(solved("w,g\n1,0.5\n2,0.25\n", step)).isEqualTo(CommandResult.ok(answer));
        assertThat(solved("gradient;weights\n0,5;1\n0,25;2\n", step).out()).isEqualTo(answer);
        assertThat(solved("g,w,eta\n0.5,1,0.1\n0.25,2,0.1\n", "optimizer_step --weights -"))
                .isEqualTo(CommandResult.ok(answer));
        assertThat(solved("g,w,eta\n0.5,1,0.1\n0.25,2,0.2\n", "optimizer_step --weights -")
                        .err())
                .endsWith("eta is one value, and its column has '0.1' and '0.2'; repeat one, or type --eta instead\n");
        assertThat(solved("w,x\n1,0.5\n2,0.25\n", step).err())
                .endsWith("weights is one column, and w, x are 2; choose one, like --columns w\n");
        assertThat(solved("g\n1\n2\n", step).err()).endsWith("no column has the numbers of weights; add one\n");
        assertThat(solved("p,q\n0.5,0.75\n0.5,0.25\n", "kl --p - --get kl_nats"))
                .isEqualTo(pipe("solve kl --p 0.5,0.5 --q 0.75,0.25 --get kl_nats"));
        assertThat(solved("a,b\n1,0.2\n0.3,1\n", "dot --a - --get dot"))
                .isEqualTo(pipe("solve dot --a 1,0.3 --b 0.2,1 --get dot"));
        assertThat(solved("x,y,z\n1,2,3\n", "dot --b 1,1,1 --a - --get dot")).isEqualTo(CommandResult.ok("6\n"));
    }

    @Test
    void theHeaderNamesTheInputsOfAGraph() {
        CommandResult rows = Ran.of(
                        Consoles.NOBODY,
                        Ran.typed("c,w\n1,2\n3,5\n"),
                        "solve",
                        "graph",
                        "--f",
                        "L = w - c",
                        "--inputs",
                        "-",
                        "--get",
                        "L")
                .reply();
        assertThat(rows).isEqualTo(CommandResult.ok("1\n2\n"));
    }

    @Test
    void aHeaderWithoutRowsIsAnEmptyTable() {
        for (String op : List.of("softmax --logits", "loss --logits", "cross_entropy --logits", "kl --p")) {
            CommandResult none = solved("a,b\n", op + " - --csv");
            assertThat(none.code()).isEqualTo(ExitCode.OK.code());
            assertThat(none.out()).isEqualTo("row\n");
            assertThat(none.err()).isEqualTo("nabla: 0 rows answered: there is only a header\n");
            assertThat(solved("a,b\n", op + " - --json").out()).isEmpty();
        }
        assertThat(solved("nan,nan\n", "softmax --logits -").code()).isNotEqualTo(ExitCode.OK.code());
    }

    @Test
    void aCopiedColumnMustNotBeCalledLikeAResult() {
        String refusal = "the column 'sum' has the name of a result; give it another\n";
        assertThat(solved("sum,a,b\nx,1,2\n", "softmax --logits - --csv").err()).endsWith(refusal);
        assertThat(solved("sum,a,b\nx,1,2\n", "softmax --logits - --json").out())
                .contains("\"code\":\"reserved\"");
        assertThat(solved("p[1],a,b\nx,1,2\n", "softmax --logits -").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(solved("power,a,b\nx,1,2\n", "softmax --logits -").code()).isEqualTo(ExitCode.OK.code());
        Ran line = Ran.of(
                Consoles.NOBODY,
                Ran.typed("{\"op\":\"softmax\",\"logits\":[1,2],\"sum\":\"x\"}\n"),
                "solve",
                "--batch");
        assertThat(line.out())
                .contains("{\"code\":\"reserved\",\"message\":\"'sum' is the name of a result; give it another\"}");
        assertThat(line.reply().code()).isEqualTo(ExitCode.IN_PART.code());
    }

    @Test
    void cellsWithoutAHeaderOfTheirOwnAreNotJoined() {
        assertThat(solved("z\n1,5\n2,5\n", "softmax --logits -"))
                .isEqualTo(new CommandResult(
                        ExitCode.USAGE,
                        "",
                        "nabla: logits -: row 1: it has 2 cells under 1 name; give each name one\n"));
    }
}
