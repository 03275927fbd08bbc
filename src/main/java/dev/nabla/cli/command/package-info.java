/**
 * The commands, one file each, and {@link dev.nabla.cli.command.Cli}, which finds the one that the arguments name.
 *
 * <p>Sees {@code cli}, {@code cli.input}, {@code line} and what they see; never {@code tui}. Start reading at {@link
 * dev.nabla.cli.command.Cli}.
 */
package dev.nabla.cli.command;
