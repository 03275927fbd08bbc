/**
 * The text mode of the tutor, for a screen reader, a terminal that cannot draw, or a pipe.
 *
 * <p>A {@link dev.nabla.line.LineTutor} turns typed lines into moves of a {@link dev.nabla.tutor.Walk} and prints where
 * they lead. A {@link dev.nabla.line.LineReview} asks the due questions. Both use a {@link dev.nabla.line.LineConsole},
 * and save entries before they print anything more. Sees what {@code tutor} sees, {@code room} for a class, and
 * {@code output} for writing text at a glyph level. Start reading at {@link dev.nabla.line.LineTutor}.
 */
package dev.nabla.line;
