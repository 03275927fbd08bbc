/**
 * Frames and facts as something to show: plain text, ANSI, SVG, JSON, aligned lines; recordings for asciinema; lines of
 * JSON in files.
 *
 * <p>Sees {@code frame} and the facts of {@code figure}; asks no terminal and opens no file but {@link
 * dev.nabla.output.FaultLog}'s, which both surfaces write. {@link dev.nabla.output.Palette} gives each tone its colour, {@link
 * dev.nabla.output.DisplayProfile} decides from the environment (handed in as a map) how fine and how colourful a picture may be, with
 * the reason. Start reading at {@link dev.nabla.output.Palette}.
 */
package dev.nabla.output;
