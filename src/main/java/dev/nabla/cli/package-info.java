/**
 * The parts that all commands share: options from the figures' knobs, the environment, the result.
 *
 * <p>Only this package and those below it see picocli. A {@link dev.nabla.cli.CommandResult} is text and an exit code,
 * which its caller writes. Sees {@code figure}, {@code output}, {@code lesson}, {@code progress} and {@code line},
 * never {@code tui}; the screens are passed in. Start reading at {@link dev.nabla.cli.Options}.
 */
package dev.nabla.cli;
