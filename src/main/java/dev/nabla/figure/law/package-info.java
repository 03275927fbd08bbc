/**
 * Figure FIG.20: a law that is fitted to small trainings and predicts a larger one.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.law.LawFigure}.
 */
package dev.nabla.figure.law;
