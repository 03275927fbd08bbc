package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.figure.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers after the script has been read. */
class CompletionTest {
    @TempDir
    private Path folder;

    /** The words bash offers for the last of these. */
    private List<String> offered(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("nabla"), pipe("completion bash").out());
        String typed = "'" + String.join("' '", words) + "'";
        String bash = "source " + script + "; COMP_WORDS=(nabla " + typed + "); COMP_CWORD=" + words.length
                + "; COMP_LINE=nabla; _complete_nabla; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Process process = new ProcessBuilder("bash", "-c", bash)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return out.lines().map(String::strip).toList();
    }

    @Test
    void commandsOperationsAndOptionsAreOffered() throws IOException, InterruptedException {
        assertThat(offered("")).contains("solve", "show", "learn", "doctor", "completion");
        assertThat(offered("solve", "")).containsAll(Figures.operations());
        assertThat(offered("solve", "softmax", "--")).contains("--logits", "--tau", "--json", "--get");
        assertThat(offered("progress", "")).contains("export", "import", "reset");
        assertThat(offered("lesson", "")).contains("list", "lint", "new");
        assertThat(offered("class", "")).contains("report");
        assertThat(offered("solve", "softmax", "--")).doesNotContain("--eta", "--draws");
        assertThat(offered("show", "softmax", "--")).contains("--draws", "--format");
        assertThat(offered("solve", "descent", "--optimizer", "")).contains("sgd", "momentum", "adam");
    }

    @Test
    void zshGetsTheSameScriptAsAFunctionFile() {
        assertThat(pipe("completion zsh").out())
                .isEqualTo("#compdef nabla\n" + pipe("completion bash").out());
    }
}
