package dev.nabla.cli.command;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Table;
import dev.nabla.cli.CommandResult;

/** What {@code solve} says of inputs that may be meant otherwise, and of digits that are lost. */
class SolveWarningsTest {
    /** In JSON among the warnings, else a line on standard error or behind the value. */
    @Table
    void anAnswerSaysWhatIsDoubtfulAboutIt(String question, String warning) {
        assertThat(pipe("solve " + question + " --json").out()).contains("\"warnings\":[\"" + warning);
        CommandResult text = pipe("solve " + question);
        assertThat(text.out() + text.err()).contains(warning.replaceAll("^[a-z_]+: ", ""));
    }

    @Table
    void anAnswerWithoutDoubtsHasNoWarnings(String question) {
        assertThat(pipe("solve " + question + " --json").out()).contains("\"warnings\":[]");
        assertThat(pipe("solve " + question).err()).isEmpty();
    }
}
