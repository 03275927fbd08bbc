package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.output.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordTest {
    @TempDir
    private Path folder;

    private static CommandResult run(String... words) {
        return Consoles.run(Consoles.PIPE, List.of(words));
    }

    @Test
    void keysAfterTwoDashesGoIntoTheFile() throws IOException {
        Path file = folder.resolve("tour.cast");
        CommandResult reply = run("record", file.toString(), "--size", "60x20", "--", "Right", "-", "wait:2");
        assertThat(reply).isEqualTo(CommandResult.ok(file + ": 1.5 s; asciinema play " + file + "\n"));
        assertThat(Files.readString(file))
                .contains("\"width\":60,\"height\":20")
                .endsWith("\"Right,-,wait:2\"]\n");
    }

    @Test
    void aDashIsStandardOutput() {
        assertThat(run("record", "-").out()).startsWith("{\"version\":2,\"width\":80,\"height\":24,");
    }

    @Test
    void onlyARecordingIsWrittenOver() throws IOException {
        Path recording = folder.resolve("tour.cast");
        run("record", recording.toString(), "--", "Right");
        assertThat(run("record", recording.toString(), "--", "Left").code()).isZero();
        assertThat(Files.readString(recording)).endsWith("\"Left\"]\n");
        Path letter = Files.writeString(folder.resolve("letter"), "Dear Ada");
        assertThat(run("record", letter.toString()))
                .isEqualTo(CommandResult.complaint(
                        ExitCode.USAGE, letter + " is there and is no recording like tour.cast; type another name"));
        assertThat(letter).hasContent("Dear Ada");
    }

    @Test
    void whereNothingCanBeWrittenThatIsSaid() throws IOException {
        Path file = folder.resolve("nowhere/tour.cast");
        assertThat(run("record", file.toString()))
                .isEqualTo(CommandResult.complaint(
                        ExitCode.USAGE, file + " cannot be written; type a name in a folder that is there"));
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        assertThat(run("record", loop.resolve("tour.cast").toString()).code()).isEqualTo(ExitCode.CANNOT_WRITE.code());
        assertThat(run("record").code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("record").err()).contains("OUT");
        assertThat(run("record", "a\0b").err()).contains("is no name of a file here");
    }
}
