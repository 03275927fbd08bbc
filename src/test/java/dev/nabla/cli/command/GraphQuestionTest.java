package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Environment;
import dev.nabla.cli.Ran;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs of one's own: what is given by name, what is open, and what comes back. */
class GraphQuestionTest {
    private static final String TWO_PATHS = "a=w+c;b=w*x;L=a*b";
    private static final String GIVEN = "solve graph --json --f " + TWO_PATHS + " --inputs ";

    /** At w = 4, c = -1 and x = 1/2 the slope is 3/2 by b and 2 by a. */
    @ParameterizedTest
    @ValueSource(strings = {"w=4,c=-1,x=1/2", "x=0.5,w=4,c=-1", "x=0.5;c=-1;w=4", "{\"c\":-1,\"x\":\"1/2\",\"w\":4}"})
    void numbersAreGivenByNameInAnyOrder(String inputs) {
        assertThat(pipe(GIVEN + inputs)).isEqualTo(pipe(GIVEN + "4,-1,0.5"));
        assertThat(pipe(GIVEN + inputs).out()).contains("\"inputs\":[4.0,-1.0,0.5]", "\"w_grad\":3.5");
        assertThat(fed(inputs, GIVEN + "-")).isEqualTo(pipe(GIVEN + "4,-1,0.5"));
    }

    @Test
    void withTheirNamesTheOrderInWhichTheyAreUsedDoesNotMatter() {
        assertThat(pipe("solve graph --f L=w-c --inputs w=5,c=3 --get L").out()).isEqualTo("2\n");
        assertThat(pipe("solve graph --f L=c-w --inputs w=5,c=3 --get L").out()).isEqualTo("-2\n");
        assertThat(pipe("solve graph --f L=c-w --inputs 5,3").out())
                .startsWith("c          5\nw          3\nL          2\n");
    }

    /** On the command line as in a line of a batch. */
    @Test
    void rowsWithoutNamesAreAQuestionEach() {
        assertThat(pipe("solve graph --f L=w*x --inputs 2,3;4,5 --get L").out()).isEqualTo("6\n20\n");
        assertThat(pipe("solve norm --x sqrt(2),sqrt(2);1,sqrt(2) --get mean_square")
                        .out())
                .as("rows that are typed have no header")
                .isEqualTo("2.0000000000000004\n1.5000000000000002\n");
        assertThat(pipe("solve graph --f L=w*x --inputs [[2,3],[4,5]] --get L").out())
                .isEqualTo("6\n20\n");
        String line = "{\"op\":\"graph\",\"f\":\"L=w*x\",\"inputs\":[[2,3],[4,5]]}";
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(line), "solve", "--batch", "--get", "L")
                        .out()
                        .lines())
                .hasSize(2)
                .allMatch(answer -> answer.contains("\"L\":6.0") || answer.contains("\"L\":20.0"));
    }

    @Test
    void withoutAnInputItIsTheExampleAndSaysSo() {
        CommandResult example = pipe("solve graph");
        assertThat(example.out())
                .isEqualTo(pipe("solve graph --inputs w=4,c=-1,x=0.5").out());
        assertThat(example.out()).contains("w_grad     3.5\n", "status     defined\n");
        assertThat(example.err())
                .isEqualTo("nabla: no input is given: this is the example, with inputs 'w=4,c=-1,x=0.5'\n");
        assertThat(pipe("solve graph --inputs 4,-1,0.5 --json").out())
                .contains("\"in\":{\"f\":\"a = w + c; b = w*x; L = a*b\",\"inputs\":[4.0,-1.0,0.5]}");
    }

    @Test
    void aNameThatIsSetToANumberIsThatNumber() {
        assertThat(pipe("solve graph --f n1=1/4;L=n1*k --inputs 7 --json").out())
                .contains(
                        "\"in\":{\"f\":\"n1 = 1/4; L = n1*k\",\"inputs\":[7.0]}",
                        "\"out\":{\"n1\":0.25,\"k\":7.0,\"L\":1.75,\"n1_grad\":7.0,\"k_grad\":0.25,");
        CommandResult closed = pipe("solve graph --f n1=3;L=n1^2 --json");
        assertThat(closed.code()).isZero();
        assertThat(closed.out()).contains("\"in\":{\"f\":\"n1 = 3; L = n1^2\"}", "\"n1_grad\":6.0", "\"warnings\":[]");
    }

    @Test
    void theReasonOfAMissingValueNamesItOnce() {
        assertThat(pipe("solve graph --f L=1/w;M=2L --inputs 0").out())
                .contains("\nL          none: it divides by zero\n", "\nM          none: L: it divides by zero\n");
        assertThat(pipe("solve graph --f L=1/w --inputs 0 --get L").err())
                .isEqualTo("nabla: L does not exist here: it divides by zero\n");
        assertThat(pipe("solve graph --f L=1/w --inputs 0 --json").out()).contains("\"L: it divides by zero\"");
    }

    @Test
    void aLineEndInAMessageIsABlank() {
        assertThat(Ran.of(Consoles.NOBODY, Ran.typed(""), "solve", "graph", "--f", "L = w", "--inputs", "3\n4")
                        .reply()
                        .err())
                .startsWith("nabla: inputs '3 4' is not a number");
    }

    @Test
    void theHelpSaysWhatAnyGraphGives() {
        assertThat(pipe("solve graph --help").out())
                .contains(
                        "w_grad, c_grad, x_grad, a_grad, b_grad, L_grad, status, silent,",
                        "silent counts",
                        "cancelled counts",
                        "NAME_grad for each",
                        "echo 'w=4,c=-1,x=0.5' | nabla solve graph --inputs -")
                .doesNotContain("a_is", "slopes", "paths");
    }

    @Test
    void anAnswerIsGradedByTheNamesOfTheGraph() {
        assertThat(pipe("check --op graph --f L=w*θ --inputs θ=2,w=3 --fact θ_grad --answer 3")
                        .out())
                .startsWith("Right");
    }

    private static CommandResult fed(String in, String arguments) {
        return Consoles.run(
                Consoles.fed(new Environment.Streams(Ran.typed(in), OutputStream.nullOutputStream())), arguments);
    }
}
