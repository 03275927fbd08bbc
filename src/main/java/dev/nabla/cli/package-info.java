/**
 * The parts of every command: options from the figures' knobs, the environment, the reply.
 *
 * <p>With its rooms the only package that sees picocli. A {@link dev.nabla.cli.CommandResult} is text and an exit code,
 * which its caller writes. Sees {@code figure}, {@code output}, {@code lesson}, {@code progress} and {@code line},
 * never {@code tui}; the screens are handed in. Start reading at {@link dev.nabla.cli.Options}.
 */
package dev.nabla.cli;
