package dev.nabla.cli;

/**
 * A command and its parent commands.
 *
 * @param name all words that name it, like {@code nabla solve softmax}
 * @param above the parent command; null for nabla itself
 */
public record CommandPath(Command command, String name, CommandPath above) {
    /** Returns the path of the subcommand with this name. */
    public CommandPath below(String word) {
        return new CommandPath(command.subcommand(word), name + " " + word, this);
    }

    public boolean isNabla() {
        return above == null;
    }

    /** Returns the number of words after {@code nabla} that name the command; 0 for nabla itself. */
    public int depth() {
        return isNabla() ? 0 : above.depth() + 1;
    }
}
