package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.cli.command.Cli;
import java.io.File;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class OptionsTest {
    /** The launcher has picocli leave out how dates and paths are read. */
    @Test
    void everyOptionIsAWordAFileOrAFlag() {
        require(new Cli(Consoles.PIPE, Consoles.TUTOR).tree());
    }

    private static void require(CommandSpec command) {
        for (ArgSpec argument : command.args()) {
            assertThat(argument.auxiliaryTypes())
                    .as(argument.toString())
                    .isSubsetOf(String.class, File.class, boolean.class);
        }
        command.subcommands().values().forEach(inner -> require(inner.getCommandSpec()));
    }
}
