/**
 * A terminal: bytes to keys, frames to bytes, signals, and the terminal given back however the program ends.
 *
 * <p>The only package that sees Lanterna. Sees {@code frame} and {@code output}, no screen. {@link
 * dev.nabla.tui.term.Session} runs a program on a terminal. Start reading there.
 */
package dev.nabla.tui.term;
