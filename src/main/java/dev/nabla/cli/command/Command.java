package dev.nabla.cli.command;

import dev.nabla.cli.Reply;
import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** A subcommand: what it is made of, and what it does with its parsed arguments. */
interface Command {
    /** One line for the list of commands. */
    String summary();

    /** Its options and operands, given the arguments after its name. */
    CommandSpec spec(List<String> arguments);

    /** The words that may come first and bring options of their own, like the operations of solve, and what each is. */
    default Map<String, String> operands() {
        return Map.of();
    }

    Reply run(ParseResult parsed);

    /** How it says that it cannot. */
    default Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad);
    }
}
