package dev.nabla.cli;

import dev.nabla.math.BadInput;
import java.util.List;
import java.util.Optional;

/**
 * A command or subcommand: its arguments, its help, and what it does.
 *
 * <p>{@code CommandTree} makes picocli's model of it: one tree for parsing, help, completion and manual pages.
 */
public interface Command {
    /** Declares the summary, the options and operands, and the notes of the help. */
    void declare(Options options);

    /** Returns the names of the subcommands. */
    default List<String> subcommands() {
        return List.of();
    }

    /** Returns the subcommand with this name, which is one of {@link #subcommands} or the result of {@link #form}. */
    default Command subcommand(String name) {
        throw new IllegalArgumentException(name);
    }

    /** Returns whether the subcommands are figures, each with its own inputs. */
    default boolean takesFigure() {
        return false;
    }

    /** Returns advice on what to type instead of a surplus argument, if the command has any. */
    default Optional<String> insteadOf(String word) {
        return Optional.empty();
    }

    /** Returns one line per subcommand named, with its summary. */
    default String listing(List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(Listing.meaning(
                    name, Options.declaredBy(subcommand(name), name).summary()));
        }
        return lines.toString();
    }

    /**
     * Returns the subcommand that an option selects. picocli selects a subcommand only by its name. But {@code check
     * --op softmax} and {@code solve --batch} take other options than {@code check} and {@code solve}.
     *
     * @param words everything after the command's name
     * @param named the subcommand that the words name, if any
     */
    default Optional<String> form(List<String> words, Optional<String> named) {
        return Optional.empty();
    }

    /** Runs the command. A command with subcommands runs only if the words name none of them. */
    CommandResult run(Arguments given);

    /** Returns the result for input that the command rejects, as JSON if the command prints JSON and was asked to. */
    default CommandResult complaint(BadInput bad, Arguments given) {
        return given.declares(Options.JSON)
                ? CommandResult.complaint(bad, given, Optional.empty())
                : CommandResult.complaint(bad);
    }
}
