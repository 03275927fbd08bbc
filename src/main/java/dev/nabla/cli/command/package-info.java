/**
 * The commands, one file each. {@link dev.nabla.cli.command.Cli} has picocli find the one that the arguments name, in a
 * tree that {@code CommandTree} makes of them.
 *
 * <p>Sees {@code cli}, {@code cli.input}, {@code line} and what they see; never {@code tui}. Start reading at {@link
 * dev.nabla.cli.command.Cli}.
 */
package dev.nabla.cli.command;
