package dev.nabla.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class OptionsTest {
    /** The picocli of the packaged program reads no dates and paths and negates nothing: the weaver leaves both out. */
    @Test
    void everyOptionIsAWordOrAFlagAndNoneCanBeNegated() {
        require(new Cli(Consoles.PIPE, Consoles.TUTOR).tree());
    }

    private static void require(CommandSpec command) {
        for (ArgSpec argument : command.args()) {
            assertThat(argument.auxiliaryTypes()).as(argument.toString()).isSubsetOf(String.class, boolean.class);
        }
        assertThat(command.options()).as(command.qualifiedName()).noneMatch(OptionSpec::negatable);
        command.subcommands().values().forEach(inner -> require(inner.getCommandSpec()));
    }
}
