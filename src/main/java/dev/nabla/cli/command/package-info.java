/**
 * The commands, one file each. {@link dev.nabla.cli.command.Cli} uses picocli to find the command that the arguments
 * name, in a tree that {@code CommandTree} builds.
 *
 * <p>Sees {@code cli}, {@code cli.input}, {@code line} and the packages that they see; never {@code tui}. Start reading
 * at {@link dev.nabla.cli.command.Cli}.
 */
package dev.nabla.cli.command;
