package dev.nabla.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nabla.cli.Arguments;
import dev.nabla.cli.Command;
import dev.nabla.cli.CommandResult;
import dev.nabla.cli.Consoles;
import dev.nabla.cli.Options;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a command line makes of the tree of commands. */
class CommandTreeTest {
    private final List<String> made = new ArrayList<>();

    /** Notes each subcommand that is made; one called fault throws. */
    private record Noting(String name, List<String> subcommands, List<String> made) implements Command {
        @Override
        public void declare(Options options) {
            options.summary(name).option("--size", "a number");
        }

        @Override
        public Command subcommand(String below) {
            made.add(below);
            return new Noting(below, name.equals("nabla") ? List.of("one", "two") : List.of(), made);
        }

        @Override
        public CommandResult run(Arguments given) {
            if (name.equals("fault")) {
                throw new IllegalStateException(name);
            }
            return CommandResult.ok(name + given.value("--size").orElse(""));
        }
    }

    private CommandResult run(String line) {
        Command nabla = new Noting("nabla", List.of("group", "other", "fault"), made);
        return new Cli(Consoles.PIPE, nabla).run(List.of(line.split(" ")));
    }

    @Test
    void onlyTheNamedSubcommandsAreMade() {
        assertThat(run("group two --size 3")).isEqualTo(CommandResult.ok("two3"));
        assertThat(made).containsExactly("group", "two");
    }

    @Test
    void aValueOfAnOptionNamesNoSubcommand() {
        assertThat(run("group --size one two")).isEqualTo(CommandResult.ok("twoone"));
        assertThat(run("group --size one")).isEqualTo(CommandResult.ok("groupone"));
    }

    @Test
    void completionAndManualsMakeAll() {
        Command nabla = new Noting("nabla", List.of("group", "other"), made);
        new Cli(Consoles.PIPE, nabla).tree();
        assertThat(made).containsExactly("group", "one", "two", "other", "one", "two");
    }

    /** picocli would print its stack trace. */
    @Test
    void aFaultOfACommandReachesTheCaller() {
        assertThatThrownBy(() -> run("fault")).isInstanceOf(IllegalStateException.class);
    }
}
