package dev.nabla.cli;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * A command or subcommand: what it takes, and what it does with what was given.
 *
 * <p>{@code CommandTree} makes picocli's model of it: one tree for parsing, help, completion and manual pages.
 */
public interface Command {
    /** Returns what the command does, in one line, for the list of commands and for its own help. */
    String summary();

    /** Declares the options and operands. */
    void declare(Options options);

    /**
     * Adds to the help what follows the options. Called only when help is shown, since examples take time to compute.
     */
    default void describe(UsageMessageSpec help) {}

    /** Returns the names of the subcommands. */
    default List<String> subcommands() {
        return List.of();
    }

    /** Returns the subcommand of a name: one of {@link #subcommands} or {@link #form}. */
    default Command subcommand(String name) {
        throw new IllegalArgumentException(name);
    }

    /** Returns whether the subcommands are figures, each with inputs of its own. */
    default boolean takesFigure() {
        return false;
    }

    /** Returns what to type instead of an argument too many, if the command knows. */
    default Optional<String> insteadOf(String word) {
        return Optional.empty();
    }

    /** Returns a line for each subcommand with its summary. */
    default String listing() {
        StringBuilder lines = new StringBuilder();
        for (String name : subcommands()) {
            lines.append(Listing.meaning(name, subcommand(name).summary()));
        }
        return lines.toString();
    }

    /**
     * Returns the subcommand that an option selects. picocli selects a subcommand by its name, never by an option, but
     * {@code check --op softmax} and {@code solve --batch} take other options than {@code check} and {@code solve}.
     *
     * @param words everything after the command's name
     * @param named the subcommand that the words name, if any
     */
    default Optional<String> form(List<String> words, Optional<String> named) {
        return Optional.empty();
    }

    /** Runs the command. One that has subcommands runs only if the words name none of them. */
    CommandResult run(Arguments given);

    /** Returns the reply to input that the command refuses. */
    default CommandResult complaint(BadInput bad, Arguments given) {
        return CommandResult.complaint(bad);
    }
}
