package dev.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.cli.Consoles;
import dev.nabla.output.ExitCode;
import dev.nabla.output.FaultLog;
import dev.nabla.serve.options.ServeException;
import dev.nabla.serve.options.ServeOptions;
import dev.nabla.serve.options.ServeOptions.Addresses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ClassOpenerTest {
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aClassThatCannotBeWrittenIsNotOpened(@TempDir Path folder) throws IOException {
        // The name of a temporary file beside it is longer than a file system allows, even for root.
        Path file = Files.writeString(folder.resolve("n".repeat(250)), "title: A\nzone: UTC\n");
        Files.createSymbolicLink(folder.resolve("class.yaml"), file);
        ServeOptions wishes = new ServeOptions(
                Optional.of(folder.toString()),
                Optional.empty(),
                false,
                Optional.of("127.0.0.1"),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("fern-otter-42"),
                Optional.empty(),
                Optional.empty(),
                10,
                30,
                10,
                new ServeOptions.Log(1, Addresses.NONE),
                false);
        ClassOpener serving = new ClassOpener(Consoles.PIPE, new FaultLog(folder.resolve("faults")));
        assertThatThrownBy(() -> serving.serve(wishes))
                .hasMessageContaining("cannot write " + folder.resolve("class.yaml"))
                .isInstanceOfSatisfying(ServeException.class, refused -> assertThat(refused.exitCode())
                        .isEqualTo(ExitCode.CANNOT_WRITE));
    }
}
