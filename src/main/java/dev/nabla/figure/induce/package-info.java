/**
 * Figure FIG.22: two layers of attention that copy a text which they were never trained on.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.induce.InduceFigure}.
 */
package dev.nabla.figure.induce;
