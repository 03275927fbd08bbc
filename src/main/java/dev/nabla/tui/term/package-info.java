/**
 * A terminal: bytes to keys, frames to bytes, signals, and the terminal given back however the program ends.
 *
 * <p>The only package that sees Lanterna. Sees {@code frame} and {@code output}, no screen. {@link
 * dev.nabla.tui.term.Session} runs a program on this process's terminal, {@link dev.nabla.tui.term.Seat} one at the end of a
 * line that others read and write; both step the same machine. Start reading there.
 */
package dev.nabla.tui.term;
