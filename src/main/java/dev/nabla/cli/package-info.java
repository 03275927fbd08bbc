/**
 * The command line: one file a subcommand, options generated from the figures' knobs.
 *
 * <p>The only package that sees picocli. {@link dev.nabla.cli.Cli} turns arguments into a {@link dev.nabla.cli.Reply},
 * text and an exit code, without writing anything: whoever called it does. Imports {@code figure}, {@code view} and
 * {@code lesson}, never {@code tui}; the tutor is handed in. Start reading at {@link dev.nabla.cli.Cli}.
 */
package dev.nabla.cli;
