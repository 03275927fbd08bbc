package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.output.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code nabla lesson export} writes of a new course, and what it says beside it. */
class LessonExportTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void begin() {
        assertThat(Consoles.pipe("lesson new " + folder.resolve("mine")).code()).isZero();
    }

    private CommandResult exported(String more) {
        Environment console = Consoles.fed(new Environment.Streams(InputStream.nullInputStream(), out));
        return Consoles.run(console, "lesson export --lessons " + folder.resolve("mine") + " --format moodle" + more);
    }

    @Test
    void theBankGoesOutAndWhatIsLeftOutIsSaid() {
        assertThat(exported(" --seeds 3"))
                .isEqualTo(
                        new CommandResult(
                                0,
                                "",
                                "nabla: questions: 1; with all variants: 3\nnabla: left out: 1 guess about a figure, 1 worked example with blanks, 2 goals\n"));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("<?xml")
                .endsWith("</quiz>\n")
                .contains("$course$/nabla ");
    }

    @Test
    void aSectionWithoutAQuestionHasNothingToExport() {
        CommandResult result =
                Consoles.run(Consoles.PIPE, "lesson export 02 --format moodle --lessons " + folder.resolve("mine"));
        assertThat(result)
                .isEqualTo(new CommandResult(
                        ExitCode.NO_ANSWER, "", "nabla: there is no question for a number or a choice to export\n"));
        assertThat(out.size()).isZero();
    }

    /** The exception that is thrown has the reason of the system as its cause. */
    @Test
    void aDiskThatIsFullIsNotAFaultOfTheFormat() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int each) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        Environment console = Consoles.fed(new Environment.Streams(InputStream.nullInputStream(), full));
        assertThatThrownBy(() ->
                        Consoles.run(console, "lesson export --lessons " + folder.resolve("mine") + " --format moodle"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageEndingWith("IOException: No space left on device")
                .hasCauseExactlyInstanceOf(IOException.class);
    }
}
