package dev.nabla.cli;

import dev.nabla.math.BadInput;
import java.util.List;

/** A subcommand: what it takes, and what it does with what was given. */
public interface Command {
    /** Its options and operands, given the arguments after its name. */
    Options options(List<String> arguments);

    /** The figures that may be named first and bring options of their own. */
    default List<String> figures() {
        return List.of();
    }

    Reply run(Arguments given);

    /** How it says that it cannot. */
    default Reply complaint(BadInput bad, List<String> arguments) {
        return Reply.complaint(bad);
    }
}
