/**
 * Conversion of frames and facts to output: plain text, ANSI, SVG, JSON, tables, recordings for asciinema, and lines of
 * JSON in files.
 *
 * <p>Sees {@code frame} and the facts of {@code figure}. It asks no terminal, and opens no file but
 * {@link dev.nabla.output.FaultLog}'s. {@link dev.nabla.output.Palette} maps each tone to its colour.
 * {@link dev.nabla.output.DisplayProfile} decides from the environment (passed in as a map) which glyphs and colours to
 * use, and gives the reason. Start reading at {@link dev.nabla.output.Palette}.
 */
package dev.nabla.output;
