package dev.nabla.cli;

/**
 * A command and the commands above it.
 *
 * @param name all words that name it, like {@code nabla solve softmax}
 * @param above null for nabla itself
 */
public record CommandPath(Command command, String name, CommandPath above) {
    /** Returns the path of a subcommand. */
    public CommandPath below(String word) {
        return new CommandPath(command.subcommand(word), name + " " + word, this);
    }

    public boolean isNabla() {
        return above == null;
    }

    /** Returns how many words name the command behind {@code nabla}. */
    public int depth() {
        return isNabla() ? 0 : above.depth() + 1;
    }
}
