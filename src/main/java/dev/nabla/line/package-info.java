/**
 * The tutor line by line, for a screen reader, a terminal that cannot draw, or a pipe: another face of {@link
 * dev.nabla.tutor.Tutor} than the screens.
 *
 * <p>A {@link dev.nabla.line.LineTutor} turns lines into moves of a {@link dev.nabla.tutor.Walk} and says where they
 * lead, a {@link dev.nabla.line.LineReview} asks what is due. Both talk through a {@link dev.nabla.line.LineConsole},
 * and what happens is in the journal before they say more. Imports what {@code tutor} imports, {@code room} for a class
 * that is told, and {@code output} for how words are spelt.
 */
package dev.nabla.line;
