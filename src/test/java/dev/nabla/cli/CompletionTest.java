package dev.nabla.cli;

import static dev.nabla.cli.Consoles.pipe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.Programs;
import dev.nabla.Slow;
import dev.nabla.figure.catalog.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bash offers after the script has been read. */
@Slow
class CompletionTest {
    @TempDir
    private Path folder;

    /** The words bash offers for the last of these. */
    private List<String> offered(String... words) throws IOException, InterruptedException {
        Programs.require("bash");
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
        assertThat(offered("")).contains("solve", "show", "learn", "doctor", "skill", "completion");
        assertThat(offered("solve", "")).containsAll(Figures.operations());
        assertThat(offered("solve", "softmax", "--")).contains("--logits", "--tau", "--json", "--get");
        assertThat(offered("progress", "")).contains("export", "import", "reset");
        assertThat(offered("lesson", "")).contains("list", "lint", "new", "export");
        assertThat(offered("class", "")).contains("report");
        assertThat(offered("class", "pin", "--"))
                .contains("--forget", "--class")
                .doesNotContain("--csv");
        assertThat(offered("solve", "softmax", "--")).doesNotContain("--eta", "--shift");
        assertThat(offered("show", "softmax", "--")).contains("--shift", "--format");
        assertThat(offered("solve", "descent", "--optimizer", "")).contains("sgd", "momentum", "adam");
    }

    @Test
    void whereWordsCanBeCountedBashOffersThem() throws IOException, InterruptedException {
        assertThat(offered("show", "softmax", "--format", "")).containsExactly("text", "ansi", "svg", "python");
        assertThat(offered("show", "softmax", "--glyphs", "")).containsExactly("braille", "quadrant", "ascii");
        assertThat(offered("learn", "--mouse", "")).containsExactly("on", "off");
        assertThat(offered("solve", "sample", "--get", ""))
                .contains("tokens", "counts")
                .doesNotContain("loss_nats");
        assertThat(offered("check", "--fact", "loss_")).containsExactly("loss_nats", "loss_after_step", "loss_bits");
        assertThat(offered("check", "--op", "")).containsExactlyElementsOf(Figures.ids());
    }

    @Test
    void sectionsAndQuestionsOfTheCourseAreOffered() throws IOException, InterruptedException {
        assertThat(offered("learn", "")).contains("00", "07");
        assertThat(offered("check", "2.")).contains("2.1", "2.3").doesNotContain("3.1");
        assertThat(zsh("_nabla_learn")).anyMatch(line -> line.startsWith("'1:SECTION:(00 01"));
    }

    @Test
    void namesOfFilesAreOfferedWhereAFileIsAskedFor() throws IOException, InterruptedException {
        assertThat(offered("learn", "--lessons", "less")).containsExactly("lessons");
        assertThat(offered("progress", "export", "pom")).containsExactly("pom.xml");
        assertThat(offered("class", "report", "sr")).containsExactly("src");
        assertThat(offered("lesson", "new", "sr")).containsExactly("src");
        assertThat(offered("record", "READ")).containsExactly("README.md");
        assertThat(offered("solve", "--batch", "pom")).containsExactly("pom.xml");
        assertThat(offered("learn", "pom")).containsExactly("");
    }

    /** The function of a command in the script for zsh, a line each. */
    private static List<String> zsh(String function) {
        List<String> lines = pipe("completion zsh").out().lines().toList();
        List<String> rest = lines.subList(lines.indexOf(function + "() {"), lines.size());
        return rest.subList(0, rest.indexOf("}")).stream()
                .map(line -> line.replaceAll(" \\\\$", "").strip())
                .toList();
    }

    @Test
    void zshIsToldWhatEachWordMeans() {
        assertThat(zsh("_nabla")).contains("'show:Print a figure as text, ANSI or SVG.'", "solve) _nabla_solve ;;");
        assertThat(zsh("_nabla_solve"))
                .contains("'softmax:Softmax turns scores into shares.'", "softmax) _nabla_solve_softmax ;;");
        assertThat(zsh("_nabla_solve_softmax"))
                .contains("'--json[one JSON object, schema 1; with --get only its value]'")
                .noneMatch(line -> line.contains("--eta"));
        assertThat(zsh("_nabla_progress"))
                .contains("'export:Write what was done into a file.'", "export) _nabla_progress_export ;;");
        assertThat(zsh("_nabla_progress_export")).contains("'1:FILE:_files'");
        assertThat(zsh("_nabla_record")).contains("'1:OUT:_files'", "'*:KEYS: '");
    }

    @Test
    void quotesAndBracketsInAMeaningDoNotEndItInZsh() {
        assertThat(zsh("_nabla_check"))
                .contains("'--lessons=[folder of the course (default: nabla'\\''s own)]:LESSONS:_files'");
        assertThat(zsh("_nabla_solve_softmax"))
                .anyMatch(line -> line.startsWith(
                        "'--get=[print these values and nothing else, like p or p\\[1\\],argmax]:KEY:(p log_p "));
    }

    @Test
    void fishIsToldWhereEachWordBelongs() {
        assertThat(pipe("completion fish").out().lines())
                .contains(
                        "complete -c nabla -f",
                        "complete -c nabla -n '__nabla_before' -a show -d 'Print a figure as text, ANSI or SVG.'",
                        "complete -c nabla -n '__nabla_before solve' -a softmax"
                                + " -d 'Softmax turns scores into shares.'",
                        "complete -c nabla -n '__nabla_in completion' -a 'bash zsh fish'",
                        "complete -c nabla -n '__nabla_in progress export' -F")
                .anyMatch(line -> line.startsWith(
                        "complete -c nabla -n '__nabla_in solve descent' -l optimizer -x -a 'sgd momentum adam'"))
                .anyMatch(line ->
                        line.startsWith("complete -c nabla -n '__nabla_before solve' -l batch -r -F -d 'answer"))
                .anyMatch(line -> line.endsWith("(default: nabla\\'s own)'"))
                .noneMatch(line -> line.contains("'__nabla_in solve softmax' -l eta "));
    }
}
