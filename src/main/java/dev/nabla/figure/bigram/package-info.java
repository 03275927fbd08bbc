/**
 * Figure FIG.10: counts of which letter follows which in names.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.bigram.BigramFigure}.
 */
package dev.nabla.figure.bigram;
