/**
 * Pictures as rectangles of cells, independent of how a terminal or a file shows them.
 *
 * <p>A {@link dev.nabla.frame.Canvas} collects text and shapes at a {@link dev.nabla.frame.Glyphs} level and returns an
 * immutable {@link dev.nabla.frame.Frame}; a {@link dev.nabla.frame.Plot} draws in world coordinates. Cells count from
 * (0, 0) at the top left, x to the right and y down; whatever falls outside is clipped, never an error. Colours are
 * meanings ({@link dev.nabla.frame.Tone}). Imports {@code java.base} only and is pure: equal calls give equal cells.
 */
package dev.nabla.frame;
