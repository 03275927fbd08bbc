/**
 * Figure FIG.12: the attention heads of a model that learns names.
 *
 * <p>Depends only on {@code figure}, {@code figure.part}, {@code gpt}, {@code math} and {@code frame}. Start reading at
 * {@link dev.nabla.figure.heads.HeadsFigure}.
 */
package dev.nabla.figure.heads;
